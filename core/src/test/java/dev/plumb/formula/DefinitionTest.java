package dev.plumb.formula;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Definition.Parameter;
import java.util.List;
import org.junit.jupiter.api.Test;

class DefinitionTest {
  private static final String HUBER =
      """
      ## Quadratic near zero,
      ## linear in the tails.
      loss huber(p | y; delta = 1 in (0, inf))
        = if abs(r) <= delta then r^2 / 2 else delta * (abs(r) - delta / 2)   where r = p - y
        response   p / 2
        estimates  "a mean of the inliers"
        also       hub, "Huber loss"
        common
        example    (3 | 1) = 1.5
        example    (-3e2 | 1; delta = 2) = 600   # far out
        source     "Huber 1964"
        source     "and again"
      """;

  private static Definition one(String text) {
    List<Definition> all = Formulas.definitions(text, "family");
    assertThat(all).hasSize(1);
    return all.getFirst();
  }

  private static Domain domain(String text) {
    return one("loss l(p in " + text + " | y) = p - y").predictions().getFirst().domain();
  }

  @Test
  void every_clause_is_read() {
    Definition huber = one(HUBER);
    assertThat(huber.documentation()).isEqualTo("Quadratic near zero, linear in the tails.");
    assertThat(huber.name()).isEqualTo("huber");
    assertThat(huber.family()).isEqualTo("family");
    assertThat(huber.predictions()).containsExactly(new Input("p", false, Domain.REALS));
    assertThat(huber.targets()).containsExactly(new Input("y", false, Domain.REALS));
    assertThat(huber.parameters())
        .containsExactly(
            new Parameter(
                "delta", 1, new Domain.Interval(0, Double.POSITIVE_INFINITY, false, false)));
    assertThat(Printer.text(huber.formula()))
        .isEqualTo(
            "if abs(p - y) <= delta then (p - y)^2 / 2 else delta * (abs(p - y) - delta / 2)");
    assertThat(huber.response().map(Printer::text)).contains("p / 2");
    assertThat(huber.estimates()).contains("a mean of the inliers");
    assertThat(huber.also()).containsExactly("hub", "Huber loss");
    assertThat(huber.common()).isTrue();
    assertThat(huber.sources()).containsExactly("Huber 1964", "and again");
  }

  @Test
  void examples_hold_inputs_parameters_and_the_value() {
    var far = one(HUBER).examples().get(1);
    assertThat(far.inputs()).containsExactly(new double[] {-300}, new double[] {1});
    assertThat(far.parameters()).containsEntry("delta", 2.0).hasSize(1);
    assertThat(far.value()).isEqualTo(600);
  }

  @Test
  void an_example_may_hold_rows() {
    var loss = one("loss l(z[] | y in class) = logsumexp(z) - z[y] example ([0, -1] | 1) = 1.5");
    assertThat(loss.examples().getFirst().inputs())
        .containsExactly(new double[] {0, -1}, new double[] {1});
  }

  @Test
  void clauses_may_be_missing() {
    Definition loss = one("loss l(p) = p");
    assertThat(loss.targets()).isEmpty();
    assertThat(loss.parameters()).isEmpty();
    assertThat(loss.documentation()).isEmpty();
    assertThat(loss.response()).isEmpty();
    assertThat(loss.common()).isFalse();
  }

  @Test
  void several_losses_stand_in_one_text() {
    assertThat(Formulas.definitions("loss a(p) = p loss b(q) = q^2\n## c\nloss c(z) = z", ""))
        .extracting(Definition::name)
        .containsExactly("a", "b", "c");
    assertThat(Formulas.definitions("# nothing\n", "")).isEmpty();
  }

  @Test
  void the_names_of_one_loss_are_not_those_of_the_next() {
    assertThat(
            Formulas.definitions(
                "loss a(p | y) = r where r = p - y loss b(q | y) = r where r = q + y", ""))
        .extracting(d -> Printer.text(d.formula()))
        .containsExactly("p - y", "q + y");
  }

  @Test
  void domains() {
    assertThat(domain("[0, 1]").text()).isEqualTo("[0, 1]");
    assertThat(domain("(-1, inf)").text()).isEqualTo("(-1, inf)");
    assertThat(domain("(-inf, 0]").text()).isEqualTo("(-inf, 0]");
    assertThat(domain("{-1, 1}").text()).isEqualTo("{-1, 1}");
    assertThat(domain("class")).isInstanceOf(Domain.ClassNumber.class);
    assertThat(domain("simplex")).isInstanceOf(Domain.Simplex.class);
  }

  @Test
  void rows_are_declared_with_brackets() {
    Definition triplet = one("loss l(a[], b[] in [0, 1] | y) = sum(a * b) - y");
    assertThat(triplet.predictions()).extracting(Input::row).containsExactly(true, true);
    assertThat(triplet.targets()).extracting(Input::row).containsExactly(false);
    assertThat(triplet.hasRows()).isTrue();
  }

  @Test
  void a_bare_formula_finds_its_inputs() {
    Definition loss = Formulas.bare("logsumexp(z) - z[y]");
    assertThat(loss.predictions()).containsExactly(new Input("z", true, Domain.REALS));
    assertThat(loss.targets()).containsExactly(new Input("y", false, new Domain.ClassNumber()));
    assertThat(Formulas.bare("(p - y)^2").hasRows()).isFalse();
    assertThat(Formulas.bare("sum((z - y)^2)").targets().getFirst().row()).isTrue();
    assertThat(Formulas.bare("log(variance) + (mean - y)^2 / variance").predictions())
        .extracting(Input::name)
        .containsExactly("mean", "variance");
  }
}
