package dev.plumb.sequence;

import dev.plumb.PlumbException;
import java.util.Arrays;

/// Samples for a loss of sequences: for each a matrix of scores, one row of `classes` numbers a
/// frame, and a sequence of class numbers, of any lengths.
///
/// All are packed end to end, sample after sample, without padding. Sequences look at the caller's
/// arrays; they do not copy them.
public final class Sequences {
  private final int classes;
  private final Object scores;
  private final int[] frameStarts;
  private final int[] labels;
  private final int[] labelStarts;
  private final double[] weights;

  private Sequences(
      int classes,
      Object scores,
      int[] frameStarts,
      int[] labels,
      int[] labelStarts,
      double[] weights) {
    this.classes = classes;
    this.scores = scores;
    this.frameStarts = frameStarts;
    this.labels = labels;
    this.labelStarts = labelStarts;
    this.weights = weights;
  }

  /// Packed sequences.
  ///
  /// @param classes the length of a row of scores
  /// @param scores `classes` numbers a frame, the frames of the first sample first
  /// @param frames for each sample how many frames it has
  /// @param labels the labels of the first sample, then of the second, …
  /// @param lengths for each sample how many labels it has
  /// @throws PlumbException when the lengths do not add up
  public static Sequences of(
      int classes, double[] scores, int[] frames, int[] labels, int[] lengths) {
    return of(classes, scores, scores.length, frames, labels, lengths);
  }

  /// Packed sequences with scores in float; everything is computed in double.
  public static Sequences of(
      int classes, float[] scores, int[] frames, int[] labels, int[] lengths) {
    return of(classes, scores, scores.length, frames, labels, lengths);
  }

  /// One sequence.
  ///
  /// @param scores for each frame a row of scores; at least one frame
  /// @param labels what was said
  public static Sequences one(double[][] scores, int... labels) {
    if (scores.length == 0) {
      throw new PlumbException("a sequence without frames does not tell how many classes it has");
    }
    int classes = scores[0].length;
    double[] packed = Arrays.stream(scores).flatMapToDouble(Arrays::stream).toArray();
    return of(classes, packed, new int[] {scores.length}, labels, new int[] {labels.length});
  }

  private static Sequences of(
      int classes, Object scores, int count, int[] frames, int[] labels, int[] lengths) {
    if (classes < 1) {
      throw new PlumbException("a row needs at least one class, not " + classes);
    }
    if (frames.length != lengths.length) {
      throw new PlumbException(
          "%d samples have frames, but %d have labels".formatted(frames.length, lengths.length));
    }
    int[] frameStarts = starts("frames", frames);
    int[] labelStarts = starts("labels", lengths);
    long wanted = (long) frameStarts[frames.length] * classes;
    if (count != wanted) {
      throw new PlumbException(
          "%d scores, but %d frames of %d classes need %d"
              .formatted(count, frameStarts[frames.length], classes, wanted));
    }
    if (labels.length != labelStarts[lengths.length]) {
      throw new PlumbException(
          "%d labels, but the lengths add up to %d"
              .formatted(labels.length, labelStarts[lengths.length]));
    }
    return new Sequences(classes, scores, frameStarts, labels, labelStarts, null);
  }

  private static int[] starts(String what, int[] lengths) {
    int[] starts = new int[lengths.length + 1];
    for (int i = 0; i < lengths.length; i++) {
      if (lengths[i] < 0) {
        throw new PlumbException("sample %d has %d %s".formatted(i, lengths[i], what));
      }
      starts[i + 1] = Math.addExact(starts[i], lengths[i]);
    }
    return starts;
  }

  /// The same samples with weights, one a sample, none negative. A weight of 0 contributes exactly
  /// 0, whatever the sample holds.
  public Sequences weights(double... weights) {
    if (weights.length != samples()) {
      throw new PlumbException(samples() + " samples, but " + weights.length + " weights");
    }
    return new Sequences(classes, scores, frameStarts, labels, labelStarts, weights);
  }

  /// The number of samples.
  public int samples() {
    return frameStarts.length - 1;
  }

  /// The length of a row of scores.
  public int classes() {
    return classes;
  }

  /// How many frames a sample has.
  public int frames(int sample) {
    return frameStarts[sample + 1] - frameStarts[sample];
  }

  /// The labels of a sample.
  public int[] labels(int sample) {
    return Arrays.copyOfRange(labels, labelStarts[sample], labelStarts[sample + 1]);
  }

  /// Where the scores of a sample start among all scores; for `samples()` where they end.
  public int start(int sample) {
    return frameStarts[sample] * classes;
  }

  /// The weight of a sample; 1 without weights.
  public double weight(int sample) {
    return weights == null ? 1 : weights[sample];
  }

  /// One score.
  double score(int index) {
    return scores instanceof float[] f ? f[index] : ((double[]) scores)[index];
  }
}
