package dev.plumb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Printer;
import org.junit.jupiter.api.Test;

class LinkTest {

  private static void links(String definition, String formula) {
    Loss linked = Loss.of(definition).onScores();
    assertThat(Printer.text(linked.definition().formula())).isEqualTo(formula);
    assertThat(linked.definition().predictions())
        .extracting(Input::domain)
        .containsOnly(Domain.REALS);
  }

  @Test
  void each_domain_has_its_link() {
    links("loss l(p in (0, 1) | y) = p - y", "sigmoid(z) - y");
    links("loss l(p in [0, 1] | y) = p - y", "sigmoid(z) - y");
    links("loss l(p in [-1, 3] | y) = p - y", "4 * sigmoid(z) + -1 - y");
    links("loss l(p in (0, inf) | y) = p - y", "exp(z) + 0 - y");
    links("loss l(p in (-1, inf) | y) = p - y", "exp(z) + -1 - y");
    links("loss l(p in (-inf, 2] | y) = p - y", "2 - exp(z) - y");
    links("loss l(q[] in simplex | y[]) = sum(q * y)", "sum(softmax(z) * y)");
  }

  @Test
  void a_loss_of_scores_is_left_as_it_is() {
    Loss huber = Loss.of("huber");
    assertThat(huber.onScores()).isSameAs(huber);
    assertThat(Loss.of("sigmoid_cross_entropy").onScores().definition())
        .isEqualTo(Loss.of("sigmoid_cross_entropy").definition());
  }

  @Test
  void several_predictions_keep_their_names() {
    assertThat(Loss.of("gaussian_nll").onScores().definition().predictions())
        .extracting(Input::name)
        .containsExactly("mean", "z_variance");
  }

  @Test
  void parameters_stay() {
    Loss linked = Loss.of("loss l(p in (0, 1) | y; a = 1) = a * (p - y)^2").with("a", 3);
    assertThat(linked.onScores().parameters()).containsEntry("a", 3.0);
  }

  @Test
  void composed_with_its_link_a_loss_keeps_its_value() {
    Loss linked = Loss.of("binary_cross_entropy").onScores();
    Loss scores = Loss.of("sigmoid_cross_entropy");
    for (double z : new double[] {-50, -3, 0, 0.5, 20}) {
      assertThat(linked.value(z, 1)).isEqualTo(scores.value(z, 1));
      assertThat(linked.value(z, 0)).isEqualTo(scores.value(z, 0));
    }
  }

  @Test
  void scores_go_to_the_scale_of_the_response() {
    double[] scores = {0, Math.log(3), -1000};
    Loss.of("binary_cross_entropy").onScores().respond(scores, 1);
    assertThat(scores).containsExactly(0.5, 0.75, 0);
    double[] rows = {0, 0, Math.log(3), 0};
    Loss.of("softmax_cross_entropy").respond(rows, 2);
    assertThat(rows).containsExactly(0.5, 0.5, 0.75, 0.25);
    double[] same = {1, 2};
    Loss.of("huber").respond(same, 1);
    assertThat(same).containsExactly(1, 2);
  }
}
