package dev.plumb.training.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.PlumbException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArchitectureTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "network(64)",
        "network(64, 32)",
        "network(8, activation = gelu)",
        "network(8, 4, activation = tanh, dropout = 0.25)",
      })
  void a_text_reads_back(String text) {
    assertThat(Architecture.of(text).text()).isEqualTo(text);
    assertThat(Architecture.of(text.replace(" ", "")).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "network | is no network; one is network(64, 32)",
        "network() | is neither a number of units",
        "network(0) | at least one hidden layer of 1 to 65536 units",
        "network(64, wide) | wide",
        "network(64, activation = relo) | no activation relo; did you mean relu?",
        "network(64, dropout = 1) | dropout is in [0, 1), not 1",
        "network(dropout = 0.5) | at least one hidden layer",
      })
  void what_is_wrong_is_said(String text, String message) {
    assertThatThrownBy(() -> Architecture.of(text))
        .isInstanceOf(PlumbException.class)
        .hasMessageContaining(message);
  }

  @ParameterizedTest
  @EnumSource(Activation.class)
  void the_slope_of_an_activation_is_that_of_differences(Activation activation) {
    for (double x = -6.05; x < 6; x += 0.1) {
      double difference = (activation.of(x + 1e-6) - activation.of(x - 1e-6)) / 2e-6;
      assertThat(activation.slope(x))
          .as("%s at %s", activation, x)
          .isCloseTo(difference, within(1e-8));
    }
  }
}
