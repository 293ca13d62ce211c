package dev.plumb.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;

/// Texts that try to exhaust the parser: each is read, or refused with its place.
class HostileTextTest {
  private static final int MANY = 100_000;
  private static final String PIECES = " ()[]+-*/^<>=!,;|\"#\n{}.0123456789eaz_é\uD83D";

  private static void refused(String text) {
    assertThatThrownBy(() -> Formulas.read(text)).isInstanceOf(FormulaException.class);
    assertThatThrownBy(() -> Formulas.definitions("loss l(p | y) = " + text, ""))
        .isInstanceOf(FormulaException.class);
  }

  @Test
  void deep_nesting_is_refused() {
    refused("(".repeat(MANY) + "a" + ")".repeat(MANY));
    refused("(".repeat(MANY));
    refused("-".repeat(MANY) + "a");
    refused("not ".repeat(MANY) + "a");
    refused("exp(".repeat(MANY) + "a" + ")".repeat(MANY));
    refused("if a then b else ".repeat(MANY) + "c");
    refused("if ".repeat(MANY));
    refused("a^".repeat(MANY) + "b");
    refused("a[".repeat(MANY) + "b" + "]".repeat(MANY));
  }

  @Test
  void long_chains_are_refused() {
    refused("a + ".repeat(MANY) + "a");
    refused("a * ".repeat(MANY) + "a");
    refused("a and ".repeat(MANY) + "a");
    refused("a" + "[b]".repeat(MANY));
    refused("max(" + "a, ".repeat(MANY) + "a)");
  }

  @Test
  void a_chain_within_the_limits_is_read() {
    String text = "a + ".repeat(150) + "a";
    assertThat(Printer.text(Formulas.read(text))).isEqualTo(text);
  }

  @Test
  void random_characters_are_read_or_refused() {
    var random = new SplittableRandom(1);
    int refused = 0;
    for (int i = 0; i < 20_000; i++) {
      var text = new StringBuilder();
      for (int k = random.nextInt(12); k >= 0; k--) {
        text.append(PIECES.charAt(random.nextInt(PIECES.length())));
      }
      try {
        Formulas.read(text.toString());
      } catch (FormulaException e) {
        assertThat(e.column()).as(text.toString()).isPositive();
        refused++;
      }
    }
    assertThat(refused).isBetween(10_000, 19_999);
  }
}
