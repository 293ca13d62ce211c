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
  void weights_of_classes_and_a_calibration_are_typed() {
    assertThat(Command.of(Samples.weighed(Samples.rain(), "balanced", "platt")))
        .endsWith(" --seed 7 --balanced --calibrate platt");
    assertThat(Command.of(Samples.weighed(Samples.rain(), "no=1,it rains=5", "")))
        .endsWith(" --seed 7 --class-weights 'no=1,it rains=5'");
  }

  @Test
  void a_shell_reads_any_name_back() {
    assertThat(Command.of(Samples.named("it's $HOME"))).contains("--target 'it'\\''s $HOME'");
    assertThat(Command.of(Samples.named("-x"))).contains("--target '-x'");
    assertThat(Command.of(Samples.named(""))).contains("--target ''");
  }
}
