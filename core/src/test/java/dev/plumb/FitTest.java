package dev.plumb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.Loss.Violation;
import java.util.Optional;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;

/// Misuse, told before a kernel runs.
class FitTest {
  private static final Loss HUBER = Loss.of("huber");
  private static final Loss SOFTMAX = Loss.of("sparse_softmax_cross_entropy");

  private static void refuses(ThrowingCallable use, String message) {
    assertThatThrownBy(use).isInstanceOf(PlumbException.class).hasMessageContaining(message);
  }

  private static void violates(String loss, Batch batch, Violation violation) {
    assertThat(Loss.of(loss).violation(batch)).contains(violation);
  }

  @Test
  void lengths() {
    refuses(() -> HUBER.mean().of(Batch.of(new double[3], new double[2])), "huber: 3 predictions");
    refuses(() -> HUBER.mean().of(Batch.of(1, 3, new double[3], new double[2])), "2 targets for y");
    refuses(() -> HUBER.mean().of(Batch.of(1, 2, new double[2])), "takes 2 columns (p, y)");
    refuses(() -> HUBER.value(1), "takes 2 columns (p, y), the batch has 1");
    refuses(() -> HUBER.value(1, 2, 3), "takes 2 columns (p, y), the batch has 3");
    refuses(() -> SOFTMAX.value(1, 0), "sparse_softmax_cross_entropy takes rows");
  }

  @Test
  void a_column_is_never_stretched_to_a_row() {
    refuses(
        () -> SOFTMAX.mean().of(Batch.of(3, 3, new double[3], new double[3])),
        "3 predictions for z, but 3 samples of 3 classes need 9");
    refuses(() -> Batch.rows(new double[7], 3, new double[2]), "7 scores are no whole number");
    refuses(() -> Batch.rows(new double[6], 0, new double[2]), "no whole number of rows of 0");
    refuses(
        () -> SOFTMAX.mean().of(Batch.rows(new double[6], 3, new double[3])),
        "3 targets for y, but 2 samples need 2");
  }

  @Test
  void columns_are_numbers() {
    refuses(() -> Batch.of(1, 1, new int[1], new double[1]), "a column is a int[], not a double[]");
    refuses(() -> Batch.of(1, 1, (Object) null), "a column is null");
    refuses(() -> Batch.of(0, 1, new double[1]), "a row needs at least one class, not 0");
    refuses(
        () -> Batch.of(new double[2], new double[2]).weights(new double[1]), "2 samples, but 1");
  }

  @Test
  void classes() {
    refuses(() -> target(3), "sample 0 has class 3.0, but the classes are 0 to 2");
    refuses(() -> target(-1), "sample 0 has class -1.0");
    refuses(() -> target(0.5), "sample 0 has class 0.5");
    refuses(() -> target(Double.NaN), "sample 0 has class NaN");
  }

  private static double target(double y) {
    return SOFTMAX.mean().of(Batch.rows(new double[3], 3, new double[] {y}));
  }

  @Test
  void places_for_outputs() {
    Batch batch = Batch.of(new double[2], new double[2]);
    refuses(() -> HUBER.values(batch, new double[1]), "1 places for the values of 2 samples");
    refuses(() -> HUBER.mean().gradient(batch), "huber has 1 predictions (p), 0 arrays");
    refuses(() -> HUBER.mean().gradient(batch, new double[1]), "1 places for 2 derivatives by p");
    refuses(() -> HUBER.evaluate(batch, 0, 3, Each.values(new double[3])), "samples 0 to 3 of 2");
    refuses(
        () -> HUBER.evaluate(batch, 0, 2, new Each(null, null, new double[][] {new double[2]})),
        "the hessian comes together with the gradient");
  }

  @Test
  void domains() {
    double[] zeros = new double[2];
    violates(
        "poisson", Batch.of(zeros, new double[] {0, -3}), new Violation(1, "y", -3, "[0, inf)"));
    violates("hinge", Batch.of(zeros, new double[] {1, 0}), new Violation(1, "y", 0, "{-1, 1}"));
    violates("bce", Batch.of(new double[] {2, 0}, zeros), new Violation(0, "p", 2, "[0, 1]"));
    violates(
        "sparse_softmax_cross_entropy",
        Batch.rows(new double[4], 2, new double[] {0, 2}),
        new Violation(1, "y", 2, "class"));
    violates(
        "softmax_cross_entropy",
        Batch.rows(new double[4], 2, new double[] {0.5, 0.5, 0.5, 0.25}),
        new Violation(1, "y", 0.75, "probabilities that sum to 1"));
    assertThat(HUBER.violation(Batch.of(zeros, zeros))).isEqualTo(Optional.empty());
  }

  @Test
  void a_target_that_is_NaN_is_outside_every_domain() {
    var found = HUBER.violation(Batch.of(new double[] {0, 0}, new double[] {1, Double.NaN}));
    assertThat(found.orElseThrow().sample()).isEqualTo(1);
    assertThat(found.orElseThrow().value()).isNaN();
  }
}
