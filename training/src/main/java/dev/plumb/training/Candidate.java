package dev.plumb.training;

import dev.plumb.Batch;
import dev.plumb.Each;
import dev.plumb.Loss;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;

/// A loss that takes part in a comparison.
///
/// @param pairing how it meets the target, with parameters as they were named
/// @param asked whether someone asked for it by name, so that it is neither dropped nor forgiven
/// @param free the parameters that are chosen from the data: those in units of the residual
record Candidate(Pairing pairing, boolean asked, List<String> free) {
  private static final int DIGITS = 3;

  /// A loss with every parameter as it is.
  static Candidate fixed(Pairing pairing) {
    return new Candidate(pairing, true, List.of());
  }

  /// A loss whose parameters in units of the residual, where they stand at their defaults, are
  /// chosen from the data.
  static Candidate scaled(Pairing pairing, boolean asked) {
    Loss loss = pairing.loss();
    List<String> free =
        loss.definition().parameters().stream()
            .filter(p -> loss.parameters().get(p.name()) == p.value())
            .map(p -> p.name())
            .filter(loss::isResidualScale)
            .toList();
    return new Candidate(pairing, asked, free);
  }

  /// The loss as it is trained where residuals spread so far: each free parameter is its default
  /// times the spread.
  Pairing at(double spread) {
    Loss loss = pairing.loss();
    for (String parameter : free) {
      loss = loss.with(parameter, loss.parameters().get(parameter) * spread);
    }
    return pairing.with(loss);
  }

  /// The same with three significant digits in the free parameters, as it is reported.
  Pairing reported(double spread) {
    Loss loss = at(spread).loss();
    for (String parameter : free) {
      loss = loss.with(parameter, rounded(loss.parameters().get(parameter)));
    }
    return pairing.with(loss);
  }

  /// Whether the pull of a row weakens as its residual grows, at some size of residual: such a loss
  /// has several minima, and which one is found depends on the start. Asked of losses whose score
  /// is the prediction of an amount.
  static boolean redescends(Pairing pairing, double spread) {
    if (!onTargetScale(pairing)) {
      return false;
    }
    var scores = new double[2001];
    Arrays.setAll(scores, i -> (i - 1000) / 50.0 * spread);
    var gradient = new double[scores.length];
    var values = new double[scores.length];
    Batch batch = Batch.of(scores, new double[scores.length]);
    pairing.scored().evaluate(batch, 0, scores.length, Each.gradient(values, gradient));
    double largest = Arrays.stream(gradient).map(Math::abs).max().orElse(0);
    for (int i = 1; i < gradient.length; i++) {
      if (gradient[i] < gradient[i - 1] - 1e-9 * largest) {
        return true;
      }
    }
    return false;
  }

  /// Whether the score is a prediction of the target itself.
  static boolean onTargetScale(Pairing pairing) {
    return pairing.form() == TargetForm.VALUE
        && pairing.outputs() == 1
        && pairing.scored().definition().response().isEmpty()
        && pairing.scored().definition().targets().getFirst().domain().contains(0);
  }

  private static double rounded(double value) {
    return new BigDecimal(value).round(new MathContext(DIGITS)).doubleValue();
  }
}
