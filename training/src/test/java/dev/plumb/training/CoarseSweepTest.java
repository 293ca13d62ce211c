package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.Batch;
import dev.plumb.Cost;
import dev.plumb.Loss;
import dev.plumb.training.statistics.SplitMix;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Many numbers to a loose tolerance: passes in float.
class CoarseSweepTest {
  private static final int ROWS = 70_001;
  private static final int COLUMNS = 16;
  private static final Optimiser LOOSE = new Optimiser.Lbfgs(200, 1e-6);
  private static final Optimiser TIGHT = new Optimiser.Lbfgs(2000, 1e-12);

  /// Numbers far from 0 beside their spread, some missing, and a category.
  private static Dataset data(Target.Kind kind, double shift, boolean weighted) {
    var random = new SplitMix(3);
    double[] score = new double[ROWS];
    var features = new ArrayList<Feature>();
    for (int j = 0; j < COLUMNS; j++) {
      var column = new float[ROWS];
      for (int i = 0; i < ROWS; i++) {
        double x = normal(random);
        column[i] = j == 3 && i % 50 == 0 ? Float.NaN : (float) (2000 * j + (j + 1) * x);
        score[i] += j % 2 == 0 ? 0.3 * x : -0.1 * x;
      }
      features.add(new Feature.Numeric("x" + j, column));
    }
    var codes = new int[ROWS];
    var y = new double[ROWS];
    var weights = new double[ROWS];
    for (int i = 0; i < ROWS; i++) {
      codes[i] = random.nextInt(5) - 1;
      weights[i] = i % 7;
      double z = score[i] + 0.2 * codes[i];
      y[i] =
          switch (kind) {
            case TWO_CLASSES -> random.nextDouble() < 1 / (1 + Math.exp(-z)) ? 1 : 0;
            case COUNT -> Math.floor(Math.exp(z) * 2 * random.nextDouble());
            default -> shift + z + normal(random);
          };
    }
    features.add(new Feature.Categorical("c", codes, List.of("a", "b", "c", "d")));
    List<String> labels = kind == Target.Kind.TWO_CLASSES ? List.of("no", "yes") : List.of();
    return new Dataset(
        "many", features, new Target("y", kind, y, labels), weighted ? weights : null);
  }

  private static double normal(SplitMix random) {
    double sum = -6;
    for (int k = 0; k < 12; k++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  private static Fit fit(Dataset data, String loss, Optimiser optimiser, int threads) {
    return Trainer.linear()
        .loss(Loss.of(loss))
        .penalty(Penalty.l2(1e-4))
        .optimiser(optimiser)
        .threads(threads)
        .fit(data);
  }

  @ParameterizedTest
  @CsvSource({
    "sigmoid_cross_entropy, TWO_CLASSES, 0, false",
    "squared_hinge, TWO_CLASSES, 0, true",
    "huber, NUMBER, 0, false",
    "squared_error, NUMBER, 100, true",
    "absolute_error, NUMBER, 0, false",
    "poisson, COUNT, 0, true",
    "squared_error, NUMBER, 1e9, false",
  })
  void ends_within_a_millionth_of_the_lowest_objective(
      String loss, Target.Kind kind, double shift, boolean weighted) {
    Dataset data = data(kind, shift, weighted);
    Fit loose = fit(data, loss, LOOSE, 2);
    Fit tight = fit(data, loss, TIGHT, 2);
    double best = tight.last().loss() + tight.last().penalty();
    // In double, whatever the passes were in.
    double reached = cost(loose, data, loss) + loose.last().penalty();
    assertThat((reached - best) / Math.abs(best)).isBetween(-1e-9, 1e-6);
    Fit alone = fit(data, loss, LOOSE, 1);
    assertThat(alone.model().slopes()).isDeepEqualTo(loose.model().slopes());
    assertThat(alone.model().intercepts()).isEqualTo(loose.model().intercepts());
  }

  /// Of the model's own scores.
  private static double cost(Fit fit, Dataset data, String loss) {
    Pairing pairing = Pairing.of(Loss.of(loss), data);
    double[] targets = pairing.form().of(data.target().values(), 1);
    Batch batch = Batch.of(fit.model().scores(data), targets);
    Cost mean = pairing.scored().mean();
    return mean.of(data.weights() == null ? batch : batch.weights(data.weights()));
  }

  @Test
  void what_float_cannot_tell_is_left_to_double() {
    assertThat(objective(data(Target.Kind.NUMBER, 0, false)).mayBeCoarse()).isTrue();
    assertThat(objective(data(Target.Kind.NUMBER, 1e5, false)).mayBeCoarse()).isFalse();
  }

  private static MeanLoss objective(Dataset data) {
    int[] rows = Design.all(data);
    Design design = Design.of(Encoding.of(data, rows), data, rows, Workers.NONE);
    Pairing pairing = Pairing.of(Loss.of("huber"), data);
    return new MeanLoss(design, pairing, Penalty.NONE, Workers.NONE);
  }
}
