package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FiguresTest {
  @ParameterizedTest
  @CsvSource({
    "0, 0",
    "-0.0, 0",
    "2.58371, 2.584",
    "-3.5, −3.5",
    "1234.4, '1,234'",
    "0.000123461, 0.0001235",
    "1e-9, 1.00e-09",
    "-2e9, −2.00e+09",
    "NaN, –",
    "Infinity, ∞",
    "-Infinity, −∞"
  })
  void four_digits(double value, String text) {
    assertThat(Figures.number(value)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0.40, 2", "0.011, 3", "12, 0", "0, 3", "NaN, 3", "1e-20, 6"})
  void two_digits_of_the_error(double error, int decimals) {
    assertThat(Figures.decimals(error)).isEqualTo(decimals);
  }

  @ParameterizedTest
  @CsvSource({
    "1234.56, 1, '1,234.6'",
    "0.00123, 6, 0.001230",
    "0, 6, 0.000000",
    "8.17e-10, 6, 8.17e-10",
    "-8.17e-10, 6, −8.17e-10",
    "8.17e-10, 3, 0.000",
    "NaN, 6, –"
  })
  void decimals_that_show_something(double value, int decimals, String text) {
    assertThat(Figures.grouped(value, decimals)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"0, 0", "0.0042, 0.4", "0.213, 21", "1, 100"})
  void percent(double share, String text) {
    assertThat(Figures.percent(share)).isEqualTo(text + "\u00a0%");
  }

  @ParameterizedTest
  @CsvSource({"1, 1", "1.44, 1.4", "4.1, 4.1", "54.6, 55", "1680, '1,680'"})
  void times(double factor, String text) {
    assertThat(Figures.times(factor)).isEqualTo(text);
  }
}
