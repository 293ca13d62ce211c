package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommasTest {

  @Test
  void commas_in_parentheses_do_not_part() {
    assertThat(Commas.parts("mae, hampel(a = 2, b = 4), max(z[0], p),"))
        .containsExactly("mae", "hampel(a = 2, b = 4)", "max(z[0], p)");
  }

  @Test
  void words_are_quoted_where_a_shell_would_read_them() {
    assertThat(Commas.quoted("examples/rain.csv")).isEqualTo("examples/rain.csv");
    assertThat(Commas.quoted("huber(delta = 2)")).isEqualTo("'huber(delta = 2)'");
    assertThat(Commas.quoted("it's")).isEqualTo("'it'\\''s'");
    assertThat(Commas.quoted("")).isEqualTo("''");
  }
}
