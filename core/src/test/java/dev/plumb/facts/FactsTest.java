package dev.plumb.facts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.plumb.Loss;
import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import java.util.ArrayList;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FactsTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          multi_margin         | kink where margin + z = z[y]
          crammer_singer       | kink where two elements of 1 + z - onehot(y) tie
          multiclass_perceptron | kink where two elements of z tie
          total_variation      | kink where q = y
          pairwise_hinge       | kink where 1 + other(z) = z
          squared_multi_margin | smooth
          sparsemax            | smooth
          softmax_cross_entropy | smooth
          """)
  void the_borders_of_rows_are_tried_along_lines(String loss, String smoothness) {
    assertThat(Facts.of(Loss.of(loss)).along().getFirst().smoothness()).isEqualTo(smoothness);
  }

  @Test
  void known_facts_come_out() {
    facts(
        "squared_error",
        "convex in p · smooth · no Lipschitz constant · unbounded influence · unbounded · symmetric · curvature: exact");
    facts(
        "absolute_error",
        "convex in p · kink where p = y · Lipschitz 1 · bounded influence · unbounded · symmetric · curvature: constant, with a line search");
    facts(
        "huber(delta = 1.5)",
        "convex in p · smooth · Lipschitz 1.5 · bounded influence · unbounded · symmetric · curvature: half-quadratic");
    facts(
        "pseudo_huber",
        "convex in p · smooth · Lipschitz 1 · bounded influence · unbounded · symmetric · curvature: half-quadratic");
    facts(
        "log_cosh",
        "convex in p · smooth · Lipschitz 1 · bounded influence · unbounded · symmetric · curvature: half-quadratic");
    facts(
        "quantile(quantile = 0.9)",
        "convex in p · kink where quantile * (y - p) = (quantile - 1) * (y - p) · Lipschitz 0.9 · bounded influence · unbounded · curvature: constant, with a line search");
    facts(
        "expectile(expectile = 0.9)",
        "convex in p · smooth · no Lipschitz constant · unbounded influence · unbounded · curvature: exact");
    facts(
        "linex",
        "convex in p · smooth · no Lipschitz constant · unbounded influence · unbounded · curvature: exact");
    facts(
        "quartic_error",
        "convex in p · smooth · no Lipschitz constant · unbounded influence · unbounded · symmetric · curvature: exact");
    facts(
        "fair",
        "convex in p · smooth · Lipschitz 1.3998 · bounded influence · unbounded · symmetric · curvature: half-quadratic");
    facts(
        "welsch",
        "not convex in p · smooth · Lipschitz about 1.2766 on samples · redescending influence · at most 4.4551 · symmetric · curvature: half-quadratic");
    facts(
        "andrews_sine",
        "not convex in p · smooth · Lipschitz 1.339 · redescending influence · at most 3.5858 · symmetric · curvature: half-quadratic");
    facts(
        "cauchy",
        "not convex in p · smooth · Lipschitz about 1.1925 on samples · redescending influence · unbounded · symmetric · curvature: half-quadratic");
    facts(
        "von_mises",
        "not convex in p · smooth · Lipschitz 1 · bounded influence · at most 2 · symmetric · curvature: constant 1");
    facts(
        "hinge",
        "convex in s · kink where 1 = y * s · Lipschitz 1 · unbounded · curvature: constant, with a line search");
    facts(
        "squared_hinge",
        "convex in s · smooth · no Lipschitz constant · unbounded · curvature: exact");
    facts("logistic", "convex in s · smooth · Lipschitz 1 · unbounded · curvature: exact");
    facts(
        "log(1 + exp(-y * s))",
        "convex in s · smooth · Lipschitz |y| · unbounded · curvature: exact");
    facts(
        "exponential",
        "convex in s · smooth · no Lipschitz constant · unbounded · curvature: exact");
    facts(
        "sigmoid_cross_entropy",
        "convex in z · smooth · Lipschitz 1 · unbounded · curvature: exact");
    facts("poisson", "convex in z · smooth · no Lipschitz constant · unbounded · curvature: exact");
    facts(
        "bradley_terry",
        "convex in chosen · convex in rejected · smooth · Lipschitz 1 · unbounded · curvature: exact");
    facts("euclidean", "convex in p · smooth · Lipschitz 1 · unbounded · curvature: exact");
    facts(
        "sparse_softmax_cross_entropy",
        "convex in z · smooth · Lipschitz 1 · unbounded · curvature: exact");
    facts(
        "if p > y then 1 else 0",
        "not convex in p · jump where p = y · Lipschitz 0 · bounded influence · at most 1 · curvature: constant, with a line search");
  }

  @Test
  void a_loss_that_is_not_convex_has_a_witness() {
    var convexity =
        (Convexity.Refuted) Facts.of(Loss.of("tukey_biweight")).along().getFirst().convexity();
    Loss tukey = Loss.of("tukey_biweight");
    double a = convexity.a()[0][0];
    double b = convexity.b()[0][0];
    double y = convexity.a()[1][0];
    assertTrue(tukey.value((a + b) / 2, y) > (tukey.value(a, y) + tukey.value(b, y)) / 2);
    assertEquals(Influence.REDESCENDING, Facts.of(tukey).along().getFirst().influence());
  }

  @Test
  void residual_losses_symmetry_degrees_and_constants_are_told() {
    assertTrue(Facts.of(Loss.of("huber")).isResidual());
    assertFalse(Facts.of(Loss.of("poisson")).isResidual());
    assertTrue(Facts.of(Loss.of("huber")).isSymmetric());
    assertFalse(Facts.of(Loss.of("quantile(quantile = 0.9)")).isSymmetric());
    assertEquals(2, Facts.of(Loss.of("squared_error")).degree().orElseThrow());
    assertEquals(1, Facts.of(Loss.of("absolute_error")).degree().orElseThrow());
    assertTrue(Facts.of(Loss.of("huber")).degree().isEmpty());
    assertEquals(3, Facts.of(Loss.of("absolute_error")).optimalConstant().orElseThrow()[0], 1e-9);
    assertEquals(4, Facts.of(Loss.of("squared_error")).optimalConstant().orElseThrow()[0], 1e-9);
  }

  @Test
  void facts_hold_on_samples_of_every_pointwise_loss() {
    int swept = 0;
    for (Definition definition : Catalogue.builtin().all()) {
      if (!definition.hasRows()) {
        holds(Facts.of(Loss.of(definition.name())));
        swept++;
      }
    }
    assertTrue(swept > 100, "swept " + swept);
  }

  private static void holds(Facts facts) {
    Loss loss = facts.loss();
    for (int input = 0; input < facts.along().size(); input++) {
      Along along = facts.along().get(input);
      var samples = new Samples(loss, 99);
      var a = new ArrayList<double[][]>();
      var b = new ArrayList<double[][]>();
      var middle = new ArrayList<double[][]>();
      for (int i = 0; i < 200; i++) {
        a.add(samples.next());
        b.add(samples.other(a.getLast(), input));
        middle.add(Samples.middle(a.getLast(), b.getLast()));
      }
      double[][] curvature = facts.curvature(Samples.batch(a, 1));
      Outputs at = Outputs.of(loss, a, 1);
      double[] there = Outputs.values(loss, b, 1);
      double[] between = Outputs.values(loss, middle, 1);
      for (int i = 0; i < a.size(); i++) {
        String where = loss.text() + " " + samples.text(a.get(i)) + " to " + samples.text(b.get(i));
        double slack = 1e-9 * (Math.abs(at.values()[i]) + Math.abs(there[i]) + 1e-6);
        if (along.convexity().isProved()) {
          assertTrue(!(between[i] > (at.values()[i] + there[i]) / 2 + slack), "convex: " + where);
        }
        if (along.lipschitz().certainty() == Lipschitz.Certainty.PROVED
            && along.lipschitz().factor().isEmpty()) {
          assertTrue(
              Math.abs(at.gradient()[input][i]) <= along.lipschitz().constant() * (1 + 1e-9),
              "slope: " + where);
        }
        double c = curvature[input][i];
        assertTrue(c >= Curvature.LEAST, "curvature: " + where);
        if (along.curvature().isUpperModel()) {
          double step = b.get(i)[input][0] - a.get(i)[input][0];
          double model = at.values()[i] + at.gradient()[input][i] * step + c / 2 * step * step;
          assertTrue(!(there[i] > model + slack), "upper model: " + where + " " + c);
        }
      }
    }
  }

  private static void facts(String loss, String expected) {
    assertEquals(expected, Facts.of(Loss.of(loss)).text(), loss);
  }
}
