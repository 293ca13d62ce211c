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
    double[] weights = of(target.values(), data.weights(), target.labels().size());
    for (int k = 0; k < weights.length; k++) {
      if (weights[k] == 0) {
        throw new PlumbException(
            "no row of %s is %s, so the classes cannot be balanced"
                .formatted(target.name(), target.labels().get(k)));
      }
    }
    return weights;
  }

  /// The same among the classes that are there; 0 for a class without weight.
  ///
  /// @param labels class numbers
  /// @param rowWeights one a row, or null
  static double[] of(double[] labels, double[] rowWeights, int classes) {
    var weights = new double[classes];
    for (int i = 0; i < labels.length; i++) {
      weights[(int) labels[i]] += rowWeights == null ? 1 : rowWeights[i];
    }
    double all = Arrays.stream(weights).sum();
    long there = Arrays.stream(weights).filter(w -> w > 0).count();
    return Arrays.stream(weights).map(w -> w > 0 ? all / (there * w) : 0).toArray();
  }
}
