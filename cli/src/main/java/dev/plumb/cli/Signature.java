package dev.plumb.cli;

import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Numbers;
import java.util.List;
import java.util.stream.Collectors;

/// The head of a definition: `huber(p | y; delta = 1)`.
final class Signature {
  private Signature() {}

  static String of(Definition definition) {
    String parameters =
        definition.parameters().stream()
            .map(p -> p.name() + " = " + Numbers.text(p.value()))
            .collect(Collectors.joining(", "));
    return "%s(%s%s%s)"
        .formatted(
            definition.name(),
            named(definition.predictions()),
            definition.targets().isEmpty() ? "" : " | " + named(definition.targets()),
            parameters.isEmpty() ? "" : "; " + parameters);
  }

  private static String named(List<Input> inputs) {
    return inputs.stream()
        .map(input -> input.name() + (input.row() ? "[]" : ""))
        .collect(Collectors.joining(", "));
  }
}
