package dev.plumb.cli;

import dev.plumb.Loss;
import dev.plumb.models.Card;
import dev.plumb.models.Checkpoint;
import dev.plumb.models.SavedModel;
import dev.plumb.models.WholeFile;
import dev.plumb.tables.Reading;
import dev.plumb.training.Dataset;
import dev.plumb.training.Fit;
import dev.plumb.training.NetworkFit;
import dev.plumb.training.NetworkTrainer;
import dev.plumb.training.Recipe;
import dev.plumb.training.Split;
import dev.plumb.training.Stopping;
import dev.plumb.training.Trainer;
import dev.plumb.training.TrainingStep;
import dev.plumb.training.network.Architecture;
import dev.plumb.training.network.Blas;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `plumb train`: one model under one loss, as a file that any ONNX runtime serves.
@Command(
    name = "train",
    customSynopsis = "plumb train DATA --target COLUMN --loss LOSS --out FILE [OPTIONS]",
    sortOptions = false,
    description = "Train a model under a loss, and write it as an ONNX file.")
final class TrainCommand implements Runnable {
  private final Screen screen;

  @Spec private CommandSpec spec;

  @Mixin private Plumb.Help help;

  @Mixin private LossesFrom own;

  @Parameters(
      paramLabel = "DATA",
      description = "A .csv, .tsv, .parquet or .json file, or an SQL query in quotes.")
  private String data;

  @Mixin private Teaching teaching;

