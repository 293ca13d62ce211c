package dev.plumb.sequence;

import dev.plumb.Each;
import dev.plumb.PlumbException;
import dev.plumb.Reduction;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// The loss of one sequence: how wrong a matrix of scores is, given what was said.
///
/// It is to [Sequences] what [dev.plumb.Loss] is to a [dev.plumb.Batch], with the same words for
/// the same things: `evaluate`, `values`, `mean`, `sum`, the rules of weights and reductions. The
/// two share no supertype, because every method of a `Loss` speaks of columns, of a formula or of a
/// diagonal hessian, and a sequence has none of them.
public sealed interface SequenceLoss permits Ctc {
  /// What losses of sequences are listed under.
  String FAMILY = "sequence";

  /// Every loss of sequences, with its default parameters.
  static List<SequenceLoss> all() {
    return List.of(new Ctc());
  }

  /// The loss that a text names, a name or a call: `ctc`, `ctc(blank = 28)`; empty when it names
  /// none of them.
  ///
  /// @throws PlumbException when the parameter is none of that loss, or no number in its domain
  static Optional<SequenceLoss> find(String text) {
    Matcher call =
        Pattern.compile("([\\w\\s-]+?)\\s*(?:\\(\\s*(?:(\\w+)\\s*=\\s*([^\\s)]+))?\\s*\\))?")
            .matcher(text.strip());
    if (!call.matches()) {
      return Optional.empty();
    }
    Optional<SequenceLoss> named = all().stream().filter(l -> l.isCalled(call.group(1))).findAny();
    return call.group(2) == null
        ? named
        : named.map(l -> l.with(call.group(2), number(call.group(3))));
  }

  private boolean isCalled(String name) {
    String normal = name.toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    return normal.equals(name())
        || page().also().stream().anyMatch(also -> also.replace(' ', '_').equals(normal));
  }

  private static double number(String text) {
    try {
      return Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new PlumbException("'" + text + "' is not a number", e);
    }
  }

  /// The name, `ctc`.
  String name();

  /// The call that gives this loss back through [#find].
  String text();

  /// The same loss with another value of one parameter.
  ///
  /// @throws PlumbException when there is no such parameter, or the value is outside its domain
  SequenceLoss with(String parameter, double value);

  /// What it is, in words.
  SequencePage page();

  /// Computes the outputs of the samples `from` to `to - 1`, unweighted, on the caller's thread.
  ///
  /// @param each values by sample; the gradient as one array, packed like the scores; no hessian
  /// @throws PlumbException when the sequences do not fit this loss or an array is too short
  void evaluate(Sequences sequences, int from, int to, Each each);

  /// The loss of every sample.
  default void values(Sequences sequences, double[] each) {
    evaluate(sequences, 0, sequences.samples(), Each.values(each));
  }

  /// This loss under a reduction.
  default SequenceCost cost(Reduction reduction) {
    return new SequenceCost(this, reduction);
  }

  /// Σ w·loss / Σ w.
  default SequenceCost mean() {
    return cost(Reduction.MEAN);
  }

  /// Σ w·loss.
  default SequenceCost sum() {
    return cost(Reduction.SUM);
  }
}
