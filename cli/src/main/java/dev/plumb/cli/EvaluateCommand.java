package dev.plumb.cli;

import dev.plumb.Loss;
import dev.plumb.Reduction;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Near;
import dev.plumb.tables.Table;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plumb evaluate`: the cost of predictions that are in a table already.
@Command(
    name = "evaluate",
    customSynopsis = "plumb evaluate DATA --loss LOSS [OPTIONS]",
    sortOptions = false,
    description = "Compute a loss over predictions and targets in a table.")
final class EvaluateCommand implements Runnable {
  private static final int FEW_LABELS = 20;

  private final Screen screen;

  @Mixin private Plumb.Help help;

  @Mixin private LossesFrom losses;

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
      names = "--bind",
      paramLabel = "INPUT=COLUMN[,COLUMN…]",
      description =
          "The column of an input; several for a row. Unless given, the columns of the input's own"
              + " name: p, y, or z0, z1, … for a row z. May be repeated.")
  private Map<String, String> bind = new LinkedHashMap<>();

  @Option(
      names = "--weight",
      paramLabel = "COLUMN",
      description = "The column of sample weights, each at least 0.")
  private String weight;

  @Option(
      names = "--reduction",
      paramLabel = "NAME",
      description =
          "How losses become the cost: mean (the default), sum, mean_per_row or root_mean. The"
              + " aliases rmse, rmsle and root_mean_… take root_mean.")
  private String reduction;

  @Option(
      names = "--type",
      paramLabel = "TYPE",
      defaultValue = "double",
      description = "The numbers to compute with: double (the default) or float.")
  private String type;

  @Option(
      names = "--each",
      description = "Show loss, gradient and hessian of every sample, unweighted.")
  private boolean each;

  @Option(names = "--json", description = "Print JSON.")
  private boolean json;

  EvaluateCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void run() {
    Loss read = losses.loss(loss);
    Reduction by = reduction();
    boolean floats = named("type", type, List.of("double", "float")).equals("float");
    Lanes.open();
    try (Table table = Data.open(data)) {
      Binding binding = Binding.of(read, table, bind);
      tellLabels(table, binding);
      Samples samples = Samples.read(table, binding, weight);
      Evaluation evaluation = Evaluation.of(read, by, samples, floats, each);
      evaluation.remarks().forEach(screen::say);
      if (json) {
        Json.print(screen, evaluation::write);
      } else {
        evaluation.print(screen);
      }
    }
  }

  /// The reduction that was typed, else the one that the alias has in its name, else the mean.
  private Reduction reduction() {
    if (reduction != null) {
      List<String> names = Stream.of(Reduction.values()).map(Reduction::text).toList();
      return Reduction.valueOf(named("reduction", reduction, names).toUpperCase(Locale.ROOT));
    }
    String alias = loss.strip().toLowerCase(Locale.ROOT).replaceAll("[\\s-]+", "_");
    if (alias.matches("rmse|rmsle|root_mean_\\w+")) {
      screen.say(alias + " is the root mean of its loss, so: --reduction root_mean");
      return Reduction.ROOT_MEAN;
    }
    return Reduction.MEAN;
  }

  private static String named(String what, String typed, List<String> names) {
    String name = typed.strip().toLowerCase(Locale.ROOT).replace('-', '_');
    if (!names.contains(name)) {
      throw new Mistake(
          "there is no %s %s%s; there are %s"
              .formatted(what, typed, Near.hint(name, names), String.join(", ", names)));
    }
    return name;
  }

  /// Texts that stand for class numbers are named, so that nobody takes one class for another.
  private void tellLabels(Table table, Binding binding) {
    for (Map.Entry<Input, List<String>> bound : binding.columns().entrySet()) {
      if (bound.getKey().domain() instanceof Domain.ClassNumber) {
        List<String> labels = table.labels(bound.getValue().getFirst());
        if (!labels.isEmpty()) {
          screen.say(bound.getKey().name() + ": " + numbered(labels));
        }
      }
    }
  }

  private static String numbered(List<String> labels) {
    var words = new ArrayList<String>();
    for (int k = 0; k < Math.min(FEW_LABELS, labels.size()); k++) {
      words.add(labels.get(k) + " is class " + k);
    }
    return String.join(", ", words) + (labels.size() > FEW_LABELS ? ", …" : "");
  }
}
