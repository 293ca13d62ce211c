package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.Loss;
import dev.plumb.catalogue.Catalogue;
import dev.plumb.facts.Facts;
import dev.plumb.formula.Definition;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Losses of rows with kinks under an l1 penalty end at the minimum that a linear program has, with
/// its zeros. The file is written by `src/test/references/sparse.py`.
class SparseTest {
  private static final double GAP = 1e-8;
  private static final int CASES = 22;
  private static final int LOSSES = 9;

  /// Its minimum is 0, where all scores are alike and nothing is learnt: any small model is as
  /// good.
  private static final String WORTHLESS = "multiclass_perceptron";

  private static final List<Penalty> PENALTIES =
      List.of(Penalty.l1(0.03), Penalty.elasticNet(0.03, 0.5));

  /// The losses of rows of the catalogue that have kinks, each with a table that suits it.
  private static final Map<Loss, Dataset> KINKED = kinked();

  /// A line of the file.
  ///
  /// @param lower what no model is below
  /// @param objective what one has
  /// @param weights those of standardised features, output behind output; none where they are not
  ///   unique
  private record Case(
      String table,
      String target,
      List<String> features,
      String loss,
      Penalty penalty,
      double lower,
      double objective,
      double[] weights) {
    static Case of(String line) {
      String[] cells = line.split(" \\| ");
      return new Case(
          cells[0],
          cells[1],
          List.of(cells[2].split(",")),
          cells[3],
          new Penalty(Double.parseDouble(cells[4]), Double.parseDouble(cells[5])),
          Double.parseDouble(cells[6]),
          Double.parseDouble(cells[7]),
          cells[8].equals("-") ? new double[0] : numbers(cells[8]));
    }

    private static double[] numbers(String cell) {
      return Arrays.stream(cell.split(" ")).mapToDouble(Double::parseDouble).toArray();
    }

    Dataset data() {
      Dataset all =
          target.equals("levels") ? LevelsTest.levels(table) : RealData.classes(table, target);
      List<Feature> chosen =
          all.features().stream()
              .filter(f -> features.equals(List.of("*")) || features.contains(f.name()))
              .toList();
      return new Dataset(table, chosen, all.target(), null);
    }

    String name() {
      return "%s of %s, %s".formatted(loss, table, penalty);
    }
  }

  @TestFactory
  Stream<DynamicTest> theMinimumIsThatOfALinearProgram() throws IOException {
    List<Case> cases =
        Files.readAllLines(Path.of("src/test/resources/sparse_references.txt")).stream()
            .filter(line -> !line.startsWith("#"))
            .map(Case::of)
            .toList();
    assertThat(cases).hasSizeGreaterThanOrEqualTo(CASES);
    assertThat(cases).anySatisfy(c -> assertThat(c.weights()).contains(0));
    return cases.stream().map(c -> DynamicTest.dynamicTest(c.name(), () -> check(c)));
  }

  private static void check(Case expected) {
    Fit fit = trainer(expected.loss(), expected.penalty()).fit(expected.data());
    assertThat((objective(fit) - expected.objective()) / expected.objective())
        .as("objective after %d steps, for %s", fit.steps().size() - 1, fit.reason())
        .isLessThan(GAP);
    assertThat((objective(fit) - expected.lower()) / expected.lower()).isGreaterThan(-GAP);
    double[] weights = expected.weights();
    double[] found = standardised(fit.model()).limit(Math.max(1, weights.length)).toArray();
    double largest = Arrays.stream(weights).map(Math::abs).max().orElse(0);
    for (int i = 0; i < weights.length; i++) {
      assertThat(found[i] == 0).as("whether weight %d is 0", i).isEqualTo(weights[i] == 0);
      assertThat(found[i]).isCloseTo(weights[i], within(1e-4 * largest));
    }
  }

  /// What suits a loss of several scores with kinks: classes, or levels.
  private static Optional<Dataset> suiting(Loss loss, List<Dataset> tables) {
    return tables.stream()
        .filter(
            data -> Pairing.suiting(loss, data.target()).filter(p -> p.outputs() > 1).isPresent())
        .findFirst();
  }

  @TestFactory
  Stream<DynamicTest> everyLossOfRowsWithKinksIsTrainedUnderL1() {
    return swept((loss, data) -> PENALTIES.forEach(penalty -> sparse(loss, data, penalty)));
  }

