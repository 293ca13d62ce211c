package dev.plumb.training.network;

import dev.plumb.PlumbException;
import dev.plumb.calculus.Doubles;
import dev.plumb.formula.Near;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/// What a layer does to each of its sums. The elementary functions are those of `StrictMath`, and
/// the slope is computed from the sum, so every machine gives the same bits.
public enum Activation {
  /// nothing: a linear layer
  NONE {
    @Override
    double of(double sum) {
      return sum;
    }

    @Override
    double slope(double sum) {
      return 1;
    }
  },
  /// max(0, sum)
  RELU {
    @Override
    double of(double sum) {
      return sum > 0 || sum != sum ? sum : 0;
    }

    @Override
    double slope(double sum) {
      return sum > 0 ? 1 : 0;
    }
  },
  /// sum · Φ(sum), where Φ is the normal distribution [Hendrycks and Gimpel 2016, arXiv:1606.08415]
  GELU {
    @Override
    double of(double sum) {
      return sum * normal(sum);
    }

    @Override
    double slope(double sum) {
      return normal(sum) + sum * StrictMath.exp(-sum * sum / 2) / ROOT_OF_TWO_PI;
    }
  },
  /// the hyperbolic tangent
  TANH {
    @Override
    double of(double sum) {
      return StrictMath.tanh(sum);
    }

    @Override
    double slope(double sum) {
      double tanh = StrictMath.tanh(sum);
      return 1 - tanh * tanh;
    }
  };

  private static final double ROOT_OF_TWO_PI = Math.sqrt(2 * Math.PI);
  private static final double ROOT_OF_TWO = Math.sqrt(2);

  abstract double of(double sum);

  abstract double slope(double sum);

  /// As typed: `relu`.
  public String text() {
    return name().toLowerCase(Locale.ROOT);
  }

  /// The activation of a hidden layer by its name.
  ///
  /// @throws PlumbException with near names
  public static Activation named(String name) {
    List<String> names = Stream.of(values()).skip(1).map(Activation::text).toList();
    if (!names.contains(name)) {
      throw new PlumbException(
          "no activation %s%s; there are %s"
              .formatted(name, Near.hint(name, names), String.join(", ", names)));
    }
    return valueOf(name.toUpperCase(Locale.ROOT));
  }

  private static double normal(double x) {
    return Doubles.unary("erfc", -x / ROOT_OF_TWO) / 2;
  }
}
