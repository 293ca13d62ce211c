package dev.plumb.cli;

import dev.plumb.Loss;
import dev.plumb.training.Progress;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plumb bench`: how fast losses are on this machine, beside the speed of its memory.
@Command(
    name = "bench",
    sortOptions = false,
    description = "Measure losses on this machine, beside a loop that only reads and writes.")
final class BenchCommand implements Callable<Integer> {
  private static final List<String> USUAL =
      List.of(
          "squared_error",
          "absolute_error",
          "huber",
          "quantile",
          "hinge",
          "sigmoid_cross_entropy",
          "log_cosh",
          "poisson",
          "focal",
          "sparse_softmax_cross_entropy");

  private final Screen screen;

  @Mixin private Plumb.Help help;

  @Mixin private LossesFrom from;

  @Parameters(
      arity = "0..*",
      paramLabel = "LOSS",
      description =
          "Names, calls ('huber(delta = 2)'), formulas or .loss files; else ten usual losses.")
  private List<String> typed = List.of();

  @Option(
      names = "--sizes",
      split = ",",
      paramLabel = "N,…",
      defaultValue = "4096,16777216",
      description = "Predictions in a batch: 4096,16777216 unless given, in cache and out of it.")
  private List<Integer> sizes;

  @Option(
      names = "--classes",
      paramLabel = "N",
      defaultValue = "16",
      description = "The length of a row, for losses of rows: 16 unless given.")
  private int classes;

  @Option(
      names = "--rounds",
      paramLabel = "N",
      defaultValue = "15",
      description = "How often loss and loop take turns: 15 unless given.")
  private int rounds;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  BenchCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    check("--rounds", rounds, 1);
    check("--classes", classes, 1);
    sizes.forEach(size -> check("--sizes", size, 1));
    List<Loss> losses = (typed.isEmpty() ? USUAL : typed).stream().map(from::loss).toList();
    boolean lanes = Lanes.open();
    var table = new PaceTable(losses, setups(), lanes);
    var progress = new ProgressLine(screen.err(), Terminal.isWatched(), System::nanoTime);
    var paces = new ArrayList<Pace>();
    if (!json) {
      screen.print(table.head());
    }
    try {
      for (Loss loss : losses) {
        List<Pace> measured = measure(loss, paces.size(), losses.size(), progress);
        paces.addAll(measured);
        progress.clear();
        if (!json) {
          screen.print(table.line(loss, measured));
        }
      }
    } catch (CancellationException stopped) {
      progress.clear();
      screen.complain("stopped");
      return Complaints.WORK_FAILED;
    }
    if (json) {
      Json.print(screen, out -> write(out, lanes, paces));
    } else {
      screen.print(table.legend());
    }
    return 0;
  }

  private static void check(String option, int value, int least) {
    if (value < least) {
      throw new Mistake("%s must be at least %d, not %d".formatted(option, least, value));
    }
  }

  /// One thread for each size, and all threads where they are used.
  private List<Pace.Setup> setups() {
    int all = Runtime.getRuntime().availableProcessors();
    var setups = new ArrayList<Pace.Setup>();
    for (int size : sizes) {
      setups.add(new Pace.Setup(size, classes, 1));
      if (all > 1 && size >= Pace.Setup.SPREAD) {
        setups.add(new Pace.Setup(size, classes, all));
      }
    }
    return setups;
  }

  private List<Pace> measure(Loss loss, int done, int losses, ProgressLine progress) {
    List<Pace.Setup> setups = setups();
    var paces = new ArrayList<Pace>();
    for (Pace.Setup setup : setups) {
      String part =
          String.format(Locale.ROOT, "%,d predictions, %s", setup.size(), setup.threadsText());
      progress.at(
          new Progress(done + paces.size(), losses * setups.size(), loss.text(), part, Double.NaN));
      paces.add(Pace.measured(loss, setup, rounds));
    }
    return paces;
  }

  private static void write(Json json, boolean lanes, List<Pace> paces) throws IOException {
    json.object(object -> {
      object.name("machine").text(PaceTable.machine());
      object.name("java").text(System.getProperty("java.version"));
      object.name("lanes").truth(lanes);
      object
          .name("paces")
          .array(array -> {
            for (Pace pace : paces) {
              pace.write(array);
            }
          });
    });
  }
}
