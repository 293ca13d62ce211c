package dev.plumb.calculus;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Shapes;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/// Formulas evaluated in doubles, at names that stand for numbers or rows.
record Evaluation(Map<String, double[]> values) {
  static final int CLASSES = 4;

  /// Names by their letters: `v`, `u`, `w` are rows, `i` a class, any other a number.
  static boolean isRow(String name) {
    return name.equals("v") || name.equals("u") || name.equals("w");
  }

  /// The shapes of those names.
  static Shapes shapes() {
    return new Shapes(java.util.Set.of("v", "u", "w"));
  }

  /// By the form that keeps its digits.
  double[] stable(Formula formula) {
    return by(Lower.stable(), formula);
  }

  /// By the plain meaning.
  double[] plain(Formula formula) {
    return by(Lower.meaning(), formula);
  }

  private double[] by(Lower lower, Formula formula) {
    Map<String, List<Double>> inputs =
        values.entrySet().stream()
            .collect(
                Collectors.toMap(
                    Map.Entry::getKey, e -> Arrays.stream(e.getValue()).boxed().toList()));
    return new Interpreter<>(Doubles.DOUBLES, shapes(), inputs, CLASSES)
        .of(lower.of(formula)).stream().mapToDouble(v -> v).toArray();
  }

  /// The same with one number changed.
  Evaluation with(String name, int element, double value) {
    var changed = new HashMap<>(values);
    changed.put(name, values.get(name).clone());
    changed.get(name)[element] = value;
    return new Evaluation(changed);
  }
}
