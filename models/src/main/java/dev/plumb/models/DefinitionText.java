package dev.plumb.models;

import dev.plumb.Loss;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Numbers;
import dev.plumb.formula.Printer;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// A loss as a definition that [Loss#of] reads back without the file it came from: its parameters
/// stand at the values that they have now, and what `where` named is put in.
final class DefinitionText {
  private DefinitionText() {}

  static String of(Loss loss) {
    Definition definition = loss.definition();
    var text = new StringBuilder("loss ").append(definition.name()).append("(");
    text.append(inputs(definition.predictions()));
    if (!definition.targets().isEmpty()) {
      text.append(" | ").append(inputs(definition.targets()));
    }
    if (!definition.parameters().isEmpty()) {
      text.append(
          definition.parameters().stream()
              .map(p -> "%s = %s%s".formatted(p.name(), value(loss, p), domain(p.domain())))
              .collect(Collectors.joining(", ", "; ", "")));
    }
    text.append(")\n  = ").append(Printer.text(definition.formula()));
    definition.response().ifPresent(r -> text.append("\n  response ").append(Printer.text(r)));
    quoted("estimates", definition.estimates(), text);
    return text.append("\n").toString();
  }

  private static String value(Loss loss, Definition.Parameter parameter) {
    return Numbers.text(loss.parameters().get(parameter.name()));
  }

  private static String inputs(List<Input> inputs) {
    return inputs.stream()
        .map(i -> i.name() + (i.row() ? "[]" : "") + domain(i.domain()))
        .collect(Collectors.joining(", "));
  }

  private static String domain(Domain domain) {
    return domain.equals(Domain.REALS) ? "" : " in " + domain.text();
  }

  private static void quoted(String clause, Optional<String> words, StringBuilder text) {
    words.ifPresent(w -> text.append("\n  %s \"%s\"".formatted(clause, w)));
  }
}
