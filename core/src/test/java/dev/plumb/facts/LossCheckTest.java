package dev.plumb.facts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumb.Loss;
import java.util.List;
import org.junit.jupiter.api.Test;

class LossCheckTest {
  @Test
  void good_losses_pass_in_one_line() {
    for (String name :
        List.of(
            "huber",
            "squared_error",
            "log_cosh",
            "quantile",
            "sigmoid_cross_entropy",
            "hinge",
            "poisson",
            "log(1 + exp(-y * s))",
            "sparse_softmax_cross_entropy")) {
      LossCheck.of(Loss.of(name)).assertPasses();
    }
  }

  @Test
  void a_value_outside_the_reals_fails_with_the_worst_input() {
    LossCheck check = LossCheck.of(Loss.of("log(p - y)"));
    Verdict domain = verdict(check, "domain");
    assertEquals(Grade.FAIL, domain.grade());
    assertTrue(domain.worst().orElseThrow().contains("p = "));
    var error = assertThrows(AssertionError.class, check::assertPasses);
    assertTrue(error.getMessage().contains("fails: "), error.getMessage());
  }

  @Test
  void cancellation_is_noticed() {
    Verdict value = verdict(LossCheck.of(Loss.of("1 - cos(p - y)")), "value");
    assertTrue(value.grade() != Grade.FAIL, value.text());
  }

  @Test
  void a_jump_of_the_value_is_a_warning() {
    assertEquals(
        Grade.WARNING, verdict(LossCheck.of(Loss.of("if p > y then 1 else 0")), "jumps").grade());
  }

  @Test
  void a_loss_without_lower_bound_is_a_warning() {
    assertEquals(Grade.WARNING, verdict(LossCheck.of(Loss.of("-y * p")), "below").grade());
  }

  @Test
  void reports_are_the_same_every_time() {
    Loss loss = Loss.of("(p - y)^2 / (1 + abs(y))");
    assertEquals(LossCheck.of(loss).text(), LossCheck.of(loss).text());
  }

  @Test
  void a_wrong_example_fails() {
    Loss loss = Loss.of("loss mine(p | y) = (p - y)^2\n  example (3 | 1) = 5");
    assertEquals(Grade.FAIL, verdict(LossCheck.of(loss), "examples").grade());
  }

  private static Verdict verdict(LossCheck check, String name) {
    return check.verdicts().stream().filter(v -> v.check().equals(name)).findFirst().orElseThrow();
  }
}
