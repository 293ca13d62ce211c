package dev.plumb.models;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import dev.plumb.PlumbException;
import dev.plumb.calculus.Doubles;
import dev.plumb.models.Tensor.Numbers;
import dev.plumb.models.Tensor.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.DoubleBinaryOperator;
import java.util.function.DoubleUnaryOperator;

/// The operators of the ONNX standard that Plumb writes, computed in double with the elementary
/// functions of `StrictMath`.
final class Operators {
  private static final Map<String, DoubleUnaryOperator> ONE =
      Map.ofEntries(
          Map.entry("Neg", x -> -x),
          Map.entry("Abs", Math::abs),
          Map.entry("Sign", Math::signum),
          Map.entry("Sqrt", Math::sqrt),
          Map.entry("Exp", StrictMath::exp),
          Map.entry("Log", StrictMath::log),
          Map.entry("Sin", StrictMath::sin),
          Map.entry("Cos", StrictMath::cos),
          Map.entry("Atan", StrictMath::atan),
          Map.entry("Tanh", StrictMath::tanh),
          Map.entry("Erf", x -> Doubles.unary("erf", x)),
          Map.entry("Relu", x -> x < 0 ? 0 : x),
          Map.entry("Sigmoid", x -> 1 / (1 + StrictMath.exp(-x))),
          Map.entry("IsNaN", x -> x != x ? 1 : 0));

  private static final Map<String, DoubleBinaryOperator> TWO =
      Map.ofEntries(
          Map.entry("Add", (a, b) -> a + b),
          Map.entry("Sub", (a, b) -> a - b),
          Map.entry("Mul", (a, b) -> a * b),
          Map.entry("Div", (a, b) -> a / b),
          Map.entry("Pow", StrictMath::pow),
          Map.entry("Max", Math::max),
          Map.entry("Min", Math::min),
          Map.entry("Less", (a, b) -> a < b ? 1 : 0),
          Map.entry("LessOrEqual", (a, b) -> a <= b ? 1 : 0),
          Map.entry("Greater", (a, b) -> a > b ? 1 : 0),
          Map.entry("GreaterOrEqual", (a, b) -> a >= b ? 1 : 0),
          Map.entry("Equal", (a, b) -> a == b ? 1 : 0));

  private Operators() {}

  static Tensor of(NodeProto node, List<Tensor> inputs) {
    String operator = node.getOpType();
    if (ONE.containsKey(operator)) {
      return Shaping.map(numbers(inputs.getFirst()), ONE.get(operator));
    }
    if (TWO.containsKey(operator)) {
      return Shaping.spread(numbers(inputs.get(0)), numbers(inputs.get(1)), TWO.get(operator));
    }
    return switch (operator) {
      case "Identity" -> inputs.getFirst();
      case "Cast" -> Casts.of(numbers(inputs.getFirst()), whole(node, "to", 0));
      case "Where" ->
          Shaping.choose(numbers(inputs.get(0)), numbers(inputs.get(1)), numbers(inputs.get(2)));
      case "Concat" -> Shaping.columns(inputs.stream().map(Operators::numbers).toList());
      case "Gather" -> gather(inputs.get(0), numbers(inputs.get(1)), whole(node, "axis", 0));
      case "Reshape" -> Shaping.reshaped(numbers(inputs.get(0)), numbers(inputs.get(1)));
      case "Unsqueeze" -> Shaping.unsqueezed(numbers(inputs.get(0)), numbers(inputs.get(1)));
      case "MatMul" -> Rows.product(numbers(inputs.get(0)), numbers(inputs.get(1)));
      case "Softmax" -> Rows.softmax(numbers(inputs.getFirst()), false);
      case "LogSoftmax" -> Rows.softmax(numbers(inputs.getFirst()), true);
      case "ReduceSum", "ReduceMax", "ReduceMin", "ArgMax", "ArgMin" ->
          Rows.fold(operator, numbers(inputs.getFirst()));
      case "LabelEncoder" -> encoded(node, (Texts) inputs.getFirst());
      default ->
          throw new PlumbException(
              "the file uses the operator %s, which no model of Plumb does".formatted(operator));
    };
  }

  private static Tensor gather(Tensor from, Numbers places, int axis) {
    if (from instanceof Texts(_, var texts)) {
      var gathered = new String[places.values().length];
      for (int i = 0; i < gathered.length; i++) {
        gathered[i] = texts[(int) places.values()[i]];
      }
      return new Texts(places.shape(), gathered);
    }
    return axis == 0 ? Shaping.rows(numbers(from), places) : Shaping.picked(numbers(from), places);
  }

  private static Numbers encoded(NodeProto node, Texts texts) {
    Map<String, Double> places = new HashMap<>();
    AttributeProto keys = attribute(node, "keys_strings");
    AttributeProto values = attribute(node, "values_int64s");
    for (int i = 0; i < keys.getStringsCount(); i++) {
      places.put(keys.getStrings(i).toStringUtf8(), (double) values.getInts(i));
    }
    double unseen = whole(node, "default_int64", -1);
    var found = new double[texts.values().length];
    for (int i = 0; i < found.length; i++) {
      found[i] = places.getOrDefault(texts.values()[i], unseen);
    }
    return new Numbers(texts.shape(), found);
  }

  static AttributeProto attribute(NodeProto node, String name) {
    return node.getAttributeList().stream()
        .filter(a -> a.getName().equals(name))
        .findFirst()
        .orElse(AttributeProto.getDefaultInstance());
  }

  private static int whole(NodeProto node, String name, int otherwise) {
    AttributeProto found = attribute(node, name);
    return found.getName().isEmpty() ? otherwise : (int) found.getI();
  }

  private static Numbers numbers(Tensor tensor) {
    return (Numbers) tensor;
  }
}
