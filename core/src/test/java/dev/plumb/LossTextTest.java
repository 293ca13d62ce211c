package dev.plumb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class LossTextTest {

  private static void names(String text, String canonical) {
    assertThat(Loss.of(text).text()).isEqualTo(canonical);
  }

  private static void refuses(String text, String... messages) {
    assertThatThrownBy(() -> Loss.of(text))
        .isInstanceOfAny(PlumbException.class, IllegalArgumentException.class)
        .satisfies(e -> assertThat(e.getMessage()).contains(messages));
  }

  @Test
  void names_and_aliases() {
    names("squared_error", "squared_error");
    names("mse", "squared_error");
    names("MSE", "squared_error");
    names(" l2 ", "squared_error");
    names("mean absolute error", "absolute_error");
    names("Huber loss", "huber(delta = 1)");
    names("pseudo-huber", "pseudo_huber(delta = 1)");
    names("rmse", "squared_error");
    names("bce", "binary_cross_entropy");
    names("kld", "kl_divergence");
  }

  @Test
  void calls() {
    names("huber(delta = 2)", "huber(delta = 2)");
    names("huber(delta=2)", "huber(delta = 2)");
    names("huber()", "huber(delta = 1)");
    names("mse()", "squared_error");
    names("pinball(quantile = 0.9)", "quantile(quantile = 0.9)");
    names("focal(alpha = 0.5, gamma = 0)", "focal(alpha = 0.5, gamma = 0)");
    names("huber(delta = 1e-3)", "huber(delta = 0.001)");
  }

  @Test
  void formulas() {
    names("log(1 + (p - y)^2)", "log(1 + (p - y)^2)");
    names("max(p, y)", "max(p, y)");
    names("r^2 where r = p - y", "(p - y)^2");
    assertThat(Loss.of("(p - y)^2").value(3, 1)).isEqualTo(4);
    assertThat(Loss.of("p^2").value(3)).isEqualTo(9);
  }

  @Test
  void definitions() {
    Loss mine = Loss.of("# mine\n## Quartic.\nloss mine(p | y; a = 2) = a * (p - y)^4");
    assertThat(mine.name()).isEqualTo("mine");
    assertThat(mine.value(2, 1)).isEqualTo(2);
    assertThat(mine.with("a", 3).value(2, 1)).isEqualTo(3);
  }

  @Test
  void what_cannot_be_read() {
    refuses("hubber", "there is no loss 'hubber'", "did you mean huber?");
    refuses("hubber(delta = 1)", "there is no loss 'hubber'");
    refuses("huber(dleta = 1)", "huber has no parameter dleta", "did you mean delta?");
    refuses("squared_error(delta = 1)", "has no parameters, so no delta");
    refuses("huber(delta = 0)", "huber: delta = 0 is outside (0, inf)");
    refuses("huber(delta = x)", "'x' is not a number");
    refuses("huber(delta = 1, 2)", "expected parameter = number");
    refuses("", "expected a term");
    refuses("(p - )", "line 1, column 6: expected a term");
    refuses("(p - t1)^2", "unknown input 't1'");
    refuses("nowhere.loss", "nowhere.loss cannot be read");
    refuses("loss a(p) = p loss b(p) = p", "holds 2 losses; give one");
  }

  @Test
  void parameters_are_a_copy() {
    Loss huber = Loss.of("huber");
    huber.parameters().put("delta", 7.0);
    assertThat(huber.parameters()).containsEntry("delta", 1.0);
    assertThat(huber.with("delta", 2)).isNotSameAs(huber);
    assertThat(huber.text()).isEqualTo("huber(delta = 1)");
  }
}
