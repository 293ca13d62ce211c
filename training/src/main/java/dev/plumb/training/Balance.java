package dev.plumb.training;

import dev.plumb.PlumbException;
import java.util.Arrays;

/// Weights by which every class counts the same in all.
public final class Balance {
  private Balance() {}

  /// For each class all weight divided by the number of classes and the weight of its rows.
  ///
  /// @throws PlumbException when the target has no classes, or a class no weight
  public static double[] of(Dataset data) {
    Target target = data.target();
    if (!target.kind().isClasses()) {
      throw new PlumbException(
          "%s is %s, and only classes can be balanced"
              .formatted(target.name(), target.kind().text()));
    }
    var weights = new double[target.labels().size()];
    for (int i = 0; i < data.rows(); i++) {
      weights[(int) target.values()[i]] += data.weights() == null ? 1 : data.weights()[i];
    }
    double all = Arrays.stream(weights).sum();
    for (int k = 0; k < weights.length; k++) {
      if (!(weights[k] > 0)) {
        throw new PlumbException(
            "no row of %s is %s, so the classes cannot be balanced"
                .formatted(target.name(), target.labels().get(k)));
      }
      weights[k] = all / (weights.length * weights[k]);
    }
    return weights;
  }
}
