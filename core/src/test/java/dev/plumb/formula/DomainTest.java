package dev.plumb.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.formula.Domain.ClassNumber;
import dev.plumb.formula.Domain.Interval;
import dev.plumb.formula.Domain.Simplex;
import dev.plumb.formula.Domain.Values;
import java.util.List;
import java.util.stream.DoubleStream;
import org.junit.jupiter.api.Test;

class DomainTest {
  private static final double INF = Double.POSITIVE_INFINITY;

  private static void holds(Domain domain, double... values) {
    assertThat(DoubleStream.of(values).boxed()).allMatch(domain::contains);
  }

  private static void lacks(Domain domain, double... values) {
    assertThat(DoubleStream.of(values).boxed()).noneMatch(domain::contains);
  }

  @Test
  void ends_belong_to_an_interval_where_its_bracket_says_so() {
    holds(new Interval(0, 1, true, true), 0, -0.0, 0.5, 1);
    lacks(new Interval(0, 1, true, true), -5e-324, 1.0000000000000002, -1, INF);
    holds(new Interval(0, 1, false, false), 5e-324, 0.5);
    lacks(new Interval(0, 1, false, false), 0, -0.0, 1);
  }

  @Test
  void infinity_belongs_to_an_open_end() {
    holds(Domain.REALS, 0, -1e308, INF, -INF);
    holds(new Interval(0, INF, true, false), 0, INF);
    lacks(new Interval(0, INF, true, false), -1, -INF);
    lacks(new Interval(0, INF, false, false), 0);
  }

  @Test
  void values_are_as_listed() {
    holds(new Values(List.of(-1.0, 1.0)), -1, 1);
    lacks(new Values(List.of(-1.0, 1.0)), 0, 0.5, INF, Double.NaN);
  }

  @Test
  void a_class_is_a_whole_number_from_0() {
    holds(new ClassNumber(), 0, 1, 1000);
    lacks(new ClassNumber(), -1, 0.5, INF, Double.NaN);
  }

  @Test
  void an_element_of_a_simplex_is_a_probability() {
    holds(new Simplex(), 0, 0.3, 1);
    lacks(new Simplex(), -0.1, 1.1, Double.NaN);
  }

  @Test
  void texts_are_those_of_the_language() {
    assertThat(Domain.REALS.text()).isEqualTo("(-inf, inf)");
    assertThat(new Interval(0, INF, true, false).text()).isEqualTo("[0, inf)");
    assertThat(new Interval(-1.5, 1, false, true).text()).isEqualTo("(-1.5, 1]");
    assertThat(new Values(List.of(-1.0, 1.0)).text()).isEqualTo("{-1, 1}");
    assertThat(new ClassNumber().text()).isEqualTo("class");
    assertThat(new Simplex().text()).isEqualTo("simplex");
  }

  @Test
  void hulls_hold_every_number() {
    assertThat(new Values(List.of(-1.0, 1.0)).hull()).isEqualTo(new Interval(-1, 1, true, true));
    assertThat(new Simplex().hull()).isEqualTo(new Interval(0, 1, true, true));
    assertThat(new ClassNumber().hull()).isEqualTo(new Interval(0, INF, true, false));
  }
}
