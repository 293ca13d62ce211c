package dev.plumb.calculus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.Loss;
import dev.plumb.formula.Printer;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/// What is derived reads like the textbook.
class CalculusTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "squared_error | 2 * (p - y) | 2",
        "half_squared_error | p - y | 1",
        "absolute_error | sign(p - y) | 0",
        "huber | if abs(p - y) <= delta then p - y else delta * sign(p - y) | if abs(p - y) <= delta then 1 else 0",
        "pseudo_huber | delta * slant((p - y) / delta) | 1 / hypotenuse((p - y) / delta)^3",
        "log_cosh | tanh(p - y) | sech(p - y)^2",
        "poisson | exp(z) - y | exp(z)",
        "logistic | -y * sigmoid(-y * s) | y^2 * sigmoid(y * s) * sigmoid(-y * s)",
        "exponential | -y * exp(-y * s) | y^2 * exp(-y * s)",
        "hinge | if 0 >= 1 - y * s then 0 else -y | 0",
        "sigmoid_cross_entropy | sigmoid(z) - y | sigmoid(z) * sigmoid(-z)",
        "softplus(z) - y * z | sigmoid(z) - y | sigmoid(z) * sigmoid(-z)",
        "log(1 + exp(z)) - y * z | sigmoid(z) - y | sigmoid(z) * sigmoid(-z)",
        "binary_cross_entropy | (1 - y) / (1 - p) - y / p | y / p^2 - (y - 1) / (1 - p)^2",
        "softmax_cross_entropy | softmax(z) - y | (1 - softmax(z)) * softmax(z)",
        "log(sum(exp(z))) - z[y] | softmax(z) - onehot(y) | (1 - softmax(z)) * softmax(z)",
        "max(z) - z[y] | onehot(argmax(z)) - onehot(y) | 0",
        "cross_entropy | -y / q | y / q^2",
        "exp(p) * p | (1 + p) * exp(p) | (2 + p) * exp(p)",
        "cauchy | c * witch((p - y) / c) | witch_slope((p - y) / c)",
        "abs(p - y)^1.5 | 1.5 * abs(p - y)^0.5 * sign(p - y) | 0.75 / abs(p - y)^0.5"
      })
  void derives(String loss, String gradient, String hessian) {
    Calculus calculus = Loss.of(loss).calculus().orElseThrow();
    assertThat(Printer.text(calculus.gradient().firstEntry().getValue())).isEqualTo(gradient);
    assertThat(Printer.text(calculus.hessian().firstEntry().getValue())).isEqualTo(hessian);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "log(1 + exp(-y * s)) | softplus(-weigh(y, s))",
        "log(1 + p) | log1p(p)",
        "sqrt(1 + p^2) - 1 | rise(p)",
        "log(sum(exp(z))) | logsumexp(z)",
        "exp(p) - 1 | expm1(p)",
        "-sum(y * log(softmax(z))) | -sum(weigh(y, log_softmax(z)))",
        "(p / y) * y | p",
        "p + p - y - p | p - y"
      })
  void runsAs(String formula, String stable) {
    assertThat(Printer.text(Loss.of(formula).calculus().orElseThrow().stableValue()))
        .isEqualTo(stable);
  }
}
