package dev.plumb.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.Each;
import dev.plumb.Loss;
import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition.Input;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Values, gradients and hessians that other libraries computed in double precision.
class ReferencesTest {
  /// How near two numbers must be, relative to the reference or to `scale` where that is larger.
  private record Tolerance(double relative, double scale) {}

  /// Deviances and redescending losses are small differences of terms near 1, of which libraries
  /// have the digits above some units in the last place of 1: 1e-12 · 1e-2.
  private static final Tolerance VALUE = new Tolerance(1e-12, 1e-2);

  private static final Tolerance GRADIENT = new Tolerance(1e-12, Double.MIN_NORMAL);

  /// And a small hessian comes as a difference of numbers near 1 (`1 - tanh(r)^2`, `s * (1 - s)`):
  /// 1e-10 · 1e-5.
  private static final Tolerance HESSIAN = new Tolerance(1e-10, 1e-5);

  /// Here scikit-learn gives 1, a curvature to divide by; the second derivative is 0. And PyTorch
  /// divides the second derivative of binary cross-entropy by `(p * (1 - p) + 1e-12)^2`.
  private static final Set<String> CURVATURES =
      Set.of("sklearn._loss.AbsoluteError", "sklearn._loss.PinballLoss");

  /// How many of the 120 cases run here; the three of ctc, a sequence, run in CtcReferencesTest.
  private static final int BATCHES = 117;

  private static final List<Reference> ALL = Reference.all();

  @TestFactory
  Stream<DynamicTest> agrees_with() {
    return ALL.stream()
        .filter(ReferencesTest::runs)
        .map(reference -> DynamicTest.dynamicTest(reference.title(), () -> agrees(reference)));
  }

  @Test
  void the_file_holds_120_cases() {
    assertThat(ALL).hasSize(120);
  }

  @Test
  void every_case_that_is_no_sequence_runs() {
    assertThat(ALL.stream().filter(ReferencesTest::runs)).hasSize(BATCHES);
    assertThat(ALL.stream().filter(r -> !runs(r)).map(Reference::loss)).containsOnly("ctc");
  }

  private static boolean runs(Reference reference) {
    return reference.isBatch()
        && Catalogue.builtin().all().stream().anyMatch(d -> d.name().equals(reference.loss()));
  }

  private static void agrees(Reference reference) {
    Loss loss = reference.of(Loss.of(reference.loss()));
    var batch = reference.batch(loss);
    List<Input> predictions = loss.definition().predictions();
    var values = new double[batch.samples()];
    var gradient = places(predictions, batch.samples(), batch.classes());
    var hessian = places(predictions, batch.samples(), batch.classes());
    loss.evaluate(batch, 0, batch.samples(), new Each(values, gradient, hessian));

    close("value", values, reference.values(), VALUE);
    for (int i = 0; i < predictions.size(); i++) {
      String name = predictions.get(i).name();
      close("gradient by " + name, gradient[i], reference.derivative("gradient", name), GRADIENT);
      close("hessian by " + name, hessian[i], hessian(reference, name), HESSIAN);
    }
  }

  /// The hessian of a reference, with what the library does differently on purpose undone.
  private static double[] hessian(Reference reference, String name) {
    double[] hessian = reference.derivative("hessian", name);
    if (CURVATURES.contains(reference.source())) {
      assertThat(hessian).containsOnly(1);
      return new double[hessian.length];
    }
    if (reference.source().equals("torch F.binary_cross_entropy")) {
      double[] p = reference.input("p");
      Arrays.setAll(hessian, i -> hessian[i] * Math.pow(1 + 1e-12 / (p[i] * (1 - p[i])), 2));
    }
    return hessian;
  }

  private static double[][] places(List<Input> predictions, int samples, int classes) {
    return predictions.stream()
        .map(p -> new double[samples * (p.row() ? classes : 1)])
        .toArray(double[][]::new);
  }

  private static void close(String what, double[] actual, double[] expected, Tolerance tolerance) {
    if (expected == null) {
      return;
    }
    assertThat(actual).as(what).hasSameSizeAs(expected);
    for (int i = 0; i < actual.length; i++) {
      double size = Math.max(Math.abs(expected[i]), tolerance.scale());
      double error = Math.abs(actual[i] - expected[i]) / size;
      assertThat(error)
          .as("%s %d: %s, expected %s", what, i, actual[i], expected[i])
          .isLessThanOrEqualTo(tolerance.relative());
    }
  }
}
