package dev.plumb.facts;

import dev.plumb.Loss;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Domain.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// The points at which a loss is checked: random, on borders, on the edges of domains, extreme.
final class Points {
  private static final double[] EXTREMES = {
    0,
    -0.0,
    1e-300,
    -1e-300,
    20,
    -20,
    50,
    -50,
    745,
    -745,
    1e4,
    -1e4,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY
  };
  private static final double[] TARGETS = {0, 1, -1, 2, 0.5, 1e-300, 20, -20, 1e4, -1e4};
  private static final int MOST = 1500;

  private final Loss loss;
  private final Samples samples;

  Points(Loss loss) {
    this.loss = loss;
    this.samples = new Samples(loss, 17);
  }

  Samples samples() {
    return samples;
  }

  /// Ordinary points: half of them round numbers, half any numbers, some predictions near or far.
  List<double[][]> ordinary(int count) {
    var points = new ArrayList<double[][]>();
    for (int i = 0; i < count; i++) {
      double[][] point = samples.next();
      if (i % 2 == 1) {
        for (int input = 0; input < point.length; input++) {
          point[input] = roughened(input, point[input], i % 8 == 7 ? 1e-3 : i % 16 == 5 ? 6 : 1);
        }
      }
      points.add(point);
    }
    return points;
  }

  private double[] roughened(int input, double[] values, double factor) {
    Domain domain = samples.inputs().get(input).domain();
    double[] rough = values.clone();
    for (int k = 0; k < rough.length && domain instanceof Interval; k++) {
      double value = values[k] * factor * (1 + 0.1 * samples.random().nextDouble());
      rough[k] = domain.contains(value) ? value : values[k];
    }
    return rough;
  }

  /// Points on the borders that the formula draws.
  List<double[][]> borders() {
    var points = new ArrayList<double[][]>();
    var calculus = loss.calculus().orElseThrow();
    for (int i = 0; i < loss.definition().predictions().size(); i++) {
      points.addAll(
          new Borders(loss, calculus.shapes(), calculus.value(), i)
              .samplesOnBorders().stream().limit(6).toList());
    }
    return points;
  }

  /// Legal points whose predictions are extreme (those of DESIGN 4.1) or on the edges of their
  /// domains.
  List<double[][]> extreme() {
    var points = new ArrayList<double[][]>();
    for (int i = 0; points.size() < MOST && i < 4 * MOST; i++) {
      double[][] point = samples.next();
      for (int input = 0; input < point.length; input++) {
        boolean prediction = samples.isPrediction(input);
        if (prediction || samples.random().nextInt(2) == 0) {
          point[input] =
              extreme(
                  samples.inputs().get(input), point[input], prediction ? EXTREMES : TARGETS, i);
        }
      }
      points.add(point);
    }
    return points;
  }

  private double[] extreme(Input input, double[] values, double[] candidates, int place) {
    double[] changed = values.clone();
    if (input.domain() instanceof Domain.Simplex) {
      if (place % 2 == 0) {
        Arrays.fill(changed, 0);
        changed[place / 2 % changed.length] = 1;
      }
      return changed;
    }
    for (int k = 0; k < changed.length; k++) {
      double candidate = candidates[samples.random().nextInt(candidates.length)];
      double edged = edge(input.domain(), candidate);
      boolean some = changed.length == 1 || samples.random().nextInt(3) > 0;
      changed[k] =
          some && input.domain() instanceof Interval && isLegal(input.domain(), edged)
              ? edged
              : changed[k];
    }
    return changed;
  }

  private static boolean isLegal(Domain domain, double value) {
    return Double.isInfinite(value)
        ? domain instanceof Interval interval && interval.unbounded()
        : domain.contains(value);
  }

  /// In a domain with an end, numbers of little size are put near the end.
  private static double edge(Domain domain, double candidate) {
    if (!(domain instanceof Interval(double low, double high, _, _))
        || domain.contains(candidate)) {
      return candidate;
    }
    if (Double.isFinite(low) && Double.isFinite(high)) {
      return candidate > 0
          ? high - (high - low) / (4 * candidate)
          : low - (high - low) / (4 * candidate);
    }
    return Double.isFinite(low) ? low + Math.abs(candidate) : high - Math.abs(candidate);
  }

  /// Whether no input is farther out than 1e4, or nearer to 0 than 1e-100 without being it.
  static boolean isModerate(double[][] point) {
    return Arrays.stream(point)
        .flatMapToDouble(Arrays::stream)
        .map(Math::abs)
        .allMatch(v -> v == 0 || v <= 1e4 && v >= 1e-100);
  }
}
