package dev.plumb.calculus;

import static dev.plumb.calculus.Deriving.stable;
import static dev.plumb.calculus.Deriving.stableDerivative;

import org.junit.jupiter.api.Test;

/// What textbook forms are run as.
class StabiliseTest {
  private static final String CROSS_ENTROPY =
      "softplus(-abs(z)) + weigh(if z < 0 then y else 1 - y, abs(z))";
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

  @Test
  void what_cancels_near_1_is_gone_on_paper() {
    stable("sigmoid(z) - sigmoid(z)^2", "sigmoid(z) * sigmoid(-z)");
    stableDerivative("(1 - sigmoid(z))^3", "-3 * sigmoid(z) * sigmoid(-z)^3");
    stable("2 * sigmoid(z) - 2 * y", "2 * ((1 - y) * sigmoid(z) - y * sigmoid(-z))");
  }

  @Test
  void a_sum_over_a_row_is_this_element_and_all_others() {
    stableDerivative(
        "sum(softmax(z)^3)",
        "3 * softmax(z)^3 * softmax_rest(z) - 3 * weigh(softmax(z), without(softmax(z)^3))");
  }

  @Test
  void a_row_keeps_its_distances_where_an_element_is_infinite() {
    stable("max(z) - z[y]", "-below(z)[y]");
    stable("sum(max(0, z - z[y]))", "sum(max(0, from(z, y)))");
    stable("sum((z - mean(z))^2)", "sum(centred(z)^2)");
  }

  @Test
  void a_pole_is_taken_out_of_a_sum() {
    stableDerivative("y / p - log(y / p)", "part(1 - part(y, p), p)");
  }

  @Test
  void a_root_has_no_slope_at_0() {
    stableDerivative("sqrt(sum((z - y)^2))", "direction(z - y)");
    stableDerivative("sqrt(sum(y * z^2))", "weigh(y, part(z, sqrt(sum(weigh(y, z^2)))))");
  }
}
