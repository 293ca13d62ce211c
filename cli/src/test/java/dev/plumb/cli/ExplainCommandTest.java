package dev.plumb.cli;

import static dev.plumb.cli.Typed.plumb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.calculus.Stabilise;
import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

class ExplainCommandTest {

  @Test
  void huber_on_a_page() throws Exception {
    assertThat(explain("huber")).isEqualTo(golden("explain-huber.txt"));
  }

  @Test
  void huber_on_a_page_in_ascii() {
    assertThat(plumb("explain", "huber", "--plain").done().out())
        .matches("[\\x00-\\x7f]*")
        .contains("* value   . gradient   p from -4 to 4, y = 0");
  }

  @Test
  void cross_entropy_has_the_gradient_that_everyone_knows() {
    shows("sigmoid_cross_entropy", "gradient   sigmoid(z) - y\n");
    shows(
        "sparse_softmax_cross_entropy",
        "gradient   softmax(z) - onehot(y)      with label_smoothing = 0");
    shows("softmax_cross_entropy", "gradient   softmax(z) - y\n");
  }

  @Test
  void names_of_every_kind_are_understood() {
    shows("mae", "loss       absolute_error(p | y)");
    shows(
        "huber with ignoring(-1)",
        "formula    if y == -1 then 0 else ",
        "samples with -1 count for nothing");
    shows("huber(delta = 2)", "delta = 2 (1 unless given), a parameter in (0, inf)");
    shows("log(1 + exp(-y*s))", "run as     softplus(-weigh(y, s))", "no overflow beyond 709");
    shows("loss mine(p | y) = (p - y)^4", "loss       mine(p | y)", "gradient   4 * (p - y)^3");
  }

  @Test
  void kinks_are_told_from_the_numbers() {
    shows("squared_error", "kinks      none: smooth");
    shows("absolute_error", "kinks      the slope jumps where p = y");
    shows("quantile", "kinks      the slope jumps where p = y");
    shows("huber", "kinks      the hessian jumps where abs(r) = delta");
    shows("hinge", "kinks      the slope jumps where 1 - y * s = 0");
    shows("squared_hinge", "kinks      the hessian jumps where 1 - y * s = 0");
    shows("if p < y then 1 else 0", "kinks      the value jumps where p = y");
    shows("max(z) - z[y]", "kinks      the slope jumps where two elements of z tie");
  }

  @Test
  void row_losses_have_a_worked_example() {
    shows("softmax_cross_entropy", "z = [0, 0], y = [0.5, 0.5]: loss 0.693147, gradient [0, 0]");
    shows("logsumexp(z) - z[y]", "z = [2, 1, 0], y = 1: loss 1.40761");
  }

  @Test
  void every_loss_of_the_catalogue_has_its_page() {
    List<Definition> all = Catalogue.builtin().all();
    Map<Definition, String> pages =
        all.parallelStream().collect(Collectors.toMap(d -> d, d -> explain(d.name())));
    assertThat(pages).hasSizeGreaterThanOrEqualTo(200);
    for (Definition loss : all) {
      assertThat(pages.get(loss))
          .contains("loss       " + loss.name(), "\nformula ", "\ngradient ", "\nhessian ")
          .contains("\nkinks ", "\nexamples ", "\nsource ");
    }
    assertThat(all.stream().filter(Definition::common).map(pages::get).toList())
        .hasSizeGreaterThanOrEqualTo(20)
        .allSatisfy(page -> assertThat(page).doesNotContain("NaN"));
  }

  @Test
  void stages_go_from_the_formula_to_the_program() {
    assertThat(plumb("explain", "sigmoid_cross_entropy", "--stages").done().out())
        .containsSubsequence(
            "formula", "simplified", "gradient", "hessian", "stabilised", "lowered");
  }

  @Test
  void without_a_name_it_says_what_a_loss_is() {
    assertThat(plumb("explain").done().out())
        .contains("of one sample", "of all the data", "gradient", "hessian", "How to choose")
        .contains("squared_error                12            29.2           96 %")
        .contains("absolute_error               12              12           25 %")
        .contains("plumb compare")
        .doesNotContain("{");
  }

  @Test
  void reasons_are_given_for_rules_that_exist() {
    List<String> rules = Stabilise.rules().stream().map(r -> r.text()).toList();
    assertThat(Reasons.all().keySet()).hasSizeGreaterThan(15).containsAll(rules.subList(0, 3));
  }

  @Test
  void what_cannot_be_read_is_pointed_at() {
    plumb("explain", "hubber").fails(2, "did you mean huber?", "\n  hubber\n  ^");
    plumb("explain", "log(1 + ").fails(2, "line 1, column 9: expected a term");
    plumb("explain", "huber(delta = -1)").fails(2, "huber: delta = -1 is outside (0, inf)");
    plumb("explain", "none.loss").fails(2, "the loss file none.loss cannot be read");
    plumb("explain", "huber", "mae").fails(2, "there is no further argument mae");
  }

  private static void shows(String loss, String... parts) {
    assertThat(explain(loss)).contains(parts);
  }

  private static String explain(String loss) {
    return plumb("explain", loss).done().out();
  }

  private static String golden(String name) throws Exception {
    try (var in = ExplainCommandTest.class.getResourceAsStream(name)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
