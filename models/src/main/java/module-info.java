/// Trained models as ONNX files: written, read, run.
module dev.plumb.models {
  requires transitive dev.plumb.training;
  requires com.google.protobuf;
  requires org.tribuo.util.onnx;

  exports dev.plumb.models;
}
