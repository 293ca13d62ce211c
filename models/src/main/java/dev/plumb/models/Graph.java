package dev.plumb.models;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.AttributeProto.AttributeType;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A graph being written: inputs, constants, nodes, outputs. A value is known by its name; those
/// that the graph makes up begin with a slash, which no column of a table needs to fear.
final class Graph {
  /// The domain of the operators on texts.
  static final String ML = "ai.onnx.ml";

  private static final String ROWS = "rows";

  private final GraphProto.Builder graph = GraphProto.newBuilder();
  private final Map<TensorProto, String> constants = new HashMap<>();
  private int made;

  Graph(String name) {
    graph.setName(name);
  }

  GraphProto built() {
    return graph.build();
  }

  /// A column of numbers or texts, one a row.
  String input(String name, boolean text) {
    graph.addInput(info(name, text ? DataType.STRING : DataType.FLOAT, 1));
    return name;
  }

  /// Gives a value to the user under a name.
  ///
  /// @param width numbers a row; 0 for a single one without a dimension of its own
  void output(String name, String value, DataType type, int width) {
    graph.addNode(node("Identity", List.of(value)).addOutput(name));
    graph.addOutput(info(name, type, width));
  }

  /// The result of an operator.
  String of(String operator, String... inputs) {
    return add(node(operator, List.of(inputs)));
  }

  /// The result of an operator that looks along an axis.
  String along(String operator, int axis, String... inputs) {
    return add(node(operator, List.of(inputs)).addAttribute(attribute("axis", axis)));
  }

  /// A fold of the last axis, which stays with a length of 1.
  String fold(String operator, String input) {
    String axes = whole(new int[] {1}, -1);
    NodeProto.Builder node =
        switch (operator) {
          case "ReduceSum" -> node(operator, List.of(input, axes)); // axes are an input since 13
          case "ArgMax", "ArgMin" ->
              node(operator, List.of(input)).addAttribute(attribute("axis", -1));
          default ->
              node(operator, List.of(input))
                  .addAttribute(
                      AttributeProto.newBuilder()
                          .setName("axes")
                          .setType(AttributeType.INTS)
                          .addInts(-1));
        };
    return add(node.addAttribute(attribute("keepdims", 1)));
  }

  /// The result of an operator that runtimes know in float only.
  String inFloat(String operator, String input) {
    return cast(of(operator, cast(input, DataType.FLOAT)), DataType.DOUBLE);
  }

  /// A value in another type.
  String cast(String input, DataType type) {
    return add(node("Cast", List.of(input)).addAttribute(attribute("to", type.getNumber())));
  }

  /// For each text its place among the levels, and their number for any other text.
  String places(String input, List<String> levels) {
    var keys = AttributeProto.newBuilder().setName("keys_strings").setType(AttributeType.STRINGS);
    var values = AttributeProto.newBuilder().setName("values_int64s").setType(AttributeType.INTS);
    for (int i = 0; i < levels.size(); i++) {
      keys.addStrings(ByteString.copyFromUtf8(levels.get(i)));
      values.addInts(i);
    }
    return add(
        node("LabelEncoder", List.of(input))
            .setDomain(ML)
            .addAttribute(keys)
            .addAttribute(values)
            .addAttribute(attribute("default_int64", levels.size())));
  }

  String number(double value) {
    return numbers(new int[] {1, 1}, value);
  }

  /// Constants in double.
  String numbers(int[] shape, double... values) {
    TensorProto.Builder tensor = tensor(DataType.DOUBLE, shape);
    for (double value : values) {
      tensor.addDoubleData(value);
    }
    return constant(tensor);
  }

  /// Whole constants.
  String whole(int[] shape, int... values) {
    TensorProto.Builder tensor = tensor(DataType.INT64, shape);
    for (int value : values) {
      tensor.addInt64Data(value);
    }
    return constant(tensor);
  }

  /// Constant texts.
  String texts(List<String> values) {
    TensorProto.Builder tensor = tensor(DataType.STRING, values.size());
    values.forEach(value -> tensor.addStringData(ByteString.copyFromUtf8(value)));
    return constant(tensor);
  }

  private static TensorProto.Builder tensor(DataType type, int... shape) {
    var tensor = TensorProto.newBuilder().setDataType(type.getNumber());
    for (int length : shape) {
      tensor.addDims(length);
    }
    return tensor;
  }

  private String constant(TensorProto.Builder tensor) {
    return constants.computeIfAbsent(
        tensor.build(),
        same -> {
          String name = "/constant/" + constants.size();
          graph.addInitializer(tensor.setName(name));
          return name;
        });
  }

  private static NodeProto.Builder node(String operator, List<String> inputs) {
    return NodeProto.newBuilder().setOpType(operator).addAllInput(inputs);
  }

  private String add(NodeProto.Builder node) {
    String name = "/" + node.getOpType() + "/" + made++;
    graph.addNode(node.setName(name).addOutput(name));
    return name;
  }

  private static AttributeProto attribute(String name, long value) {
    return AttributeProto.newBuilder().setName(name).setType(AttributeType.INT).setI(value).build();
  }

  private static ValueInfoProto info(String name, DataType type, int width) {
    var shape = TensorShapeProto.newBuilder();
    shape.addDimBuilder().setDimParam(ROWS);
    if (width > 0) {
      shape.addDimBuilder().setDimValue(width);
    }
    var tensor = TypeProto.Tensor.newBuilder().setElemType(type.getNumber()).setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }
}
