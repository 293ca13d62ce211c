package dev.plumb.calculus;

import static dev.plumb.calculus.Deriving.calculus;
import static dev.plumb.calculus.Deriving.derivative;
import static dev.plumb.calculus.Deriving.second;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.formula.Printer;
import org.junit.jupiter.api.Test;

/// Derivatives as a reader expects to see them.
class DeriveTest {

  @Test
  void elementary() {
    derivative("x * exp(x)", "(1 + x) * exp(x)");
    second("x * exp(x)", "(2 + x) * exp(x)");
    derivative("p^3", "3 * p^2");
    second("p^3", "6 * p");
    derivative("1 / p", "-1 / p^2");
    derivative("log(p)", "1 / p");
    derivative("sqrt(p)", "1 / (2 * sqrt(p))");
    derivative("2^p", "log(2) * 2^p");
    derivative("sin(p) * cos(p)", "cos(p)^2 - sin(p)^2");
  }

  @Test
  void residuals() {
    derivative("(p - y)^2", "2 * (p - y)");
    second("(p - y)^2", "2");
    derivative("abs(p - y)", "sign(p - y)");
    second("abs(p - y)", "0");
    derivative("log(cosh(p - y))", "tanh(p - y)");
    second("log(cosh(p - y))", "sech(p - y)^2");
    derivative("sqrt(1 + (p - y)^2) - 1", "slant(p - y)");
    second("sqrt(1 + (p - y)^2) - 1", "1 / hypotenuse(p - y)^3");
  }

  @Test
  void kinks_take_the_slope_that_the_language_gives_them() {
    derivative("max(0, 1 - y * s)", "if 0 >= 1 - y * s then 0 else -y");
    derivative("max(y - p, 0)", "if y - p >= 0 then -1 else 0");
    derivative("min(p, y)", "if p <= y then 1 else 0");
    derivative(
        "if abs(p - y) <= 1 then (p - y)^2 / 2 else abs(p - y) - 1 / 2",
        "if abs(p - y) <= 1 then p - y else sign(p - y)");
    second(
        "if abs(p - y) <= 1 then (p - y)^2 / 2 else abs(p - y) - 1 / 2",
        "if abs(p - y) <= 1 then 1 else 0");
  }

  @Test
  void margins() {
    derivative("log(1 + exp(-y * s))", "-y * sigmoid(-y * s)");
    second("log(1 + exp(-y * s))", "y^2 * sigmoid(y * s) * sigmoid(-y * s)");
    derivative("exp(-y * s)", "-y * exp(-y * s)");
  }

  @Test
  void binary_cross_entropy_is_the_sigmoid_less_the_target() {
    derivative("-(y * log(sigmoid(z)) + (1 - y) * log(1 - sigmoid(z)))", "sigmoid(z) - y");
    derivative("softplus(z) - y * z", "sigmoid(z) - y");
    derivative("log(1 + exp(z)) - y * z", "sigmoid(z) - y");
    second("log(1 + exp(z)) - y * z", "sigmoid(z) * sigmoid(-z)");
  }

  @Test
  void softmax_cross_entropy_is_the_softmax_less_the_target() {
    derivative("log(sum(exp(z))) - z[y]", "softmax(z) - onehot(y)");
    derivative("-log(softmax(z)[y])", "softmax(z) - onehot(y)");
    second("log(sum(exp(z))) - z[y]", "(1 - softmax(z)) * softmax(z)");
    derivative("-sum(y * log(softmax(z)))", "softmax(z) * sum(y) - y");
  }

  @Test
  void a_target_of_probabilities_sums_to_1() {
    var loss =
        dev.plumb.formula.Formulas.definitions(
                "loss l(z[] | y[] in simplex) = -sum(y * log(softmax(z)))", "")
            .getFirst();
    var calculus = new Calculus(loss);
    assertThat(Printer.text(calculus.gradient().get("z"))).isEqualTo("softmax(z) - y");
    assertThat(Printer.text(calculus.hessian().get("z")))
        .isEqualTo("(1 - softmax(z)) * softmax(z)");
  }

  @Test
  void folds() {
    derivative("sum((z - y)^2)", "2 * (z - y)");
    second("sum((z - y)^2)", "2");
    derivative("mean(z^2)", "2 * z / length(z)");
    derivative("sum(z)^2", "2 * sum(z)");
    second("sum(z)^2", "2");
    derivative("max(z)", "onehot(argmax(z))");
    derivative("logsumexp(2 * z)", "2 * softmax(2 * z)");
    derivative("z[y]^2", "2 * onehot(y) * z[y]");
    derivative("sum(softmax(z)^2)", "2 * softmax(z)^2 - 2 * softmax(z) * sum(softmax(z)^2)");
  }

  @Test
  void pairs() {
    derivative("sum(across(z * other(z)))", "2 * across(other(z))");
    second("sum(across(z * other(z)))", "2");
  }

  @Test
  void each_prediction_has_its_own() {
    var calculus = calculus("log(variance) + (mean - y)^2 / variance");
    assertThat(Printer.text(calculus.gradient().get("mean")))
        .isEqualTo("2 * (mean - y) / variance");
    assertThat(Printer.text(calculus.gradient().get("variance")))
        .isEqualTo("(1 - (mean - y)^2 / variance) / variance");
    assertThat(Printer.text(calculus.hessian().get("mean"))).isEqualTo("2 / variance");
  }
}
