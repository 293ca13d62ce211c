package dev.plumb.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import java.io.IOException;
import java.io.UncheckedIOException;

/// JSON, written as it comes. Numbers read back the same; what JSON has no number for is a string:
/// "NaN", "Infinity", "-Infinity".
final class Json {
  private final JsonGenerator generator;

  private Json(JsonGenerator generator) {
    this.generator = generator;
  }

  /// Something that writes JSON.
  interface Content {
    void write(Json json) throws IOException;
  }

  /// Prints one value as a result.
  static void print(Screen screen, Content content) {
    try {
      JsonGenerator generator =
          new JsonFactory()
              .createGenerator(screen.out())
              .disable(JsonGenerator.Feature.AUTO_CLOSE_TARGET)
              .setPrettyPrinter(new DefaultPrettyPrinter());
      content.write(new Json(generator));
      generator.close();
      screen.out().println();
      screen.out().flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// An object, its members written by the content.
  Json object(Content content) throws IOException {
    generator.writeStartObject();
    content.write(this);
    generator.writeEndObject();
    return this;
  }

  /// An array, its elements written by the content.
  Json array(Content content) throws IOException {
    generator.writeStartArray();
    content.write(this);
    generator.writeEndArray();
    return this;
  }

  /// The name of the member that comes next.
  Json name(String name) throws IOException {
    generator.writeFieldName(name);
    return this;
  }

  Json text(String value) throws IOException {
    generator.writeString(value);
    return this;
  }

  Json texts(Iterable<String> values) throws IOException {
    return array(json -> {
      for (String value : values) {
        json.text(value);
      }
    });
  }

  Json truth(boolean value) throws IOException {
    generator.writeBoolean(value);
    return this;
  }

  Json whole(long value) throws IOException {
    generator.writeNumber(value);
    return this;
  }

  Json number(double value) throws IOException {
    if (Double.isFinite(value)) {
      generator.writeNumber(value);
    } else {
      generator.writeString(Double.toString(value));
    }
    return this;
  }

  /// Numbers of an array, from one place to before another.
  Json numbers(double[] values, int from, int to) throws IOException {
    return array(json -> {
      for (int i = from; i < to; i++) {
        json.number(values[i]);
      }
    });
  }
}
