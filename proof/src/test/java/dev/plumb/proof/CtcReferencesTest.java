package dev.plumb.proof;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumb.sequence.SequenceLoss;
import dev.plumb.sequence.Sequences;
import java.io.IOException;
import java.io.InputStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The sequences of `references/losses.json`: values and gradients that PyTorch computed.
class CtcReferencesTest {
  @TestFactory
  Stream<DynamicTest> agrees_with() throws IOException {
    try (InputStream in = getClass().getResourceAsStream("/references/losses.json")) {
      JsonNode all = new ObjectMapper().readTree(in).get("cases");
      var sequences =
          StreamSupport.stream(all.spliterator(), false)
              .filter(c -> c.get("kind").asText().equals("sequence"))
              .toList();
      assertThat(sequences).hasSize(3);
      return sequences.stream()
          .map(c -> DynamicTest.dynamicTest(c.get("inputs").get("y") + "", () -> agrees(c)));
    }
  }

  private static void agrees(JsonNode reference) {
    SequenceLoss loss = SequenceLoss.find(reference.get("loss").asText()).orElseThrow();
    for (var parameter : reference.get("parameters").properties()) {
      loss = loss.with(parameter.getKey(), parameter.getValue().asDouble());
    }
    double[][] scores = rows(reference.get("inputs").get("z"));
    int[] labels =
        StreamSupport.stream(reference.get("inputs").get("y").spliterator(), false)
            .mapToInt(JsonNode::intValue)
            .toArray();
    double[] gradient = new double[scores.length * scores[0].length];
    close(
        loss.sum().gradient(Sequences.one(scores, labels), gradient),
        reference.get("values").doubleValue());
    double[][] expected = rows(reference.get("gradient").get("z"));
    for (int i = 0; i < gradient.length; i++) {
      close(gradient[i], expected[i / scores[0].length][i % scores[0].length]);
    }
  }

  private static double[][] rows(JsonNode rows) {
    return StreamSupport.stream(rows.spliterator(), false)
        .map(row ->
            StreamSupport.stream(row.spliterator(), false)
                .mapToDouble(JsonNode::doubleValue)
                .toArray())
        .toArray(double[][]::new);
  }

  private static void close(double actual, double expected) {
    assertThat(Math.abs(actual - expected) / Math.abs(expected))
        .as("%s, expected %s", actual, expected)
        .isLessThanOrEqualTo(1e-12);
  }
}