  @Option(
      names = "--loss",
      paramLabel = "LOSS",
      description = "A name, an alias, a call ('huber(delta = 2)'), a formula or a .loss file.")
  private String loss;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE",
      description = "Where the model goes: model.onnx.")
  private Path out;

  @Option(
      names = "--model",
      paramLabel = "MODEL",
      description =
          "linear (the default), 'network(64, 32)', or"
              + " 'network(128, activation = gelu, dropout = 0.2)' with relu, gelu or tanh.")
  private String model = "linear";

  @Option(
      names = "--penalty",
      paramLabel = "X",
      description = "The factor of the squared weights that is added to the cost (L2).")
  private Double penalty;

  @Option(
      names = "--held-out",
      paramLabel = "SHARE",
      description =
          "Hold out a share of the rows, from which metrics are told; they also end the training of"
              + " a network, and choose its best epoch.")
  private Double heldOut;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "The seed of all that is random; 0 unless told.")
  private long seed;

  @Mixin private ClassCare classes;

  @Mixin private LinearSchooling linear;

  @Mixin private Schooling schooling;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads; all processors unless told. The model does not depend on them.")
  private Integer threads;

  @Option(names = "--watch", description = "Show the cost go down, step by step.")
  private boolean watch;

  @Option(
      names = "--checkpoint",
      paramLabel = "SECONDS",
      description =
          "How often the state of a network is kept beside the model, at least; 10 unless told.")
  private double checkpoint = 10;

  @Option(
      names = "--resume",
      description =
          "Go on from the state that an interrupted training left: the same model as without the"
              + " interruption.")
  private boolean resume;

  TrainCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void run() {
    Limits.check(2, null, penalty, threads);
    Optional<Architecture> network = network();
    requireOwn(network.isPresent() ? "Linear:" : "Networks:");
    linear.check(loss);
    Loss read = loss == null ? null : own.loss(loss);
    schooling.check();
    classes.check();
    Mistake.check(() -> WholeFile.check(out));
    Lanes.open();
    Reading reading = teaching.read(data);
    reading.notes().forEach(screen::say);
    Dataset dataset = reading.dataset();
    Optional<Split> split =
        heldOut == null
            ? Optional.empty()
            : Optional.of(Mistake.unless(() -> Split.of(dataset, heldOut, seed)));
    Dataset taught = split.map(Split::taught).orElse(dataset);
    Loss weighed = read == null ? null : classes.weighed(read, taught);
    Trained trained =
        network.isPresent()
            ? network(network.get(), weighed, taught, split)
            : linear(weighed, taught, split);
    Trained judged = trained.judged("training", taught);
    split.map(s -> judged.judged("held_out", s.heldOut())).orElse(judged).write(out);
    WholeFile.remove(Checkpoint.of(out));
    screen.print(new ModelPage(SavedModel.read(out), out).trained());
  }

  private Optional<Architecture> network() {
    if (Architecture.isNetwork(model)) {
      return Optional.of(Mistake.unless(() -> Architecture.of(model)));
    }
    if (!model.strip().equals("linear")) {
      throw new Mistake("no model %s; there are linear and network(64, 32)".formatted(model));
    }
    return Optional.empty();
  }

  /// Complains about an option that belongs to the other model.
  private void requireOwn(String others) {
    for (OptionSpec option : spec.commandLine().getParseResult().matchedOptions()) {
      if (String.join(" ", option.description()).startsWith(others)) {
        throw new Mistake(
            "%s does not belong to --model '%s'".formatted(option.longestName(), model));
      }
    }
  }

  private Trained linear(Loss read, Dataset taught, Optional<Split> split) {
    Trainer trainer = linear.trainer(read, penalty, seed);
    schooling.stop(trainer, taught.target(), split.isPresent());
    if (threads != null) {
      trainer.threads(threads);
    }
    split.ifPresent(s -> trainer.validation(s.heldOut()));
    if (watch) {
      var story = new Story(screen::say);
      trainer.listener(story::epoch);
    }
    LinearSchooling.Schooled schooled = linear.fit(trainer, taught);
    Fit fit = schooled.fit();
    Card card =
        schooled
            .card()
            .with("model", "linear")
            .with("training.solver", linear.text())
            .with("training.seed", seed)
            .with("training.gradient", fit.steepest());
    return new Trained(fit.model(), schooled.calibrated(), told(card, fit.last(), fit.reason()));
  }

  private Trained network(Architecture network, Loss read, Dataset taught, Optional<Split> split) {
    Recipe recipe = schooling.recipe(taught.rows(), seed);
    Stopping stopping = schooling.stopping(taught.target(), split.isPresent());
    NetworkTrainer trainer =
        NetworkTrainer.of(network).loss(read).recipe(recipe).stopping(stopping);
    if (penalty != null) {
      trainer.penalty(penalty);
    }
    if (threads != null) {
      trainer.threads(threads);
    }
    split.ifPresent(s -> trainer.validation(s.heldOut()));
    var all = new ArrayList<>(List.of(taught));
    split.ifPresent(s -> all.add(s.heldOut()));
    Optional<Blas> blas = schooling.blas();
    blas.ifPresent(trainer::blas);
    Optional<String> library = blas.map(Blas::library);
    String training =
        Checkpoint.training(read, all, network.text(), recipe, stopping, penalty, library);
    var state = new Checkpoint(out, training, checkpoint);
    trainer.keeper(state);
    if (resume) {
      state
          .read()
          .ifPresent(from -> {
            screen.say("going on after epoch " + from.epoch());
            trainer.resume(from);
          });
    }
    if (watch) {
      trainer.listener(new Story(screen::say));
    }
    NetworkFit fit = trainer.fit(taught);
    Card card =
        Card.of(taught, fit.model())
            .with("model", network.text())
            .with("training.recipe", recipe.text())
            .with("training.seed", seed)
            .with("training.best_epoch", fit.best());
    if (library.isPresent()) {
      card = card.with("training.products", "cblas_sgemm of " + library.get());
    }
    if (split.isPresent()) {
      card = card.with("training.stops_on", stopping.text());
    }
    return new Trained(fit.model(), Optional.empty(), told(card, fit.told(), fit.reason()));
  }

  private Card told(Card card, TrainingStep step, String reason) {
    Card told =
        card.with("training.steps", step.iteration())
            .with("training.cost", step.loss())
            .with("training.penalty", step.penalty())
            .with("training.end", reason);
    return step.validationLoss() == step.validationLoss()
        ? told.with("training.held_out_share", heldOut)
            .with("training.held_out_cost", step.validationLoss())
        : told;
  }
}
