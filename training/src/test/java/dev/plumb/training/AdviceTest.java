package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.Loss;
import dev.plumb.training.statistics.SplitMix;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class AdviceTest {
  @Test
  void manyFarRowsAreCountedAndADisagreementBetweenMetricsIsSaid() {
    assertThat(advice(skewed(2000), "absolute_error", "squared_error"))
        .matches(
            "Train with absolute_error: \\d+ rows \\([0-9.]+ %\\) lie far from the rest, and squared_error"
                + " lets them pull\\. By rmse squared_error is better \\([0-9.]+ against [0-9.]+\\): a squared"
                + " metric is decided by the few rows that lie far\\.");
  }

  @Test
  void normalNoiseNamesNoRows() {
    Dataset data = Samples.line(2000, 2, 3);
    assertThat(advice(data, "squared_error", "absolute_error"))
        .matches(
            "Train with squared_error: it has the best mae \\(.* ± .*\\), and no few rows pull much harder than"
                + " the rest\\.");
  }

  @Test
  void oneLossHasNoRival() {
    assertThat(advice(Samples.line(300, 2, 3), "squared_error"))
        .matches("Train with squared_error: it has the best mae \\(.* ± .*\\) of one loss\\.");
  }

  @Test
  void whatTheMetricMeasuresNeedsNoOtherReason() {
    assertThat(Comparison.of(skewed(2000)).metric("pinball(0.9)").run().advice())
        .matches(
            "Train with quantile\\(quantile = 0\\.9\\): it is what pinball\\(0\\.9\\) measures, and has the"
                + " best \\(.* ± .*\\)\\. By .*");
  }

  @Test
  void columnsThatTellNothingAreNoReasonToTrain() {
    Dataset line = Samples.line(400, 2, 5);
    var random = new SplitMix(9);
    double[] noise = line.target().values().clone();
    Arrays.setAll(noise, i -> random.nextDouble());
    var target = new Target("noise", Target.Kind.NUMBER, noise, List.of());
    var blind = new Dataset("blind", line.features(), target, null);
    assertThat(Comparison.of(blind).run().advice())
        .matches(
            ".* The columns gain nothing beyond chance: one prediction for every row has mae 0\\.2\\d+\\.");
    assertThat(Comparison.of(line).run().advice()).doesNotContain("beyond chance");
  }

  @Test
  void theClassOfMostRowsIsNoMerit() {
    Dataset classes = Samples.classes(400, 2, 2, 1);
    double[] rare = new double[400];
    rare[7] = 1;
    rare[333] = 1;
    var target = new Target("rare", Target.Kind.TWO_CLASSES, rare, List.of("no", "yes"));
    var blind = new Dataset("blind", classes.features(), target, null);
    assertThat(Comparison.of(blind).run().advice())
        .endsWith(
            "The columns gain nothing beyond chance: one prediction for every row has accuracy 0.995.");
    assertThat(Comparison.of(classes).run().advice()).doesNotContain("beyond chance");
    assertThat(Comparison.of(classes).metric("f1").run().advice()).doesNotContain("beyond chance");
  }

  /// Every tenth row lies far above the line.
  private static Dataset skewed(int rows) {
    Dataset data = Samples.line(rows, 2, 4);
    for (int i = 0; i < rows; i += 10) {
      data.target().values()[i] += 20 + i % 7;
    }
    return data;
  }

  private static String advice(Dataset data, String... losses) {
    List<Loss> named = List.of(losses).stream().map(Loss::of).toList();
    return Comparison.of(data).losses(named).run().advice();
  }
}
