package dev.plumb.calculus;

import static dev.plumb.calculus.Deriving.stable;
import static dev.plumb.calculus.Deriving.stableDerivative;

import org.junit.jupiter.api.Test;

/// What textbook forms are run as.
class StabiliseTest {
  private static final String CROSS_ENTROPY =
      "softplus(-abs(z)) + weigh(1 - y, max(z, 0)) + weigh(y, max(-z, 0))";
  private static final String SLOPE = "(1 - y) * sigmoid(z) - y * sigmoid(-z)";

  @Test
  void three_textbook_forms_of_binary_cross_entropy_become_one() {
    stable("-(y * log(sigmoid(z)) + (1 - y) * log(1 - sigmoid(z)))", CROSS_ENTROPY);
    stable("softplus(z) - y * z", CROSS_ENTROPY);
    stable("log(1 + exp(z)) - y * z", CROSS_ENTROPY);
    stableDerivative("-(y * log(sigmoid(z)) + (1 - y) * log(1 - sigmoid(z)))", SLOPE);
    stableDerivative("softplus(z) - y * z", SLOPE);
    stableDerivative("log(1 + exp(z)) - y * z", SLOPE);
  }

  @Test
  void softmax_keeps_its_digits_at_the_target() {
    stable("log(sum(exp(z))) - z[y]", "-log_softmax(z)[y]");
    stableDerivative(
        "log(sum(exp(z))) - z[y]", "if onehot(y) then -softmax_rest(z) else softmax(z)");
  }

  @Test
  void differences_near_1_are_named() {
    stable("sqrt(1 + (p - y)^2) - 1", "rise(p - y)");
    stable("1 - cos(p - y)", "2 * sin((p - y) / 2)^2");
    stable("log(p) - log(y)", "log_ratio(p, y)");
  }

  @Test
  void a_target_of_0_wins_over_infinity() {
    stable("-(y * log(p))", "-weigh(y, log(p))");
    stableDerivative("-(y * log(p))", "-part(y, p)");
    stable("exp(z) - y * z", "exp_less(z, y, 1)");
  }

  @Test
  void what_needs_no_guard_gets_none() {
    stable("(p - y)^2", "(p - y)^2");
    stable("y * sigmoid(z)", "y * sigmoid(z)");
    stable("y^2 * exp(-z^2)", "y^2 * gauss(z)");
  }
}
