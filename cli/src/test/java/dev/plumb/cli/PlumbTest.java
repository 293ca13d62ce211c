package dev.plumb.cli;

import static dev.plumb.cli.Typed.plumb;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class PlumbTest {

  @Test
  void without_arguments_it_invites() {
    assertThat(plumb().done().out()).contains("plumb compare houses.csv --target price");
  }

  @Test
  void help_names_every_command() {
    assertThat(plumb("--help").done().out()).contains("list", "explain", "Usage: plumb");
  }

  @Test
  void the_version_is_one_line() {
    assertThat(plumb("--version").done().out()).startsWith("plumb ").hasLineCount(1);
  }

  @Test
  void an_unknown_command_has_a_near_name() {
    plumb("lisst").fails(2, "there is no command lisst; did you mean list?", "plumb --help");
  }

  @Test
  void an_unknown_option_has_a_near_name() {
    plumb("list", "--jsn").fails(2, "there is no option --jsn; did you mean --json?");
  }

  @Test
  void the_locale_decides_on_ascii() {
    assertThat(Screen.isUnicode(Map.of())).isTrue();
    assertThat(Screen.isUnicode(Map.of("LANG", "de_DE.UTF-8"))).isTrue();
    assertThat(Screen.isUnicode(Map.of("LANG", "en_US.utf8", "LC_ALL", "C"))).isFalse();
    assertThat(Screen.isUnicode(Map.of("LC_ALL", "", "LANG", "C.UTF-8"))).isTrue();
  }
}
