package dev.plumb.cli;

import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Definition.Parameter;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Numbers;
import dev.plumb.formula.Printer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.lang.model.SourceVersion;

/// The source of `dev.plumb.Losses`: a method for each loss of a catalogue.
final class Factories {
  private static final int WIDTH = 100;
  private static final Pattern NEXT_WORD = Pattern.compile("_([\\p{L}\\p{N}])");

  private Factories() {}

  /// The whole file.
  static String source(Catalogue catalogue) {
    return Texts.read("losses.java.txt")
        .replace(
            "{factories}",
            catalogue.all().stream().map(Factories::methods).collect(Collectors.joining()));
  }

  /// How the loss is made in Java: `Losses.huber(delta)`.
  static String call(Definition loss) {
    return "Losses." + javaName(loss.name()) + "(" + each(loss, p -> javaName(p.name())) + ")";
  }

  private static String methods(Definition loss) {
    String general =
        method(
            javadoc(loss),
            javaName(loss.name()),
            each(loss, p -> "double " + javaName(p.name())),
            loss.parameters().stream()
                .map(p -> ", \"%s\", %s".formatted(p.name(), javaName(p.name())))
                .collect(Collectors.joining()),
            loss);
    if (loss.parameters().isEmpty()) {
      return general;
    }
    String usual =
        "[#%s(%s)] with %s."
            .formatted(
                javaName(loss.name()),
                each(loss, _ -> "double"),
                each(loss, p -> p.name() + " = " + Numbers.text(p.value())));
    return general + method(paragraph(usual), javaName(loss.name()), "", "", loss);
  }

  private static String method(
      List<String> javadoc, String name, String parameters, String values, Definition loss) {
    String comment =
        javadoc.stream()
            .map(line -> ("  /// " + line).stripTrailing() + "\n")
            .collect(Collectors.joining());
    return "\n%s  public static Loss %s(%s) {\n    return of(\"%s\"%s);\n  }\n"
        .formatted(comment, name, parameters, loss.name(), values);
  }

  // The comment

  private static List<String> javadoc(Definition loss) {
    var lines = new ArrayList<>(paragraph(loss.documentation()));
    lines.addAll(List.of("", "```"));
    lines.addAll(Page.broken(signature(loss), WIDTH - 6));
    var folding = new Folding(loss);
    lines.addAll(Page.broken("  = " + folding.text(loss.formula()), WIDTH - 6));
    if (!folding.where().isEmpty()) {
      lines.addAll(Page.broken("  " + folding.where(), WIDTH - 6));
    }
    loss.response()
        .ifPresent(r -> lines.addAll(Page.broken("  response " + Printer.text(r), WIDTH - 6)));
    lines.addAll(List.of("```", ""));
    also(loss, lines);
    lines.addAll(paragraph("Source: " + String.join("; ", loss.sources()) + "."));
    if (!loss.parameters().isEmpty()) {
      lines.add("");
    }
    for (Parameter parameter : loss.parameters()) {
      lines.add(
          "@param %s in `%s`; %s unless given"
              .formatted(
                  javaName(parameter.name()),
                  parameter.domain().text(),
                  Numbers.text(parameter.value())));
    }
    return lines;
  }

  private static void also(Definition loss, List<String> lines) {
    if (!loss.also().isEmpty()) {
      lines.addAll(paragraph("Also called " + String.join(", ", loss.also()) + "."));
      lines.add("");
    }
  }

  private static List<String> paragraph(String words) {
    return Page.broken(words, WIDTH - 6);
  }

  private static String signature(Definition loss) {
    String parameters =
        each(loss, p -> p.name() + " = " + Numbers.text(p.value()) + home(p.domain()));
    return "%s(%s%s%s)"
        .formatted(
            loss.name(),
            inputs(loss.predictions()),
            loss.targets().isEmpty() ? "" : " | " + inputs(loss.targets()),
            parameters.isEmpty() ? "" : "; " + parameters);
  }

  private static String inputs(List<Input> inputs) {
    return inputs.stream()
        .map(i -> i.name() + (i.row() ? "[]" : "") + home(i.domain()))
        .collect(Collectors.joining(", "));
  }

  private static String home(Domain domain) {
    return domain.equals(Domain.REALS) ? "" : " in " + domain.text();
  }

  // Names

  private static String each(Definition loss, Function<Parameter, String> text) {
    return loss.parameters().stream().map(text).collect(Collectors.joining(", "));
  }

  /// `squaredError` for `squared_error`; a word of Java gets `Value` behind it.
  static String javaName(String name) {
    String camel = NEXT_WORD.matcher(name).replaceAll(m -> upper(m.group(1)));
    return SourceVersion.isKeyword(camel) || isOfObject(camel) ? camel + "Value" : camel;
  }

  private static String upper(String letter) {
    return Matcher.quoteReplacement(letter.toUpperCase(java.util.Locale.ROOT));
  }

  private static boolean isOfObject(String name) {
    return Stream.of(Object.class.getDeclaredMethods()).anyMatch(m -> m.getName().equals(name));
  }
}
