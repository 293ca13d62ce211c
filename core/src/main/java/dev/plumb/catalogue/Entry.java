package dev.plumb.catalogue;

import dev.plumb.formula.Definition;
import dev.plumb.formula.FormulaException;
import dev.plumb.formula.Formulas;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// A definition and the place where it stands.
final class Entry {
  private static final Pattern HEAD = Pattern.compile("(?m)^\\s*loss\\s+(\\w+)");

  private final String name;
  private final String file;
  private final int line;
  private final Supplier<Definition> reading;
  private volatile Definition definition;

  /// @param file the file, as it is named in messages
  /// @param line the line of its `loss`, from 1
  private Entry(String name, String file, int line, Supplier<Definition> reading) {
    this.name = name;
    this.file = file;
    this.line = line;
    this.reading = reading;
  }

  /// Every definition of a text.
  ///
  /// @throws FormulaException when the text cannot be read; the message begins with the file
  static List<Entry> all(String text, String family, String file) {
    List<Definition> definitions = read(text, family, file);
    Matcher head = HEAD.matcher(text);
    var entries = new ArrayList<Entry>();
    for (Definition definition : definitions) {
      int end = head.find() ? head.start(1) : text.length();
      entries.add(new Entry(definition.name(), file, line(text, end), () -> definition));
    }
    return entries;
  }

  /// Every definition of a text that is known to be right, each to be read when it is asked for:
  /// who needs one loss need not wait for two hundred. A definition begins with its documentation.
  static List<Entry> later(String text, String family, String file) {
    var entries = new ArrayList<Entry>();
    List<String> lines = text.lines().toList();
    int end = lines.size();
    for (int i = lines.size() - 1; i >= 0; i--) {
      Matcher head = HEAD.matcher(lines.get(i));
      if (head.lookingAt()) {
        int start = i;
        while (start > 0 && lines.get(start - 1).startsWith("##")) {
          start--;
        }
        List<String> own = lines.subList(start, end);
        entries.add(
            new Entry(
                head.group(1),
                file,
                i + 1,
                () -> read(String.join("\n", own), family, file).getFirst()));
        end = start;
      }
    }
    return entries.reversed();
  }

  private static int line(String text, int end) {
    return (int) text.substring(0, end).stripTrailing().lines().count();
  }

  private static List<Definition> read(String text, String family, String file) {
    try {
      return Formulas.definitions(text, family);
    } catch (FormulaException e) {
      throw new FormulaException(file + " " + e.getMessage(), e.line(), e.column());
    }
  }

  String name() {
    return name;
  }

  Definition definition() {
    if (definition == null) {
      definition = reading.get();
    }
    return definition;
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
