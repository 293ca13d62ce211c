package dev.plumb.cli;

import dev.plumb.Batch;
import dev.plumb.Each;
import dev.plumb.Loss;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Example;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// One sample worked out: what goes in, and the loss, gradient and hessian that come out.
///
/// @param inputs a value or a row for each prediction and target
record Sample(Loss loss, List<double[]> inputs) {
  private static final double[] SCORES = {2, 1, 0};
  private static final double[] PROBABILITIES = {0.5, 0.3, 0.2};

  /// The samples that a loss gives as examples, or one that fits its inputs.
  static List<Sample> of(Loss loss) {
    List<Sample> given = loss.definition().examples().stream().map(e -> of(loss, e)).toList();
    return given.isEmpty() ? List.of(made(loss)) : given;
  }

  private static Sample of(Loss loss, Example example) {
    Loss with = loss;
    for (var parameter : example.parameters().entrySet()) {
      with = with.with(parameter.getKey(), parameter.getValue());
    }
    return new Sample(with, example.inputs());
  }

  private static Sample made(Loss loss) {
    return new Sample(loss, all(loss.definition()).map(Sample::made).toList());
  }

  private static double[] made(Input input) {
    if (!input.row()) {
      return new double[] {Region.typical(input)};
    }
    boolean probabilities = input.domain() instanceof Domain.Simplex;
    return probabilities || !input.domain().hull().unbounded() ? PROBABILITIES : SCORES;
  }

  private static Stream<Input> all(Definition definition) {
    return Stream.concat(definition.predictions().stream(), definition.targets().stream());
  }

  /// `p = 3, y = 1: loss 1.5, gradient 1, hessian 0`
  String text() {
    List<Input> inputs = all(loss.definition()).toList();
    var given = new ArrayList<String>();
    for (int i = 0; i < inputs.size(); i++) {
      given.add(inputs.get(i).name() + " = " + number(inputs.get(i), this.inputs.get(i)));
    }
    for (var parameter : loss.definition().parameters()) {
      double value = loss.parameters().get(parameter.name());
      if (value != parameter.value()) {
        given.add(parameter.name() + " = " + Digits.six(value));
      }
    }
    return String.join(", ", given) + ": " + outcome();
  }

  private String outcome() {
    List<Input> predictions = loss.definition().predictions();
    double[] value = new double[1];
    double[][] gradient = new double[predictions.size()][];
    double[][] hessian = new double[predictions.size()][];
    for (int i = 0; i < predictions.size(); i++) {
      gradient[i] = new double[inputs.get(i).length];
      hessian[i] = new double[inputs.get(i).length];
    }
    loss.evaluate(batch(), 0, 1, new Each(value, gradient, hessian));
    return "loss %s, gradient %s, hessian %s"
        .formatted(
            Digits.six(value[0]), numbers(predictions, gradient), numbers(predictions, hessian));
  }

  private Batch batch() {
    int classes = inputs.stream().mapToInt(a -> a.length).max().orElse(1);
    return Batch.of(classes, 1, inputs.toArray());
  }

  private static String numbers(List<Input> predictions, double[][] derivatives) {
    var all = new ArrayList<String>();
    for (int i = 0; i < derivatives.length; i++) {
      String number = number(predictions.get(i), derivatives[i]);
      all.add(derivatives.length == 1 ? number : predictions.get(i).name() + " " + number);
    }
    return String.join(", ", all);
  }

  private static String number(Input input, double[] values) {
    return input.row() ? Digits.row(values) : Digits.six(values[0]);
  }
}
