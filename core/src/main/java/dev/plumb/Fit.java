package dev.plumb;

import dev.plumb.Loss.Violation;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;

/// Whether a batch fits a loss: the number of columns, their lengths, the class numbers and the
/// domains. Checked before a kernel runs, because a compiled class does not show in a stack trace.
final class Fit {
  /// How far the probabilities of a row may sum from 1.
  private static final double SIMPLEX_TOLERANCE = 1e-6;

  private Fit() {}

  static void check(Loss loss, Batch batch, int from, int to, Each each) {
    Definition definition = loss.definition();
    List<Input> inputs = inputs(definition);
    if (batch.columns().size() != inputs.size()) {
      throw new PlumbException(
          "%s takes %d columns (%s), the batch has %d"
              .formatted(loss.name(), inputs.size(), named(inputs), batch.columns().size()));
    }
    if (from < 0 || to < from || to > batch.samples()) {
      throw new PlumbException(
          "%s: samples %d to %d of %d".formatted(loss.name(), from, to, batch.samples()));
    }
    for (int i = 0; i < inputs.size(); i++) {
      length(loss, inputs.get(i), batch, i, i < definition.predictions().size());
    }
    outputs(loss, batch, to, each);
    classNumbers(loss, inputs, batch, from, to);
  }

  private static void length(Loss loss, Input input, Batch batch, int column, boolean prediction) {
    long wanted = (long) batch.samples() * (input.row() ? batch.classes() : 1);
    int found = Batch.length(batch.columns().get(column));
    if (found != wanted) {
      throw new PlumbException(
          "%s: %d %s for %s, but %d samples%s need %d"
              .formatted(
                  loss.name(),
                  found,
                  prediction ? "predictions" : "targets",
                  input.name(),
                  batch.samples(),
                  input.row() ? " of " + batch.classes() + " classes" : "",
                  wanted));
    }
  }

  private static void outputs(Loss loss, Batch batch, int to, Each each) {
    if (each.values() != null && each.values().length < to) {
      throw new PlumbException(
          "%s: %d places for the values of %d samples"
              .formatted(loss.name(), each.values().length, to));
    }
    if (each.hessian() != null && each.gradient() == null) {
      throw new PlumbException(loss.name() + ": the hessian comes together with the gradient");
    }
    for (double[][] arrays : new double[][][] {each.gradient(), each.hessian()}) {
      if (arrays != null) {
        outputs(loss, batch, to, arrays);
      }
    }
  }

  private static void outputs(Loss loss, Batch batch, int to, double[][] arrays) {
    List<Input> predictions = loss.definition().predictions();
    if (arrays.length != predictions.size()) {
      throw new PlumbException(
          "%s has %d predictions (%s), %d arrays were given for their derivatives"
              .formatted(loss.name(), predictions.size(), named(predictions), arrays.length));
    }
    for (int i = 0; i < arrays.length; i++) {
      long wanted = (long) to * (predictions.get(i).row() ? batch.classes() : 1);
      if (arrays[i].length < wanted) {
        throw new PlumbException(
            "%s: %d places for %d derivatives by %s"
                .formatted(loss.name(), arrays[i].length, wanted, predictions.get(i).name()));
      }
    }
  }

  private static void classNumbers(Loss loss, List<Input> inputs, Batch batch, int from, int to) {
    for (int i = 0; i < inputs.size(); i++) {
      if (inputs.get(i).domain() instanceof Domain.ClassNumber) {
        Object column = batch.columns().get(i);
        for (int sample = from; sample < to; sample++) {
          double label = Batch.at(column, sample);
          boolean isClass = label >= 0 && label < batch.classes() && label == Math.rint(label);
          if (!isClass && !inputs.get(i).ignores(label)) {
            throw new PlumbException(
                "%s: sample %d has class %s, but the classes are 0 to %d"
                    .formatted(loss.name(), sample, label, batch.classes() - 1));
          }
        }
      }
    }
  }

  static Optional<Violation> violation(Loss loss, Batch batch) {
    List<Input> inputs = inputs(loss.definition());
    for (int i = 0; i < inputs.size(); i++) {
      Input input = inputs.get(i);
      int width = input.row() ? batch.classes() : 1;
      for (int sample = 0; sample < batch.samples(); sample++) {
        Optional<Violation> found = violation(input, batch, i, sample, width);
        if (found.isPresent() && !isIgnored(inputs, batch, sample)) {
          return found;
        }
      }
    }
    return Optional.empty();
  }

  private static boolean isIgnored(List<Input> inputs, Batch batch, int sample) {
    return IntStream.range(0, inputs.size())
        .filter(i -> inputs.get(i).ignored().isPresent())
        .anyMatch(i -> inputs.get(i).ignores(Batch.at(batch.columns().get(i), sample)));
  }

  private static Optional<Violation> violation(
      Input input, Batch batch, int column, int sample, int width) {
    double sum = 0;
    for (int k = 0; k < width; k++) {
      double value = Batch.at(batch.columns().get(column), sample * width + k);
      sum += value;
      boolean inside =
          input.domain().contains(value)
              && !(input.domain() instanceof Domain.ClassNumber && value >= batch.classes());
      if (!inside) {
        return Optional.of(new Violation(sample, input.name(), value, input.domain().text()));
      }
    }
    boolean whole =
        !(input.domain() instanceof Domain.Simplex) || Math.abs(sum - 1) <= SIMPLEX_TOLERANCE;
    return whole
        ? Optional.empty()
        : Optional.of(new Violation(sample, input.name(), sum, "probabilities that sum to 1"));
  }

  private static List<Input> inputs(Definition definition) {
    var inputs = new ArrayList<>(definition.predictions());
    inputs.addAll(definition.targets());
    return inputs;
  }

  private static String named(List<Input> inputs) {
    return String.join(", ", inputs.stream().map(Input::name).toList());
  }
}
