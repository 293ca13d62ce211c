package dev.plumb.models;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formulas;
import dev.plumb.formula.Operation;
import dev.plumb.formula.Shape;
import dev.plumb.formula.Shapes;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;

/// A formula of the language as operators: the response of a loss, from scores to the scale of the
/// prediction.
///
/// A number of the language is a column here, a row a row, and the pairs of a row's elements a
/// square; each spreads over the next. Conditions are 1 and 0, as in the language. What has no
/// operator of its own goes through its meaning.
final class Response {
  /// What needs the digits of erfc in its tail: 1 - Erf, in float, has none.
  private static final Set<String> OF_THE_TAIL =
      Set.of("log_erfc", "log_half_erfc", "erfc_rate", "erfc_excess", "erfc_bend");

  /// Operations that are one operator of the standard, on any shape.
  private static final Map<String, String> OPERATORS =
      Map.ofEntries(
          Map.entry("add", "Add"),
          Map.entry("subtract", "Sub"),
          Map.entry("multiply", "Mul"),
          Map.entry("weigh", "Mul"),
          Map.entry("divide", "Div"),
          Map.entry("part", "Div"),
          Map.entry("power", "Pow"),
          Map.entry("negate", "Neg"),
          Map.entry("abs", "Abs"),
          Map.entry("sign", "Sign"),
          Map.entry("max", "Max"),
          Map.entry("min", "Min"),
          Map.entry("and", "Mul"),
          Map.entry("or", "Max"),
          Map.entry("sqrt", "Sqrt"),
          Map.entry("exp", "Exp"),
          Map.entry("log", "Log"),
          Map.entry("sin", "Sin"),
          Map.entry("cos", "Cos"),
          Map.entry("tanh", "Tanh"),
          Map.entry("sigmoid", "Sigmoid"));

  private static final Map<String, String> CONDITIONS =
      Map.of(
          "less", "Less",
          "less_equal", "LessOrEqual",
          "greater", "Greater",
          "greater_equal", "GreaterOrEqual",
          "equal", "Equal");

  private static final Map<String, String> FOLDS =
      Map.of("sum", "ReduceSum", "max", "ReduceMax", "min", "ReduceMin");

  private final Graph graph;
  private final Shapes shapes;
  private final Map<String, Double> parameters;
  private final int classes;
  private final Map<Formula, String> done = new HashMap<>();

  private Response(Graph graph, Shapes shapes, Map<String, Double> parameters, int classes) {
    this.graph = graph;
    this.shapes = shapes;
    this.parameters = parameters;
    this.classes = classes;
  }

  /// The response of a loss to the scores.
  ///
  /// @param classes the length of a row of scores; 1 for a single score
  /// @throws PlumbException when it has no form in ONNX
  static String of(Loss loss, String scores, int classes, Graph graph) {
    Loss scored = loss.onScores();
    Definition definition = scored.definition();
    if (definition.response().isEmpty()) {
      return scores;
    }
    var response = new Response(graph, Formulas.shapes(definition), scored.parameters(), classes);
    response.done.put(new Formula.Name(definition.predictions().getFirst().name()), scores);
    return response.of(definition.response().get());
  }

  private String of(Formula formula) {
    String known = done.get(formula);
    if (known == null) {
      known =
          switch (formula) {
            case Formula.Number(double value) -> graph.number(value);
            case Formula.Name(String name) -> graph.number(parameter(name));
            case Formula.Apply apply -> applied(apply);
          };
      done.put(formula, known);
    }
    return known;
  }

  private double parameter(String name) {
    if (!parameters.containsKey(name)) {
      throw new PlumbException(
          "the response of the loss needs %s, which is not known in prediction".formatted(name));
    }
    return parameters.get(name);
  }

  private String applied(Formula.Apply apply) {
    Operation operation = apply.operation();
    String name = operation.name();
    if (operation.isFold()) {
      return folded(apply);
    }
    return switch (name) {
      case "if" -> {
        String[] parts = spread(apply);
        yield graph.of("Where", truth(parts[0]), parts[1], parts[2]);
      }
      case "not" -> graph.of("Sub", graph.number(1), of(apply.argument(0)));
      case "not_equal" -> graph.of("Sub", graph.number(1), condition("Equal", apply));
      case "atan" -> graph.inFloat("Atan", of(apply.argument(0)));
      case "softplus" -> softplus(of(apply.argument(0)));
      case "erf" -> graph.inFloat("Erf", of(apply.argument(0)));
      case "erfc" -> graph.of("Sub", graph.number(1), graph.inFloat("Erf", of(apply.argument(0))));
      case "expm1" -> graph.of("Sub", graph.of("Exp", of(apply.argument(0))), graph.number(1));
      case "log1p" -> graph.of("Log", graph.of("Add", of(apply.argument(0)), graph.number(1)));
      case "softmax" -> graph.along("Softmax", -1, of(apply.argument(0)));
      case "log_softmax" -> graph.along("LogSoftmax", -1, of(apply.argument(0)));
      case "onehot" ->
          number(graph.of("Equal", of(apply.argument(0)), graph.numbers(row(), places())));
      case "index" -> graph.of("Add", zero(apply.argument(0)), graph.numbers(row(), places()));
      case "other" -> unsqueezed(of(apply.argument(0)), 1);
      case "across" -> across("ReduceSum", of(apply.argument(0)));
      case "max_across" -> across("ReduceMax", of(apply.argument(0)));
      default -> elementwise(apply);
    };
  }

