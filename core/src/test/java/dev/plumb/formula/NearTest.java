package dev.plumb.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class NearTest {
  private static final List<String> KNOWN =
      List.of("huber", "pseudo_huber", "hinge", "mse", "log_cosh", "logistic");

  private static void near(String wanted, String... names) {
    assertThat(Near.names(wanted, KNOWN)).containsExactly(names);
  }

  private static void distance(String from, String to, int distance) {
    assertThat(Near.distance(from, to)).isEqualTo(distance);
    assertThat(Near.distance(to, from)).isEqualTo(distance);
  }

  @Test
  void names_within_a_third_of_the_length_are_near() {
    near("hubber", "huber");
    near("Huber", "huber", "pseudo_huber");
    near("hnige", "hinge");
    near("msee", "mse");
    near("zzz");
    near("");
  }

  @Test
  void a_part_of_a_name_is_near() {
    near("pseudo", "pseudo_huber");
    near("cosh", "log_cosh");
    near("log");
  }

  @Test
  void distances() {
    distance("", "", 0);
    distance("", "abc", 3);
    distance("huber", "hubber", 1);
    distance("huber", "huer", 1);
    distance("huber", "hubre", 1);
    distance("huber", "HUBER", 0);
    distance("kitten", "sitting", 3);
  }

  @Test
  void a_hint_is_a_question() {
    assertThat(Near.hint("hubber", KNOWN)).isEqualTo("; did you mean huber?");
    assertThat(Near.hint("Huber", KNOWN)).isEqualTo("; did you mean huber or pseudo_huber?");
    assertThat(Near.hint("zzz", KNOWN)).isEmpty();
  }
}
