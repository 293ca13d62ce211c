package dev.plumb.formula;

import static dev.plumb.formula.Reading.prints;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.formula.Formula.Name;
import org.junit.jupiter.api.Test;

class PrinterTest {
  private static final Formula A = new Name("a");
  private static final Formula B = new Name("b");

  @Test
  void parentheses_stand_only_where_they_are_needed() {
    prints("a + b * c");
    prints("(a + b) * c");
    prints("((a)) + ((b * c))", "a + b * c");
    prints("a - (b - c)");
    prints("a - b - c");
    prints("a - (b + c)");
    prints("a / (b / c)");
    prints("a / b / c");
    prints("a / (b * c)");
  }

  @Test
  void powers_and_signs() {
    prints("-a^2");
    prints("(-a)^2");
    prints("(a^b)^c");
    prints("a^b^c");
    prints("a^-b");
    prints("a^(b + c)");
    prints("-(a + b)");
    prints("-(a * b)");
    prints("-a * b");
    prints("--a");
    prints("a - -b");
    prints("a^-b^c");
    prints("(a * b)^2");
  }

  @Test
  void conditions() {
    prints("if a < b then c else d");
    prints("(if a then b else c) + 1");
    prints("if a then b else c + 1");
    prints("if a then b else if c then d else e");
    prints("if a then if b then c else d else e");
    prints("if (if a then b else c) then d else e");
    prints("not (a and b)");
    prints("not a and b");
    prints("(a or b) and c");
    prints("a == (b == c)");
    prints("(a < b) < c");
    prints("(a < b) + 1");
  }

  @Test
  void rows() {
    prints("z[y]");
    prints("z[y]^2");
    prints("(a - b)[y]");
    prints("(-z)[y]");
    prints("softmax(z)[y + 1]");
    prints("z[if a then b else c]");
    prints("sum(if onehot(y) then z else 0)");
  }

  @Test
  void numbers() {
    prints("1");
    prints("0.5");
    prints("1e-300");
    prints("1.7976931348623157e308");
    prints("5e-324", "4.9e-324");
    prints("inf");
    prints("-inf");
    prints("1000000");
    prints("1e15");
    prints("123456789012345");
    prints("0.1 + 0.2");
  }

  @Test
  void a_number_below_0_is_the_negation_of_one_above() {
    assertThat(Printer.text(Formula.number(-2))).isEqualTo("-2");
    assertThat(Printer.text(Operation.POWER.of(Formula.number(-2), A))).isEqualTo("(-2)^a");
    assertThat(Printer.text(Operation.SUBTRACT.of(A, Formula.number(-2)))).isEqualTo("a - -2");
  }

  @Test
  void formulas_are_equal_when_their_texts_are() {
    assertThat(Operation.ADD.of(A, B)).isEqualTo(Formulas.read("a + b"));
    assertThat(Operation.ADD.of(A, B)).hasSameHashCodeAs(Formulas.read("a+b"));
    assertThat(Operation.ADD.of(A, B)).isNotEqualTo(Operation.ADD.of(B, A));
  }
}