  /// max(a, 0) + log(1 + exp(-|a|)), which no score makes infinite.
  private String softplus(String score) {
    String small = graph.of("Exp", graph.of("Neg", graph.of("Abs", score)));
    String rest = graph.of("Log", graph.of("Add", small, graph.number(1)));
    return graph.of("Add", graph.of("Max", score, graph.number(0)), rest);
  }

  private String elementwise(Formula.Apply apply) {
    Operation operation = apply.operation();
    if (CONDITIONS.containsKey(operation.name())) {
      return condition(CONDITIONS.get(operation.name()), apply);
    }
    if (OPERATORS.containsKey(operation.name())) {
      return graph.of(OPERATORS.get(operation.name()), spread(apply));
    }
    var arguments = new HashMap<String, Formula>();
    for (int i = 0; i < operation.arity(); i++) {
      arguments.put(operation.arguments().get(i), apply.argument(i));
    }
    return of(
        operation
            .meaning()
            .filter(_ -> !OF_THE_TAIL.contains(operation.name()))
            .orElseThrow(() ->
                new PlumbException(
                    "the response of the loss uses %s, which ONNX has no operator for"
                        .formatted(operation.name())))
            .with(arguments));
  }

  private String folded(Formula.Apply apply) {
    String row = of(apply.argument(0));
    String name = apply.operation().name();
    return switch (name) {
      case "argmax" -> graph.cast(graph.fold("ArgMax", row), DataType.DOUBLE);
      case "argmin" -> graph.cast(graph.fold("ArgMin", row), DataType.DOUBLE);
      case "length" -> graph.number(classes);
      case "pick" -> {
        String chosen = graph.of("Equal", of(apply.argument(1)), graph.numbers(row(), places()));
        yield graph.fold("ReduceSum", graph.of("Where", chosen, row, graph.number(0)));
      }
      case "logsumexp" -> {
        String most = graph.fold("ReduceMax", row);
        String sum = graph.fold("ReduceSum", graph.of("Exp", graph.of("Sub", row, most)));
        yield graph.of("Add", most, graph.of("Log", sum));
      }
      default -> FOLDS.containsKey(name) ? graph.fold(FOLDS.get(name), row) : elementwise(apply);
    };
  }

  private String condition(String operator, Formula.Apply apply) {
    return number(graph.of(operator, spread(apply)));
  }

  /// The arguments in shapes that the standard's own spreading lines up: beside pairs, a number and
  /// a row get one dimension more.
  private String[] spread(Formula.Apply apply) {
    boolean pairs = shapes.of(apply) == Shape.PAIRS;
    return apply.arguments().stream()
        .map(a -> {
          String value = of(a);
          return pairs && shapes.of(a) != Shape.PAIRS ? unsqueezed(value, 2) : value;
        })
        .toArray(String[]::new);
  }

  /// A fold over the second of a pair; a square that does not depend on the first gets its rows.
  private String across(String operator, String pairs) {
    String rows = graph.numbers(new int[] {1, classes, 1}, new double[classes]);
    String folds = graph.fold(operator, graph.of("Add", pairs, rows));
    return graph.of("Reshape", folds, graph.whole(new int[] {2}, -1, classes));
  }

  private String unsqueezed(String value, int axis) {
    return graph.of("Unsqueeze", value, graph.whole(new int[] {1}, axis));
  }

  private String zero(Formula row) {
    return graph.of("Mul", of(row), graph.number(0));
  }

  private String truth(String number) {
    return graph.cast(number, DataType.BOOL);
  }

  private String number(String truth) {
    return graph.cast(truth, DataType.DOUBLE);
  }

  private int[] row() {
    return new int[] {1, classes};
  }

  private double[] places() {
    return IntStream.range(0, classes).asDoubleStream().toArray();
  }
}
