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
  void help_is_a_command_too() {
    assertThat(plumb("help", "compare").done().out()).contains("Usage: plumb compare", "--target");
    assertThat(plumb("--help").out()).contains("Exit codes:", "the work failed");
  }

  @Test
  void a_formula_that_starts_with_a_minus_needs_a_hint() {
    plumb("explain", "-log(p)").fails(2, "put -- before a formula that starts with a minus");
    assertThat(plumb("explain", "--", "-log(p)").done().out()).contains("formula    -log(p)");
  }

  @Test
  void an_at_sign_is_no_file() {
    plumb("explain", "@p").fails(2, "@p");
  }

  @Test
  void the_locale_decides_on_ascii() {
    assertThat(Screen.isUnicode(Map.of())).isTrue();
    assertThat(Screen.isUnicode(Map.of("LANG", "de_DE.UTF-8"))).isTrue();
    assertThat(Screen.isUnicode(Map.of("LANG", "en_US.utf8", "LC_ALL", "C"))).isFalse();
    assertThat(Screen.isUnicode(Map.of("LC_ALL", "", "LANG", "C.UTF-8"))).isTrue();
  }
}
