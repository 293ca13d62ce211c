package dev.plumb.training.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class DescentTest {
  @Test
  void momentum_adds_up() {
    var descent = new Descent.Momentum(1, 0.5, false);
    double[] point = {1};
    descent.step(point, new double[] {2}, 0.1);
    assertThat(point[0]).isEqualTo(1 - 0.1 * 2, within(1e-15));
    descent.step(point, new double[] {2}, 0.1);
    assertThat(point[0]).isEqualTo(0.8 - 0.1 * 3, within(1e-15));
  }

  @Test
  void nesterov_looks_ahead() {
    var descent = new Descent.Momentum(1, 0.5, true);
    double[] point = {1};
    descent.step(point, new double[] {2}, 0.1);
    assertThat(point[0]).isEqualTo(1 - 0.1 * (2 + 0.5 * 2), within(1e-15));
  }

  @Test
  void the_first_step_of_adam_is_its_size_whatever_the_gradient() {
    for (double gradient : new double[] {1e-3, 1, -1e6}) {
      var descent = new Descent.Adam(1, 0.9, 0.999, 0, i -> true);
      double[] point = {5};
      descent.step(point, new double[] {gradient}, 0.1);
      assertThat(point[0]).isEqualTo(5 - 0.1 * Math.signum(gradient), within(1e-5));
    }
  }

  @Test
  void adam_divides_by_the_root_of_the_mean_square() {
    var descent = new Descent.Adam(1, 0.9, 0.999, 0, i -> true);
    double[] point = {0};
    descent.step(point, new double[] {1}, 0.1);
    descent.step(point, new double[] {3}, 0.1);
    double mean = (0.9 * 0.1 * 1 + 0.1 * 3) / (1 - 0.81);
    double square = (0.999 * 0.001 * 1 + 0.001 * 9) / (1 - 0.999 * 0.999);
    assertThat(point[0]).isEqualTo(-0.1 - 0.1 * mean / Math.sqrt(square), within(1e-7));
  }

  @Test
  void weights_decay_apart_from_the_gradient_and_biases_do_not() {
    var descent = new Descent.Adam(2, 0.9, 0.999, 0.5, i -> i == 0);
    double[] point = {2, 2};
    descent.step(point, new double[] {0, 0}, 0.1);
    assertThat(point).containsExactly(2 - 0.1 * 0.5 * 2, 2);
  }
}
