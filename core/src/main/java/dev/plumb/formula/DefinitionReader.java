package dev.plumb.formula;

import dev.plumb.formula.Definition.Example;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Definition.Parameter;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/// Reads the text of losses.
///
/// ```
/// ## documentation
/// loss name(predictions | targets; parameters) = formula where a = …
///   response …   estimates "…"   also mse, "L2 loss"   example (3 | 1) = 4   source "…"
/// ```
final class DefinitionReader {
  private final Parser parser;
  private final String family;

  private final List<Input> predictions = new ArrayList<>();
  private final List<Input> targets = new ArrayList<>();
  private final List<Parameter> parameters = new ArrayList<>();
  private Optional<Formula> response = Optional.empty();
  private Optional<String> estimates = Optional.empty();
  private final List<String> also = new ArrayList<>();
  private final List<Example> examples = new ArrayList<>();
  private final List<String> sources = new ArrayList<>();
  private boolean common = false;

  private DefinitionReader(Parser parser, String family) {
    this.parser = parser;
    this.family = family;
  }

  /// Every loss of a text, in order.
  static List<Definition> all(String text, String family) {
    var parser = new Parser(text);
    var definitions = new ArrayList<Definition>();
    while (!parser.sees(Token.Kind.END)) {
      definitions.add(new DefinitionReader(parser, family).definition());
    }
    return definitions;
  }

  private Definition definition() {
    var documentation = new ArrayList<String>();
    while (parser.sees(Token.Kind.DOCUMENTATION)) {
      documentation.add(parser.next().text());
    }
    parser.forget();
    parser.expect("loss");
    String name = parser.expectName("the name of a loss");
    signature();
    Set<String> names = names();
    parser.declare(names);
    parser.expect("=");
    Token start = parser.peek();
    Formula formula = parser.formulaWithWhere();
    check(start, formula, false);
    Map<String, Formula> bindings = new LinkedHashMap<>(parser.bindings());
    while (clause(names)) {}
    if (!parser.sees(Token.Kind.END)
        && !parser.sees(Token.Kind.DOCUMENTATION)
        && !parser.sees("loss")) {
      throw parser.error(
          "expected an operator, 'where', 'response', 'estimates', 'also', 'common', 'example', 'source' or"
              + " the next loss, found "
              + parser.peek().described());
    }
    return new Definition(
        String.join(" ", documentation).strip(),
        name,
        List.copyOf(predictions),
        List.copyOf(targets),
        List.copyOf(parameters),
        formula,
        bindings,
        response,
        estimates,
        List.copyOf(also),
        List.copyOf(examples),
        List.copyOf(sources),
        common,
        family);
  }

  private Set<String> names() {
    var names = new LinkedHashSet<String>();
    Stream.concat(predictions.stream(), targets.stream()).map(Input::name).forEach(names::add);
    parameters.stream().map(Parameter::name).forEach(names::add);
    return names;
  }

  private void check(Token start, Formula formula, boolean mayBeRow) {
    var shapes = Formulas.shapes(predictions, targets);
    shapes
        .fault(formula)
        .ifPresent(fault -> {
          throw parser.error(start, fault);
        });
    if (!mayBeRow && shapes.of(formula) != Shape.NUMBER) {
      throw parser.error(
          start,
          "a loss is one number a sample, but this is a row: sum(...) or mean(...) folds it");
    }
  }

  // The signature

  private void signature() {
    parser.expect("(");
    inputs(predictions, "a prediction");
    if (parser.accept("|")) {
      inputs(targets, "a target");
    }
    if (parser.accept(";")) {
      do {
        parameters.add(parameter());
      } while (parser.accept(","));
    }
    parser.expect(")");
  }

  private void inputs(List<Input> inputs, String what) {
    do {
      Token token = parser.peek();
      String name = parser.expectName(what);
      if (names().contains(name)) {
        throw parser.error(token, "'" + name + "' is declared twice");
      }
      boolean row = parser.accept("[");
      if (row) {
        parser.expect("]");
      }
      inputs.add(new Input(name, row, domain()));
    } while (parser.accept(","));
  }

