package dev.plumb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;

/// Numbers that the plain forms of formulas lose: to 0 / 0, to a difference of infinities, to
/// digits that cancel.
class LimitsTest {
  private static final double INFINITY = Double.POSITIVE_INFINITY;

  /// What a loss of numbers computes for one sample.
  private static Outputs at(String loss, double... sample) {
    return Outputs.of(
        Loss.of(loss), 1, 1, Arrays.stream(sample).mapToObj(x -> new double[] {x}).toArray());
  }

  /// The same for a loss of a row of scores and a row of targets.
  private static Outputs row(String loss, double[] scores, double... targets) {
    return Outputs.of(Loss.of(loss), scores.length, 1, scores, targets);
  }

  @Test
  void asymmetric_without_a_clip_pulls_a_sure_mistake_back() {
    Outputs far = at("asymmetric(clip = 0)", 1e4, 0);
    assertThat(far.values()).containsExactly(1e4);
    assertThat(far.derivatives().getFirst()).containsExactly(1.0);
    assertThat(at("asymmetric(clip = 0)", 745, 0).values()).containsExactly(745.0);
    assertThat(at("asymmetric(clip = 0)", 745, 0).derivatives().toString()).doesNotContain("NaN");
  }

  @Test
  void boxes_without_area_do_not_overlap() {
    for (String loss : new String[] {"iou", "giou", "diou", "ciou"}) {
      Outputs apart = at(loss, 1, 2, 1, 3, 5, 0, 5, 1);
      assertThat(apart.toString()).as(loss).doesNotContain("NaN");
      assertThat(apart.values().getFirst()).as(loss).isGreaterThanOrEqualTo(1);
    }
    assertThat(at("iou", 1, 2, 1, 3, 1, 2, 1, 3).values()).containsExactly(1.0);
  }

  @Test
  void a_box_without_height_has_a_slope() {
    assertThat(at("ciou", 0, 0, 1, 0, 0, 0, 1, 1).toString()).doesNotContain("NaN");
  }

  @Test
  void of_two_sums_of_exponentials_that_overflow_the_larger_pulls() {
    Outputs pulled = row("pairwise_exponential", new double[] {1e4, -1, -745}, 0, 1, 2);
    assertThat(pulled.values()).containsExactly(INFINITY);
    assertThat(pulled.derivatives().getFirst()).containsExactly(INFINITY, -INFINITY, -INFINITY);
  }

  @Test
  void a_mask_that_is_nearly_right_costs_what_it_misses() {
    assertThat(row("soft_f_beta", new double[] {1, 1e-14}, 1, 0).values().getFirst())
        .isCloseTo(1e-14 / 3, within(1e-28));
  }

  @Test
  void categorical_focal_with_a_gamma_of_0_is_cross_entropy_at_any_score() {
    double[] scores = {6.5, 1e4, -50};
    double[] targets = {0.375, 0.4375, 0.1875};
    assertThat(row("categorical_focal(gamma = 0)", scores, targets))
        .isEqualTo(row("softmax_cross_entropy", scores, targets));
  }
}
