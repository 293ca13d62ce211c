package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class EncodingTest {
  private static final float NONE = Float.NaN;

  @Test
  void aNumberIsCentredAndScaledByTheRowsItIsTrainedOn() {
    Encoding encoding = encoding(numbers(1, 3, 100), null, 0, 1);
    assertThat(encoding.columns()).containsExactly(new Encoding.Number("x", 2, 1));
  }

  @Test
  void aRowOfWeightZeroTeachesNothing() {
    Encoding encoding = encoding(numbers(1, 3, 100), new double[] {1, 1, 0}, 0, 1, 2);
    assertThat(encoding.columns()).containsExactly(new Encoding.Number("x", 2, 1));
  }

  @Test
  void missingNumbersAddAnIndicator() {
    Encoding encoding = encoding(numbers(1, NONE, 3, NONE), null, 0, 1, 2, 3);
    assertThat(encoding.columns())
        .containsExactly(new Encoding.Number("x", 2, 1), new Encoding.Missing("x", 0.5, 0.5));
  }

  @Test
  void whatIsConstantIsLeftOut() {
    assertThat(encoding(numbers(0.1f, 0.1f, 0.1f), null, 0, 1, 2).columns()).isEmpty();
    assertThat(encoding(numbers(NONE, NONE), null, 0, 1).columns()).isEmpty();
    assertThat(encoding(levels(1, 1, 1), null, 0, 1, 2).columns()).isEmpty();
    assertThat(encoding(numbers(5, 5, NONE), null, 0, 1, 2).columns())
        .singleElement()
        .isInstanceOf(Encoding.Missing.class);
  }

  @Test
  void levelsKeepTheirSharesOfTheWeight() {
    Encoding encoding = encoding(levels(0, 1, 1, -1), null, 0, 1, 2, 3);
    assertThat(encoding.categories().getFirst().shares()).containsExactly(0.25, 0.5, 0);
  }

  @Test
  void aColumnThatIsNotThereIsNamed() {
    Encoding encoding = encoding(numbers(1, 2), null, 0, 1);
    Dataset other = data(levels(0, 1), null);
    assertThatThrownBy(() -> Design.of(encoding, other, Design.all(other), Workers.NONE))
        .hasMessage("the model reads a column x of numbers, and the data has none");
  }

  private static Encoding encoding(Feature feature, double[] weights, int... rows) {
    return Encoding.of(data(feature, weights), rows);
  }

  private static Dataset data(Feature feature, double[] weights) {
    var target = new Target("y", Target.Kind.NUMBER, new double[feature.rows()], List.of());
    return new Dataset("test", List.of(feature), target, weights);
  }

  private static Feature numbers(float... values) {
    return new Feature.Numeric("x", values);
  }

  private static Feature levels(int... codes) {
    return new Feature.Categorical("x", codes, List.of("a", "b", "c"));
  }
}
