package dev.plumb.training.optimise;

import java.util.List;
import java.util.function.IntPredicate;

/// What a step makes of a gradient, and what it remembers of earlier ones.
public abstract sealed class Descent {
  private final List<double[]> memory;

  private Descent(double[]... memory) {
    this.memory = List.of(memory);
  }

  /// Takes one step.
  public abstract void step(double[] point, double[] gradient, double size);

  /// What is remembered, to be saved and put back.
  public final List<double[]> memory() {
    return memory;
  }

  /// Steps with momentum: v ← momentum · v + gradient, w ← w − size · v; or Nesterov's, which looks
  /// ahead: w ← w − size · (gradient + momentum · v) [Sutskever et al. 2013,
  /// proceedings.mlr.press/v28/sutskever13].
  public static final class Momentum extends Descent {
    private final double momentum;
    private final boolean ahead;
    private final double[] velocity;

    /// @param momentum from 0 to below 1
    /// @param ahead whether to look ahead
    public Momentum(int variables, double momentum, boolean ahead) {
      this(new double[variables], momentum, ahead);
    }

    private Momentum(double[] velocity, double momentum, boolean ahead) {
      super(velocity);
      this.velocity = velocity;
      this.momentum = momentum;
      this.ahead = ahead;
    }

    @Override
    public void step(double[] point, double[] gradient, double size) {
      for (int i = 0; i < point.length; i++) {
        velocity[i] = momentum * velocity[i] + gradient[i];
        point[i] -= size * (ahead ? gradient[i] + momentum * velocity[i] : velocity[i]);
      }
    }
  }

  /// Steps along the mean of the gradients divided by the root of the mean of their squares [Kingma
  /// and Ba 2015, arXiv:1412.6980], with a decay of weights that is apart from the gradient
  /// [Loshchilov and Hutter 2019, arXiv:1711.05101].
  public static final class Adam extends Descent {
    /// What keeps the quotient finite.
    private static final double EPSILON = 1e-8;

    private final double first;
    private final double second;
    private final double decay;
    private final IntPredicate decays;
    private final double[] mean;
    private final double[] square;

    /// What is left of the first means, which are those of no gradient.
    private final double[] left;

    /// @param first how much of the mean gradient stays at each step
    /// @param second how much of the mean square stays
    /// @param decay what part of a weight, times the size, each step takes away
    /// @param decays which of the variables are weights
    public Adam(int variables, double first, double second, double decay, IntPredicate decays) {
      this(
          new double[variables],
          new double[variables],
          new double[] {1, 1},
          first,
          second,
          decay,
          decays);
    }

    private Adam(
        double[] mean,
        double[] square,
        double[] left,
        double first,
        double second,
        double decay,
        IntPredicate decays) {
      super(mean, square, left);
      this.mean = mean;
      this.square = square;
      this.left = left;
      this.first = first;
      this.second = second;
      this.decay = decay;
      this.decays = decays;
    }

    @Override
    public void step(double[] point, double[] gradient, double size) {
      left[0] *= first;
      left[1] *= second;
      for (int i = 0; i < point.length; i++) {
        double g = gradient[i];
        mean[i] = first * mean[i] + (1 - first) * g;
        square[i] = second * square[i] + (1 - second) * g * g;
        double root = Math.sqrt(square[i] / (1 - left[1])) + EPSILON;
        double shrink = decay != 0 && decays.test(i) ? decay * point[i] : 0;
        point[i] -= size * (mean[i] / (1 - left[0]) / root + shrink);
      }
    }
  }
}
