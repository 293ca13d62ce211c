package dev.plumb.report;

import dev.plumb.Loss;
import dev.plumb.training.ComparisonResult;
import dev.plumb.training.ComparisonResult.Entry;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// The picture of L1, L2 and Huber: how the gradient grows with the error.
///
/// @param axis residuals, or margins for classes
/// @param typical the size of error at which every loss pulls once
/// @param far the largest error drawn
/// @param names of the losses
record Growth(ComparisonResult result, Axis axis, double typical, double far, List<String> names) {
  /// Efficient at 95 % for normal residuals [Huber 1964], whose median size is 0.6745 of a standard
  /// deviation.
  private static final double HUBER_BY_MEDIAN = 1.345 / 0.6745;

  private static final double WRONG = 4;

  /// Empty where no picture fits.
  static Optional<Growth> of(ComparisonResult result) {
    if (result.kind().isClasses()) {
      var names = List.of("exponential", "squared_hinge", "logistic", "hinge");
      return Optional.of(new Growth(result, Axis.MARGIN, 0, WRONG, names));
    }
    return Spread.of(result)
        .map(spread ->
            new Growth(
                result,
                Axis.RESIDUAL,
                spread.typical(),
                spread.farthest(),
                List.of("squared_error", huber(result, spread), "absolute_error")));
  }

  /// The one that was compared, else one with the usual delta.
  private static String huber(ComparisonResult result, Spread spread) {
    return result.ranking().stream()
        .map(Entry::loss)
        .filter(name -> name.matches("huber\\(delta = [0-9.E-]+\\)"))
        .findFirst()
        .orElse("huber(delta = " + Figures.typed(HUBER_BY_MEDIAN * spread.typical()) + ")");
  }

  Markup markup() {
    List<Curve> curves = names.stream().map(this::curve).toList();
    Series series =
        new Series(
            Stream.concat(Series.of(result).names().stream(), names.stream()).distinct().toList());
    double most = curves.stream().flatMapToDouble(c -> Arrays.stream(c.gradient())).max().orElse(1);
    Markup figure =
        series
            .on(Chart.of("lines"))
            .with("lines", LossCurves.lines(curves, Curve::gradient))
            .with("x", title())
            .with("x domain", List.of(0, far))
            .with("y", "pull, relative")
            .with("y domain", List.of(0, Math.min(most, ceiling())))
            .with("marks", List.of())
            .figure("How the gradient grows: " + sentence(curves), sentence(curves));
    return Template.of("growth")
        .with("legend", series.legend(names))
        .with("figure", figure)
        .markup();
  }

  private String title() {
    return axis == Axis.RESIDUAL
        ? "size of the residual"
        : "how far the score is on the wrong side";
  }

  /// The exponential leaves every other curve on the floor.
  private double ceiling() {
    return axis == Axis.MARGIN ? 2 * WRONG : Double.POSITIVE_INFINITY;
  }

  /// The size of the gradient by the size of the error, 1 at the typical one.
  private Curve curve(String name) {
    Curve whole = Curve.of(name, Loss.of(name), axis, -far, far);
    int middle = whole.x().length / 2;
    int first = axis == Axis.MARGIN ? 0 : 1; // A slope at the kink itself says nothing.
    int count = whole.x().length - middle - first;
    var x = new double[count];
    var gradient = new double[count];
    for (int i = 0; i < count; i++) {
      x[i] = whole.x()[middle + first + i];
      int place = axis == Axis.MARGIN ? middle - i : middle + first + i;
      gradient[i] = Math.abs(whole.gradient()[place]);
    }
    var half = new Curve(name, x, gradient, gradient);
    return half.scaled(0, 1, half.gradientAt(typical));
  }

  private String sentence(List<Curve> curves) {
    String error =
        axis == Axis.RESIDUAL
            ? "A residual of %s pulls".formatted(Figures.brief(far))
            : "A row that is wrong by a score of %s pulls".formatted(Figures.brief(far));
    String than =
        axis == Axis.RESIDUAL
            ? "the typical one of %s".formatted(Figures.brief(typical))
            : "an undecided one";
    return error
        + " "
        + String.join(
            ", ",
            curves.stream()
                .map(c ->
                    "%s× as hard under %s".formatted(Figures.times(c.gradientAt(far)), c.name()))
                .toList())
        + " as "
        + than
        + " does.";
  }
}
