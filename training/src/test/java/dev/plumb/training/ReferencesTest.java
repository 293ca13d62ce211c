package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.Loss;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Linear models have the coefficients that scikit-learn and statsmodels find on the same tables.
/// The file is written by `src/test/references/linear.py`.
class ReferencesTest {
  private static final int CASES = 70;

  /// A line of the file.
  private record Case(
      String table,
      String target,
      String features,
      String loss,
      Penalty penalty,
      double tolerance,
      String source,
      double[] intercepts,
      double[] slopes) {
    static Case of(String line) {
      String[] cells = line.split(" \\| ");
      return new Case(
          cells[0],
          cells[1],
          cells[2],
          cells[3],
          new Penalty(Double.parseDouble(cells[4]), Double.parseDouble(cells[5])),
          Double.parseDouble(cells[6]),
          cells[7],
          numbers(cells[8]),
          numbers(cells[9]));
    }

    private static double[] numbers(String cell) {
      return Arrays.stream(cell.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    Dataset data() {
      boolean labels = Loss.of(loss).definition().family().matches("binary|multiclass");
      Dataset all = labels ? RealData.classes(table, target) : RealData.amounts(table, target);
      List<Feature> chosen =
          all.features().stream()
              .filter(f -> features.equals("*") || List.of(features.split(",")).contains(f.name()))
              .toList();
      return new Dataset(table, chosen, all.target(), null);
    }

    String name() {
      return "%s of %s, %s, %s".formatted(loss, table, penalty, source);
    }
  }

  @TestFactory
  Stream<DynamicTest> coefficientsAreThoseOfOtherSystems() throws IOException {
    List<Case> cases =
        Files.readAllLines(Path.of("src/test/resources/linear_references.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(Case::of)
            .toList();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(CASES);
    return cases.stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> check(c)));
  }

  /// Compares on standardised features, whose weights are of comparable size.
  private static void check(Case expected) {
    Dataset data = expected.data();
    Fit fit = Trainer.linear().loss(Loss.of(expected.loss())).penalty(expected.penalty()).fit(data);
    Map<String, Encoding.Scaled> scales = new HashMap<>();
    fit.model().encoding().numbers().forEach(scaled -> scales.put(scaled.feature(), scaled));
    int features = data.features().size();
    for (int k = 0; k < fit.model().outputs(); k++) {
      double level = fit.model().intercepts()[k] - expected.intercepts()[k];
      double largest = 0;
      var apart = new double[features];
      for (int j = 0, place = 0; j < features; j++) {
        Encoding.Scaled scale = scales.get(data.features().get(j).name());
        if (scale == null) {
          continue;
        }
        double slope = expected.slopes()[k * features + j];
        double difference = fit.model().slopes()[k][place++] - slope;
        apart[j] = difference * scale.deviation();
        level += difference * scale.mean();
        largest = Math.max(largest, Math.abs(slope * scale.deviation()));
      }
      double most =
          IntStream.range(0, features).mapToDouble(j -> Math.abs(apart[j])).max().orElse(0);
      assertThat(Math.max(most, Math.abs(level)) / largest)
          .as("difference on standardised features, gradient %.1e", fit.steepest())
          .isLessThan(expected.tolerance());
    }
  }
}
