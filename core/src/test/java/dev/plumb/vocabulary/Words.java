package dev.plumb.vocabulary;

import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Random;

/// Random samples and scores, the same for the same seed.
record Words(
    float[] features, float[] weights, float[] biases, float[] weighing, int[] targets, int width) {

  static Words random(int samples, int classes, int width, int seed) {
    var random = new Random(seed);
    int[] targets = random.ints(samples, 0, classes).toArray();
    return new Words(
        normal(random, samples * width),
        normal(random, classes * width),
        normal(random, classes),
        positive(random, samples),
        targets,
        width);
  }

  private static float[] normal(Random random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextGaussian();
    }
    return numbers;
  }

  private static float[] positive(Random random, int count) {
    float[] numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = 0.5f + random.nextFloat();
    }
    return numbers;
  }

  int samples() {
    return targets.length;
  }

  int classes() {
    return biases.length;
  }

  LinearScores scores() {
    return LinearScores.of(weights, width).bias(biases);
  }

  FeatureBatch batch() {
    return FeatureBatch.of(features, targets).weights(weighing);
  }

  LinearGradient room() {
    return new LinearGradient(
        new float[features.length], new float[weights.length], new float[biases.length]);
  }

  /// The matrix of scores, rounded to float once.
  float[] dense() {
    float[] scores = new float[samples() * classes()];
    for (int i = 0; i < samples(); i++) {
      for (int v = 0; v < classes(); v++) {
        scores[i * classes() + v] = (float) score(i, v);
      }
    }
    return scores;
  }

  double score(int sample, int word) {
    double score = biases[word];
    for (int k = 0; k < width; k++) {
      score += (double) features[sample * width + k] * weights[word * width + k];
    }
    return score;
  }

  /// The SHA-256 of cost and derivatives.
  String digest() {
    LinearGradient gradient = room();
    double cost = LinearSoftmaxCost.mean().gradient(scores(), batch(), gradient);
    int count = features.length + weights.length + biases.length;
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES + Float.BYTES * count).putDouble(cost);
    for (float[] part : new float[][] {gradient.features(), gradient.weights(), gradient.bias()}) {
      for (float number : part) {
        bytes.putFloat(number);
      }
    }
    try {
      byte[] hash = MessageDigest.getInstance("SHA-256").digest(bytes.array());
      return HexFormat.of().formatHex(hash);
    } catch (NoSuchAlgorithmException missing) {
      throw new AssertionError(missing);
    }
  }
}
