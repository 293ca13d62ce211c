package dev.plumb.calculus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.Batch;
import dev.plumb.Loss;
import org.junit.jupiter.api.Test;

/// A factor that is 0 wins over what is infinite or has no value, not over a NaN that was given.
class WeighingTest {
  private static final String TOTAL = "loss total(z | y) = y * exp(z)";
  private static final String PARTIAL = "loss partial(p | y) = y * log(p)";

  private static double value(String loss, double prediction, double target) {
    double[] value = new double[1];
    Loss.of(loss).values(Batch.of(new double[] {prediction}, new double[] {target}), value);
    return value[0];
  }

  private static String lowered(String loss) {
    return Loss.of(loss).calculus().orElseThrow().lowered(0).getFirst().toString();
  }

  @Test
  void names_are_looked_at_where_every_number_has_a_value() {
    assertThat(lowered(TOTAL)).contains("z").doesNotContain("abs");
    assertThat(value(TOTAL, Double.POSITIVE_INFINITY, 0)).isZero();
    assertThat(value(TOTAL, Double.POSITIVE_INFINITY, 1)).isInfinite();
    assertThat(value(TOTAL, Double.NaN, 0)).isNaN();
    assertThat(value(TOTAL, 0, Double.NaN)).isNaN();
  }

  @Test
  void products_are_looked_at_where_some_numbers_have_no_value() {
    assertThat(lowered(PARTIAL)).contains("abs");
    assertThat(value(PARTIAL, 0, 0)).isZero();
    assertThat(value(PARTIAL, -1, 0)).isNaN();
    assertThat(value(PARTIAL, Double.NaN, 0)).isNaN();
  }

  @Test
  void predictions_outside_their_domain_show() {
    assertThat(value("binary_cross_entropy", 1.5, 1)).isNaN();
    assertThat(value("binary_cross_entropy", 1, 1)).isZero();
  }
}
