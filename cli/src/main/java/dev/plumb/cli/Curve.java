package dev.plumb.cli;

import dev.plumb.Batch;
import dev.plumb.Each;
import dev.plumb.Loss;
import dev.plumb.formula.Definition;
import java.util.Arrays;

/// A loss of one number along its prediction: value, gradient and hessian, the targets held.
record Curve(double[] predictions, double[] values, double[] gradient, double[] hessian) {

  /// Whether a loss has a curve: one prediction, and no rows.
  static boolean has(Loss loss) {
    return has(loss.definition());
  }

  /// Whether the loss of this definition has a curve.
  static boolean has(Definition loss) {
    return !loss.hasRows() && loss.predictions().size() == 1;
  }

  static Curve of(Loss loss, double[] targets, double... predictions) {
    int count = predictions.length;
    Object[] columns = new Object[1 + targets.length];
    columns[0] = predictions;
    for (int i = 0; i < targets.length; i++) {
      double[] column = new double[count];
      Arrays.fill(column, targets[i]);
      columns[1 + i] = column;
    }
    var curve = new Curve(predictions, new double[count], new double[count], new double[count]);
    loss.evaluate(
        Batch.of(1, count, columns),
        0,
        count,
        Each.hessian(curve.values, curve.gradient, curve.hessian));
    return curve;
  }
}
