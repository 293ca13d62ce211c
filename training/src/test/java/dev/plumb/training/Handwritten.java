package dev.plumb.training;

import dev.plumb.Batch;
import dev.plumb.Each;
import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.calculus.Calculus;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Formulas;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.DoubleBinaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/// Losses written by hand: what training computes with them shares no code with the language.
///
/// @param constant the best constant for targets
record Handwritten(
    Definition definition,
    DoubleBinaryOperator value,
    DoubleBinaryOperator slope,
    ToDoubleFunction<double[]> constant)
    implements Loss {

  static final Loss SQUARED =
      pointwise(
          "squared(z | y)", (z, y) -> (z - y) * (z - y), (z, y) -> 2 * (z - y), Handwritten::mean);
  static final Loss ABSOLUTE =
      pointwise(
          "absolute(z | y)",
          (z, y) -> Math.abs(z - y),
          (z, y) -> Math.signum(z - y),
          Handwritten::median);
  static final Loss LOGISTIC =
      pointwise(
          "logistic(z | y in {-1, 1})",
          (z, y) -> Math.log1p(Math.exp(-y * z)),
          (z, y) -> -y / (1 + Math.exp(y * z)),
          y -> Math.log((1 + mean(y)) / (1 - mean(y))));

  /// log(1 + z) + y, which has no value below −1.
  static final Loss BROKEN =
      pointwise("broken(z | y)", (z, y) -> Math.log1p(z) + y, (z, y) -> 1 / (1 + z), y -> 0);

  static final Loss SOFTMAX =
      new Handwritten(definition("softmax(z[] | y in class)"), null, null, null);

  static Loss huber(double delta) {
    return pointwise(
        "huber(z | y)",
        (z, y) ->
            Math.abs(z - y) <= delta
                ? (z - y) * (z - y) / 2
                : delta * (Math.abs(z - y) - delta / 2),
        (z, y) -> Math.clamp(z - y, -delta, delta),
        Handwritten::median);
  }

  static Loss pointwise(
      String inputs,
      DoubleBinaryOperator value,
      DoubleBinaryOperator slope,
      ToDoubleFunction<double[]> constant) {
    return new Handwritten(definition(inputs), value, slope, constant);
  }

  /// A definition of which training reads the inputs only.
  private static Definition definition(String inputs) {
    return Formulas.definitions("loss " + inputs + " = 0", "test").getFirst();
  }

  private static double mean(double[] y) {
    return Arrays.stream(y).average().orElseThrow();
  }

  private static double median(double[] y) {
    double[] sorted = y.clone();
    Arrays.sort(sorted);
    return sorted[y.length / 2];
  }

  @Override
  public void evaluate(Batch batch, int from, int to, Each each) {
    double[] z = (double[]) batch.columns().get(0);
    double[] y = (double[]) batch.columns().get(1);
    int classes = batch.classes();
    double[] gradient = each.gradient() == null ? null : each.gradient()[0];
    for (int i = from; i < to; i++) {
      if (value == null) {
        softmax(z, i, classes, (int) y[i], each.values(), gradient);
        continue;
      }
      each.values()[i] = value.applyAsDouble(z[i], y[i]);
      if (gradient != null) {
        gradient[i] = slope.applyAsDouble(z[i], y[i]);
      }
    }
  }

  private static void softmax(
      double[] z, int i, int classes, int label, double[] values, double[] gradient) {
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      sum += Math.exp(z[i * classes + k]);
    }
    values[i] = Math.log(sum) - z[i * classes + label];
    for (int k = 0; gradient != null && k < classes; k++) {
      gradient[i * classes + k] = Math.exp(z[i * classes + k]) / sum - (k == label ? 1 : 0);
    }
  }

  @Override
  public double[] optimalConstant(double[] targets, double[] weights, int classes) {
    if (value == null) {
      return new double[classes];
    }
    double[] counted =
        IntStream.range(0, targets.length)
            .filter(i -> weights == null || weights[i] > 0)
            .mapToDouble(i -> targets[i])
            .toArray();
    return new double[] {constant.applyAsDouble(counted)};
  }

  @Override
  public Optional<Calculus> calculus() {
    return Optional.empty();
  }

  @Override
  public Loss onScores() {
    return this;
  }

  @Override
  public String text() {
    return name();
  }

  @Override
  public SequencedMap<String, Double> parameters() {
    return new LinkedHashMap<>();
  }

  @Override
  public Loss with(String parameter, double value) {
    throw new PlumbException(name() + " has no parameter " + parameter);
  }

  @Override
  public double value(double... sample) {
    return value.applyAsDouble(sample[0], sample[1]);
  }

  @Override
  public Optional<Violation> violation(Batch batch) {
    return Optional.empty();
  }

  @Override
  public void respond(double[] scores, int classes) {}

  @Override
  public boolean isResidualScale(String parameter) {
    return false;
  }
}
