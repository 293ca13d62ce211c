package dev.plumb.training;

import dev.plumb.PlumbException;

/// How a model's weights are found.
public sealed interface Optimiser {

  /// Quasi-Newton steps on the whole data: BFGS with the full matrix for few weights, L-BFGS for
  /// many, with a line search that also ends on losses with kinks. It ends when five steps gain
  /// less than the tolerance.
  ///
  /// @param iterations the cap
  /// @param tolerance of the gain, as a part of the whole gain since the start
  record Lbfgs(int iterations, double tolerance) implements Optimiser {
    /// At most 500 iterations to a tolerance of 1e-9.
    public Lbfgs() {
      this(500, 1e-9);
    }
  }

  /// Steps along the gradient of a few rows at a time, with momentum: v ← momentum · v + gradient,
  /// w ← w − step · v. Every epoch passes over all rows in a new order drawn from the seed. Weights
  /// are those of standardised features, so one step size fits them all.
  ///
  /// @param stepSize of the first steps, above 0
  /// @param momentum from 0 to below 1
  /// @param batch rows in a step, at least 1
  /// @param epochs passes over the data, at least 1
  /// @param schedule how steps shrink
  /// @param seed of the order of rows
  record Sgd(double stepSize, double momentum, int batch, int epochs, Schedule schedule, long seed)
      implements Optimiser {
    public Sgd {
      if (!(stepSize > 0) || !(momentum >= 0 && momentum < 1) || batch < 1 || epochs < 1) {
        throw new PlumbException(
            "sgd needs a step size above 0, a momentum in [0, 1), and at least 1 row in a batch and 1"
                + " epoch");
      }
    }

    /// Steps of 0.05 shrinking along a cosine, momentum 0.9, 256 rows a step, 20 epochs, seed 0.
    public Sgd() {
      this(0.05, 0.9, 256, 20, Schedule.COSINE, 0);
    }
  }

  /// How steps shrink over a training.
  enum Schedule {
    /// never
    CONSTANT {
      @Override
      double factor(double done) {
        return 1;
      }
    },
    /// along a straight line to 0
    LINEAR {
      @Override
      double factor(double done) {
        return 1 - done;
      }
    },
    /// along half a cosine to 0
    COSINE {
      @Override
      double factor(double done) {
        return (1 + StrictMath.cos(Math.PI * done)) / 2;
      }
    };

    /// What the first step size is multiplied by.
    ///
    /// @param done the part of the training that is done, from 0 to below 1
    abstract double factor(double done);
  }
}
