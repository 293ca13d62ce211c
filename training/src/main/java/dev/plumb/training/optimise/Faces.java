package dev.plumb.training.optimise;

import dev.plumb.training.statistics.SplitMix;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.IntStream;

/// Minimises a function with kinks of its own and a lasso on top. To a search that ends at kinks
/// those of the lasso are kinks like others, and it leaves variables close to 0 that belong there.
/// They are put to exactly 0 and held, while the search goes on in the others: it has moved to a
/// face, unless it ends higher there than before. A search in all variables from a little aside, of
/// which those at 0 move only where the slope is steeper than their kink, releases what was held
/// wrongly, and goes on where the one before was stuck at a kink; until one gains nothing.
///
/// @param method of the searches; its cap is that of all together
public record Faces(QuasiNewton method) {
  /// What is close to 0, as a part of the largest variable: from here down.
  private static final double WIDEST = 1e-4;

  private static final double NARROWEST = 1e-10;
  private static final double NARROWER = 0.1;

  /// A face is tried where going there costs such a part of the value at most.
  private static final double COST = 1e-7;

  /// Values within such a part of each other are alike.
  private static final double ROUNDING = 1e-9;

  /// How far aside a search begins that is to tell whether another ended too early, as a part of
  /// the largest variable.
  private static final double JOLT = 1e-5;

  /// The minimum that the searches find from a start.
  ///
  /// @throws Interruption when the objective has no value at a point that was tried
  public Minimum minimise(
      Objective objective, Lasso lasso, double[] start, QuasiNewton.Listener listener) {
    return new Search(objective, lasso, listener).run(start);
  }

  private final class Search {
    private final Objective objective;
    private final Lasso lasso;
    private final QuasiNewton.Listener listener;
    private final SplitMix random = new SplitMix(0);
    private int iterations;
    private int evaluations;

    Search(Objective objective, Lasso lasso, QuasiNewton.Listener listener) {
      this.objective = objective;
      this.lasso = lasso;
      this.listener = listener;
    }

    Minimum run(double[] start) {
      int[] all = IntStream.range(0, start.length).toArray();
      Minimum best = onFaces(searched(start, all));
      for (double gain = Double.POSITIVE_INFINITY; gain > alike(best.value()) && isGoingOn(); ) {
        Minimum next = onFaces(searched(jolted(best.point()), all));
        gain = best.value() - next.value();
        best = gain > 0 ? next : best;
      }
      return told(best);
    }

    /// A point a little aside of one at kinks, where any step seems to go up; what is 0 stays
    /// there.
    private double[] jolted(double[] point) {
      double[] jolted = point.clone();
      double size = JOLT * Vectors.largest(point);
      for (int i = 0; i < point.length; i++) {
        jolted[i] += point[i] == 0 ? 0 : size * (2 * random.nextDouble() - 1);
      }
      return jolted;
    }

    private boolean isGoingOn() {
      return iterations < method.iterations();
    }

    private double alike(double value) {
      return Math.max(ROUNDING, method.tolerance()) * Math.abs(value);
    }

    /// Goes from face to face, as far as that costs nothing.
    private Minimum onFaces(Minimum from) {
      Minimum best = from;
      for (double part = WIDEST; part >= NARROWEST; ) {
        Optional<Minimum> face = onFace(best, part);
        best = face.orElse(best);
        part *= face.isPresent() ? 1 : NARROWER;
      }
      return best;
    }

    /// The minimum on the face where all variables are 0 that are small; empty when there are none,
    /// or when they do not belong there.
    private Optional<Minimum> onFace(Minimum from, double part) {
      double[] rounded = rounded(from.point(), part);
      int[] free =
          IntStream.range(0, rounded.length)
              .filter(i -> rounded[i] != 0 || lasso.weight(i) == 0)
              .toArray();
      if (Arrays.equals(rounded, from.point())) {
        return Optional.empty();
      }
      double cost = value(rounded, new double[rounded.length]) - from.value();
      if (!(cost <= Math.max(COST, method.tolerance()) * Math.abs(from.value()))) {
        return Optional.empty();
      }
      return Optional.of(searched(rounded, free))
          .filter(face -> face.value() <= from.value() + alike(from.value()));
    }

    /// The point with 0 for what is such a part of the largest variable at most.
    private double[] rounded(double[] point, double part) {
      double largest = 0;
      for (int i = 0; i < point.length; i++) {
        largest = lasso.weight(i) > 0 ? Math.max(largest, Math.abs(point[i])) : largest;
      }
      double[] rounded = point.clone();
      for (int i = 0; i < point.length; i++) {
        if (lasso.weight(i) > 0 && Math.abs(point[i]) <= part * largest) {
          rounded[i] = 0;
        }
      }
      return rounded;
    }

    /// The minimum in some variables, the others held.
    private Minimum searched(double[] from, int[] free) {
      int done = iterations;
      Objective reduced =
          (x, gradient) -> {
            var slope = new double[from.length];
            double[] point = with(from, free, x);
            double value = value(point, slope);
            take(lasso.least(point, slope), free, gradient);
            return value;
          };
      var start = new double[free.length];
      take(from, free, start);
      try {
        Minimum found =
            method
                .within(Math.max(0, method.iterations() - done))
                .minimise(
                    reduced,
                    start,
                    (iteration, x, value) ->
                        listener.accepted(done + iteration, with(from, free, x), value));
        iterations += found.iterations() + 1;

        return new Minimum(
            with(from, free, found.point()),
            found.value(),
            found.gradient(),
            found.iterations(),
            found.evaluations(),
            found.reason());
      } catch (Interruption stop) {
        throw new Interruption(
            done + stop.iteration(),
            with(from, free, stop.lastGood()),
            (UndefinedException) stop.getCause());
      }
    }

    /// The best point, as it is told.
    private Minimum told(Minimum best) {
      var slope = new double[best.point().length];
      double value = value(best.point(), slope);
      listener.accepted(iterations, best.point(), value);
      return new Minimum(
          best.point(),
          value,
          lasso.least(best.point(), slope),
          iterations,
          evaluations,
          best.reason());
    }

    private double value(double[] point, double[] slope) {
      evaluations++;
      return objective.at(point, slope) + lasso.at(point);
    }
  }

  /// A point with the variables of a face changed.
  private static double[] with(double[] point, int[] free, double[] x) {
    double[] changed = point.clone();
    for (int i = 0; i < free.length; i++) {
      changed[free[i]] = x[i];
    }
    return changed;
  }

  private static void take(double[] point, int[] free, double[] x) {
    for (int i = 0; i < free.length; i++) {
      x[i] = point[free[i]];
    }
  }
}
