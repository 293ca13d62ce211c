package dev.plumb.training.optimise;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import org.junit.jupiter.api.Test;

class ProximalTest {
  private static final Objective BOWL =
      (x, g) -> {
        double sum = 0;
        for (int i = 0; i < x.length; i++) {
          double scale = 1 + 200.0 * i;
          g[i] = scale * (x[i] - 1);
          sum += scale * (x[i] - 1) * (x[i] - 1) / 2;
        }
        return sum;
      };

  @Test
  void eachVariableEndsWhereTheLassoLeavesIt() {
    Minimum minimum = minimise(new Lasso(2, 2, 2, 2, 2));
    assertThat(minimum.reason()).isEqualTo(Minimum.Reason.FLAT);
    for (int i = 0; i < 5; i++) {
      double scale = 1 + 200.0 * i;
      assertThat(minimum.point()[i]).isCloseTo(Math.max(0, 1 - 2 / scale), within(1e-9));
    }
    assertThat(minimum.point()[0]).isEqualTo(0);
  }

  @Test
  void accelerationMakesItQuick() {
    assertThat(minimise(Lasso.NONE).iterations()).isLessThan(300);
  }

  @Test
  void everyPointIsHeardOfWithItsValue() {
    var values = new ArrayList<Double>();
    Minimum minimum =
        new Proximal(7, 1e-10)
            .minimise(BOWL, Lasso.NONE, new double[3], (i, point, value) -> values.add(value));
    assertThat(minimum.reason()).isEqualTo(Minimum.Reason.ITERATIONS);
    assertThat(values).hasSize(8);
    assertThat(values.getLast()).isEqualTo(minimum.value()).isLessThan(values.getFirst());
  }

  private static Minimum minimise(Lasso lasso) {
    return new Proximal(5000, 1e-10).minimise(BOWL, lasso, new double[5], (i, point, value) -> {});
  }
}
