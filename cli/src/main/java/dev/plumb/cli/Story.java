package dev.plumb.cli;

import dev.plumb.training.NetworkStep;
import dev.plumb.training.TrainingStep;
import java.util.Locale;
import java.util.function.Consumer;

/// A training, told as it happens: the first steps one by one, then a line an epoch.
final class Story implements NetworkStep.Listener {
  private static final int FIRST_STEPS = 10;
  private static final int DIGITS = 4;

  private final Consumer<String> say;
  private NetworkStep last;

  Story(Consumer<String> say) {
    this.say = say;
  }

  @Override
  public void step(NetworkStep step) {
    if (step.step() == 1) {
      say.accept("   step   cost of its rows   gradient   step size");
    }
    if (step.step() <= FIRST_STEPS) {
      say.accept(
          String.format(
              Locale.ROOT,
              "%7d   %16s   %8s   %9s",
              step.step(),
              digits(step.cost()),
              digits(step.slope()),
              digits(step.size())));
    }
    last = step;
  }

  @Override
  public void epoch(TrainingStep epoch) {
    if (epoch.iteration() == 0) {
      say.accept(
          "before the first step, the cost of all rows is "
              + digits(epoch.loss() + epoch.penalty())
              + heldOut(epoch));
      return;
    }
    if (epoch.iteration() == 1) {
      say.accept("  epoch   cost of all rows   held out   step size");
    }
    say.accept(
        String.format(
            Locale.ROOT,
            "%7d   %16s   %8s   %9s",
            epoch.iteration(),
            digits(epoch.loss() + epoch.penalty()),
            epoch.validationLoss() == epoch.validationLoss() ? digits(epoch.validationLoss()) : "",
            last == null ? "" : digits(last.size())));
  }

  private static String heldOut(TrainingStep step) {
    return step.validationLoss() == step.validationLoss()
        ? ", of those held out " + digits(step.validationLoss())
        : "";
  }

  private static String digits(double value) {
    return Digits.rounded(value, DIGITS);
  }
}
