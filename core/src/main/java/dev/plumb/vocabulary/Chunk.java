package dev.plumb.vocabulary;

import dev.plumb.matrix.Matrix;
import java.util.Arrays;
import java.util.stream.IntStream;

/// Some rows against all classes: first their normalisers, then their gradients.
///
/// Classes are cut into at most sixteen groups, by their number alone; a thread takes a group. What
/// groups find out about a row is joined in the order of the groups.
final class Chunk {
  /// Rows that a block of weights is used for, once it is in cache.
  static final int ROWS = 1024;

  private static final int GROUPS = 16;

  private final LinearScores scores;
  private final FeatureBatch batch;
  private final LinearGradient gradient;
  private final Group[] groups;
  private final Normaliser all;
  private final Matrix features;
  private final Rows rows;

  Chunk(LinearScores scores, FeatureBatch batch, LinearGradient gradient, int most) {
    this.scores = scores;
    this.batch = batch;
    this.gradient = gradient;
    this.features = Matrix.of(new float[most * scores.features()], scores.features());
    this.rows = new Rows(most);
    this.all = new Normaliser(most);
    int blocks = Math.ceilDiv(scores.classes(), Group.CLASSES);
    int size = Math.ceilDiv(blocks, GROUPS) * Group.CLASSES;
    this.groups = new Group[Math.ceilDiv(scores.classes(), size)];
    for (int k = 0; k < groups.length; k++) {
      int to = Math.min(scores.classes(), (k + 1) * size);
      groups[k] = new Group(scores, gradient, k * size, to, most);
    }
  }

  /// @param samples the numbers of the samples in the batch
  /// @param losses receives their weighted losses, from `at` on
  /// @param derived whether derivatives are wanted, or the losses alone
  void run(int[] samples, double[] losses, int at, boolean derived) {
    int count = samples.length;
    Matrix x = features.rows(0, count);
    for (int i = 0; i < count; i++) {
      int width = scores.features();
      System.arraycopy(batch.features(), samples[i] * width, x.numbers(), i * width, width);
      rows.target[i] = batch.target(samples[i]);
      rows.weight[i] = batch.weight(samples[i]);
    }
    over(group -> group.normalise(x, rows));
    all.clear();
    for (Group group : groups) {
      all.add(group.normaliser(), count);
    }
    rows.finish(all, count, losses, at);
    if (derived) {
      over(group -> group.derive(x, rows));
      if (gradient.features() != null) {
        join(samples);
      }
    }
  }

  private void over(java.util.function.Consumer<Group> work) {
    Arrays.stream(groups).parallel().forEach(work);
  }

  /// Adds up what the groups give to the features of each row.
  private void join(int[] samples) {
    int width = scores.features();
    IntStream.range(0, samples.length)
        .parallel()
        .forEach(row -> {
          for (Group group : groups) {
            float[] part = group.features().numbers();
            for (int k = 0; k < width; k++) {
              gradient.features()[samples[row] * width + k] += part[row * width + k];
            }
          }
        });
  }
}
