package dev.plumb.formula;

import static dev.plumb.formula.Reading.rejectsLoss;

import org.junit.jupiter.api.Test;

class DefinitionErrorTest {

  @Test
  void the_head_is_unfinished() {
    rejectsLoss("los l(p) = p", "expected 'loss', found 'los'", 1, 1);
    rejectsLoss("loss (p) = p", "expected the name of a loss, found '('", 1, 6);
    rejectsLoss("loss if(p) = p", "'if' is a word of the language", 1, 6);
    rejectsLoss("loss l p = p", "expected '(', found 'p'", 1, 8);
    rejectsLoss("loss l() = p", "expected a prediction, found ')'", 1, 8);
    rejectsLoss("loss l(p | ) = p", "expected a target, found ')'", 1, 12);
    rejectsLoss("loss l(p; ) = p", "expected a parameter, found ')'", 1, 11);
    rejectsLoss("loss l(p | y", "expected ')', found the end of the text", 1, 13);
    rejectsLoss("loss l(p) p", "expected '=', found 'p'", 1, 11);
    rejectsLoss("loss l(z[ | y) = 1", "expected ']', found '|'", 1, 11);
  }

  @Test
  void a_name_is_declared_twice() {
    rejectsLoss("loss l(p, p) = p", "'p' is declared twice", 1, 11);
    rejectsLoss("loss l(p | p) = p", "'p' is declared twice", 1, 12);
    rejectsLoss("loss l(p; p = 1) = p", "'p' is declared twice", 1, 11);
  }

  @Test
  void a_domain_is_none() {
    rejectsLoss("loss l(p in [1, 0]) = p", "this interval is empty", 1, 14);
    rejectsLoss("loss l(p in [1, 1]) = p", "this interval is empty", 1, 14);
    rejectsLoss("loss l(p in reals) = p", "expected a domain such as (0, inf)", 1, 13);
    rejectsLoss("loss l(p in [a, 1]) = p", "expected a number, found 'a'", 1, 14);
    rejectsLoss("loss l(p in [0; 1]) = p", "expected ',', found ';'", 1, 15);
    rejectsLoss("loss l(p in {1, 2) = p", "expected '}', found ')'", 1, 18);
    rejectsLoss("loss l(p; d = 0 in (0, inf)) = p", "d = 0 is outside (0, inf)", 1, 15);
  }

  @Test
  void the_formula_uses_what_is_not_declared() {
    rejectsLoss("loss l(p | y) = (p - x)^2", "unknown input 'x'", 1, 22);
    rejectsLoss("loss l(p | y) = p - yy", "unknown input 'yy'; did you mean y?; there are", 1, 21);
    rejectsLoss("loss l(p | y; delta = 1) = p * dleta", "did you mean delta?", 1, 32);
    rejectsLoss("loss l(p | y) = r where q = p", "unknown input 'r'", 1, 17);
    rejectsLoss("loss l(p | y) = p response 1 / z", "unknown input 'z'", 1, 32);
  }

  @Test
  void the_shapes_do_not_fit() {
    rejectsLoss(
        "loss l(z[] | y) = z - y", "a loss is one number a sample, but this is a row", 1, 19);
    rejectsLoss("loss l(p | y) = sum(p - y)", "sum takes a row, but p - y is a number", 1, 17);
    rejectsLoss("loss l(z[] | y[]) = z[y]", "row[index] takes a number, but y is a row", 1, 21);
    rejectsLoss("loss l(p) = p response sum(p)", "sum takes a row, but p is a number", 1, 24);
  }

  @Test
  void a_clause_is_wrong() {
    rejectsLoss("loss l(p) = p estimates mean", "expected a text in quotes, found 'mean'", 1, 25);
    rejectsLoss("loss l(p) = p also", "expected a name, found the end of the text", 1, 19);
    rejectsLoss("loss l(p) = p source 1964", "expected a text in quotes, found '1964'", 1, 22);
    rejectsLoss("loss l(p) = p exmple (1) = 1", "expected an operator, 'where', 'response'", 1, 15);
    rejectsLoss("loss l(p) = p \"text\"", "expected an operator, 'where'", 1, 15);
  }

  @Test
  void an_example_does_not_fit() {
    rejectsLoss("loss l(p | y) = p example (1) = 1", "takes 2 inputs, the example gives 1", 1, 27);
    rejectsLoss("loss l(p) = p example (a) = 1", "expected a number, found 'a'", 1, 24);
    rejectsLoss("loss l(p) = p example (1) 1", "expected '=', found '1'", 1, 27);
    rejectsLoss("loss l(p) = p example (1; = 1", "expected a parameter, found '='", 1, 27);
  }

  @Test
  void the_line_is_that_of_the_file() {
    rejectsLoss("## Text.\nloss a(p) = p\n\nloss b(q)\n  = p", "unknown input 'p'", 5, 5);
  }
}
