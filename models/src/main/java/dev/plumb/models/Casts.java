package dev.plumb.models;

import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import dev.plumb.PlumbException;
import dev.plumb.models.Tensor.Numbers;

/// Numbers in another type of the standard.
final class Casts {
  private Casts() {}

  static Numbers of(Numbers numbers, int type) {
    return switch (DataType.forNumber(type)) {
      case DOUBLE -> numbers;
      case FLOAT -> Shaping.map(numbers, x -> (float) x);
      case BOOL -> Shaping.map(numbers, x -> x == 0 ? 0 : 1);
      case INT64 -> Shaping.map(numbers, x -> (long) x);
      case null, default ->
          throw new PlumbException("the file uses numbers of type " + type + ", unknown here");
    };
  }
}
