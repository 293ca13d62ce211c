package dev.plumb.cli;

import dev.plumb.Loss;
import dev.plumb.models.Card;
import dev.plumb.models.SavedModel;
import dev.plumb.models.WholeFile;
import dev.plumb.tables.Reading;
import dev.plumb.training.Dataset;
import dev.plumb.training.Fit;
import dev.plumb.training.Metric;
import dev.plumb.training.Scorecard;
import dev.plumb.training.Trainer;
import java.nio.file.Path;
import java.util.SequencedMap;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plumb train`: one model under one loss, as a file that any ONNX runtime serves.
@Command(
    name = "train",
    customSynopsis = "plumb train DATA --target COLUMN --loss LOSS --out FILE [OPTIONS]",
    sortOptions = false,
    description = "Train a model under a loss, and write it as an ONNX file.")
final class TrainCommand implements Runnable {
  private final Screen screen;

  @Mixin private Plumb.Help help;

  @Mixin private LossesFrom own;

  @Mixin private Teaching teaching;

  @Parameters(
      paramLabel = "DATA",
      description = "A .csv, .tsv, .parquet or .json file, or an SQL query in quotes.")
  private String data;

  @Option(
      names = "--loss",
      required = true,
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
      description = "The model that is trained: linear.")
  private String model = "linear";

  @Option(
      names = "--penalty",
      paramLabel = "X",
      description = "The factor of the squared weights that is added to the cost (L2).")
  private Double penalty;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads; all processors unless told. The model does not depend on them.")
  private Integer threads;

  TrainCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void run() {
    Limits.check(2, null, penalty, threads);
    Loss read = own.loss(loss);
    if (!model.strip().equals("linear")) {
      throw new Mistake("no model " + model + "; there is linear");
    }
    Mistake.check(() -> WholeFile.check(out));
    Lanes.open();
    Reading reading = teaching.read(data);
    reading.notes().forEach(screen::say);
    Dataset dataset = reading.dataset();
    Fit fit = trainer(read).fit(dataset);
    SequencedMap<Metric, Double> metrics = Scorecard.of(fit.model(), dataset);
    Card card =
        Card.of(dataset, fit.model())
            .with("model", "linear")
            .with("training.steps", fit.last().iteration())
            .with("training.cost", fit.last().loss())
            .with("training.penalty", fit.last().penalty())
            .with("training.end", fit.reason())
            .with("training", metrics);
    SavedModel.write(out, fit.model(), card);
    screen.print(new ModelPage(SavedModel.read(out), out).trained());
  }

  private Trainer trainer(Loss read) {
    Trainer trainer = Trainer.linear().loss(read);
    if (penalty != null) {
      trainer.penalty(penalty);
    }
    if (threads != null) {
      trainer.threads(threads);
    }
    return trainer;
  }
}
