package dev.plumb.models;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import dev.plumb.models.Tensor.Numbers;
import dev.plumb.models.Tensor.Texts;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// Runs a graph, node by node in the order of the file.
final class Run {
  private final GraphProto graph;
  private final Map<String, Tensor> constants = new HashMap<>();

  Run(GraphProto graph) {
    this.graph = graph;
    graph.getInitializerList().forEach(c -> constants.put(c.getName(), tensor(c)));
  }

  /// Every value of the graph by its name.
  Map<String, Tensor> of(Map<String, Tensor> inputs) {
    var values = new HashMap<>(constants);
    values.putAll(inputs);
    for (NodeProto node : graph.getNodeList()) {
      List<Tensor> arguments = node.getInputList().stream().map(values::get).toList();
      values.put(node.getOutput(0), Operators.of(node, arguments));
    }
    return values;
  }

  private static Tensor tensor(TensorProto constant) {
    int[] shape = constant.getDimsList().stream().mapToInt(Long::intValue).toArray();
    if (constant.getStringDataCount() > 0) {
      String[] texts =
          IntStream.range(0, constant.getStringDataCount())
              .mapToObj(i -> constant.getStringData(i).toStringUtf8())
              .toArray(String[]::new);
      return new Texts(shape, texts);
    }
    boolean whole = constant.getInt64DataCount() > 0;
    var values = new double[Tensor.size(shape)];
    for (int i = 0; i < values.length; i++) {
      values[i] = whole ? constant.getInt64Data(i) : constant.getDoubleData(i);
    }
    return new Numbers(shape, values);
  }
}
