package dev.plumb.exact;

import static dev.plumb.exact.Precision.DOUBLE;
import static dev.plumb.exact.Precision.FLOAT;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.exact.Instruction.Apply;
import dev.plumb.exact.Instruction.Argument;
import dev.plumb.exact.Instruction.Constant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FunctionTextTest {
  private static Function read(String text, Precision precision) {
    var table = new Table().add(text);
    List<Function> all = table.all();
    return table.find(all.getLast().name(), precision).orElseThrow();
  }

  private static void rejects(String text, String... words) {
    assertThatThrownBy(() -> new Table().add(text).all()).hasMessageContainingAll(words);
  }

  @Test
  void a_text_becomes_instructions_and_equal_ones_are_one() {
    Function f =
        read("both f(a, b) within 1, 1\n  c = a * b\n  = if a * b < 2 then c else -c", FLOAT);
    assertThat(f.instructions())
        .containsExactly(
            new Argument(0),
            new Argument(1),
            new Apply(Primitive.MULTIPLY, List.of(0, 1)),
            new Constant(2),
            new Apply(Primitive.LESS, List.of(2, 3)),
            new Apply(Primitive.NEGATE, List.of(2)),
            new Apply(Primitive.SELECT, List.of(4, 2, 5)));
    assertThat(f.size()).isEqualTo(4);
    assertThat(f.apply(3f, 4f)).isEqualTo(-12);
  }

  @Test
  void horner_is_a_chain_of_fused_steps() {
    assertThat(read("double f(x) within 1\n  = horner(x, 1, 2, 3)", DOUBLE).apply(10.0))
        .isEqualTo(321);
    assertThat(read("double f(x) within 1\n  = horner(x, 1, 2, 3)", DOUBLE).size()).isEqualTo(2);
  }

  @Test
  void a_part_is_inlined_and_not_listed() {
    String text = "float part twice(a)\n  = a + a\nfloat f(a) within 1\n  = twice(a) * twice(a)\n";
    assertThat(read(text, FLOAT).size()).isEqualTo(2);
    assertThat(new Table().add(text).all()).hasSize(1);
    assertThat(new Table().add(text).find("twice", FLOAT)).isEmpty();
  }

  @Test
  void the_size_of_minus_a_is_that_of_a() {
    String text = "float f(a) within 1\n  b = -a\n  = abs(b) * abs(a) + b\n";
    assertThat(read(text, FLOAT).instructions())
        .filteredOn(i -> i instanceof Apply(var primitive, _) && primitive == Primitive.ABS)
        .hasSize(1);
    assertThat(read(text, FLOAT).apply(-3f)).isEqualTo(12);
  }

  @Test
  void sums_of_numbers_are_numbers() {
    String text = "float part one()\n  = 1\nfloat f(a) within 1\n  = a * (one() - -0.5)\n";
    assertThat(read(text, FLOAT).instructions())
        .containsExactly(
            new Argument(0), new Constant(1.5), new Apply(Primitive.MULTIPLY, List.of(0, 1)));
  }

  @Test
  void numbers_are_rounded_once_to_the_precision() {
    String text = "both f(a) within 1, 1\n  = a * 0.1\n";
    assertThat(read(text, FLOAT).instructions()).contains(new Constant(0.1f));
    assertThat(read(text, DOUBLE).instructions()).contains(new Constant(0.1));
    assertThat(read("both f(a) within 1, 1\n  = a * -0x1.8p-1", FLOAT).instructions())
        .contains(new Constant(-0.75));
  }

  @Test
  void comparisons_are_false_on_nan() {
    Function f =
        read(
            "float f(a) within 1\n  = if a > 1 or a >= 1 or not (a != 5 and a == a) then 1 else 2",
            FLOAT);
    assertThat(f.apply(3f)).isEqualTo(1);
    assertThat(f.apply(0f)).isEqualTo(2);
    assertThat(read("float f(a) within 1\n  = if a <= 1 then 1 else 2", FLOAT).apply(Float.NaN))
        .isEqualTo(2);
  }

  @Test
  void errors_name_line_and_place() {
    rejects("float f(a) within 1\n  = a + c", "line 2, column 9", "no step above gives 'c'");
    rejects(
        "float f(a) within 1\n  = g(a)", "line 2, column 5", "no function 'g' for floats above");
    rejects("float f(a) within 1\n  = fma(a, a)", "fma takes 3 arguments, not 2");
    rejects("float f(a) within 1\n  = if a then a else a", "expected a condition, found a number");
    rejects("float f(a) within 1\n  = -(a < a)", "expected a number, found a condition");
    rejects("float f(a) within 1\n  b = a\n  b = a\n  = b", "line 3", "'b' is defined twice");
    rejects("float f(a) within 1\n  b = a\n  = a", "no step uses b");
    rejects("float f(a) within 1\n  = a a", "expected an operator or the end, found 'a'");
    rejects("float f(a) within 1\n  = a ? a", "'?' has no meaning here");
    rejects("float f(a) within 1\n  = horner(a, a)", "two coefficients or more");
    rejects("float f(a)\n  = a", "expected 'within'");
    rejects(
        "float f(a) within 1\n  = a\nflaot g(a) within 1\n  = a", "line 3", "expected the head");
    rejects("float f(a) within 1\n  = a\nboth f(a) within 1, 1\n  = a", "'f' is defined twice");
  }

  @Test
  void a_function_calls_only_those_above_it() {
    rejects("float f(a) within 1\n  = g(a)\nfloat g(a) within 1\n  = a", "no function 'g'");
    rejects("float f(a) within 1\n  = f(a)", "no function 'f'");
  }

  @Test
  void functions_of_floats_refuse_doubles() {
    Function f = read("float f(a) within 1\n  = a", FLOAT);
    assertThatThrownBy(() -> f.apply(1.0)).hasMessage("f (float) computes in floats");
    assertThatThrownBy(() -> f.apply(1f, 2f)).hasMessage("f (float) takes 1 arguments, not 2");
  }

  @Test
  void many_points_give_the_bits_of_each_alone() {
    Function exp = Functions.of("exp", FLOAT).orElseThrow();
    var points = new float[1000];
    for (int i = 0; i < points.length; i++) {
      points[i] = (i - 500) / 5f;
    }
    var values = new float[points.length];
    exp.apply(values, points);
    for (int i = 0; i < points.length; i++) {
      assertThat(values[i]).isEqualTo(exp.apply(points[i]));
    }
  }
}
