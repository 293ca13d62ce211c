package dev.plumb.formula;

import static dev.plumb.formula.Reading.rejects;
import static dev.plumb.formula.Reading.rejectsBare;

import org.junit.jupiter.api.Test;

class FormulaErrorTest {

  @Test
  void a_term_is_missing() {
    rejects("max(p,", "expected a term (a number, a name or a call), found the end of", 1, 7);
    rejects("", "expected a term", 1, 1);
    rejects("   ", "expected a term", 1, 4);
    rejects("a +", "expected a term", 1, 4);
    rejects("a * / b", "expected a term (a number, a name or a call), found '/'", 1, 5);
    rejects("exp()", "expected a term (a number, a name or a call), found ')'", 1, 5);
    rejects("()", "expected a term", 1, 2);
    rejects("a + then", "expected a term (a number, a name or a call), found 'then'", 1, 5);
    rejects("+a", "expected a term", 1, 1);
    rejects("\"a\"", "expected a term (a number, a name or a call), found \"a\"", 1, 1);
  }

  @Test
  void a_bracket_does_not_close() {
    rejects("(a + b", "expected ')', found the end of the text", 1, 7);
    rejects("max(a, b", "expected ',' or ')', found the end of the text", 1, 9);
    rejects("max(a b)", "expected ',' or ')', found 'b'", 1, 7);
    rejects("z[y", "expected ']', found the end of the text", 1, 4);
    rejects("(a]", "expected ')', found ']'", 1, 3);
  }

  @Test
  void something_is_left_over() {
    rejects("a b", "expected an operator or the end, found 'b'", 1, 3);
    rejects("a)", "expected an operator or the end, found ')'", 1, 2);
    rejects("2a", "expected an operator or the end, found 'a'", 1, 2);
    rejects("a < b < c", "expected an operator or the end, found '<'", 1, 7);
    rejects("a = b", "expected an operator or the end, found '='", 1, 3);
    rejects("1.2.3", "expected an operator or the end, found '.3'", 1, 4);
  }

  @Test
  void a_condition_is_unfinished() {
    rejects("if a", "expected 'then', found the end of the text", 1, 5);
    rejects("if a then b", "expected 'else', found the end of the text", 1, 12);
    rejects("1 + if a then b else c", "expected a term", 1, 5);
  }

  @Test
  void a_character_has_no_meaning() {
    rejects("a $ b", "'$' has no meaning here", 1, 3);
    rejects("a & b", "'&' has no meaning here", 1, 3);
    rejects("a + 😀", "'😀' has no meaning here", 1, 5);
    rejects("a ! b", "'!' has no meaning here", 1, 3);
    rejects("a \"b", "this text in quotes does not end on its line", 1, 3);
  }

  @Test
  void the_line_and_the_column_are_those_of_the_fault() {
    rejects("a +\n  b *\n  * c", "found '*'", 3, 3);
    rejects("a +\n", "expected a term", 2, 1);
    rejects("a\n  $", "'$' has no meaning here", 2, 3);
  }

  @Test
  void an_operation_is_unknown() {
    rejects("exq(a)", "unknown operation 'exq'; did you mean exp?", 1, 1);
    rejects("1 + sofmax(z)", "unknown operation 'sofmax'; did you mean softmax", 1, 5);
    rejects("logsumxep(z)", "did you mean logsumexp?", 1, 1);
    rejects("frobnicate(a)", "unknown operation 'frobnicate'", 1, 1);
    rejects("add(a, b)", "unknown operation 'add'", 1, 1);
  }

  @Test
  void an_operation_takes_another_number_of_arguments() {
    rejects("exp(a, b)", "exp takes 1 argument, not 2", 1, 1);
    rejects("1 + xlogy(a)", "xlogy takes 2 arguments, not 1", 1, 5);
  }

  @Test
  void a_bare_formula_names_what_it_knows() {
    rejectsBare("(p - t1)^2", "unknown input 't1'; did you mean t?", 1, 6);
    rejectsBare("(p - target)^2", "unknown input 'target'", 1, 6);
    rejectsBare("y^2", "this formula has no prediction: p is a prediction", 1, 1);
    rejectsBare("1", "this formula has no prediction", 1, 1);
  }

  @Test
  void the_shapes_do_not_fit() {
    rejectsBare("softmax(z)", "a loss is one number a sample, but this is a row", 1, 1);
    rejectsBare("sum(z)[y]", "row[index] takes a row, but sum(z) is a number", 1, 1);
    rejectsBare("sum(1) + p", "sum takes a row, but 1 is a number", 1, 1);
    rejectsBare("sum(z * across(z))", "across takes pairs, but z is a row", 1, 1);
  }
}
