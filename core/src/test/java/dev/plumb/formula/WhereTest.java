package dev.plumb.formula;

import static dev.plumb.formula.Reading.means;
import static dev.plumb.formula.Reading.rejects;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class WhereTest {

  @Test
  void names_a_part() {
    means("r^2 where r = p - y", "(power (subtract p y) 2)");
    means("r + r where r = p", "(add p p)");
  }

  @Test
  void a_later_name_may_use_an_earlier_one() {
    means("u where r = p - y, u = r / 2", "(divide (subtract p y) 2)");
  }

  @Test
  void an_earlier_name_does_not_see_a_later_one() {
    means("u where u = r / 2, r = p - y", "(divide r 2)");
  }

  @Test
  void defines_functions() {
    means("norm(a - b) where norm(v) = sqrt(sum(v^2))", "(sqrt (sum (power (subtract a b) 2)))");
    means("f(a, b) where f(x, y) = x - y", "(subtract a b)");
    means("f(f(a)) where f(x) = x / 2", "(divide (divide a 2) 2)");
    means("g(a) where f(x) = x^2, g(x) = f(x + 1)", "(power (add a 1) 2)");
    means("f(b) where c = a^2, f(x) = c * x", "(multiply (power a 2) b)");
  }

  @Test
  void a_function_hides_the_operation_of_its_name() {
    means("exp(a) where exp(x) = 1 + x", "(add 1 a)");
  }

  @Test
  void arguments_are_put_in_at_once() {
    means("f(b, a) where f(a, b) = a - b", "(subtract b a)");
  }

  @Test
  void is_kept_for_printing() {
    Definition loss = Formulas.bare("r^2 + u where r = p - y, u = r / 2");
    assertThat(loss.bindings().keySet()).containsExactly("r", "u");
    assertThat(Printer.text(loss.bindings().get("u"))).isEqualTo("(p - y) / 2");
  }

  @Test
  void what_is_wrong_with_it() {
    rejects("r where r = a, r = b", "'r' is defined twice", 1, 16);
    rejects("r where", "expected a name for this part of the formula, found the end", 1, 8);
    rejects("r where r a", "expected '=', found 'a'", 1, 11);
    rejects("r where if = a", "'if' is a word of the language", 1, 9);
    rejects("f(a) where f(x, y) = x", "f takes 2 arguments, not 1", 1, 1);
    rejects("f(a) where f(1) = x", "expected a parameter, found '1'", 1, 14);
    rejects("a b where b = 1", "expected an operator or 'where', found 'b'", 1, 3);
  }
}