  private static Stream<DynamicTest> swept(BiConsumer<Loss, Dataset> test) {
    assertThat(KINKED).hasSizeGreaterThanOrEqualTo(LOSSES);
    return KINKED.entrySet().stream()
        .map(e ->
            DynamicTest.dynamicTest(
                e.getKey().name(), () -> test.accept(e.getKey(), e.getValue())));
  }

  private static Map<Loss, Dataset> kinked() {
    List<Dataset> tables = List.of(RealData.weather(), LevelsTest.levels("diabetes"));
    Map<Loss, Dataset> kinked = new LinkedHashMap<>();
    for (Definition definition : Catalogue.builtin().all()) {
      Loss loss = Loss.of(definition.name());
      suiting(loss, tables)
          .filter(data -> !Facts.of(loss.onScores()).along().getFirst().isSmooth())
          .ifPresent(data -> kinked.put(loss, data));
    }
    return kinked;
  }

  /// No mini-batches end lower, no weight moved a little is a gain, and asked for by its name the
  /// solver ends at the same minimum.
  private static void sparse(Loss loss, Dataset data, Penalty penalty) {
    try (Workers workers = Workers.of(1)) {
      Optimiser automatic = new Optimiser.Automatic(200, 1e-12);
      Training training = training(loss, data, penalty, automatic, workers);
      var objective = new MeanLoss(training.design(), training.pairing(), penalty, workers);
      double[] point = training.run(SparseTest::ignore).point();
      double value = value(objective, point);
      Optimiser adam = new Optimiser.Adam(0);
      Training batches = training(loss, data, penalty, adam, workers);
      assertThat(value(objective, batches.run(SparseTest::ignore).point())).isGreaterThan(value);
      if (loss.name().equals(WORTHLESS)) {
        return;
      }
      double step = 1e-3 * Arrays.stream(point).map(Math::abs).max().orElseThrow();
      for (int i = 0; i < point.length; i++) {
        for (double moved : new double[] {point[i] - step, point[i] + step}) {
          double[] aside = point.clone();
          aside[i] = moved;
          assertThat(value(objective, aside)).as("at variable %d", i).isGreaterThanOrEqualTo(value);
        }
      }
      Optimiser asked = Optimiser.named("lbfgs", 0);
      double[] again =
          training(loss, data, penalty, asked, workers).run(SparseTest::ignore).point();
      assertThat(value(objective, again)).isCloseTo(value, within(GAP * value));
    }
  }

  @TestFactory
  Stream<DynamicTest> aLargePenaltyLeavesNothingButIntercepts() {
    return swept((loss, data) -> {
      Fit fit = Trainer.linear().loss(loss).penalty(Penalty.l1(1000)).fit(data);
      assertThat(standardised(fit.model()).boxed()).isNotEmpty().allMatch(weight -> weight == 0);
    });
  }

  private static Training training(
      Loss loss, Dataset data, Penalty penalty, Optimiser optimiser, Workers workers) {
    int[] rows = Design.all(data);
    Design design = Design.of(Encoding.of(data, rows, workers), data, rows, workers);
    return new Training(design, Pairing.of(loss, data), penalty, optimiser, workers);
  }

  private static double value(MeanLoss objective, double[] point) {
    return objective.at(point, new double[point.length]) + objective.lasso().at(point);
  }

  private static void ignore(int iteration, MeanLoss objective, double[] point) {
    assertThat(objective.lastLoss()).isFinite();
  }

  @Test
  void theNumberOfThreadsChangesNoBit() {
    Trainer trainer = trainer("crammer_singer", Penalty.l1(0.01));
    Fit one = trainer.threads(1).fit(RealData.weather());
    Fit four = trainer.threads(4).fit(RealData.weather());
    assertThat(four.steps()).isEqualTo(one.steps());
    assertThat(four.model().slopes()).isDeepEqualTo(one.model().slopes());
  }

  private static DoubleStream standardised(LinearModel model) {
    List<Encoding.Scaled> numbers = model.encoding().numbers();
    return Arrays.stream(model.slopes())
        .flatMapToDouble(row ->
            IntStream.range(0, row.length).mapToDouble(j -> row[j] * numbers.get(j).deviation()));
  }

  private static Trainer trainer(String loss, Penalty penalty) {
    return Trainer.linear().loss(Loss.of(loss)).penalty(penalty);
  }

  private static double objective(Fit fit) {
    return fit.last().loss() + fit.last().penalty();
  }
}
