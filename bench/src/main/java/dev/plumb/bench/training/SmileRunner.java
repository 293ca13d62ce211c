package dev.plumb.bench.training;

import dev.plumb.bench.Clock;
import smile.classification.LogisticRegression;

/// Smile's logistic regression, in double. Smile is GPL-3. It is measured here and used nowhere.
record SmileRunner(Problem problem, double[][] features, int[] labels) implements Runner {
  static SmileRunner of(Problem problem) {
    var features = new double[problem.rows()][problem.width()];
    var labels = new int[problem.rows()];
    for (int i = 0; i < labels.length; i++) {
      for (int j = 0; j < problem.width(); j++) {
        features[i][j] = problem.features()[i * problem.width() + j];
      }
      labels[i] = (int) problem.targets()[i];
    }
    return new SmileRunner(problem, features, labels);
  }

  @Override
  public String name() {
    return "Smile 6.3.0";
  }

  @Override
  public int rungs() {
    return 9;
  }

  @Override
  public Trained train(int rung) {
    double lambda = problem.penalty() * problem.rows();
    var options = new LogisticRegression.Options(lambda, Math.pow(10, -(rung + 1)), 2000);
    long began = Clock.now();
    double[] weights = LogisticRegression.binomial(features, labels, options).coefficients();
    double seconds = (Clock.now() - began) / 1e9;
    var model = new double[weights.length];
    model[0] = weights[weights.length - 1];
    System.arraycopy(weights, 0, model, 1, weights.length - 1);
    return new Trained(seconds, model);
  }
}
