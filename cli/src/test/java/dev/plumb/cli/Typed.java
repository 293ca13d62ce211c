package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.PrintWriter;
import java.io.StringWriter;

/// A command line that was typed, and what came of it.
///
/// @param code the exit code
/// @param out standard output
/// @param err standard error
record Typed(int code, String out, String err) {

  /// Runs a command in this process, on a screen of 100 characters.
  static Typed plumb(String... arguments) {
    var out = new StringWriter();
    var err = new StringWriter();
    var screen = new Screen(new PrintWriter(out, true), new PrintWriter(err, true), 100, false);
    int code = Plumb.run(screen, arguments);
    return new Typed(code, out.toString(), err.toString());
  }

  /// Checks that it went well.
  Typed done() {
    assertThat(code).as(err).isZero();
    return this;
  }

  /// Checks that it ended with this code and a complaint that has these parts, and nothing that
  /// only a programmer understands.
  Typed fails(int code, String... parts) {
    assertThat(err).startsWith("plumb: ").contains(parts);
    assertThat(out + err).doesNotContain("Exception", "at dev.plumb", "please report");
    assertThat(this.code).as(err).isEqualTo(code);
    assertThat(out).isEmpty();
    return this;
  }

  /// The standard output as JSON.
  JsonNode json() {
    try {
      return new ObjectMapper().readTree(done().out());
    } catch (JsonProcessingException e) {
      throw new AssertionError("no JSON: " + out, e);
    }
  }
}
