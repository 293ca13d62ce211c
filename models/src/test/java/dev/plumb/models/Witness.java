package dev.plumb.models;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtLoggingLevel;
import ai.onnxruntime.OrtSession;
import dev.plumb.training.Feature;
import java.nio.FloatBuffer;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// What onnxruntime says a file computes.
final class Witness {
  private Witness() {}

  /// Scores, predictions and labels by onnxruntime.
  static Predictions predict(byte[] model, List<Feature> features, int rows) {
    OrtEnvironment environment =
        OrtEnvironment.getEnvironment(OrtLoggingLevel.ORT_LOGGING_LEVEL_ERROR, "plumb");
    try (OrtSession session = environment.createSession(model)) {
      Map<String, OnnxTensor> inputs = new HashMap<>();
      for (Feature feature : features) {
        if (session.getInputNames().contains(feature.name())) {
          inputs.put(feature.name(), tensor(feature, environment));
        }
      }
      try (OrtSession.Result result = session.run(inputs)) {
        float[][] scores = (float[][]) result.get("score").orElseThrow().getValue();
        float[][] values = (float[][]) result.get("prediction").orElseThrow().getValue();
        String[] labels =
            result.get("label").isPresent()
                ? (String[]) result.get("label").get().getValue()
                : null;
        return new Predictions(scores[0].length, flat(scores), flat(values), labels);
      } finally {
        inputs.values().forEach(OnnxTensor::close);
      }
    } catch (OrtException e) {
      throw new AssertionError("onnxruntime: " + e.getMessage(), e);
    }
  }

  private static OnnxTensor tensor(Feature feature, OrtEnvironment environment)
      throws OrtException {
    long[] shape = {feature.rows(), 1};
    return switch (feature) {
      case Feature.Numeric(_, var values) ->
          OnnxTensor.createTensor(environment, FloatBuffer.wrap(values), shape);
      case Feature.Categorical(_, var codes, var levels) -> {
        var texts = new String[codes.length];
        for (int i = 0; i < texts.length; i++) {
          texts[i] = codes[i] < 0 ? "" : levels.get(codes[i]);
        }
        yield OnnxTensor.createTensor(environment, texts, shape);
      }
    };
  }

  private static float[] flat(float[][] rows) {
    var flat = new float[rows.length * rows[0].length];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, flat, i * rows[0].length, rows[0].length);
    }
    return flat;
  }
}
