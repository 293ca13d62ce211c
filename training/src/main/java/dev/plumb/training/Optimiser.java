package dev.plumb.training;

import dev.plumb.PlumbException;
import dev.plumb.formula.Near;
import java.util.List;

/// How a model's weights are found.
public sealed interface Optimiser {

  /// Whichever suits the loss, the penalty and the number of columns; the rule is that of [Solver].
  ///
  /// @param iterations the cap
  /// @param tolerance as that of [Newton] and [Lbfgs]
  record Automatic(int iterations, double tolerance) implements Optimiser {
    /// At most 2,000 iterations, at kinks of rows 40,000, to a tolerance of 1e-12: to the end of
    /// what doubles can tell.
    public Automatic() {
      this(2000, 1e-12);
    }
  }

  /// Newton steps on the whole data, with the curvature that follows from the loss: for losses of
  /// one score that are smooth, or convex with kinks, which are rounded ever less; with any
  /// penalty; up to [Solver#NEWTON] variables.
  ///
  /// @param iterations the cap
  /// @param tolerance a step that promises such a part of the whole gain since the start, squared,
  ///   is the last: near the minimum each step doubles the digits
  record Newton(int iterations, double tolerance) implements Optimiser {
    /// At most 500 iterations to a tolerance of 1e-9.
    public Newton() {
      this(500, 1e-9);
    }
  }

  /// Steps along the gradient of the whole data and then towards the kinks of an l1 penalty,
  /// accelerated: for smooth losses with any penalty and any number of columns.
  ///
  /// @param iterations the cap
  /// @param flat it ends when the gradient has shrunk to such a part of what it was
  record Proximal(int iterations, double flat) implements Optimiser {
    /// At most 20,000 iterations until the gradient has shrunk to 1e-9 of what it was.
    public Proximal() {
      this(20_000, 1e-9);
    }
  }

  /// Quasi-Newton steps on the whole data: BFGS with the full matrix for few weights, L-BFGS for
  /// many, with a line search that also ends on losses with kinks, to which those of an l1 penalty
  /// may be added. It ends when five steps (where there are kinks, fifty) gain less than the
  /// tolerance.
  ///
  /// @param iterations the cap
  /// @param tolerance of the gain, as a part of the whole gain since the start
  record Lbfgs(int iterations, double tolerance) implements Optimiser {
    /// At most 20,000 iterations to a tolerance of 1e-9.
    public Lbfgs() {
      this(20_000, 1e-9);
    }
  }

  /// Steps after a few rows at a time. Every epoch passes over all rows in a new order drawn from
  /// the seed. Weights are those of standardised features, so one step size fits them all. An l1
  /// penalty moves weights towards 0 after each step, at most to 0.
  sealed interface MiniBatch extends Optimiser {
    /// The size of the first steps, above 0.
    double stepSize();

    /// Rows in a step, at least 1.
    int batch();

    /// Passes over the data, at least 1.
    int epochs();

    /// How steps shrink.
    Schedule schedule();

    /// Of the order of rows.
    long seed();
  }

  /// Steps along the gradient of a few rows, with momentum: v ← momentum · v + gradient, w ← w −
  /// step · v; or Nesterov's, which looks ahead: w ← w − step · (gradient + momentum · v)
  /// [Sutskever et al. 2013, in the form of Bengio et al. 2012, doi:10.1109/ICASSP.2013.6639349].
  ///
  /// @param stepSize of the first steps, above 0
  /// @param momentum from 0 to below 1
  /// @param nesterov whether to look ahead
  /// @param batch rows in a step, at least 1
  /// @param epochs passes over the data, at least 1
  /// @param schedule how steps shrink
  /// @param seed of the order of rows
  record Sgd(
      double stepSize,
      double momentum,
      boolean nesterov,
      int batch,
      int epochs,
      Schedule schedule,
      long seed)
      implements MiniBatch {
    public Sgd {
      if (!(stepSize > 0) || !(momentum >= 0 && momentum < 1) || batch < 1 || epochs < 1) {
        throw new PlumbException(
            "sgd needs a step size above 0, a momentum in [0, 1), and at least 1 row in a batch and 1"
                + " epoch");
      }
    }

    /// Steps of 0.05 shrinking along a cosine, momentum 0.9, 256 rows a step, 20 epochs, seed 0.
    public Sgd() {
      this(0.05, 0.9, false, 256, 20, Schedule.COSINE, 0);
    }

    /// Steps of another size.
    public Sgd stepSize(double size) {
      return new Sgd(size, momentum, nesterov, batch, epochs, schedule, seed);
    }
  }

  /// Steps along the mean of the gradients divided by the root of the mean of their squares [Kingma
  /// and Ba 2015, arXiv:1412.6980], whose decay of weights, where there is any, is apart from the
  /// gradient (AdamW) [Loshchilov and Hutter 2019, arXiv:1711.05101].
  ///
  /// @param stepSize of the first steps, above 0
  /// @param first how much of the mean gradient stays at each step, from 0 to below 1
  /// @param second how much of the mean square stays, from 0 to below 1
  /// @param decay what part of the weights, times the step size, each step takes away; 0 for Adam
  /// @param batch rows in a step, at least 1
  /// @param epochs passes over the data, at least 1
  /// @param schedule how steps shrink
  /// @param seed of the order of rows
  record Adam(
      double stepSize,
      double first,
      double second,
      double decay,
      int batch,
      int epochs,
      Schedule schedule,
      long seed)
      implements MiniBatch {
    public Adam {
      if (!(stepSize > 0)
          || !(first >= 0 && first < 1)
          || !(second >= 0 && second < 1)
          || !(decay >= 0)
          || batch < 1
          || epochs < 1) {
        throw new PlumbException(
            "adam needs a step size above 0, means that keep a part in [0, 1), a decay from 0 on, and at"
                + " least 1 row in a batch and 1 epoch");
      }
    }

    /// Steps of 0.05 shrinking along a cosine, 0.9 and 0.999 kept, 256 rows a step, 20 epochs, seed
    /// 0.
    ///
    /// @param decay 0 for Adam
    public Adam(double decay) {
      this(0.05, 0.9, 0.999, decay, 256, 20, Schedule.COSINE, 0);
    }
  }

  /// The names of the solvers, as typed.
  List<String> NAMES = List.of("auto", "newton", "lbfgs", "proximal", "sgd", "adam", "adamw");

  /// The solver of a name, with its usual numbers.
  ///
  /// @param seed of mini-batches
  /// @throws PlumbException with near names
  static Optimiser named(String name, long seed) {
    return switch (name) {
      case "auto" -> new Automatic();
      case "newton" -> new Newton();
      case "lbfgs" -> new Lbfgs();
      case "proximal" -> new Proximal();
      case "sgd" -> new Sgd(0.05, 0.9, false, 256, 20, Schedule.COSINE, seed);
      case "adam" -> new Adam(0.05, 0.9, 0.999, 0, 256, 20, Schedule.COSINE, seed);
      case "adamw" -> new Adam(0.05, 0.9, 0.999, 0.01, 256, 20, Schedule.COSINE, seed);
      default ->
          throw new PlumbException(
              "no solver %s%s; there are %s"
                  .formatted(name, Near.hint(name, NAMES), String.join(", ", NAMES)));
    };
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
    /// to a tenth at one half, to a hundredth at three quarters [He et al. 2016,
    /// doi:10.1109/CVPR.2016.90]
    STEP {
      @Override
      double factor(double done) {
        return done < 0.5 ? 1 : done < 0.75 ? 0.1 : 0.01;
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
