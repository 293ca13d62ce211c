package dev.plumb.formula;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formula.Number;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LanguageTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "p - y",
        "p - (y - 1)",
        "p - y - 1",
        "-p^2",
        "(-p)^2",
        "p^-2",
        "p^2^3",
        "(p^2)^3",
        "2 * -p",
        "-2 * p",
        "-(p - y)",
        "a / b / c",
        "a / (b * c)",
        "a * b / c",
        "1e-300 * p",
        "0.5 * p",
        "inf",
        "if p < y then 1 else 2",
        "(if p < y then 1 else 2) * 3",
        "if p < y and not p == 0 then 1 else 0",
        "if p < 1 or p > 2 then if y == 1 then 1 else 2 else 3",
        "z[y]",
        "softmax(z)[y]",
        "z[y + 1]^2",
        "sum(y * log(softmax(z)))",
        "max(p, y)",
        "max(z)",
        "abs(abs(p))",
        "across(other(z) - z)",
        "(p < y) + 1",
        "not p < y",
        "index(z) + 1",
        "--p",
        "1 - -p"
      })
  void printsWhatItRead(String text) {
    assertThat(Printer.text(Formulas.read(text))).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "a + b * c ~ a + (b * c)",
        "a - b - c ~ (a - b) - c",
        "-a^2 ~ -(a^2)",
        "a^b^c ~ a^(b^c)",
        "-a * b ~ (-a) * b",
        "a < b and c < d ~ (a < b) and (c < d)",
        "a or b and c ~ a or (b and c)",
        "r^2 where r = p - y ~ (p - y)^2",
        "sq(p) + sq(y) where sq(v) = v^2 ~ p^2 + y^2",
        "b where a = p, b = a + 1 ~ p + 1"
      })
  void readsAs(String text, String same) {
    assertThat(Formulas.read(text.replace("\\n", "\n"))).isEqualTo(Formulas.read(same));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "max(p, ~ 7 ~ expected a term",
        "p + ~ 4 ~ expected a term",
        "abs(p - y ~ 10 ~ expected ',' or ')'",
        "if p < y then 1 ~ 16 ~ expected 'else'",
        "z[y ~ 4 ~ expected ']'",
        "2 $ p ~ 3 ~ '$' has no meaning",
        "hubber(p) ~ 1 ~ unknown operation 'hubber'",
        "sofplus(p) ~ 1 ~ did you mean softplus?",
        "abs(p, y) ~ 1 ~ abs takes 1 argument, not 2",
        "p y ~ 3 ~ expected an operator",
        "1 + if ~ 5 ~ expected a term",
        "p where then = 1 ~ 9 ~ word of the language",
        "r where r = 1, r = 2 ~ 16 ~ defined twice"
      })
  void rejects(String text, int column, String message) {
    assertThatThrownBy(() -> Formulas.read(text))
        .isInstanceOfSatisfying(
            FormulaException.class,
            e -> {
              assertThat(e.column()).isEqualTo(column);
              assertThat(e.line()).isEqualTo(1);
            })
        .hasMessageContaining(message)
        .hasMessageContaining("^");
  }

  @Test
  void errorsNameTheLine() {
    assertThatThrownBy(
            () -> Formulas.definitions("loss a(p | y) = p - y\nloss b(p | y) = p - w", "f"))
        .isInstanceOfSatisfying(FormulaException.class, e -> assertThat(e.line()).isEqualTo(2))
        .hasMessageContaining("unknown input 'w'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "loss a(p | y) = sum(p) ~ sum takes a row", "loss a(z[] | y) = z - y ~ one number a sample",
        "loss a(p, p | y) = p ~ declared twice",
            "loss a(p | y; c = -1 in (0, inf)) = p ~ outside (0, inf)",
        "loss a(p in (1, 0) | y) = p ~ interval is empty",
            "loss a(p | y) = p example (1) = 1 ~ takes 2 inputs",
        "loss a(p | y) = p source 3 ~ expected a text in quotes",
            "loss if(p | y) = p ~ word of the language",
        "loss a(z[] | y) = across(z) ~ across takes pairs"
      })
  void rejectsDefinition(String text, String message) {
    assertThatThrownBy(() -> Formulas.definitions(text, "f"))
        .isInstanceOf(FormulaException.class)
        .hasMessageContaining(message);
  }

  @Test
  void readsEveryClauseOfADefinition() {
    Definition d =
        Formulas.definitions(
                """
                ## One line
                ## and another.
                loss mine(p in [0, inf), q[] | y in {-1, 1}; c = 2 in (0, inf)) = c * r + sum(q) where r = p - y
                  response exp(p)
                  common
                  estimates "this"
                  also my_loss, "My loss"
                  example (3, [1, 2] | 1; c = 1) = 5
                  source "here" source "there"
                """,
                "family")
            .getFirst();
    assertThat(d.documentation()).isEqualTo("One line and another.");
    assertThat(d.predictions()).extracting(Definition.Input::row).containsExactly(false, true);
    assertThat(d.targets().getFirst().domain().text()).isEqualTo("{-1, 1}");
    assertThat(d.parameters()).extracting(Definition.Parameter::value).containsExactly(2.0);
    assertThat(Printer.text(d.formula())).isEqualTo("c * (p - y) + sum(q)");
    assertThat(d.bindings()).containsOnlyKeys("r");
    assertThat(d.common()).isTrue();
    assertThat(d.also()).containsExactly("my_loss", "My loss");
    assertThat(d.examples().getFirst().value()).isEqualTo(5);
    assertThat(d.sources()).containsExactly("here", "there");
    assertThat(d.response()).isPresent();
  }

  @Test
  void hostileNestingIsRefusedNotOverflown() {
    for (String text :
        List.of(
            "(".repeat(100_000),
            "-".repeat(100_000) + "p",
            "not ".repeat(100_000) + "p",
            "p^".repeat(100_000) + "p",
            "if p then ".repeat(100_000),
            "abs(".repeat(100_000),
            "p + ".repeat(100_000) + "p",
            "z[".repeat(100_000))) {
      assertThatThrownBy(() -> Formulas.read(text)).isInstanceOf(FormulaException.class);
    }
  }

  @Test
  void wheresThatDoubleAndDoubleAreRefused() {
    var text = new StringBuilder("a60 where a0 = p");
    for (int i = 1; i <= 60; i++) {
      text.append(", a%d = a%d + a%d".formatted(i, i - 1, i - 1));
    }
    assertThatThrownBy(() -> Formulas.read(text.toString()))
        .hasMessageContaining("more than 20000 parts");
  }

  @Test
  void randomFormulasReadBackTheSame() {
    long seed = 20261123;
    var random = new SplittableRandom(seed);
    int deep = 0;
    for (int i = 0; i < 5000; i++) {
      Formula formula = random(random, 5);
      String text = Printer.text(formula);
      assertThat(Formulas.read(text)).as("seed %d, %s", seed, text).isEqualTo(formula);
      deep += formula.all().count() > 10 ? 1 : 0;
    }
    assertThat(deep).isGreaterThan(1000);
  }

  private static Formula random(SplittableRandom random, int depth) {
    if (depth == 0 || random.nextInt(6) == 0) {
      return random.nextBoolean()
          ? new Name(List.of("p", "y", "z", "alpha").get(random.nextInt(4)))
          : new Number(List.of(0.0, 1.0, 0.5, 1e-300, 1e300, 12345.678).get(random.nextInt(6)));
    }
    Operation operation = Operation.all().get(random.nextInt(Operation.all().size()));
    return new Apply(
        operation, operation.arguments().stream().map(_ -> random(random, depth - 1)).toList());
  }
}
