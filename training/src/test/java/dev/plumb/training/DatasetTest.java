package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.Loss;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/// Training on arrays of one's own.
class DatasetTest {
  private static final double[][] ROWS = {{1, 5}, {2, 3}, {3, 8}, {4, 1}, {5, Double.NaN}, {6, 2}};

  @Test
  void amountsAreTrainedOnInOneLine() {
    double[] y = {2.5, 4.5, 6.5, 8.5, 10.5, 12.5};
    Fit fit = Trainer.linear().loss(Loss.of("squared_error")).fit(Dataset.of(ROWS, y));
    assertThat(fit.model().predict(Dataset.of(ROWS, y))).containsExactly(y, within(1e-9));
    assertThat(Dataset.of(ROWS, y).target().kind()).isEqualTo(Target.Kind.POSITIVE);
  }

  @Test
  void labelsAreComparedAndTheProgressIsHeard() {
    var rows = new double[40][];
    var labels = new String[40];
    for (int i = 0; i < 40; i++) {
      rows[i] = new double[] {i, i * 7 % 13};
      labels[i] = (i * 3 % 40) > 19 ? "yes" : "no";
    }
    var heard = new ArrayList<Progress>();
    Dataset data = Dataset.of(rows, labels);
    assertThat(data.target().labels()).containsExactly("no", "yes");
    ComparisonResult result =
        Comparison.of(data)
            .losses(List.of(Loss.of("logistic"), Loss.of("hinge")))
            .repeats(1)
            .listener(heard::add)
            .run();
    assertThat(result.ranking()).hasSize(2);
    assertThat(heard.getLast().done()).isEqualTo(12);
  }

  @Test
  void whatDoesNotFitIsNamed() {
    assertThatThrownBy(() -> Dataset.of(new double[][] {{1, 2}, {3}}, new double[] {1, 2}))
        .hasMessage("row 2 has 1 numbers, row 1 has 2");
    assertThatThrownBy(() -> Dataset.of(ROWS, new double[] {1})).hasMessage("6 rows, 1 targets");
    assertThatThrownBy(() -> Dataset.of(new double[][] {{1}}, new String[] {"a"}))
        .hasMessage("labels need at least two classes, and there is [a]");
  }

  @Test
  void aWeightOfZeroLeavesARowOut() {
    double[] y = {2, 4, 6, 8, 10, 999};
    Dataset data = Dataset.of(new double[][] {{1}, {2}, {3}, {4}, {5}, {6}}, y);
    Fit fit = Trainer.linear().loss(Loss.of("squared_error")).fit(data.weights(1, 1, 1, 1, 1, 0));
    assertThat(fit.model().slopes()[0][0]).isCloseTo(2, within(1e-9));
  }
}
