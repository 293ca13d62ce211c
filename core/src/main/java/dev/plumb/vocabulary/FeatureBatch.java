package dev.plumb.vocabulary;

import dev.plumb.PlumbException;
import java.util.Objects;

/// Samples for a [LinearSoftmaxCost]: a row of features each, the number of the right class, and
/// optional weights. Looks at the caller's arrays; does not copy them.
public final class FeatureBatch {
  private final float[] features;
  private final int[] targets;
  private final float[] weights;

  private FeatureBatch(float[] features, int[] targets, float[] weights) {
    this.features = features;
    this.targets = targets;
    this.weights = weights;
  }

  /// Samples of weight 1.
  ///
  /// @param features the rows, one after the other, all of the same length
  /// @param targets for each row the number of its class, from 0
  public static FeatureBatch of(float[] features, int[] targets) {
    int samples = targets.length;
    if (samples == 0 ? features.length != 0 : features.length % samples != 0) {
      throw new PlumbException(
          "%d features are no whole number for each of %d samples"
              .formatted(features.length, samples));
    }
    return new FeatureBatch(features, targets, null);
  }

  /// The same samples with weights, one a sample, none negative. A sample of weight 0 contributes
  /// exactly 0, whatever its features and its target are: so are targets ignored.
  public FeatureBatch weights(float[] weights) {
    if (weights.length < targets.length) {
      throw new PlumbException(targets.length + " samples, but " + weights.length + " weights");
    }
    return new FeatureBatch(features, targets, Objects.requireNonNull(weights));
  }

  /// The number of samples.
  public int samples() {
    return targets.length;
  }

  /// The features of a sample.
  public int width() {
    return targets.length == 0 ? 0 : features.length / targets.length;
  }

  /// The rows of features.
  public float[] features() {
    return features;
  }

  /// The class of a sample.
  public int target(int sample) {
    return targets[sample];
  }

  /// The weight of a sample.
  public float weight(int sample) {
    return weights == null ? 1 : weights[sample];
  }
}
