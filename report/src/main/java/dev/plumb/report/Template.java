package dev.plumb.report;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// HTML from `page/` with places, written `{{place}}`, to fill.
///
/// @param name of the file, without its ending
/// @param values by place
record Template(String name, Map<String, Markup> values) {
  private static final Pattern PLACE = Pattern.compile("\\{\\{([a-z ]+)}}");

  static Template of(String name) {
    return new Template(name, Map.of());
  }

  /// Fills a place: with [Markup] as it is, with anything else as escaped text.
  Template with(String place, Object value) {
    var more = new LinkedHashMap<>(values);
    more.put(place, value instanceof Markup m ? m : Markup.text(String.valueOf(value)));
    return new Template(name, more);
  }

  /// @throws IllegalStateException when a place is left empty or a value has no place
  Markup markup() {
    var left = new LinkedHashMap<>(values);
    String html =
        PLACE
            .matcher(Resource.text("page/" + name + ".html").strip())
            .replaceAll(place -> Matcher.quoteReplacement(value(place.group(1), left)));
    if (!left.isEmpty()) {
      throw new IllegalStateException(name + ".html has no place for " + left.keySet());
    }
    return new Markup(html);
  }

  private String value(String place, Map<String, Markup> left) {
    left.remove(place);
    Markup value = values.get(place);
    if (value == null) {
      throw new IllegalStateException(name + ".html: nothing fills {{" + place + "}}");
    }
    return value.html();
  }
}
