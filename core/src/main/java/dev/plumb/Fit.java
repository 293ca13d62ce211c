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

  /// The i-th column of a loss: its predictions, then its targets.
  static Input input(Definition definition, int i) {
    List<Input> predictions = definition.predictions();
    return i < predictions.size()
        ? predictions.get(i)
        : definition.targets().get(i - predictions.size());
  }

  static void check(Loss loss, Batch batch, int from, int to, Wanted wanted) {
    Definition definition = loss.definition();
    int inputs = definition.predictions().size() + definition.targets().size();
    if (batch.columns().size() != inputs) {
      throw new PlumbException(
          "%s takes %d columns (%s), the batch has %d"
              .formatted(loss.name(), inputs, named(inputs(definition)), batch.columns().size()));
    }
    if (from < 0 || to < from || to > batch.samples()) {
      throw new PlumbException(
          "%s: samples %d to %d of %d".formatted(loss.name(), from, to, batch.samples()));
    }
    for (int i = 0; i < inputs; i++) {
      Input input = input(definition, i);
      length(loss, input, batch, i, i < definition.predictions().size());
      classNumbers(loss, input, batch, i, from, to);
    }
    outputs(loss, batch, to, wanted);
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

  private static void outputs(Loss loss, Batch batch, int to, Wanted wanted) {
    if (wanted.values() != null && Batch.length(wanted.values()) < to) {
      throw new PlumbException(
          "%s: %d places for the values of %d samples"
              .formatted(loss.name(), Batch.length(wanted.values()), to));
    }
    if (wanted.hessian() != null && wanted.gradient() == null) {
      throw new PlumbException(loss.name() + ": the hessian comes together with the gradient");
    }
    outputs(loss, batch, to, wanted.gradient());
    outputs(loss, batch, to, wanted.hessian());
  }

  private static void outputs(Loss loss, Batch batch, int to, Object columns) {
    if (columns == null) {
      return;
    }
    List<Input> predictions = loss.definition().predictions();
    if (Wanted.count(columns) != predictions.size()) {
      throw new PlumbException(
          "%s has %d predictions (%s), %d arrays were given for their derivatives"
              .formatted(
                  loss.name(), predictions.size(), named(predictions), Wanted.count(columns)));
    }
    for (int i = 0; i < predictions.size(); i++) {
      long wanted = (long) to * (predictions.get(i).row() ? batch.classes() : 1);
      int found = Batch.length(Wanted.column(columns, i));
      if (found < wanted) {
        throw new PlumbException(
            "%s: %d places for %d derivatives by %s"
                .formatted(loss.name(), found, wanted, predictions.get(i).name()));
      }
    }
  }

  private static void classNumbers(
      Loss loss, Input input, Batch batch, int place, int from, int to) {
    if (!(input.domain() instanceof Domain.ClassNumber)) {
      return;
    }
    Object column = batch.columns().get(place);
    if (column instanceof float[] labels && areClasses(labels, from, to, batch.classes())) {
      return;
    }
    for (int sample = from; sample < to; sample++) {
      double label = Batch.at(column, sample);
      if (!isClass(label, batch.classes()) && !input.ignores(label)) {
        throw new PlumbException(
            "%s: sample %d has class %s, but the classes are 0 to %d"
                .formatted(loss.name(), sample, label, batch.classes() - 1));
      }
    }
  }

  /// Whether all labels are numbers of classes: the usual case, asked without looking at the kind
  /// of the column for each, which for few classes takes a twentieth of the time of the loss.
  private static boolean areClasses(float[] labels, int from, int to, int classes) {
    boolean all = true;
    for (int sample = from; sample < to; sample++) {
      all &= isClass(labels[sample], classes);
    }
    return all;
  }

  private static boolean isClass(double label, int classes) {
    return label >= 0 & label < classes & label == (int) label;
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
          !Double.isNaN(value)
              && input.domain().contains(value)
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
