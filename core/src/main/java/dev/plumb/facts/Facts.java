package dev.plumb.facts;

import dev.plumb.Batch;
import dev.plumb.Loss;
import dev.plumb.PlumbException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/// What follows from a loss with these values of its parameters: convex or not, smooth or kinked,
/// how steep, how robust, what it estimates, and which curvature a trainer may use.
///
/// What is called proved follows from the formula; all else was tried on samples, always the same
/// ones.
public final class Facts {
  private final Loss loss;
  private final List<Along> along;
  private final Range range;
  private final Residual residual;

  private Facts(Loss loss, List<Along> along, Range range, Residual residual) {
    this.loss = loss;
    this.along = List.copyOf(along);
    this.range = range;
    this.residual = residual;
  }

  /// The facts of a loss that is a formula.
  ///
  /// @throws PlumbException when it is none
  public static Facts of(Loss loss) {
    if (loss.calculus().isEmpty()) {
      throw new PlumbException(loss.name() + " is no formula, so no facts follow from it");
    }
    var look = new Look(loss);
    var residual = Residual.of(loss);
    var along = new ArrayList<Along>();
    for (int i = 0; i < loss.definition().predictions().size(); i++) {
      along.add(look.along(i, residual));
    }
    return new Facts(loss, along, look.range(), residual);
  }

  public Loss loss() {
    return loss;
  }

  /// The facts along each prediction, in the order of the definition.
  public List<Along> along() {
    return along;
  }

  /// The least and the largest value.
  public Range range() {
    return range;
  }

  /// Whether it depends on prediction minus target alone.
  public boolean isResidual() {
    return residual.alone();
  }

  /// Whether over- and underestimates of the same size cost the same.
  public boolean isSymmetric() {
    return residual.symmetric();
  }

  /// The power by which the loss grows when predictions and targets are multiplied together: 2 for
  /// the squared error; empty where there is none.
  public OptionalDouble degree() {
    return residual.degree();
  }

  /// What minimising it estimates, as the definition says.
  public Optional<String> estimates() {
    return loss.definition().estimates();
  }

  /// The constant of least cost over a few targets, which shows what the loss is after; empty where
  /// there is no single one.
  public Optional<double[]> optimalConstant() {
    return SmallSample.of(loss).map(SmallSample::optimum);
  }

  /// Usable curvature of every sample, for each prediction, by its policy: never below
  /// [Curvature#LEAST].
  ///
  /// @return for each prediction one number a sample, or `classes` numbers for a row
  public double[][] curvature(Batch batch) {
    Outputs outputs = Outputs.of(loss, batch);
    for (int i = 0; i < along.size(); i++) {
      Curvatures.fill(along.get(i).curvature(), batch, outputs.gradient()[i], outputs.hessian()[i]);
    }
    return outputs.hessian();
  }

  /// All in one line: `convex in s · smooth · Lipschitz |y| · unbounded · curvature: exact`.
  public String text() {
    var words = new ArrayList<String>();
    for (Along a : along) {
      words.add(a.shape());
    }
    words.add(along.stream().allMatch(Along::isSmooth) ? "smooth" : kinks());
    Along first = along.getFirst();
    words.add(first.lipschitz().text());
    if (isResidual()) {
      words.add(first.influence().text());
    }
    words.add(range.text());
    if (isSymmetric()) {
      words.add("symmetric");
    }
    words.add(first.curvature().text());
    return String.join(" · ", words);
  }

  private String kinks() {
    return along.stream()
        .filter(a -> !a.isSmooth())
        .map(Along::smoothness)
        .distinct()
        .limit(2)
        .reduce((a, b) -> a + ", " + b)
        .orElseThrow();
  }

  /// Each fact in a line of its own.
  public List<String> lines() {
    var lines = new ArrayList<String>();
    for (Along a : along) {
      lines.add(a.shape() + why(a.convexity()));
      lines.add(a.prediction() + ": " + a.smoothness());
      a.kinks().forEach(k -> lines.add(a.prediction() + ": " + k.text()));
      lines.add(a.prediction() + ": " + a.lipschitz().text() + ", " + a.influence().text());
      lines.add(a.prediction() + ": " + a.curvature().text());
    }
    lines.add("value: " + range.text());
    if (isResidual()) {
      lines.add("depends on prediction minus target alone" + (isSymmetric() ? ", symmetric" : ""));
    }
    degree().ifPresent(d -> lines.add("homogeneous of degree " + Words.rounded(d)));
    estimates().ifPresent(e -> lines.add("estimates " + e));
    SmallSample.of(loss).ifPresent(s -> lines.add(s.text()));
    return lines;
  }

  private static String why(Convexity convexity) {
    return switch (convexity) {
      case Convexity.Proved(String reason) -> ": " + reason;
      case Convexity.Refuted refuted -> ": " + refuted.witness();
      case Convexity.NotKnown _ -> "";
    };
  }

  @Override
  public String toString() {
    return loss.text() + ": " + text();
  }
}
