package dev.plumb.report;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.Map;

/// A picture: a Vega-Lite specification from `charts/` whose places, strings like `"@rows"`, are
/// filled with values.
///
/// @param name of the file, without its ending
/// @param values by place
record Chart(String name, Map<String, Object> values) {
  /// The height of one bar and its surroundings, in pixels.
  static final int STEP = 28;

  /// In an order of its own, for that of a map may differ from run to run.
  private static final ObjectMapper JSON =
      JsonMapper.builder().enable(SerializationFeature.ORDER_MAP_ENTRIES_BY_KEYS).build();

  static Chart of(String name) {
    return new Chart(name, Map.of());
  }

  Chart with(String place, Object value) {
    var more = new LinkedHashMap<>(values);
    more.put(place, value);
    return new Chart(name, more);
  }

  /// The picture in the page.
  ///
  /// @param alternative what it shows, for those who do not see it
  /// @param caption what to see in it
  Markup figure(String alternative, String caption) {
    return drawn("figure", alternative).with("caption", caption).markup();
  }

  /// One of several pictures of a kind, its title above it.
  Markup panel(String alternative, Object title) {
    return drawn("panel", alternative).with("title", title).markup();
  }

  private Template drawn(String template, String alternative) {
    return Template.of(template)
        .with("spec", new Markup(specification()))
        .with("alternative", alternative);
  }

  /// JSON that cannot end the block it stands in.
  private String specification() {
    try {
      JsonNode spec = filled(JSON.readTree(Resource.text("charts/" + name + ".json")));
      return JSON.writeValueAsString(spec).replace("<", "\\u003c");
    } catch (JsonProcessingException e) {
      throw new IllegalStateException(name + ".json is no JSON", e);
    }
  }

  private JsonNode filled(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        object.properties().forEach(property -> property.setValue(filled(property.getValue())));
        yield object;
      }
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, filled(array.get(i)));
        }
        yield array;
      }
      case JsonNode text when text.isTextual() && text.textValue().startsWith("@") ->
          value(text.textValue().substring(1));
      default -> node;
    };
  }

  private JsonNode value(String place) {
    if (!values.containsKey(place)) {
      throw new IllegalStateException(name + ".json: nothing fills @" + place);
    }
    return finite(JSON.valueToTree(values.get(place)));
  }

  /// JSON knows no NaN; a chart leaves null out.
  private static JsonNode finite(JsonNode node) {
    return switch (node) {
      case ObjectNode object -> {
        object.properties().forEach(property -> property.setValue(finite(property.getValue())));
        yield object;
      }
      case ArrayNode array -> {
        for (int i = 0; i < array.size(); i++) {
          array.set(i, finite(array.get(i)));
        }
        yield array;
      }
      case JsonNode number when number.isNumber() && !Double.isFinite(number.doubleValue()) ->
          NullNode.getInstance();
      default -> node;
    };
  }
}
