package dev.plumb.bench;

import dev.plumb.matrix.Exponentials;
import dev.plumb.matrix.Matrix;
import dev.plumb.matrix.Products;
import dev.plumb.vocabulary.FeatureBatch;
import dev.plumb.vocabulary.LinearGradient;
import dev.plumb.vocabulary.LinearScores;
import dev.plumb.vocabulary.LinearSoftmaxCost;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/// Linear scores under softmax cross-entropy: fused, and beside it with the whole matrix of scores
/// in memory, from the same products and exponentials. Both give the gradients by features and by
/// weights.
///
/// @param dense whether there is memory for the matrix of scores; without it one run is timed, no
///   more
record Vocabulary(int samples, int classes, int width, boolean dense, Rounds rounds) {

  /// The table, one line.
  String table() {
    var contenders = new LinkedHashMap<String, Contender>();
    contenders.put("fused", new Fused(data()));
    if (dense) {
      contenders.put("dense", new Dense(data()));
    }
    if (!dense) {
      return told(contenders.get("fused").nanoseconds(1), new LinkedHashMap<>());
    }
    double apart = 0;
    contenders.values().forEach(contender -> contender.nanoseconds(1));
    for (Contender contender : contenders.values()) {
      apart = Math.max(apart, distance(contenders.get("fused").answer(), contender.answer()));
    }
    var times = rounds.run(contenders);
    double fused = times.get("fused").median();
    double spread = times.values().stream().mapToDouble(Rounds.Times::spread).max().orElse(0);
    var more = new LinkedHashMap<String, String>();
    more.put("fused / dense", Table.ratio(fused / times.get("dense").median()));
    more.put("apart", "%.1e".formatted(apart));
    more.put("spread", "%.0f %%".formatted(100 * spread));
    return told(fused, more);
  }

  private String told(double fused, SequencedMap<String, String> more) {
    var line = new LinkedHashMap<String, String>();
    line.put("n", "%,d".formatted(samples));
    line.put("classes", "%,d".formatted(classes));
    line.put("features", "%,d".formatted(width));
    line.put("fused", "%.2f s".formatted(fused / 1e9));
    line.put("GFLOP/s of 8 n V d", "%.0f".formatted(8.0 * samples * classes * width / fused));
    line.putAll(more);
    line.put("heap", "%,d MB".formatted(Runtime.getRuntime().maxMemory() >> 20));
    var table = new Table();
    table.add(line);
    return "%s · %s%n%n%s".formatted(Machine.name(), Machine.business(), table.markdown());
  }

  private static double distance(Contender.Answer one, Contender.Answer other) {
    double size = 0;
    double apart = 0;
    for (int i = 0; i < one.gradient().length; i++) {
      size = Math.max(size, Math.abs(one.gradient()[i]));
      apart = Math.max(apart, Math.abs(one.gradient()[i] - other.gradient()[i]));
    }
    return Math.max(apart / size, Math.abs(one.cost() / other.cost() - 1));
  }

  private record Data(float[] features, float[] weights, int[] targets, int width) {
    float[] joined(float[] byFeatures, float[] byWeights) {
      float[] all = new float[byFeatures.length + byWeights.length];
      System.arraycopy(byFeatures, 0, all, 0, byFeatures.length);
      System.arraycopy(byWeights, 0, all, byFeatures.length, byWeights.length);
      return all;
    }
  }

  private Data data() {
    var random = new SplittableRandom(1);
    float[] features = new float[samples * width];
    float[] weights = new float[classes * width];
    for (int i = 0; i < features.length; i++) {
      features[i] = (float) random.nextGaussian();
    }
    for (int i = 0; i < weights.length; i++) {
      weights[i] = (float) (0.1 * random.nextGaussian());
    }
    return new Data(features, weights, random.ints(samples, 0, classes).toArray(), width);
  }

  private static final class Fused extends InProcess {
    private final Data data;
    private final float[] byFeatures;
    private final float[] byWeights;
    private double cost;

    Fused(Data data) {
      this.data = data;
      byFeatures = new float[data.features().length];
      byWeights = new float[data.weights().length];
    }

    @Override
    double once() {
      cost =
          LinearSoftmaxCost.mean()
              .gradient(
                  LinearScores.of(data.weights(), data.width()),
                  FeatureBatch.of(data.features(), data.targets()),
                  LinearGradient.of(byFeatures, byWeights));
      return cost;
    }

    @Override
    public Answer answer() {
      return new Answer(cost, data.joined(byFeatures, byWeights));
    }
  }

  private static final class Dense extends InProcess {
    private static final int PIECE = 4096;

    private final Data data;
    private final int classes;
    private final float[] scores;
    private final float[] byFeatures;
    private final float[] byWeights;
    private double cost;

    Dense(Data data) {
      this.data = data;
      classes = data.weights().length / data.width();
      scores = new float[data.targets().length * classes];
      byFeatures = new float[data.features().length];
      byWeights = new float[data.weights().length];
    }

    @Override
    double once() {
      Matrix x = Matrix.of(data.features(), data.width());
      Matrix w = Matrix.of(data.weights(), data.width());
      Matrix z = Matrix.of(scores, classes);
      Products.set(z, x, w.transposed());
      int samples = data.targets().length;
      double[] losses = new double[samples];
      IntStream.range(0, samples).parallel().forEach(row -> losses[row] = softmax(row));
      cost = 0;
      for (double loss : losses) {
        cost += loss / samples;
      }
      Products.set(Matrix.of(byFeatures, data.width()), z, w);
      Products.set(Matrix.of(byWeights, data.width()), z.transposed(), x);
      return cost;
    }

    private double softmax(int row) {
      Exponentials exponentials = Exponentials.FASTEST;
      float[] sums = new float[Exponentials.SUMS];
      int from = row * classes;
      int to = from + classes;
      int right = from + data.targets()[row];
      float max = exponentials.max(scores, from, to);
      double loss = max - scores[right];
      double sum = 0;
      for (int at = from; at < to; at += PIECE) {
        sum += exponentials.sum(scores, at, Math.min(to, at + PIECE), max, sums);
      }
      int samples = data.targets().length;
      exponentials.scale(scores, from, to, max, (float) (1 / sum / samples));
      scores[right] -= 1f / samples;
      return loss + Math.log(sum);
    }

    @Override
    public Answer answer() {
      return new Answer(cost, data.joined(byFeatures, byWeights));
    }
  }
}
