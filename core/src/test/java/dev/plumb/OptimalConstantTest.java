package dev.plumb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class OptimalConstantTest {
  private static final double[] Y = {1, 2, 3, 4, 10};

  private static void constant(String loss, double[] targets, double[] weights, double expected) {
    double[] found = Loss.of(loss).optimalConstant(targets, weights, 1);
    assertThat(found).hasSize(1);
    assertThat(Math.abs(found[0] - expected) / Math.max(1, Math.abs(expected)))
        .as("%s: %s, found %s", loss, expected, found[0])
        .isLessThanOrEqualTo(1e-9);
  }

  private static void constant(String loss, double expected) {
    constant(loss, Y, null, expected);
  }

  @Test
  void means() {
    constant("squared_error", 4);
    constant("half_squared_error", 4);
    constant("log_cosh", new double[] {-3, 3}, null, 0);
    constant("squared_log_error", Math.exp(Math.log(2 * 3 * 4 * 5 * 11) / 5) - 1);
    constant("poisson", Math.log(4));
    constant("gamma", Math.log(4));
  }

  @Test
  void a_level_is_reached_as_often_as_it_is() {
    double[] levels = {0, 0, 1, 2, 3, 3, 3, 3};
    double[] found = Loss.of("ordinal_cross_entropy").optimalConstant(levels, null, 3);
    double[] reached = {6 / 8.0, 5 / 8.0, 4 / 8.0};
    for (int k = 0; k < 3; k++) {
      assertThat(found[k]).isCloseTo(Math.log(reached[k] / (1 - reached[k])), within(1e-6));
    }
  }

  @Test
  void medians_and_quantiles() {
    constant("absolute_error", 3);
    constant("quantile(quantile = 0.5)", 3);
    constant("quantile(quantile = 0.9)", 10);
    constant("quantile(quantile = 0.1)", 1);
    constant("quantile(quantile = 0.25)", 2);
  }

  @Test
  void between_two_medians_it_is_their_middle() {
    constant("absolute_error", new double[] {1, 2}, null, 1.5);
    constant("absolute_error", new double[] {8, 1, 2, 5}, null, 3.5);
    constant("quantile(quantile = 0.25)", new double[] {1, 2, 3, 9}, null, 1.5);
  }

  @Test
  void log_odds() {
    constant("sigmoid_cross_entropy", new double[] {1, 1, 1, 0}, null, Math.log(3));
    constant("logistic", new double[] {1, 1, 1, -1}, null, Math.log(3));
    constant("exponential", new double[] {1, 1, 1, -1}, null, Math.log(3) / 2);
    constant("sigmoid_cross_entropy", new double[] {0.2, 0.4}, null, Math.log(0.3 / 0.7));
  }

  @Test
  void weights_count() {
    constant("squared_error", new double[] {0, 10}, new double[] {3, 1}, 2.5);
    constant("absolute_error", new double[] {0, 5, 10}, new double[] {1, 1, 5}, 10);
    constant("sigmoid_cross_entropy", new double[] {1, 0}, new double[] {9, 1}, Math.log(9));
    constant("poisson", new double[] {0, 4}, new double[] {3, 1}, 0);
    constant("squared_error", new double[] {0, 10, 5}, new double[] {1, 1, 0}, 5);
  }

  @Test
  void a_weight_counts_as_so_many_samples() {
    double[] repeated = {1, 1, 1, 4, 7, 7};
    for (String loss : new String[] {"huber", "log_cosh", "pseudo_huber", "tukey_biweight"}) {
      double expected = Loss.of(loss).optimalConstant(repeated, null, 1)[0];
      constant(loss, new double[] {1, 4, 7}, new double[] {3, 1, 2}, expected);
    }
  }

  @Test
  void robust_losses_stay_with_the_bulk() {
    double[] y = {0.9, 1, 1.1, 1000};
    assertThat(Loss.of("huber").optimalConstant(y, null, 1)[0]).isBetween(1.0, 2.0);
    assertThat(Loss.of("tukey_biweight").optimalConstant(y, null, 1)[0]).isBetween(0.9, 1.1);
    assertThat(Loss.of("cauchy").optimalConstant(y, null, 1)[0]).isBetween(0.9, 1.1);
  }

  @Test
  void a_loss_with_two_valleys_takes_the_deeper_one() {
    double[] y = {0, 0.1, -0.1, 0.05, 50, 50.1, 49.9};
    assertThat(Loss.of("tukey_biweight").optimalConstant(y, null, 1)[0]).isBetween(-0.1, 0.1);
    assertThat(Loss.of("welsch").optimalConstant(y, null, 1)[0]).isBetween(-0.1, 0.1);
  }

  @Test
  void one_target_is_its_own_constant() {
    constant("squared_error", new double[] {7}, null, 7);
    constant("absolute_error", new double[] {7, 7}, null, 7);
    constant("huber", new double[] {-1e6}, null, -1e6);
    constant("poisson", new double[] {1}, null, 0);
  }

  @Test
  void without_samples_it_is_0() {
    constant("squared_error", new double[0], null, 0);
    constant("squared_error", new double[] {5}, new double[] {0}, 0);
  }

  @Test
  void one_class_alone_has_no_finite_one_but_an_answer() {
    double[] found = Loss.of("sigmoid_cross_entropy").optimalConstant(new double[] {1, 1}, null, 1);
    assertThat(found[0]).isFinite().isGreaterThan(10);
  }

  @Test
  void rows_start_from_the_frequencies_of_the_classes() {
    double[] found =
        Loss.of("sparse_softmax_cross_entropy")
            .optimalConstant(new double[] {0, 0, 0, 1, 1, 2}, null, 3);
    double[] response = found.clone();
    Loss.of("sparse_softmax_cross_entropy").respond(response, 3);
    assertThat(Math.abs(response[0] - 3.0 / 6)).isLessThan(1e-8);
    assertThat(Math.abs(response[1] - 2.0 / 6)).isLessThan(1e-8);
    assertThat(Math.abs(response[2] - 1.0 / 6)).isLessThan(1e-8);
  }

  @Test
  void several_predictions_have_no_single_one() {
    assertThatThrownBy(() -> Loss.of("gaussian_nll").optimalConstant(Y, null, 1))
        .isInstanceOf(PlumbException.class)
        .hasMessageContaining("gaussian_nll has more than one prediction");
  }

  /// No constant near by is better, for losses of every kind.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "squared_error",
        "absolute_error",
        "huber",
        "pseudo_huber",
        "smooth_l1",
        "log_cosh",
        "quantile(quantile = 0.8)",
        "expectile(expectile = 0.3)",
        "cauchy",
        "tukey_biweight",
        "epsilon_insensitive",
        "poisson",
        "gamma",
        "tweedie",
        "squared_log_error",
        "fair",
        "linex"
      })
  void nothing_near_by_is_better(String name) {
    var random = new SplittableRandom(5);
    double[] y = random.doubles(101, 0.1, 8).toArray();
    double[] weights = random.doubles(101, 0, 2).toArray();
    Loss loss = Loss.of(name).onScores();
    double best = loss.optimalConstant(y, weights, 1)[0];
    double cost = cost(loss, y, weights, best);
    for (double step : new double[] {1e-6, 1e-3, 0.1, 1, 3}) {
      assertThat(cost(loss, y, weights, best + step)).isGreaterThanOrEqualTo(cost * (1 - 1e-12));
      assertThat(cost(loss, y, weights, best - step)).isGreaterThanOrEqualTo(cost * (1 - 1e-12));
    }
  }

  private static double cost(Loss loss, double[] y, double[] weights, double constant) {
    double[] scores = new double[y.length];
    Arrays.fill(scores, constant);
    return loss.sum().of(Batch.of(scores, y).weights(weights));
  }
}
