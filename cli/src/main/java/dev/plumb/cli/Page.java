package dev.plumb.cli;

import java.util.ArrayList;
import java.util.List;

/// Text laid out for a width: labels on the left, what they say on the right, long lines broken at
/// spaces.
final class Page {
  private final int width;
  private final int margin;
  private final StringBuilder text = new StringBuilder();

  /// @param margin the width of the column of labels
  Page(int width, int margin) {
    this.width = width;
    this.margin = margin;
  }

  /// A label and its words; nothing without words.
  Page entry(String label, String words) {
    if (!words.isEmpty()) {
      entry(label, List.of(words));
    }
    return this;
  }

  /// A label and several paragraphs.
  Page entry(String label, List<String> paragraphs) {
    String left = label;
    for (String paragraph : paragraphs) {
      for (String line : broken(paragraph, width - margin)) {
        text.append(line(left, line)).append('\n');
        left = "";
      }
    }
    return this;
  }

  /// A label and as many of its words as fit into one line.
  Page cutEntry(String label, String words) {
    List<String> lines = broken(words, width - margin - 2);
    String first = lines.getFirst() + (lines.size() > 1 ? " …" : "");
    text.append(line(label, first)).append('\n');
    return this;
  }

  private String line(String left, String right) {
    return (left + " ".repeat(Math.max(1, margin - left.length())) + right).stripTrailing();
  }

  /// A paragraph over the whole width.
  Page paragraph(String words) {
    broken(words, width).forEach(line -> text.append(line).append('\n'));
    return this;
  }

  /// Lines as they are.
  Page lines(List<String> lines) {
    lines.forEach(line -> text.append(line.stripTrailing()).append('\n'));
    return this;
  }

  Page blank() {
    text.append('\n');
    return this;
  }

  String text() {
    return text.toString();
  }

  /// A text in lines of at most a width, where its words allow it; later lines keep the text's own
  /// indentation.
  static List<String> broken(String text, int width) {
    String indent = " ".repeat(text.length() - text.stripLeading().length());
    var lines = new ArrayList<String>();
    var line = new StringBuilder(indent);
    for (String word : text.strip().split(" ")) {
      boolean first = line.length() == indent.length();
      if (!first && line.length() + 1 + word.length() > width) {
        lines.add(line.toString());
        line = new StringBuilder(indent);
        first = true;
      }
      line.append(first ? "" : " ").append(word);
    }
    lines.add(line.toString());
    return lines;
  }
}
