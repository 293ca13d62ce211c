package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.Loss;
import dev.plumb.training.statistics.SplitMix;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// One model that says several numbers about an amount.
class SeveralTest {
  private static final double[] LEVELS = {0.1, 0.5, 0.9};

  @ParameterizedTest
  @ValueSource(strings = {"engel", "stackloss", "rain", "diabetes"})
  void quantilesNeverCrossOnAGridTenTimesAsWideAsTheData(String table) {
    Dataset data = RealData.of(table);
    LinearModel model = Trainer.linear().quantiles(LEVELS).fit(data).model();
    Dataset grid = wide(data, 2001);
    double[] predictions = model.predict(grid);
    int apart = 0;
    for (int i = 0; i < predictions.length; i += 3) {
      assertThat(predictions[i + 1]).isGreaterThanOrEqualTo(predictions[i]);
      assertThat(predictions[i + 2]).isGreaterThanOrEqualTo(predictions[i + 1]);
      apart += predictions[i + 2] > predictions[i] ? 1 : 0;
    }
    assertThat(apart).isGreaterThan(900);
  }

  @Test
  void straightQuantilesOfEngelCrossAndTheOrderedOnesCostHardlyMore() {
    Dataset data = RealData.of("engel");
    double[] ordered = Trainer.linear().quantiles(LEVELS).fit(data).model().predict(data);
    Dataset grid = wide(data, 2001);
    double[][] lines = new double[3][];
    double separately = 0;
    double together = 0;
    for (int k = 0; k < 3; k++) {
      Loss loss = Loss.of("quantile(quantile = " + LEVELS[k] + ")");
      LinearModel line = Trainer.linear().loss(loss).fit(data).model();
      lines[k] = line.predict(grid);
      int at = k;
      var own = new double[data.rows()];
      Arrays.setAll(own, i -> ordered[3 * i + at]);
      together += mean(loss, own, data);
      separately += mean(loss, line.predict(data), data);
    }
    assertThat(together).isLessThan(1.01 * separately);
    int crossings = 0;
    for (int i = 0; i < grid.rows(); i++) {
      crossings += lines[0][i] > lines[1][i] || lines[1][i] > lines[2][i] ? 1 : 0;
    }
    assertThat(crossings).as("the grid shows what is avoided").isPositive();
  }

  @Test
  void levelsThatDoNotAscendAreRefused() {
    assertThatThrownBy(() -> Trainer.linear().quantiles(0.5, 0.1))
        .hasMessage("levels of quantiles ascend between 0 and 1, and these do not: [0.5, 0.1]");
    assertThatThrownBy(() -> Trainer.linear().quantiles(0.5))
        .hasMessage("for one quantile there is a loss: quantile(quantile = 0.5)");
    assertThatThrownBy(() -> Trainer.linear().quantiles(LEVELS).fit(RealData.of("digits")))
        .hasMessage(
            "quantiles, or mean and variance, are those of amounts, and target is many classes");
  }

  @Test
  void meanAndVarianceAreThoseThatTheDataWereDrawnFrom() {
    var random = new SplitMix(8);
    int rows = 20_000;
    var x = new float[rows];
    var y = new double[rows];
    for (int i = 0; i < rows; i++) {
      x[i] = (float) (2 * random.nextDouble());
      y[i] = 3 + 2 * x[i] + Math.exp((x[i] - 1) / 2) * Samples.normal(random);
    }
    var data =
        new Dataset(
            "drawn",
            List.of(new Feature.Numeric("x", x)),
            new Target("y", Target.Kind.NUMBER, y, List.of()),
            null);
    Fit fit = Trainer.linear().meanAndVariance().fit(data);
    LinearModel model = fit.model();
    assertThat(model.slopes()[0][0]).isCloseTo(2, within(0.05));
    assertThat(model.slopes()[1][0])
        .as("of the logarithm of the variance")
        .isCloseTo(1, within(0.05));
    double[] predictions = model.predict(data);
    assertThat(predictions[1]).isCloseTo(Math.exp(x[0] - 1), within(0.05));
    assertThat(fit.last().loss()).isLessThan(fit.steps().getFirst().loss());
  }

  private static double mean(Loss loss, double[] predictions, Dataset data) {
    return loss.mean().of(dev.plumb.Batch.of(predictions, data.target().values()));
  }

  /// Numbers from ten ranges below the middle of each column to ten above, levels in turn.
  private static Dataset wide(Dataset data, int rows) {
    List<Feature> features = data.features().stream().map(feature -> wide(feature, rows)).toList();
    return new Dataset(
        "grid", features, new Target("y", Target.Kind.NUMBER, new double[rows], List.of()), null);
  }

  private static Feature wide(Feature feature, int rows) {
    return switch (feature) {
      case Feature.Numeric(String name, float[] values) -> {
        float low = Float.POSITIVE_INFINITY;
        float high = Float.NEGATIVE_INFINITY;
        for (float value : values) {
          low = Math.min(low, value);
          high = Math.max(high, value);
        }
        var grid = new float[rows];
        for (int i = 0; i < rows; i++) {
          grid[i] = (low + high) / 2 + 10 * (high - low) * (2f * i / (rows - 1) - 1);
        }
        yield new Feature.Numeric(name, grid);
      }
      case Feature.Categorical(String name, int[] codes, List<String> levels) -> {
        var grid = new int[rows];
        Arrays.setAll(grid, i -> i % levels.size());
        yield new Feature.Categorical(name, grid, levels);
      }
    };
  }
}
