package dev.plumb;

import dev.plumb.kernel.Weights;

/// One evaluation of a cost.
///
/// What derivatives are multiplied by is known before the pass over the data, but for ROOT_MEAN,
/// which needs the cost itself and a second pass.
final class Pass {
  private Pass() {}

  static double run(Cost cost, Batch batch, Wanted wanted) {
    double weight = weight(cost, batch);
    Reduction reduction = cost.reduction();
    boolean late = reduction == Reduction.ROOT_MEAN;
    if (weight == 0) {
      scale(cost, batch, wanted.gradient(), 0);
      scale(cost, batch, wanted.hessian(), 0);
      return 0;
    }
    double scale = late ? 1 : reduction.scale(0, weight, batch.samples());
    double sum =
        switch (cost.loss()) {
          case FormulaLoss loss -> loss.sum(batch, wanted, scale, cost.workers());
          case ModifiedLoss loss -> loss.formed(batch).sum(batch, wanted, scale, cost.workers());
          default -> evaluated(cost, batch, wanted, scale);
        };
    double result = reduction.of(sum, weight, batch.samples());
    if (late) {
      scale(cost, batch, wanted.gradient(), reduction.scale(result, weight, batch.samples()));
    }
    return result;
  }

  /// Σ w, by which a mean divides.
  private static double weight(Cost cost, Batch batch) {
    boolean plain = cost.loss() instanceof FormulaLoss;
    if (plain && !batch.weighted()) {
      return batch.samples();
    }
    if (plain) {
      return Weights.sum(batch.weights(), batch.samples());
    }
    double[] counts = new double[batch.samples()];
    cost.loss().weights(batch, 0, batch.samples(), counts);
    return Weights.sum(counts, batch.samples());
  }

  /// Σ w·loss of a loss that is no formula, sample by sample, in double.
  private static double evaluated(Cost cost, Batch batch, Wanted wanted, double scale) {
    double[] values = new double[batch.samples()];
    if (!(wanted.gradient() instanceof double[][]
        || wanted.gradient() == null
        || wanted.gradient() instanceof double[])) {
      throw new PlumbException(cost.loss().name() + " gives its derivatives in double only");
    }
    double[][] gradient = columns(wanted.gradient());
    double[][] hessian = columns(wanted.hessian());
    cost.loss().evaluate(batch, 0, batch.samples(), new Each(values, gradient, hessian));
    for (int i = 0; i < values.length; i++) {
      double weight = batch.weight(i);
      values[i] = weight == 0 ? 0 : weight * values[i];
      scale(cost, batch, gradient, i, weight * scale);
      scale(cost, batch, hessian, i, weight * scale);
    }
    return Weights.sum(values, values.length);
  }

  private static double[][] columns(Object columns) {
    return columns instanceof double[] one ? new double[][] {one} : (double[][]) columns;
  }

  private static void scale(Cost cost, Batch batch, double[][] columns, int sample, double factor) {
    for (int c = 0; columns != null && c < columns.length; c++) {
      int width = cost.loss().definition().predictions().get(c).row() ? batch.classes() : 1;
      for (int k = sample * width; k < (sample + 1) * width; k++) {
        columns[c][k] = factor == 0 ? 0 : columns[c][k] * factor;
      }
    }
  }

  private static void scale(Cost cost, Batch batch, Object columns, double factor) {
    for (int i = 0; columns != null && i < Wanted.count(columns); i++) {
      boolean row = cost.loss().definition().predictions().get(i).row();
      Weights.scale(
          Wanted.column(columns, i), batch.samples() * (row ? batch.classes() : 1), factor);
    }
  }
}
