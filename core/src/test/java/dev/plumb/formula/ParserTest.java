package dev.plumb.formula;

import static dev.plumb.formula.Reading.means;

import org.junit.jupiter.api.Test;

class ParserTest {

  @Test
  void numbers() {
    means("1", "1");
    means("0.5", "0.5");
    means(".5", "0.5");
    means("1.", "1");
    means("1e-3", "0.001");
    means("2E+3", "2000");
    means("inf", "Infinity");
    means("-1", "(negate 1)");
  }

  @Test
  void names() {
    means("delta", "delta");
    means("px1", "px1");
    means("label_smoothing", "label_smoothing");
    means("σ", "σ");
    means("ifs", "ifs");
    means("iffy + android", "(add iffy android)");
  }

  @Test
  void products_bind_tighter_than_sums() {
    means("a + b * c", "(add a (multiply b c))");
    means("a * b + c", "(add (multiply a b) c)");
    means("(a + b) * c", "(multiply (add a b) c)");
    means("a - b / c", "(subtract a (divide b c))");
  }

  @Test
  void signs_of_a_level_go_from_left_to_right() {
    means("a - b - c", "(subtract (subtract a b) c)");
    means("a - b + c", "(add (subtract a b) c)");
    means("a / b / c", "(divide (divide a b) c)");
    means("a / b * c", "(multiply (divide a b) c)");
  }

  @Test
  void powers_go_from_right_to_left() {
    means("a^b^c", "(power a (power b c))");
    means("a^-b", "(power a (negate b))");
    means("a^-b^c", "(power a (negate (power b c)))");
    means("a^2 * b", "(multiply (power a 2) b)");
  }

  @Test
  void a_power_binds_tighter_than_its_sign() {
    means("-a^2", "(negate (power a 2))");
    means("(-a)^2", "(power (negate a) 2)");
    means("2^-1", "(power 2 (negate 1))");
    means("--a", "(negate (negate a))");
  }

  @Test
  void a_sign_binds_tighter_than_a_product() {
    means("-a * b", "(multiply (negate a) b)");
    means("a * -b", "(multiply a (negate b))");
    means("-a - -b", "(subtract (negate a) (negate b))");
  }

  @Test
  void an_index_binds_tightest() {
    means("z[y]", "(pick z y)");
    means("z[y]^2", "(power (pick z y) 2)");
    means("-z[y + 1]", "(negate (pick z (add y 1)))");
    means("softmax(z)[y]", "(pick (softmax z) y)");
    means("(a - b)[y]", "(pick (subtract a b) y)");
  }

  @Test
  void conditions() {
    means("if a < b then c else d", "(if (less a b) c d)");
    means("if a == b then 1 else 0", "(if (equal a b) 1 0)");
    means("a + 1 <= b * 2", "(less_equal (add a 1) (multiply b 2))");
    means("not a < b", "(not (less a b))");
    means("a and b or c", "(or (and a b) c)");
    means("a or b and not c", "(or a (and b (not c)))");
    means("a != b and c >= d", "(and (not_equal a b) (greater_equal c d))");
  }

  @Test
  void an_else_reaches_to_the_end() {
    means("if a then b else c + 1", "(if a b (add c 1))");
    means("(if a then b else c) + 1", "(add (if a b c) 1)");
    means("if a then b else if c then d else e", "(if a b (if c d e))");
    means("if a then if b then c else d else e", "(if a (if b c d) e)");
  }

  @Test
  void calls() {
    means("exp(a)", "(exp a)");
    means("max(a, b)", "(max a b)");
    means("max(v)", "(max v)");
    means("sum(abs(a - b))", "(sum (abs (subtract a b)))");
    means("max(if a then b else c, d)", "(max (if a b c) d)");
  }

  @Test
  void blanks_and_comments_are_skipped() {
    means(" a\n+\tb # the sum\n", "(add a b)");
    means("a+b", "(add a b)");
    means("a<b", "(less a b)");
  }
}