  private Parameter parameter() {
    Token token = parser.peek();
    String name = parser.expectName("a parameter");
    if (names().contains(name)) {
      throw parser.error(token, "'" + name + "' is declared twice");
    }
    parser.expect("=");
    Token place = parser.peek();
    double value = number();
    Domain domain = domain();
    if (!domain.contains(value)) {
      throw parser.error(
          place, "%s = %s is outside %s".formatted(name, Numbers.text(value), domain.text()));
    }
    return new Parameter(name, value, domain);
  }

  private Domain domain() {
    if (!parser.accept("in")) {
      return Domain.REALS;
    }
    if (parser.accept("class")) {
      return new Domain.ClassNumber();
    }
    if (parser.accept("simplex")) {
      return new Domain.Simplex();
    }
    if (parser.accept("{")) {
      List<Double> values = list(this::number);
      parser.expect("}");
      return new Domain.Values(values);
    }
    boolean lowInclusive = parser.accept("[");
    if (!lowInclusive && !parser.accept("(")) {
      throw parser.error(
          "expected a domain such as (0, inf), [0, 1], {-1, 1}, class or simplex, found "
              + parser.peek().described());
    }
    Token place = parser.peek();
    double low = number();
    parser.expect(",");
    double high = number();
    boolean highInclusive = parser.accept("]");
    if (!highInclusive) {
      parser.expect(")");
    }
    if (!(low < high)) {
      throw parser.error(place, "this interval is empty");
    }
    return new Domain.Interval(low, high, lowInclusive, highInclusive);
  }

  private double number() {
    boolean negative = parser.accept("-");
    if (parser.accept("inf")) {
      return negative ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY;
    }
    if (!parser.sees(Token.Kind.NUMBER)) {
      throw parser.error("expected a number, found " + parser.peek().described());
    }
    double value = Double.parseDouble(parser.next().text());
    return negative ? -value : value;
  }

  private <T> List<T> list(Supplier<T> element) {
    var list = new ArrayList<T>();
    do {
      list.add(element.get());
    } while (parser.accept(","));
    return list;
  }

  // The clauses

  private boolean clause(Set<String> names) {
    if (parser.accept("response")) {
      parser.declare(names);
      Token start = parser.peek();
      Formula formula = parser.formula();
      check(start, formula, true);
      response = Optional.of(formula);
    } else if (parser.accept("estimates")) {
      estimates = Optional.of(string());
    } else if (parser.accept("also")) {
      also.addAll(
          list(() -> parser.sees(Token.Kind.STRING) ? string() : parser.expectName("a name")));
    } else if (parser.accept("source")) {
      sources.add(string());
    } else if (parser.accept("common")) {
      common = true;
    } else if (parser.accept("example")) {
      examples.add(example());
    } else {
      return false;
    }
    return true;
  }

  private String string() {
    if (!parser.sees(Token.Kind.STRING)) {
      throw parser.error("expected a text in quotes, found " + parser.peek().described());
    }
    return parser.next().text();
  }

  private Example example() {
    Token start = parser.peek();
    parser.expect("(");
    List<double[]> inputs = new ArrayList<>(list(this::exampleInput));
    if (parser.accept("|")) {
      inputs.addAll(list(this::exampleInput));
    }
    var values = new LinkedHashMap<String, Double>();
    if (parser.accept(";")) {
      do {
        String name = parser.expectName("a parameter");
        parser.expect("=");
        values.put(name, number());
      } while (parser.accept(","));
    }
    parser.expect(")");
    parser.expect("=");
    double value = number();
    if (inputs.size() != predictions.size() + targets.size()) {
      throw parser.error(
          start,
          "this loss takes %d inputs, the example gives %d"
              .formatted(predictions.size() + targets.size(), inputs.size()));
    }
    return new Example(List.copyOf(inputs), values, value);
  }

  private double[] exampleInput() {
    if (!parser.accept("[")) {
      return new double[] {number()};
    }
    List<Double> row = list(this::number);
    parser.expect("]");
    return row.stream().mapToDouble(v -> v).toArray();
  }
}
