package dev.plumb.cli;

import dev.plumb.PlumbException;
import dev.plumb.formula.Near;
import dev.plumb.training.Metric;
import dev.plumb.training.Optimiser.Schedule;
import dev.plumb.training.Recipe;
import dev.plumb.training.Stopping;
import dev.plumb.training.Target;
import dev.plumb.training.Trainer;
import dev.plumb.training.network.Blas;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// The options that say how a network is trained. What is not told is that of [Recipe].
final class Schooling {
  private static final Recipe USUAL = new Recipe();

  @Option(
      names = "--optimiser",
      paramLabel = "NAME",
      description = "Networks: adam (the default), adamw, sgd or nesterov.")
  private String optimiser = "adam";

  @Option(
      names = "--momentum",
      paramLabel = "X",
      description = "Networks: the momentum of sgd and nesterov; 0.9 unless told.")
  private Double momentum;

  @Option(
      names = "--decay",
      paramLabel = "X",
      description =
          "Networks: what part of the weights, times the step size, each step of adamw"
              + " takes away; 0.01 unless told.")
  private Double decay;

  @Option(
      names = "--step-size",
      paramLabel = "X",
      description = "Networks: the size of the first steps.")
  private double stepSize = USUAL.stepSize();

  @Option(names = "--batch", paramLabel = "N", description = "Networks: rows in a step.")
  private int batch = USUAL.batch();

  @Option(
      names = "--epochs",
      paramLabel = "N",
      description =
          "Networks: how often training passes over all rows; 60 unless told, more where rows are"
              + " few.")
  private Integer epochs;

  @Option(
      names = "--schedule",
      paramLabel = "NAME",
      description = "Networks: how steps shrink: cosine (the default), constant, linear or step.")
  private String schedule = "cosine";

  @Option(
      names = "--warm-up",
      paramLabel = "EPOCHS",
      description = "Networks: over how many epochs the steps grow to their size; 0 unless told.")
  private double warmUp;

  @Option(
      names = "--clip",
      paramLabel = "LENGTH",
      description = "Networks: the longest gradient; a longer one is shortened to it.")
  private double clip = Double.POSITIVE_INFINITY;

  @Option(
      names = "--stop-on",
      paramLabel = "METRIC",
      description =
          "Where rows are held out: the metric that says which epoch, or step of a linear model, is"
              + " the best; the loss itself unless told.")
  private String stopOn;

  @Option(
      names = "--patience",
      paramLabel = "N",
      description =
          "Where rows are held out: epochs, or steps, without a better one before training ends; 20"
              + " for networks unless told, while linear models train to the end.")
  private Integer patience;

  @Option(
      names = "--blas",
      paramLabel = "LIBRARY",
      description =
          "Networks: multiply by a native library: libopenblas.so.0. Faster where layers are wide, but"
              + " the file is then the same only for the same library, processor and threads.")
  private String blas;

  /// Complains about what cannot be, before the data are read.
  void check() {
    blas();
    recipe(USUAL.batch() * USUAL.epochs(), 0);
  }

  /// How a network is trained on so many rows.
  Recipe recipe(int rows, long seed) {
    return Mistake.unless(() ->
        new Recipe(
            method(),
            stepSize,
            batch,
            epochs == null ? Recipe.epochs(rows, Math.max(1, batch)) : epochs,
            schedule(),
            warmUp,
            clip,
            seed));
  }

  /// The native library that multiplies; empty where none was typed.
  Optional<Blas> blas() {
    return Optional.ofNullable(blas).map(library -> Mistake.unless(() -> Blas.of(library)));
  }

  /// When the training of a network ends early.
  Stopping stopping(Target target, boolean heldOut) {
    checkStop(heldOut);
    return new Stopping(
        stopMetric(target), patience == null ? new Stopping().patience() : patience);
  }

  /// Tells a trainer of a linear model when to stop early, where that was typed.
  void stop(Trainer trainer, Target target, boolean heldOut) {
    checkStop(heldOut);
    if (stopOn != null || patience != null) {
      int steps = patience == null ? new Stopping().patience() : patience;
      stopMetric(target)
          .ifPresentOrElse(
              metric -> trainer.stopEarly(metric.text(), steps), () -> trainer.stopEarly(steps));
    }
  }

  private void checkStop(boolean heldOut) {
    if (patience != null && patience < 1) {
      throw new Mistake("--patience %d: needs at least 1".formatted(patience));
    }
    if (!heldOut && (stopOn != null || patience != null)) {
      throw new Mistake(
          (stopOn == null ? "--patience" : "--stop-on")
              + " needs rows that are held out: --held-out 0.1");
    }
  }

  private Optional<Metric> stopMetric(Target target) {
    return stopOn == null || stopOn.equals("loss")
        ? Optional.empty()
        : Optional.of(Mistake.unless(() -> Metric.named(stopOn, target)));
  }

  private Recipe.Method method() {
    Recipe.Method usual = Recipe.Method.named(optimiser);
    return switch (usual) {
      case Recipe.Adam adam when decay != null && !optimiser.equals("adamw") ->
          throw new PlumbException("--decay belongs to --optimiser adamw");
      case Recipe.Adam _ when momentum != null ->
          throw new PlumbException("--momentum belongs to --optimiser sgd or nesterov");
      case Recipe.Sgd _ when decay != null ->
          throw new PlumbException("--decay belongs to --optimiser adamw");
      case Recipe.Adam adam -> decay == null ? adam : new Recipe.Adam(decay);
      case Recipe.Sgd sgd -> momentum == null ? sgd : new Recipe.Sgd(momentum, sgd.nesterov());
    };
  }

  private Schedule schedule() {
    List<String> names =
        Stream.of(Schedule.values()).map(s -> s.name().toLowerCase(Locale.ROOT)).toList();
    if (!names.contains(schedule)) {
      throw new PlumbException(
          "no schedule %s%s; there are %s"
              .formatted(schedule, Near.hint(schedule, names), String.join(", ", names)));
    }
    return Schedule.valueOf(schedule.toUpperCase(Locale.ROOT));
  }
}
