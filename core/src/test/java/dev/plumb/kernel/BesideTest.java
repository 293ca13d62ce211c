package dev.plumb.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Formulas;
import dev.plumb.formula.Shapes;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// Where `expm1` is known to be asked beside 0, it shares nearly all of its steps with `exp`.
class BesideTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "if abs(a) < 0.34 then expm1(a) + b else exp(a) - b   | true",
        "if abs(a) < 0.5 then expm1(a) + b else exp(a) - b    | false",
        "if abs(b) < 0.34 then expm1(a) + b else exp(a) - b   | false",
        "if abs(a) < 0.34 then exp(a) - b else expm1(a) + b   | false",
        "(if abs(a) < 0.34 then expm1(a) else exp(a)) + expm1(a) | false",
        "if b < 0 then (if abs(a) < 0.34 then expm1(a) else exp(a)) else 0 * expm1(b) | true"
      })
  void steps_are_shared_beside_0_alone(String text, boolean shared) {
    var names = List.of("a", "b");
    Formula formula = Formulas.read(text);
    Program program =
        Program.of(names, List.of(), new Shapes(Set.of()), List.of(formula), List.of(false));
    var beside = Beside.of(program);
    assertThat(program.steps().stream().filter(BesideTest::isExpm1)).isNotEmpty();
    assertThat(
            IntStream.range(0, program.steps().size())
                .filter(place -> isExpm1(program.steps().get(place)))
                .anyMatch(place ->
                    beside.isBeside(place, program.steps().get(place).arguments().getFirst())))
        .isEqualTo(shared);
  }

  private static boolean isExpm1(Program.Step step) {
    return "expm1".equals(step.operation());
  }
}
