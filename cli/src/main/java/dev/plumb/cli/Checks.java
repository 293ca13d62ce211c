package dev.plumb.cli;

import dev.plumb.Loss;
import dev.plumb.Loss.Violation;
import dev.plumb.PlumbException;
import dev.plumb.calculus.Doubles;
import dev.plumb.calculus.Interpreter;
import dev.plumb.calculus.Lower;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formulas;
import dev.plumb.formula.Operation;
import dev.plumb.formula.Printer;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;

/// Whether samples fit a loss, and whether what came out is what they mean. A row of weight 0 is
/// never complained about.
record Checks(Loss loss, Samples samples, boolean floats) {

  // Before

  /// Every number lies in the domain that the loss requires.
  void domains() {
    loss.violation(samples.counted().batch(floats))
        .ifPresent(violation -> {
          throw new PlumbException(complaint(violation));
        });
  }

  private String complaint(Violation violation) {
    Input input =
        samples.binding().columns().keySet().stream()
            .filter(i -> i.name().equals(violation.input()))
            .findFirst()
            .orElseThrow();
    List<String> names = samples.binding().columns().get(input);
    double[] numbers = samples.at(input, violation.sample());
    String place = samples.place(violation.sample());
    if (violation.requirement().startsWith("probabilities")) {
      return "%s, columns %s: they add up to %s, but %s requires %s"
          .formatted(
              place,
              String.join(", ", names),
              Samples.number(violation.value()),
              loss.name(),
              violation.requirement());
    }
    int at = 0;
    for (int k = 0; k < numbers.length; k++) {
      at = same(numbers[k], violation.value()) ? k : at;
    }
    return "%s, column %s: %s is %s, which %s requires%s"
        .formatted(
            place,
            names.get(at),
            Samples.number(numbers[at]),
            outside(input, violation),
            loss.name(),
            cure(input, violation));
  }

  private boolean same(double found, double complained) {
    return found == complained || (float) found == complained || found != found;
  }

  private String outside(Input input, Violation violation) {
    return switch (input.domain()) {
      case Domain.ClassNumber _ ->
          "none of the class numbers 0 to " + (samples.binding().classes() - 1);
      case Domain.Simplex _ -> "no probability";
      case Domain.Interval _, Domain.Values _ -> "outside " + violation.requirement();
    };
  }

  private static String cure(Input input, Violation violation) {
    boolean label = input.domain() instanceof Domain.Values && violation.value() == 0;
    return label ? "; for targets 0 and 1 take sigmoid_cross_entropy" : "";
  }

  /// The first row that counts and holds no number somewhere.
  Optional<String> missing() {
    for (int row = 0; row < samples.rows(); row++) {
      Optional<String> column = samples.counts(row) ? samples.missing(row) : Optional.empty();
      if (column.isPresent()) {
        return Optional.of(
            "%s, column %s: no number there (missing or NaN)"
                .formatted(samples.place(row), column.get()));
      }
    }
    return Optional.empty();
  }

  // After

  /// Every loss is a number, unless what went in was none; an infinite one is what the loss means,
  /// not a division by zero.
  ///
  /// @return a remark on the first infinite loss
  Optional<String> values(double[] values) {
    int infinite = -1;
    for (int row = 0; row < values.length; row++) {
      boolean finite = Double.isFinite(values[row]);
      if (!finite && samples.counts(row) && samples.missing(row).isEmpty()) {
        requireMeaning(row, values[row]);
        infinite = infinite < 0 ? row : infinite;
      }
    }
    return infinite < 0 ? Optional.empty() : Optional.of(infinite(infinite, values[infinite]));
  }

  private String infinite(int row, double value) {
    return "%s: the loss is %s at %s"
        .formatted(samples.place(row), Digits.six(value), samples.words(row));
  }

  private void requireMeaning(int row, double value) {
    boolean own = loss.definition().family().isEmpty();
    Optional<String> division = own ? division(row) : Optional.empty();
    if (division.isPresent() || Double.isNaN(value)) {
      throw new PlumbException(
          "%s: %s at %s"
              .formatted(
                  samples.place(row),
                  division.orElse("the loss is not a number"),
                  samples.words(row)));
    }
  }

  /// Every derivative is a number where the sample is.
  ///
  /// @return a remark on the first that is not
  Optional<String> derivatives(Input by, double[] derivatives, String kind) {
    int width = derivatives.length / samples.rows();
    for (int row = 0; row < samples.rows(); row++) {
      boolean undefined =
          Arrays.stream(derivatives, row * width, (row + 1) * width).anyMatch(Double::isNaN);
      if (undefined && samples.missing(row).isEmpty()) {
        return Optional.of(
            "%s: the %s by %s is not a number at %s"
                .formatted(samples.place(row), kind, by.name(), samples.words(row)));
      }
    }
    return Optional.empty();
  }

  /// The part of the formula that divides by zero in a row, in words.
  private Optional<String> division(int row) {
    var inputs = new HashMap<String, List<Double>>();
    loss.parameters().forEach((name, value) -> inputs.put(name, List.of(value)));
    for (Input input : samples.binding().columns().keySet()) {
      inputs.put(input.name(), Arrays.stream(samples.at(input, row)).boxed().toList());
    }
    var interpreter =
        new Interpreter<>(
            Doubles.DOUBLES,
            Formulas.shapes(loss.definition()),
            inputs,
            samples.binding().classes());
    return loss.definition()
        .formula()
        .all()
        .filter(formula -> formula.is(Operation.DIVIDE))
        .filter(formula -> isZero(interpreter, formula.children().getLast()))
        .map(formula -> Printer.text(formula) + " divides by zero")
        .findFirst();
  }

  private static boolean isZero(Interpreter<Double> interpreter, Formula divisor) {
    return interpreter.of(Lower.meaning().of(divisor)).stream().anyMatch(value -> value == 0);
  }
}
