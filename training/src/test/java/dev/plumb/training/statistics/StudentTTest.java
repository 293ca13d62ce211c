package dev.plumb.training.statistics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StudentTTest {
  /// Quantiles as mpmath 1.3 finds them in 30 digits; at one degree of freedom the distribution is
  /// Cauchy's, 1 − 2·atan(t)/π.
  @ParameterizedTest
  @CsvSource({
    "1, 1, 0.5",
    "1, 12.706204736432095, 0.05",
    "4, 2.7764451051977987, 0.05",
    "10, 2.2281388519649385, 0.05",
    "49, 2.0095752371292397, 0.05",
    "49, 2.6799519736315514, 0.01",
    "1000, 1.9623390808264078, 0.05",
    "7, 0, 1",
    "7, Infinity, 0"
  })
  void probabilitiesAreThoseOfTheTable(double freedom, double t, double probability) {
    assertThat(new StudentT(freedom).beyond(t)).isCloseTo(probability, within(1e-10));
    assertThat(new StudentT(freedom).beyond(-t)).isCloseTo(probability, within(1e-10));
  }

  @ParameterizedTest
  @CsvSource({"0.5, 0.5723649429247001", "1, 0", "5, 3.1780538303479458", "100, 359.1342053695754"})
  void logGammaIsRight(double x, double logGamma) {
    assertThat(StudentT.logGamma(x)).isCloseTo(logGamma, within(1e-12 * Math.max(1, logGamma)));
  }
}
