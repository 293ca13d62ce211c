package dev.plumb.training.optimise;

import java.util.Arrays;

/// Minimises a function by BFGS steps: with the full matrix for few variables, with a short memory
/// for many.
///
/// A search ends when the gradient has shrunk to `flat` of what it was; when the last steps of a
/// window together gained less than `tolerance` of the whole gain since the start (but at least of
/// a thousandth of the value, so that a search with nothing to gain ends too); when the next step
/// promises less than the noise of the values; when no step gains anything, not even along the
/// plain gradient; or at the cap.
///
/// @param full up to so many variables the whole matrix is kept
/// @param memory how many steps are remembered when there are more
/// @param iterations the cap
/// @param window over so many steps the gain is judged: one short step is no sign of the end
/// @param tolerance of the gain
/// @param flat of the largest element of the gradient
/// @param noise of a value, as a part of it; 0 for values that are right to the last digits
public record QuasiNewton(
    int full, int memory, int iterations, int window, double tolerance, double flat, double noise) {
  /// Up to so many variables the whole matrix is kept, where there are no kinks.
  public static final int FULL = 200;

  /// The window where there are no kinks.
  public static final int WINDOW = 5;

  /// The window where there are: steps that end at kinks gain unevenly.
  private static final int LONG_WINDOW = 50;

  /// For values that are right to the last digits, of a smooth function.
  public QuasiNewton(int memory, int iterations, double tolerance, double flat) {
    this(FULL, memory, iterations, WINDOW, tolerance, flat, 0);
  }

  /// The same for values of which such a part is noise.
  public QuasiNewton withNoise(double part) {
    return new QuasiNewton(full, memory, iterations, window, tolerance, flat, part);
  }

  /// The same for a function with kinks, near which a short memory ends far from the minimum.
  ///
  /// @param variables up to so many the whole matrix is kept
  public QuasiNewton atKinks(int variables) {
    return new QuasiNewton(variables, memory, iterations, LONG_WINDOW, tolerance, flat, noise);
  }

  /// The same with another cap.
  QuasiNewton within(int steps) {
    return new QuasiNewton(full, memory, steps, window, tolerance, flat, noise);
  }

  /// Ten steps of memory, at most 500 iterations.
  public static QuasiNewton to(double tolerance) {
    return new QuasiNewton(10, 500, tolerance, 1e-9);
  }

  /// Hears of every accepted step. The objective was evaluated last at this point.
  @FunctionalInterface
  public interface Listener {
    /// @param iteration from 1; 0 for the start
    void accepted(int iteration, double[] point, double value);
  }

  /// The minimum that the search finds from a start.
  ///
  /// @throws Interruption when the objective has no value at a point that was tried
  public Minimum minimise(Objective objective, double[] start, Listener listener) {
    return new Search(objective, start, listener).run();
  }

  private final class Search {
    private final Objective objective;
    private final Listener listener;
    private final double[] values = new double[iterations + 1];
    private double[] point;
    private double[] gradient;
    private InverseHessian inverse;
    private boolean fresh;
    private int iteration;
    private int evaluations = 1;

    Search(Objective objective, double[] start, Listener listener) {
      this.objective = objective;
      this.listener = listener;
      this.point = start.clone();
      this.gradient = new double[start.length];
    }

    Minimum run() {
      try {
        return descend();
      } catch (UndefinedException undefined) {
        throw new Interruption(iteration, point, undefined);
      }
    }

    private Minimum descend() {
      values[0] = objective.at(point, gradient);
      listener.accepted(0, point, values[0]);
      double first = Vectors.largest(gradient);
      forget();
      while (true) {
        if (Vectors.largest(gradient) <= flat * first) {
          return ended(Minimum.Reason.FLAT);
        }
        if (settled() || isBelowNoise()) {
          return ended(Minimum.Reason.SETTLED);
        }
        if (iteration == iterations) {
          return ended(Minimum.Reason.ITERATIONS);
        }
        iteration++;
        if (!step()) {
          iteration--;
          if (fresh) {
            return ended(Minimum.Reason.NO_DESCENT);
          }
          forget();
        }
      }
    }

    /// One step along the quasi-Newton direction; false when nothing is gained along it.
    private boolean step() {
      double[] direction = inverse.times(gradient);
      Arrays.setAll(direction, i -> -direction[i]);
      if (!(Vectors.dot(direction, gradient) < 0)) {
        return false;
      }
      double length = fresh ? 1 / Math.sqrt(Vectors.dot(gradient, gradient)) : 1;
      var found =
          new WeakWolfe(objective).from(point, values[iteration - 1], gradient, direction, length);
      if (found.isEmpty()) {
        return false;
      }
      WeakWolfe.Step next = found.get();
      double[] step = Vectors.along(next.point(), -1, point);
      double[] change = Vectors.along(next.gradient(), -1, gradient);
      if (Vectors.dot(step, change) > 0) {
        inverse.learn(step, change);
        fresh = false;
      }
      point = next.point();
      gradient = next.gradient();
      values[iteration] = next.value();
      evaluations += next.evaluations();
      listener.accepted(iteration, point, next.value());
      return true;
    }

    private boolean settled() {
      if (iteration < window) {
        return false;
      }
      double value = values[iteration];
      double scale = Math.max(values[0] - value, 1e-3 * Math.abs(value));
      return values[iteration - window] - value <= tolerance * scale;
    }

    /// Whether half the slope along the next step, which is its gain on a parabola, is lost in the
    /// noise.
    private boolean isBelowNoise() {
      return noise > 0
          && !fresh
          && Vectors.dot(inverse.times(gradient), gradient) / 2
              <= noise * Math.abs(values[iteration]);
    }

    private void forget() {
      int size = point.length;
      inverse = size <= full ? new InverseHessian.Full(size) : new InverseHessian.Recent(memory);
      fresh = true;
    }

    private Minimum ended(Minimum.Reason reason) {
      return new Minimum(point, values[iteration], gradient, iteration, evaluations, reason);
    }
  }
}
