package dev.plumb.catalogue;

import dev.plumb.formula.Definition;
import dev.plumb.formula.FormulaException;
import dev.plumb.formula.Formulas;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A definition and the place where it stands.
///
/// @param file the file, as it is named in messages
/// @param line the line of its `loss`, from 1
record Entry(Definition definition, String file, int line) {
  private static final Pattern HEAD = Pattern.compile("(?m)^\\s*loss\\s");

  /// Every definition of a text.
  ///
  /// @throws FormulaException when the text cannot be read; the message begins with the file
  static List<Entry> all(String text, String family, String file) {
    List<Definition> definitions = read(text, family, file);
    Matcher head = HEAD.matcher(text);
    var entries = new ArrayList<Entry>();
    for (Definition definition : definitions) {
      int end = head.find() ? head.end() : text.length();
      int line = (int) text.substring(0, end).stripTrailing().lines().count();
      entries.add(new Entry(definition, file, line));
    }
    return entries;
  }

  private static List<Definition> read(String text, String family, String file) {
    try {
      return Formulas.definitions(text, family);
    } catch (FormulaException e) {
      throw new FormulaException(file + " " + e.getMessage(), e.line(), e.column());
    }
  }

  String name() {
    return definition.name();
  }

  /// `my.loss line 7`
  String place() {
    return file + " line " + line;
  }

  /// What is wrong when this entry and one before it have a name in common.
  FormulaException clash(Entry before, String name) {
    return new FormulaException(
        "%s: %s is the name of a loss already, in %s; give this one another name"
            .formatted(place(), name, before.place()),
        line,
        1);
  }
}
