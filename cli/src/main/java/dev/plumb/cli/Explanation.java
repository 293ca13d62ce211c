package dev.plumb.cli;

import dev.plumb.Loss;
import dev.plumb.calculus.Calculus;
import dev.plumb.calculus.Rule;
import dev.plumb.facts.Facts;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Definition.Parameter;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Operation;
import dev.plumb.formula.Printer;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;

/// One loss on a page: its formula and what follows from it.
final class Explanation {
  private static final int MARGIN = 11;

  private final Loss loss;
  private final Definition definition;
  private final Screen screen;
  private final Folding folding;

  Explanation(Loss loss, Screen screen) {
    this.loss = loss;
    this.definition = loss.definition();
    this.screen = screen;
    this.folding = new Folding(definition);
  }

  String page() {
    var page = words();
    if (Curve.has(loss)) {
      page.blank().lines(Plot.of(loss, screen.pageWidth(), screen.plain()));
    }
    return page.text();
  }

  /// The page without its picture.
  Page words() {
    var page = new Page(screen.pageWidth(), MARGIN);
    boolean bare = definition.name().equals("formula");
    if (!bare) {
      page.entry("loss", List.of(Signature.of(definition)));
      page.entry("", definition.documentation());
    }
    String formula = folding.text(definition.formula());
    page.entry("formula", formula).entry("", folding.where());
    loss.calculus().ifPresent(calculus -> derived(page, calculus));
    loss.calculus().ifPresent(_ -> page.entry("facts", Facts.of(loss).text()));
    page.entry("where", meanings());
    inputs(page);
    page.entry("response", response());
    page.entry("estimates", definition.estimates().orElse(""));
    page.entry("kinks", new Kinks(loss, folding).text());
    page.entry("also", String.join(", ", definition.also()));
    page.entry("examples", Sample.of(loss).stream().map(Sample::text).toList());
    page.entry("source", String.join("; ", definition.sources()));
    return page;
  }

  // Derived

  private void derived(Page page, Calculus calculus) {
    page.entry("run as", folding.text(calculus.stableValue()));
    page.entry("", rules(calculus));
    Optional<Map<String, Formula>> fixed = switchedOff();
    var plain = fixed.map(this::fixed);
    derivative(page, "gradient", calculus.gradient(), plain.map(Calculus::gradient), fixed);
    derivative(page, "hessian", calculus.hessian(), plain.map(Calculus::hessian), fixed);
  }

  private static List<String> rules(Calculus calculus) {
    var rules = new LinkedHashSet<Rule>(calculus.identities());
    rules.addAll(calculus.stabilised());
    return rules.stream().map(Reasons::line).toList();
  }

  /// The derivatives with the parameters that are switched off left out, then in general.
  private void derivative(
      Page page,
      String label,
      SequencedMap<String, Formula> general,
      Optional<SequencedMap<String, Formula>> plain,
      Optional<Map<String, Formula>> fixed) {
    boolean differs = plain.isPresent() && !plain.get().equals(general);
    var lines = new ArrayList<String>();
    if (differs) {
      String off = String.join(" and ", fixed.orElseThrow().keySet());
      lines.addAll(texts(plain.get(), "      with " + off + " = 0"));
    }
    lines.addAll(texts(general, differs ? "      in general" : ""));
    page.entry(label, lines);
  }

  private List<String> texts(SequencedMap<String, Formula> derivatives, String remark) {
    var lines = new ArrayList<String>();
    derivatives.forEach((by, formula) -> {
      String which = derivatives.size() > 1 ? by + ": " : "";
      lines.add(which + folding.text(formula) + remark);
    });
    return lines;
  }

  /// The parameters that are 0 unless given, and are not given.
  private Optional<Map<String, Formula>> switchedOff() {
    var off = new HashMap<String, Formula>();
    for (Parameter parameter : definition.parameters()) {
      if (parameter.value() == 0 && loss.parameters().get(parameter.name()) == 0) {
        off.put(parameter.name(), new Formula.Number(0));
      }
    }
    return off.isEmpty() ? Optional.empty() : Optional.of(off);
  }

  private Calculus fixed(Map<String, Formula> values) {
    var d = definition;
    return new Calculus(
        new Definition(
            d.documentation(),
            d.name(),
            d.predictions(),
            d.targets(),
            d.parameters().stream().filter(p -> !values.containsKey(p.name())).toList(),
            d.formula().with(values),
            d.bindings(),
            d.response(),
            d.estimates(),
            d.also(),
            d.examples(),
            d.sources(),
            d.common(),
            d.family()));
  }

  /// What the operations of this page stand for, and those that they are made of.
  private List<String> meanings() {
    var operations = new LinkedHashSet<Operation>();
    loss.calculus().ifPresent(c -> shown(c).forEach(formula -> collect(formula, operations)));
    return operations.stream().flatMap(o -> meaning(o).stream()).toList();
  }

  private static Stream<Formula> shown(Calculus calculus) {
    return Stream.of(
            List.of(calculus.stableValue()),
            calculus.gradient().values(),
            calculus.hessian().values(),
            calculus.stableGradient().values())
        .flatMap(Collection::stream);
  }

  private static void collect(Formula formula, Set<Operation> operations) {
    if (formula instanceof Formula.Apply(var operation, _) && operations.add(operation)) {
      operation.meaning().ifPresent(meaning -> collect(meaning, operations));
    }
    formula.children().forEach(child -> collect(child, operations));
  }

  private static Optional<String> meaning(Operation operation) {
    return operation
        .meaning()
        .map(meaning ->
            "%s(%s) = %s"
                .formatted(
                    operation.name(),
                    String.join(", ", operation.arguments()),
                    Printer.text(meaning)));
  }

  // Inputs

  private void inputs(Page page) {
    var lines = new ArrayList<String>();
    for (Input input : definition.predictions()) {
      lines.add(input.name() + "  " + prediction(input) + ", " + words(input));
    }
    for (Input input : definition.targets()) {
      lines.add(input.name() + "  the target, " + words(input) + ignored(input));
    }
    for (Parameter parameter : definition.parameters()) {
      double value = loss.parameters().get(parameter.name());
      String given =
          value == parameter.value() ? "" : " (" + Digits.six(parameter.value()) + " unless given)";
      lines.add(
          "%s = %s%s, a parameter in %s"
              .formatted(parameter.name(), Digits.six(value), given, parameter.domain().text()));
    }
    page.entry("inputs", lines);
  }

  private String prediction(Input input) {
    boolean score = definition.response().isPresent() || List.of("s", "z").contains(input.name());
    return score ? (input.row() ? "scores" : "a score") : "a prediction";
  }

  private static String ignored(Input input) {
    return input.ignored().isPresent()
        ? "; samples with " + Digits.six(input.ignored().getAsDouble()) + " count for nothing"
        : "";
  }

  private static String words(Input input) {
    String each = input.row() ? "a row of numbers" : "any number";
    return switch (input.domain()) {
      case Domain.Interval i when i.unbounded() -> each;
      case Domain.Interval i -> (input.row() ? each + " in " : "in ") + i.text();
      case Domain.Values v -> "one of " + v.text();
      case Domain.ClassNumber _ -> "the number of a class, from 0";
      case Domain.Simplex _ -> "a row of probabilities that sum to 1";
    };
  }

  private String response() {
    return definition
        .response()
        .map(r -> folding.text(r) + ", from the score to the scale of the target")
        .orElse("");
  }
}
