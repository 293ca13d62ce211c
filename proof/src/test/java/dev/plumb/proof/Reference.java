package dev.plumb.proof;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.plumb.Batch;
import dev.plumb.Loss;
import dev.plumb.formula.Definition.Input;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// A case of `references/losses.json`: what another library computes for one loss, one value a
/// sample.
///
/// @param number its place in the file, from 0
record Reference(int number, JsonNode json) {

  /// Every case of the file.
  static List<Reference> all() {
    try (InputStream in = Reference.class.getResourceAsStream("/references/losses.json")) {
      JsonNode cases = new ObjectMapper().readTree(in).get("cases");
      return Stream.iterate(0, i -> i < cases.size(), i -> i + 1)
          .map(i -> new Reference(i, cases.get(i)))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException("references/losses.json cannot be read", e);
    }
  }

  String loss() {
    return json.get("loss").asText();
  }

  /// The library and function that gave the numbers.
  String source() {
    return json.get("source").asText();
  }

  /// As a reader names the case: number, loss, parameters, library.
  String title() {
    return "%d %s %s %s".formatted(number, loss(), json.get("parameters"), source());
  }

  /// Whether the inputs are a batch of samples, not one sequence.
  boolean isBatch() {
    return !json.get("kind").asText().equals("sequence");
  }

  /// The loss with the parameters of the case.
  Loss of(Loss plain) {
    Loss loss = plain;
    for (var parameter : json.get("parameters").properties()) {
      loss = loss.with(parameter.getKey(), parameter.getValue().asDouble());
    }
    return loss;
  }

  /// The inputs in the order of the loss's definition.
  Batch batch(Loss loss) {
    var definition = loss.definition();
    Object[] columns =
        Stream.concat(definition.predictions().stream(), definition.targets().stream())
            .map(Input::name)
            .map(this::input)
            .toArray();
    int classes =
        StreamSupport.stream(json.get("inputs").spliterator(), false)
            .mapToInt(input -> input.get(0).isArray() ? input.get(0).size() : 1)
            .max()
            .orElseThrow();
    return Batch.of(classes, json.get("values").size(), columns);
  }

  /// An input by its name.
  double[] input(String name) {
    return numbers(json.get("inputs").get(name));
  }

  double[] values() {
    return numbers(json.get("values"));
  }

  /// The derivative by a prediction, of order `gradient` or `hessian`; null where the library gives
  /// none.
  double[] derivative(String order, String prediction) {
    JsonNode node = json.get(order).get(prediction);
    return node == null || node.isNull() ? null : numbers(node);
  }

  /// Numbers, or rows of numbers laid end to end.
  private static double[] numbers(JsonNode node) {
    return StreamSupport.stream(node.spliterator(), false)
        .flatMap(e -> e.isArray() ? StreamSupport.stream(e.spliterator(), false) : Stream.of(e))
        .mapToDouble(JsonNode::doubleValue)
        .toArray();
  }
}
