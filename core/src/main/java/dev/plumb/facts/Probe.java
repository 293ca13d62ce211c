package dev.plumb.facts;

import dev.plumb.Loss;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Domain.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// Tries a loss on samples: ordinary ones, and predictions on ever wider shells.
final class Probe {
  private static final int POINTS = 160;
  private static final double[] SHELLS = {1, 30, 1e3, 1e6, 1e9};

  private final Loss loss;
  private final Outputs[][] shells;
  private final int classes;
  private final List<List<double[][]>> points = new ArrayList<>();

  Probe(Loss loss) {
    this.loss = loss;
    this.classes = new Samples(loss, 3).classes();
    this.shells = new Outputs[loss.definition().predictions().size()][SHELLS.length];
    for (int input = 0; input < shells.length; input++) {
      for (int k = 0; k < SHELLS.length; k++) {
        List<double[][]> shell = shell(input, SHELLS[k]);
        shells[input][k] = Outputs.of(loss, shell, classes);
        if (k == 0) {
          points.add(shell);
        }
      }
    }
  }

  /// Ordinary samples whose prediction lies at about this distance; within a bounded domain, as
  /// near to its ends as one over it. The other inputs are the same on every shell.
  private List<double[][]> shell(int input, double size) {
    var samples = new Samples(loss, 3);
    var shell = new ArrayList<double[][]>();
    Input declared = samples.inputs().get(input);
    for (int i = 0; i < POINTS; i++) {
      double[][] sample = samples.next();
      double[] moved = sample[input].clone();
      for (int k = 0; k < moved.length && size > 1; k++) {
        moved[k] = moved(declared.domain(), moved[k], size * samples.unit(), i);
      }
      shell.add(Samples.with(sample, input, moved));
    }
    return shell;
  }

  private static double moved(Domain domain, double value, double size, int place) {
    if (!(domain instanceof Interval(double low, double high, _, _))) {
      return value;
    }
    boolean finiteLow = Double.isFinite(low);
    boolean finiteHigh = Double.isFinite(high);
    if (finiteLow && finiteHigh) {
      return place % 2 == 0 ? low + (high - low) / (2 * size) : high - (high - low) / (2 * size);
    }
    if (finiteLow) {
      return place % 2 == 0 ? low + (value - low) * size : low + (value - low) / size;
    }
    return finiteHigh && place % 2 == 1 ? high - (high - value) / size : value * size;
  }

  /// Gradient and hessian on ordinary samples.
  Outputs ordinary(int input) {
    return shells[input][0];
  }

  /// The samples of [#ordinary].
  List<double[][]> ordinaryPoints(int input) {
    return points.get(input);
  }

  /// The largest slope; infinite where it grows with the shells.
  double steepest(int input) {
    return largest(Arrays.stream(shells[input]).map(o -> o.gradient()[input]).toList());
  }

  /// The largest second derivative, by size; infinite where it grows with the shells.
  double mostBent(int input) {
    return largest(Arrays.stream(shells[input]).map(o -> o.hessian()[input]).toList());
  }

  private static double largest(List<double[]> shells) {
    double[] sizes = shells.stream().mapToDouble(Probe::size).toArray();
    boolean grows =
        sizes[4] > 1.9 * Math.max(sizes[1], sizes[0])
            && sizes[3] > 1.3 * Math.max(sizes[1], sizes[0]);
    return grows ? Double.POSITIVE_INFINITY : Arrays.stream(sizes).max().orElse(0);
  }

  private static double size(double[] numbers) {
    return Arrays.stream(numbers).filter(v -> !Double.isNaN(v)).map(Math::abs).max().orElse(0);
  }

  Influence influence(int input, Lipschitz lipschitz, Convexity convexity) {
    double last = size(shells[input][4].gradient()[input]);
    double before = size(shells[input][3].gradient()[input]);
    double most =
        Math.max(
            size(shells[input][0].gradient()[input]), size(shells[input][1].gradient()[input]));
    boolean falls = last <= before && before < 0.02 * most;
    boolean bounded =
        loss.definition().predictions().get(input).domain() instanceof Interval i && !i.unbounded();
    if (falls && !bounded && !convexity.isProved()) {
      return Influence.REDESCENDING;
    }
    return lipschitz.isFinite() ? Influence.BOUNDED : Influence.UNBOUNDED;
  }

  /// The least and the largest value tried; infinite where they go on with the shells.
  double[] range() {
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    boolean falls = false;
    boolean rises = false;
    for (Outputs[] along : shells) {
      double[] lows = Arrays.stream(along).mapToDouble(o -> extreme(o.values(), -1)).toArray();
      double[] highs = Arrays.stream(along).mapToDouble(o -> extreme(o.values(), 1)).toArray();
      low = Math.min(low, Arrays.stream(lows).min().orElse(0));
      high = Math.max(high, Arrays.stream(highs).max().orElse(0));
      falls |= lows[4] < lows[3] - 0.5 && lows[3] < lows[2] - 0.5 && lows[4] < lows[0] - 1;
      rises |= highs[4] > highs[3] + 0.5 && highs[3] > highs[2] + 0.5;
    }
    return new double[] {
      falls ? Double.NEGATIVE_INFINITY : low, rises ? Double.POSITIVE_INFINITY : high
    };
  }

  private static double extreme(double[] values, int sign) {
    return sign
        * Arrays.stream(values)
            .filter(v -> !Double.isNaN(v))
            .map(v -> sign * v)
            .max()
            .orElse(Double.NEGATIVE_INFINITY);
  }

  /// The worst of many random lines, or that no line speaks against convexity.
  Convexity refuted(int input, int lines, double tolerance) {
    var samples = new Samples(loss, 5);
    var triples = new ArrayList<double[][]>();
    for (int i = 0; i < lines; i++) {
      double[][] a = samples.next();
      double[][] b = samples.other(a, input);
      triples.addAll(List.of(a, b, Samples.middle(a, b)));
    }
    double[] f = Outputs.values(loss, triples, classes);
    Convexity worst = new Convexity.NotKnown();
    double most = tolerance;
    for (int i = 0; i < f.length; i += 3) {
      double excess = f[i + 2] - (f[i] + f[i + 1]) / 2;
      double relative =
          excess
              / Math.max(
                  1e-6, Math.max(Math.abs(f[i]), Math.max(Math.abs(f[i + 1]), Math.abs(f[i + 2]))));
      if (relative > most && Double.isFinite(excess)) {
        most = relative;
        worst = witness(samples, triples.get(i), triples.get(i + 1), f, i);
      }
    }
    return worst;
  }

  private static Convexity witness(Samples samples, double[][] a, double[][] b, double[] f, int i) {
    double mean = (f[i] + f[i + 1]) / 2;
    String text =
        "halfway between (%s) and (%s) it is %s, above their mean %s"
            .formatted(
                samples.text(a), samples.text(b), Words.rounded(f[i + 2]), Words.rounded(mean));
    return new Convexity.Refuted(a, b, f[i + 2] - mean, text);
  }
}
