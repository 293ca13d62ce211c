package dev.plumb.formula;

import dev.plumb.formula.Definition.Input;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// The doors of the language: text in, formulas and definitions out.
public final class Formulas {
  /// Names that a bare formula uses for its predictions, in the order in which they come out.
  public static final List<String> PREDICTION_NAMES =
      List.of(
          "p",
          "z",
          "s",
          "q",
          "f",
          "d",
          "mean",
          "variance",
          "scale",
          "a",
          "b",
          "anchor",
          "positive",
          "negative",
          "t",
          "x");

  /// The name that a bare formula uses for its target.
  public static final String TARGET_NAME = "y";

  private Formulas() {}

  /// Reads a formula in which any name may appear.
  ///
  /// @throws FormulaException with line, column, caret and expectation
  public static Formula read(String text) {
    return Parser.formula(text);
  }

  /// Reads every loss of a text.
  ///
  /// @param family what the losses belong to: the file's name
  /// @throws FormulaException with line, column, caret and expectation
  public static List<Definition> definitions(String text, String family) {
    return DefinitionReader.all(text, family);
  }

  /// Reads a bare formula as a loss: `y` is the target, `p`, `z`, `s`, `q` … are predictions, and a
  /// name that is folded or indexed is a row.
  ///
  /// @throws FormulaException when a name is neither
  public static Definition bare(String text) {
    var allowed = new LinkedHashSet<>(PREDICTION_NAMES);
    allowed.add(TARGET_NAME);
    var parser = new Parser(text);
    parser.declare(allowed);
    Formula formula = parser.formulaWithWhere();
    parser.expectEnd();
    Set<String> used = formula.names().collect(Collectors.toSet());
    List<String> predictions = PREDICTION_NAMES.stream().filter(used::contains).toList();
    if (predictions.isEmpty()) {
      throw FormulaException.at(
          text, 0, "this formula has no prediction: p is a prediction, z a score, y the target");
    }
    Set<String> rows = rowNames(formula, predictions, used.contains(TARGET_NAME));
    List<Input> inputs =
        predictions.stream().map(n -> new Input(n, rows.contains(n), Domain.REALS)).toList();
    boolean indexed = indexes(formula).anyMatch(TARGET_NAME::equals);
    List<Input> targets =
        used.contains(TARGET_NAME)
            ? List.of(
                new Input(
                    TARGET_NAME,
                    rows.contains(TARGET_NAME),
                    indexed ? new Domain.ClassNumber() : Domain.REALS))
            : List.of();
    Optional<String> fault = shapes(inputs, targets).fault(formula);
    if (fault.isPresent()) {
      throw FormulaException.at(text, 0, fault.get());
    }
    if (shapes(inputs, targets).of(formula) != Shape.NUMBER) {
      throw FormulaException.at(
          text, 0, "a loss is one number a sample, but this is a row: sum(...) folds it");
    }
    return new Definition(
        "",
        "formula",
        inputs,
        targets,
        List.of(),
        formula,
        new LinkedHashMap<>(parser.bindings()),
        Optional.empty(),
        Optional.empty(),
        List.of(),
        List.of(),
        List.of(),
        false,
        "");
  }

  /// The shapes that these inputs give.
  public static Shapes shapes(List<Input> predictions, List<Input> targets) {
    return new Shapes(
        Stream.concat(predictions.stream(), targets.stream())
            .filter(Input::row)
            .map(Input::name)
            .collect(Collectors.toSet()));
  }

  /// The shapes of a definition's formulas.
  public static Shapes shapes(Definition definition) {
    return shapes(definition.predictions(), definition.targets());
  }

  /// The names that stand inside a fold, a map of rows or before an index. Without any, nothing is
  /// a row. A target that is an index itself is a number.
  private static Set<String> rowNames(Formula formula, List<String> predictions, boolean target) {
    Set<String> rows = new LinkedHashSet<>();
    formula
        .all()
        .filter(f -> f instanceof Formula.Apply(var o, _) && o.takes(0) == Shape.ROW)
        .forEach(f -> rows.addAll(outsideIndexes(((Formula.Apply) f).argument(0))));
    var names = new ArrayList<>(predictions);
    if (target) {
      names.add(TARGET_NAME);
    }
    rows.retainAll(names);
    return rows;
  }

  private static List<String> outsideIndexes(Formula formula) {
    if (formula instanceof Formula.Name(var text)) {
      return List.of(text);
    }
    if (Shapes.isFold(formula)) {
      return List.of();
    }
    return formula.children().stream().flatMap(c -> outsideIndexes(c).stream()).toList();
  }

  private static Stream<String> indexes(Formula formula) {
    return formula
        .all()
        .filter(f -> f.is(Operation.PICK) || f.is(Operation.named("onehot", 1)))
        .flatMap(f -> f.children().getLast().names());
  }
}
