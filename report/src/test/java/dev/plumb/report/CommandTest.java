package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CommandTest {
  @Test
  void plain_words_stay_plain() {
    assertThat(Command.of(Samples.rain()))
        .isEqualTo(
            "./plumb compare rain.csv --target rain_tomorrow --metric accuracy --model linear --folds 5 --repeats 1 --seed 7");
  }

  @Test
  void a_shell_reads_any_name_back() {
    assertThat(Command.of(Samples.named("it's $HOME"))).contains("--target 'it'\\''s $HOME'");
    assertThat(Command.of(Samples.named("-x"))).contains("--target '-x'");
    assertThat(Command.of(Samples.named(""))).contains("--target ''");
  }
}
