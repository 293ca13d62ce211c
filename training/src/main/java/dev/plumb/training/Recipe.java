package dev.plumb.training;

import dev.plumb.PlumbException;
import dev.plumb.formula.Near;
import dev.plumb.formula.Numbers;
import dev.plumb.training.optimise.Descent;
import java.util.List;
import java.util.function.IntPredicate;

/// How a network is trained: a few rows a step, every epoch over all rows in a new order.
///
/// @param method what a step makes of a gradient
/// @param stepSize of the first steps after the warm-up, above 0
/// @param batch rows in a step, at least 1
/// @param epochs passes over the data, at least 1
/// @param schedule how steps shrink
/// @param warmUp epochs over which steps grow from 0 to their size, from 0 on
/// @param clip the longest gradient that a step uses, a longer one is shortened to it; infinite for
///   none
/// @param seed of the first weights, the order of rows and what drops out
public record Recipe(
    Method method,
    double stepSize,
    int batch,
    int epochs,
    Optimiser.Schedule schedule,
    double warmUp,
    double clip,
    long seed) {

  private static final int EPOCHS = 60;
  private static final int FEWEST_STEPS = 2000;

  public Recipe {
    require(stepSize > 0 && Double.isFinite(stepSize), "a step size", stepSize, "above 0");
    require(batch >= 1, "a batch", batch, "at least 1 row");
    require(epochs >= 1, "the number of epochs", epochs, "at least 1");
    require(warmUp >= 0 && warmUp < epochs, "the warm-up", warmUp, "from 0 to below the epochs");
    require(clip > 0, "the longest gradient", clip, "above 0");
  }

  /// Adam in steps of 0.003 that shrink along a cosine, 32 rows a step, 60 epochs, seed 0.
  public Recipe() {
    this(new Adam(0), 0.003, 32, EPOCHS, Optimiser.Schedule.COSINE, 0, Double.POSITIVE_INFINITY, 0);
  }

  /// The usual one for so many rows and a seed.
  public static Recipe usual(int rows, long seed) {
    var recipe = new Recipe();
    return new Recipe(
        recipe.method,
        recipe.stepSize,
        recipe.batch,
        epochs(rows, recipe.batch),
        recipe.schedule,
        recipe.warmUp,
        recipe.clip,
        seed);
  }

  /// How many epochs are usual: sixty, and more where they make few steps.
  public static int epochs(int rows, int batch) {
    int steps = Math.ceilDiv(rows, batch);
    return Math.max(EPOCHS, Math.ceilDiv(FEWEST_STEPS, steps));
  }

  /// What a step makes of a gradient.
  public sealed interface Method {
    /// As typed: `adam`.
    String text();

    /// The method of a name, with its usual numbers.
    ///
    /// @throws PlumbException with near names
    static Method named(String name) {
      return switch (name) {
        case "adam" -> new Adam(0);
        case "adamw" -> new Adam(0.01);
        case "sgd" -> new Sgd(0.9, false);
        case "nesterov" -> new Sgd(0.9, true);
        default ->
            throw new PlumbException(
                "no optimiser %s%s; there are adam, adamw, sgd and nesterov"
                    .formatted(name, Near.hint(name, List.of("adam", "adamw", "sgd", "nesterov"))));
      };
    }
  }

  /// Adam; AdamW where weights decay.
  ///
  /// @param decay what part of the weights, times the step size, each step takes away
  public record Adam(double decay) implements Method {
    public Adam {
      require(decay >= 0 && Double.isFinite(decay), "a decay", decay, "from 0 on");
    }

    @Override
    public String text() {
      return decay == 0 ? "adam" : "adamw(decay = " + Numbers.text(decay) + ")";
    }
  }

  /// The gradient with momentum.
  ///
  /// @param momentum from 0 to below 1
  /// @param nesterov whether to look ahead
  public record Sgd(double momentum, boolean nesterov) implements Method {
    public Sgd {
      require(momentum >= 0 && momentum < 1, "a momentum", momentum, "in [0, 1)");
    }

    @Override
    public String text() {
      return (nesterov ? "nesterov" : "sgd") + "(momentum = " + Numbers.text(momentum) + ")";
    }
  }

  /// As it is told: `adam, steps of 0.003 by cosine, 32 rows a step, 60 epochs`.
  public String text() {
    return method.text()
        + ", steps of "
        + Numbers.text(stepSize)
        + ", "
        + schedule.name().toLowerCase(java.util.Locale.ROOT)
        + (warmUp == 0 ? "" : ", warm-up of " + Numbers.text(warmUp))
        + (clip == Double.POSITIVE_INFINITY ? "" : ", gradients to " + Numbers.text(clip))
        + ", %d rows a step, %d epochs".formatted(batch, epochs);
  }

  /// The size of a step.
  ///
  /// @param before how many epochs are done before it, and what part of this one
  /// @param after the same after it
  double size(double before, double after) {
    double grown = Math.min(1, warmUp == 0 ? 1 : after / warmUp);
    double done = Math.max(0, before - warmUp) / (epochs - warmUp);
    return stepSize * grown * schedule.factor(done);
  }

  Descent descent(int variables, IntPredicate weights) {
    return switch (method) {
      case Adam(double decay) -> new Descent.Adam(variables, 0.9, 0.999, decay, weights);
      case Sgd(double momentum, boolean nesterov) ->
          new Descent.Momentum(variables, momentum, nesterov);
    };
  }

  private static void require(boolean holds, String what, double value, String need) {
    if (!holds) {
      throw new PlumbException("%s is %s, not %s".formatted(what, need, Numbers.text(value)));
    }
  }
}
