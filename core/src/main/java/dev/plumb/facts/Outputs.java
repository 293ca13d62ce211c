package dev.plumb.facts;

import dev.plumb.Batch;
import dev.plumb.Each;
import dev.plumb.Loss;
import dev.plumb.formula.Definition.Input;
import java.util.List;

/// What a loss's kernel gives for samples.
///
/// @param gradient for each prediction `classes` consecutive numbers a sample, or one
/// @param hessian the same
record Outputs(double[] values, double[][] gradient, double[][] hessian) {
  static Outputs of(Loss loss, List<double[][]> samples, int classes) {
    return of(loss, Samples.batch(samples, classes));
  }

  static Outputs of(Loss loss, Batch batch) {
    List<Input> predictions = loss.definition().predictions();
    double[][] gradient = new double[predictions.size()][];
    double[][] hessian = new double[predictions.size()][];
    for (int i = 0; i < gradient.length; i++) {
      int length = batch.samples() * (predictions.get(i).row() ? batch.classes() : 1);
      gradient[i] = new double[length];
      hessian[i] = new double[length];
    }
    double[] values = new double[batch.samples()];
    loss.evaluate(batch, 0, batch.samples(), new Each(values, gradient, hessian));
    return new Outputs(values, gradient, hessian);
  }

  static double[] values(Loss loss, List<double[][]> samples, int classes) {
    double[] values = new double[samples.size()];
    loss.values(Samples.batch(samples, classes), values);
    return values;
  }
}
