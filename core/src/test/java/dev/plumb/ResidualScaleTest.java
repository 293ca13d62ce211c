package dev.plumb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.catalogue.Catalogue;
import java.util.List;
import org.junit.jupiter.api.Test;

class ResidualScaleTest {

  /// `loss.parameter` for every parameter of the catalogue that is measured like a residual.
  @Test
  void parameters_in_units_of_the_residual() {
    List<String> found =
        Catalogue.builtin().all().stream()
            .map(d -> Loss.of(d.name()))
            .flatMap(loss ->
                loss.parameters().keySet().stream()
                    .filter(loss::isResidualScale)
                    .map(parameter -> loss.name() + "." + parameter))
            .toList();
    assertThat(found)
        .contains(
            "huber.delta",
            "pseudo_huber.delta",
            "smooth_l1.beta",
            "tukey_biweight.c",
            "cauchy.c",
            "fair.c",
            "welsch.c",
            "geman_mcclure.c",
            "scaled_log_cosh.c",
            "epsilon_insensitive.epsilon",
            "squared_epsilon_insensitive.epsilon")
        .doesNotContain(
            "quantile.quantile",
            "expectile.expectile",
            "tweedie.power",
            "power_error.q",
            "linex.scale",
            "focal.gamma");
  }

  @Test
  void a_name_that_is_no_parameter_is_none() {
    assertThat(Loss.of("huber").isResidualScale("beta")).isFalse();
    assertThat(Loss.of("squared_error").isResidualScale("delta")).isFalse();
  }

  @Test
  void formulas_of_ones_own_are_tried_too() {
    assertThat(
            Loss.of("loss mine(p | y; c = 2 in (0, inf)) = c * log(1 + abs(p - y) / c)")
                .isResidualScale("c"))
        .isTrue();
    assertThat(
            Loss.of("loss mine(p | y; c = 2 in (0, inf)) = log(1 + (p - y)^2) * c")
                .isResidualScale("c"))
        .isFalse();
  }
}
