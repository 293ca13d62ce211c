package dev.plumb.report;

import java.util.List;
import java.util.stream.Collectors;

/// HTML that may stand in a page as it is.
record Markup(String html) {
  static final Markup NONE = new Markup("");

  /// Text from data, harmless wherever text or a quoted attribute may stand.
  static Markup text(String text) {
    return new Markup(
        text.replace("&", "&amp;")
            .replace("<", "&lt;")
            .replace(">", "&gt;")
            .replace("\"", "&quot;")
            .replace("'", "&#39;")
            .replaceAll("[\\p{Cntrl}\\p{Cs}\uFFFE\uFFFF&&[^\\n\\t]]", "\uFFFD"));
  }

  /// One after the other.
  static Markup of(List<Markup> parts) {
    return new Markup(parts.stream().map(Markup::html).collect(Collectors.joining("\n")));
  }

  boolean isEmpty() {
    return html.isEmpty();
  }
}
