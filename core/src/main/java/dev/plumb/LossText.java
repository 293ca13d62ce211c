package dev.plumb;

import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import dev.plumb.formula.FormulaException;
import dev.plumb.formula.Formulas;
import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Reads what a user may name a loss by: a catalogue name, a call, a formula, a definition or a
/// file.
final class LossText {
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*");
  private static final Pattern CALL =
      Pattern.compile(
          "\\s*([\\p{L}_][\\p{L}\\p{N}_]*)\\s*\\(\\s*(?:(\\w+\\s*=[^=].*))?\\)\\s*",
          Pattern.DOTALL);
  private static final Pattern DEFINITION =
      Pattern.compile("(?:\\s*##?[^\\n]*\\n)*\\s*loss\\s.*", Pattern.DOTALL);

  private final Catalogue catalogue;

  LossText(Catalogue catalogue) {
    this.catalogue = catalogue;
  }

  Loss read(String text) {
    Matcher modified = Modifiers.TEXT.matcher(text);
    if (modified.matches()) {
      return ModifiedLoss.of(read(modified.group(1)), m -> m.and(text, modified.start(2)));
    }
    Optional<Definition> named = catalogue.find(text);
    if (named.isPresent()) {
      return new FormulaLoss(named.get(), Map.of());
    }
    if (text.strip().endsWith(".loss")) {
      return file(text.strip());
    }
    if (DEFINITION.matcher(text).matches()) {
      return new FormulaLoss(single(Formulas.definitions(text, ""), "the text"), Map.of());
    }
    Matcher call = CALL.matcher(text);
    if (call.matches()) {
      Optional<Definition> called = catalogue.find(call.group(1));
      if (called.isPresent()) {
        return call(called.get(), text, call);
      }
      if (call.group(2) != null) {
        throw unknown(text, call.group(1));
      }
    }
    return formula(text);
  }

  private Loss formula(String text) {
    try {
      return new FormulaLoss(Formulas.bare(text), Map.of());
    } catch (FormulaException e) {
      if (NAME.matcher(text.strip()).matches()) {
        throw unknown(text, text.strip());
      }
      throw e;
    }
  }

  private FormulaException unknown(String text, String name) {
    return FormulaException.at(
        text,
        text.indexOf(name),
        "there is no loss '%s'%s".formatted(name, catalogue.hint(name))
            + " (plumb list shows all; a formula uses p, z, s or q for predictions and y for the"
            + " target)");
  }

  private static Loss call(Definition definition, String text, Matcher call) {
    var values = new LinkedHashMap<String, Double>();
    if (call.group(2) != null) {
      for (String argument : call.group(2).split(",")) {
        String[] sides = argument.split("=", 2);
        int offset = text.indexOf(argument.strip());
        if (sides.length < 2) {
          throw FormulaException.at(text, offset, "expected parameter = number");
        }
        values.put(sides[0].strip(), number(text, offset, sides[1].strip()));
      }
    }
    return new FormulaLoss(definition, values);
  }

  private static double number(String text, int offset, String number) {
    try {
      return Double.parseDouble(number);
    } catch (NumberFormatException e) {
      throw FormulaException.at(text, offset, "'" + number + "' is not a number");
    }
  }

  private static Loss file(String path) {
    return new FormulaLoss(single(catalogue(Path.of(path)).all(), path), Map.of());
  }

  /// The losses of a file.
  static Catalogue catalogue(Path file) {
    try {
      return Catalogue.read(file);
    } catch (NoSuchFileException e) {
      throw new PlumbException("the loss file " + file + " cannot be read: no such file", e);
    } catch (CharacterCodingException e) {
      throw new PlumbException("the loss file " + file + " cannot be read: it is not in UTF-8", e);
    } catch (IOException e) {
      throw new PlumbException("the loss file " + file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Definition single(List<Definition> definitions, String where) {
    if (definitions.size() != 1) {
      throw new PlumbException("%s holds %d losses; give one".formatted(where, definitions.size()));
    }
    return definitions.getFirst();
  }
}
