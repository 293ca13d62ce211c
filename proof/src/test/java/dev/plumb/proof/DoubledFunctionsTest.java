package dev.plumb.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.exact.Function;
import dev.plumb.formula.Formulas;
import dev.plumb.formula.Shapes;
import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The truths of [ExactFunctions] against the witness in 50 digits.
class DoubledFunctionsTest {
  private static final int POINTS = 20;
  private static final MathContext DIGITS = new MathContext(60);

  /// A ten-thousandth of the last place of a double.
  private static final BigDecimal NEAR = new BigDecimal("1e-20");

  /// What the witness does not tell from 0.
  private static final BigDecimal NOTHING = new BigDecimal("1e-329");

  /// The functions that are no operation of one name.
  private static final Map<String, String> FORMULAS =
      Map.of(
          "exp_below", "exp(a)",
          "expm1_beside_0", "expm1(a)",
          "log1p_unit", "log1p(a)",
          "softplus_rest", "log(1 + exp(-abs(a)))",
          "power", "a^b",
          "log_erfc", "log(erfc(a))");

  static List<Function> functions() {
    return ExactFunctions.all();
  }

  @ParameterizedTest
  @MethodSource("functions")
  void thirty_digits_agree_with_fifty(Function function) {
    String formula = FORMULAS.getOrDefault(function.name(), function.name() + "(a)");
    var witness = new Witness(new Shapes(Set.of()), List.of(Formulas.read(formula)));
    var random = new SplittableRandom(3);
    int known = 0;
    for (int i = 0; i < POINTS; i++) {
      double[] point = ExactFunctions.point(function, random);
      Big a = Big.of(point[0]);
      Big b = Big.of(point[point.length - 1]);
      Big exact = witness.at(Map.of("a", List.of(a), "b", List.of(b)), 1).getFirst().getFirst();
      if (!exact.isFinite()) {
        continue; // The logarithm of an erfc beyond 30, which the witness does not tell from 0.
      }
      known++;
      BigDecimal difference =
          decimal(ExactFunctions.truth(function, point)).subtract(exact.value());
      assertThat(difference.abs())
          .as("%s at %s", function, Arrays.toString(point))
          .isLessThanOrEqualTo(exact.value().abs().multiply(NEAR).add(NOTHING));
    }
    assertThat(known).isGreaterThan(POINTS / 2);
  }

  private static BigDecimal decimal(Truth truth) {
    return new BigDecimal(truth.value().high())
        .add(new BigDecimal(truth.value().low()))
        .multiply(BigDecimal.TWO.pow(truth.exponent(), DIGITS));
  }
}
