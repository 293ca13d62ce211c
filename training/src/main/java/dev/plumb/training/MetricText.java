package dev.plumb.training;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Near;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A metric as text.
record MetricText(String text, Target target) {
  private static final Pattern NAME = Pattern.compile("\\w+");
  private static final Pattern PINBALL = Pattern.compile("pinball\\(\\s*([0-9.]+)\\s*\\)");
  private static final Pattern COST = Pattern.compile("expected_cost\\((.*)\\)");

  Metric metric() {
    Optional<Metric> known =
        Metric.values().stream().filter(m -> m.text().equalsIgnoreCase(text)).findFirst();
    if (known.isPresent()) {
      if (!known.get().judges(target.kind())) {
        throw new PlumbException(
            "no metric %s for %s; there are %s"
                .formatted(text, target.kind().text(), String.join(", ", names())));
      }
      return known.get();
    }
    Matcher pinball = PINBALL.matcher(text);
    if (pinball.matches()) {
      return loss(Loss.of("quantile(quantile = " + pinball.group(1) + ")"));
    }
    Matcher cost = COST.matcher(text);
    if (cost.matches()) {
      return cost(cost.group(1));
    }
    if (NAME.matcher(text).matches() && Catalogue.builtin().find(text).isEmpty()) {
      throw new PlumbException(
          "no metric %s for %s%s; there are %s, pinball(0.9), %slosses and formulas"
              .formatted(
                  text,
                  target.kind().text(),
                  Near.hint(text, names()),
                  String.join(", ", names()),
                  target.kind().isClasses() ? "expected_cost(0 1, 5 0), " : ""));
    }
    return loss(Loss.of(text));
  }

  private List<String> names() {
    return Metric.values().stream().filter(m -> m.judges(target.kind())).map(Metric::text).toList();
  }

  /// The mean of a loss of one prediction: of amounts as they are predicted, of two classes their
  /// probability.
  private Metric loss(Loss loss) {
    Definition definition = loss.definition();
    boolean simple =
        definition.predictions().size() == 1
            && definition.targets().size() == 1
            && !definition.hasRows();
    if (!simple
        || target.kind() == Target.Kind.MANY_CLASSES
        || target.kind() == Target.Kind.ORDINAL) {
      throw new PlumbException(
          "%s is no metric of %s: a loss that judges has one prediction and one target, and that is"
                  .formatted(text, target.kind().text())
              + " an amount or a probability");
    }
    var mean = loss.mean();
    boolean labels = target.kind().isClasses();
    return new Metric(
        text,
        "mean of the loss " + loss.text(),
        false,
        EnumSet.of(target.kind()),
        "",
        labels ? null : loss,
        null,
        p -> {
          if (labels && !p.isProbable()) {
            return Double.NaN;
          }
          return Judging.cost(mean, labels ? p.probabilities() : p.numbers(), p);
        });
  }

  private Metric cost(String numbers) {
    int classes = target.labels().size();
    double[][] costs =
        Arrays.stream(numbers.split(","))
            .map(
                row -> Arrays.stream(row.strip().split("\\s+")).mapToDouble(this::number).toArray())
            .toArray(double[][]::new);
    if (costs.length != classes || Arrays.stream(costs).anyMatch(row -> row.length != classes)) {
      throw new PlumbException(
          "%s: the target %s has %d classes, so %d groups of %d numbers are needed: expected_cost(0 1, 5 0)"
              .formatted(text, target.name(), classes, classes, classes));
    }
    return new Metric(
        text,
        "mean cost of the predicted class",
        false,
        EnumSet.of(target.kind()),
        "cross-entropy weighted by the costs stands in for it",
        null,
        confusion -> confusion.cost(costs),
        p -> Confusion.of(p.cheapest(costs)).cost(costs));
  }

  private double number(String cell) {
    try {
      return Double.parseDouble(cell);
    } catch (NumberFormatException e) {
      throw new PlumbException(text + ": " + cell + " is no number");
    }
  }
}
