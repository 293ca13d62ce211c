package dev.plumb.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.training.Dataset;
import dev.plumb.training.Feature;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/// The examples are read as what they are.
class ExamplesTest {
  private static final Path EXAMPLES = Path.of("..", "examples");

  private static Dataset reads(String file, String target, String expected) {
    try (Table table = Table.open(EXAMPLES.resolve(file).toString())) {
      Dataset data = table.dataset(Options.target(target)).dataset();
      assertThat(
              data.rows()
                  + " rows, "
                  + data.features().size()
                  + " features, "
                  + data.target().kind().text())
          .isEqualTo(expected);
      return data;
    }
  }

  @Test
  void rain() {
    reads("rain.csv", "rain_tomorrow", "1460 rows, 8 features, two classes");
  }

  @Test
  void weather() {
    Dataset data = reads("rain.csv", "weather", "1460 rows, 8 features, many classes");
    assertThat(data.target().labels()).containsExactly("drizzle", "fog", "rain", "snow", "sun");
  }

  @Test
  void engel() {
    reads("engel.csv", "foodexp", "235 rows, 1 features, positive");
  }

  @Test
  void stackloss() {
    reads("stackloss.csv", "stack_loss", "21 rows, 3 features, positive");
  }

  @Test
  void breast_cancer() {
    reads("breast_cancer.csv", "target", "569 rows, 30 features, two classes");
  }

  @Test
  void digits() {
    reads("digits.csv", "target", "1797 rows, 61 features, many classes");
  }

  @Test
  void diabetes() {
    reads("diabetes.csv", "target", "442 rows, 10 features, positive");
  }

  @Test
  void rain_tomorrow_is_the_next_row() {
    Dataset data = reads("rain.csv", "rain_tomorrow", "1460 rows, 8 features, two classes");
    float[] rain =
        data.features().stream()
            .filter(feature -> feature.name().equals("precipitation"))
            .map(feature -> ((Feature.Numeric) feature).values())
            .findFirst()
            .orElseThrow();
    for (int day = 0; day + 1 < rain.length; day++) {
      assertThat(data.target().values()[day]).isEqualTo(rain[day + 1] > 0 ? 1 : 0);
    }
  }
}
