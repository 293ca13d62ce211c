package dev.plumb.cli;

import dev.plumb.Loss;
import dev.plumb.report.Report;
import dev.plumb.tables.Reading;
import dev.plumb.training.Comparison;
import dev.plumb.training.ComparisonResult;
import dev.plumb.training.Dataset;
import dev.plumb.training.Metric;
import dev.plumb.training.Optimiser;
import dev.plumb.training.Penalty;
import dev.plumb.training.network.Architecture;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/// `plumb compare`: which loss to train with, on this data.
@Command(
    name = "compare",
    customSynopsis = "plumb compare DATA --target COLUMN [OPTIONS]",
    sortOptions = false,
    description = "Train every loss that suits the data, and say which to train with.")
final class CompareCommand implements Runnable {
  private final Screen screen;

  @Spec private CommandSpec spec;

  @Mixin private Plumb.Help help;

  @Mixin private LossesFrom own;

  @Mixin private Honesty honesty;

  @Parameters(
      paramLabel = "DATA",
      description = "A .csv, .tsv, .parquet or .json file, or an SQL query in quotes.")
  private String data;

  @Mixin private Teaching teaching;

  @Option(
      names = "--metric",
      paramLabel = "NAME",
      description =
          "What ranks: mae, auc, f1, 'pinball(0.9)', 'expected_cost(0 1, 5 0)', a loss or a formula; unless told, what suits the target.")
  private String metric;

  @Option(
      names = "--folds",
      paramLabel = "K",
      description = "Folds of the cross-validation; 5 unless told.")
  private int folds = 5;

  @Option(
      names = "--repeats",
      paramLabel = "R",
      description =
          "How often folds are drawn anew; unless told 10 times where rows are few, else once.")
  private Integer repeats;

  @Option(names = "--seed", paramLabel = "S", description = "The seed of the folds; 0 unless told.")
  private long seed;

  @Option(
      names = "--losses",
      paramLabel = "A,B,…",
      description = "Compare these losses only, instead of every one of the catalogue that suits.")
  private List<String> losses = List.of();

  @Option(
      names = "--loss",
      paramLabel = "LOSS",
      description =
          "Compare this loss too, exactly as it is: a call (huber(delta = 2)), a formula or a .loss"
              + " file. May be repeated.")
  private List<String> loss = List.of();

  @Option(
      names = "--model",
      paramLabel = "NAME",
      description = "The model that is trained: linear (the default), or 'network(64, 32)'.")
  private String model = "linear";

  @Option(
      names = "--penalty",
      paramLabel = "X",
      description = "The factor of the squared weights that is added to the cost (L2).")
  private Double penalty;

  @Option(
      names = "--l1",
      paramLabel = "X",
      description =
          "The factor of the absolute weights that is added too: it puts weights to exactly 0.")
  private Double l1;

  @Option(
      names = "--solver",
      paramLabel = "NAME",
      description =
          "How weights are found: auto, newton, lbfgs, proximal, sgd, adam or adamw; lbfgs unless told.")
  private String solver;

  @Mixin private ClassCare classes;

  @Mixin private Probabilities probabilities;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Threads; all processors unless told. The answer does not depend on them.")
  private Integer threads;

  @Mixin private Resuming resuming;

  @Option(names = "--all", description = "Show every loss of the ranking.")
  private boolean all;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  @Option(
      names = "--report",
      paramLabel = "FILE",
      description =
          "Write the answer with its pictures to an HTML file that opens without a network.")
  private Path report;

  @Option(names = "--plain", description = "Use ASCII characters only.")
  private boolean plain;

  CompareCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void run() {
    Limits.check(folds, repeats, penalty, threads);
    Limits.penalty("--l1", l1);
    honesty.check();
    classes.check();
    probabilities.method();
    List<Loss> only = losses.stream().flatMap(Commas::parts).map(own::loss).toList();
    List<Loss> also = loss.stream().map(own::loss).toList();
    Mistake.unless(() -> ReportPath.check(report));
    Lanes.open();
    var progress = new ProgressLine(screen.err(), Terminal.isWatched(), System::nanoTime);
    Reading reading;
    ComparisonResult result;
    try {
      progress.reading(data);
      reading = teaching.read(data, honesty);
      Comparison comparison = comparison(reading.dataset(), only, also).listener(progress);
      resuming.begin(reading.dataset(), comparison, screen);
      result = comparison.run();
    } finally {
      progress.clear();
    }
    answer(result, reading.notes());
    resuming.end();
  }

  private Comparison comparison(Dataset dataset, List<Loss> only, List<Loss> also) {
    Comparison comparison = Comparison.of(dataset).losses(only).also(also).folds(folds).seed(seed);
    Mistake.unless(() -> comparison.model(model));
    if (probabilities.method().isPresent() && Architecture.isNetwork(model)) {
      throw new Mistake("--calibrate does not belong to --model '%s'".formatted(model));
    }
    if (metric != null) {
      comparison.metric(Mistake.unless(() -> Metric.named(metric, dataset.target())).text());
    }
    if (repeats != null) {
      comparison.repeats(repeats);
    }
    if (penalty != null || l1 != null) {
      comparison.penalty(new Penalty(l1 == null ? 0 : l1, penalty == null ? 0 : penalty));
    }
    if (solver != null) {
      comparison.optimiser(Mistake.unless(() -> Optimiser.named(solver, seed)));
    } else if (l1 != null) {
      comparison.optimiser(new Optimiser.Automatic());
    }
    if (threads != null) {
      comparison.threads(threads);
    }
    honesty.tell(comparison);
    classes.tell(comparison, dataset);
    probabilities.method().ifPresent(comparison::calibrated);
    return comparison;
  }

  private void answer(ComparisonResult result, List<String> readingNotes) {
    if (report != null) {
      Report.of(result).withCommand(typed()).write(report);
    }
    var notes = new ArrayList<>(readingNotes);
    notes.addAll(result.notes());
    if (json) {
      notes.forEach(screen::say);
      Json.print(screen, out -> ComparisonJson.write(result, notes, out));
    } else {
      Screen page = screen.plainly(plain);
      page.print(new Answer(result, notes, all, page.pageWidth()).page());
    }
    if (report != null) {
      screen.say("report: " + report);
    }
  }

  /// The command as it can be typed anew.
  private String typed() {
    List<String> words = spec.root().commandLine().getParseResult().originalArgs();
    return Stream.concat(
            Stream.of("plumb"),
            words.stream().filter(word -> !word.equals("--resume")).map(Commas::quoted))
        .collect(Collectors.joining(" "));
  }
}
