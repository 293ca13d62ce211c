package dev.plumb.bench;

import dev.plumb.bench.twin.FewClasses;
import dev.plumb.bench.twin.Focal;
import dev.plumb.bench.twin.Huber;
import dev.plumb.bench.twin.LogCosh;
import dev.plumb.bench.twin.Poisson;
import dev.plumb.bench.twin.SigmoidCrossEntropy;
import dev.plumb.bench.twin.Softmax;
import dev.plumb.bench.twin.Squared;
import dev.plumb.bench.twin.Twin;
import dev.plumb.bench.twin.Unordered;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/// The losses that were written by hand on the Vector API.
final class Lanes implements Peer {
  private static final int FEW_CLASSES = 32;

  private static final Map<String, Supplier<Twin>> POINTWISE =
      Map.of(
          "squared_error", Squared::new,
          "huber", () -> new Huber(1),
          "sigmoid_cross_entropy", SigmoidCrossEntropy::new,
          "log_cosh", LogCosh::new,
          "poisson", Poisson::new,
          "focal", () -> new Focal(0.25f, 2));

  @Override
  public String name() {
    return "by hand, Vector API";
  }

  @Override
  public String word() {
    return "lanes";
  }

  @Override
  public Optional<Contender> enter(Case data) {
    if (data.loss().equals("sparse_softmax_cross_entropy")) {
      return Optional.of(softmax(data));
    }
    return Optional.ofNullable(POINTWISE.get(data.loss())).map(twin -> pointwise(data, twin.get()));
  }

  /// The huber loss with sums in no order.
  static Contender unordered(Case data) {
    var twin = new Unordered(1);
    return new Written(data.predictions().length) {
      @Override
      double run(float[] gradient) {
        return twin.run(data.predictions(), data.targets(), gradient);
      }
    };
  }

  private static Contender pointwise(Case data, Twin twin) {
    return new Written(data.predictions().length) {
      @Override
      double run(float[] gradient) {
        return twin.run(data.predictions(), data.targets(), gradient);
      }
    };
  }

  private static Contender softmax(Case data) {
    if (data.classes() > FEW_CLASSES) {
      var twin = new Softmax();
      return new Written(data.predictions().length) {
        @Override
        double run(float[] gradient) {
          return twin.run(data.predictions(), data.classes(), data.targets(), gradient);
        }
      };
    }
    var twin = new FewClasses(data.classes());
    return new Written(data.predictions().length) {
      @Override
      double run(float[] gradient) {
        return twin.run(data.predictions(), data.targets(), gradient);
      }
    };
  }
}
