package dev.plumb.vocabulary;

import dev.plumb.Reduction;

/// The textbook's computation, in double and with every score in memory.
record Dense(double cost, double[] features, double[] weights, double[] bias) {

  static Dense of(Words words, Reduction reduction) {
    int n = words.samples();
    int classes = words.classes();
    double[][] slopes = new double[n][classes];
    double sum = 0;
    double weight = 0;
    for (int i = 0; i < n; i++) {
      double[] p = softmax(words, i);
      double loss = -Math.log(p[words.targets()[i]]);
      sum += words.weighing()[i] * loss;
      weight += words.weighing()[i];
      p[words.targets()[i]] -= 1;
      slopes[i] = p;
    }
    double cost = reduction.of(sum, weight, n);
    double scale = reduction.scale(cost, weight, n);
    var dense =
        new Dense(
            cost,
            new double[words.features().length],
            new double[words.weights().length],
            new double[classes]);
    for (int i = 0; i < n; i++) {
      for (int v = 0; v < classes; v++) {
        dense.add(words, i, v, slopes[i][v] * scale * words.weighing()[i]);
      }
    }
    return dense;
  }

  private static double[] softmax(Words words, int sample) {
    double[] p = new double[words.classes()];
    double greatest = Double.NEGATIVE_INFINITY;
    for (int v = 0; v < p.length; v++) {
      p[v] = words.score(sample, v);
      greatest = Math.max(greatest, p[v]);
    }
    double sum = 0;
    for (int v = 0; v < p.length; v++) {
      p[v] = Math.exp(p[v] - greatest);
      sum += p[v];
    }
    for (int v = 0; v < p.length; v++) {
      p[v] /= sum;
    }
    return p;
  }

  private void add(Words words, int sample, int word, double slope) {
    int d = words.width();
    bias[word] += slope;
    for (int k = 0; k < d; k++) {
      features[sample * d + k] += slope * words.weights()[word * d + k];
      weights[word * d + k] += slope * words.features()[sample * d + k];
    }
  }
}
