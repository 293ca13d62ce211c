package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.Loss;
import dev.plumb.training.ComparisonResult.Entry;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class ComparisonTest {
  private static final ComparisonResult STACKLOSS =
      Comparison.of(Samples.stackloss()).metric("mae").run();

  @Test
  void onStacklossARobustLossIsRecommendedOverSquaredError() {
    Entry best = STACKLOSS.ranking().getFirst();
    assertThat(best.loss())
        .matches("(absolute_error|huber|pseudo_huber|log_cosh|tukey_biweight|cauchy).*");
    assertThat(mae(best)).isLessThan(mae(entry(STACKLOSS, "squared_error")));
    assertThat(STACKLOSS.advice())
        .startsWith(
            "Train with " + best.loss() + ": rows 1, 3, 4 and 21 lie far from the rest, and");
    assertThat(best.top1PercentShare())
        .isLessThan(entry(STACKLOSS, "squared_error").top1PercentShare());
  }

  @Test
  void squaredErrorLetsRow21PullHardest() {
    assertThat(entry(STACKLOSS, "squared_error").worstRows().subList(0, 4))
        .containsExactly(21, 4, 3, 1);
  }

  @Test
  void smallDataDrawsFoldsTenTimes() {
    assertThat(STACKLOSS.folds()).isEqualTo(5);
    assertThat(STACKLOSS.repeats()).isEqualTo(10);
    assertThat(STACKLOSS.rows()).isEqualTo(21);
    assertThat(STACKLOSS.features()).isEqualTo(3);
  }

  @Test
  void everyEntryIsFilled() {
    assertThat(STACKLOSS.ranking()).hasSizeGreaterThanOrEqualTo(6);
    for (Entry entry : STACKLOSS.ranking()) {
      assertThat(entry.metrics().keySet())
          .containsExactly("mae", "rmse", "median_absolute_error", "r2");
      assertThat(entry.metrics().values()).allMatch(s -> Double.isFinite(s.mean()) && s.se() > 0);
      assertThat(entry.learningCurve()).hasSizeGreaterThan(2);
      assertThat(entry.learningCurve().getLast().trainingLoss())
          .isLessThan(entry.learningCurve().getFirst().trainingLoss());
      assertThat(Arrays.stream(entry.residuals().counts()).sum()).isEqualTo(21);
      assertThat(entry.worstRows()).hasSize(10).doesNotHaveDuplicates();
      assertThat(entry.formula()).isNotEmpty();
    }
  }

  @Test
  void hubersDeltaFollowsTheResiduals() {
    Entry huber =
        STACKLOSS.ranking().stream()
            .filter(e -> e.loss().startsWith("huber"))
            .findFirst()
            .orElseThrow();
    assertThat(huber.parameters()).containsOnlyKeys("delta");
    assertThat(huber.loss()).isEqualTo("huber(delta = " + huber.parameters().get("delta") + ")");
    assertThat(huber.parameters().get("delta")).isBetween(1.0, 3.5);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 3})
  void threadsChangeNoBitOfTheAnswer(int threads) {
    List<Loss> few = List.of(Loss.of("huber"), Loss.of("squared_error"));
    for (Comparison comparison :
        List.of(
            Comparison.of(Samples.stackloss()).repeats(1),
            Comparison.of(Samples.line(17_000, 2, 1)).losses(few),
            Comparison.of(Samples.classes(300, 2, 3, 1)))) {
      assertThat(bare(comparison.threads(threads).run()))
          .isEqualTo(bare(comparison.threads(2).run()));
    }
  }

  @Test
  void whichLossesTakePartChangesNoOther() {
    var all = Comparison.of(Samples.stackloss()).repeats(1).run();
    var few = Comparison.of(Samples.stackloss()).repeats(1).losses(List.of(Loss.of("huber"))).run();
    Entry huber = few.ranking().getFirst();
    assertThat(entry(all, huber.loss()).metrics()).isEqualTo(huber.metrics());
    assertThat(entry(all, huber.loss()).worstRows()).isEqualTo(huber.worstRows());
  }

  @Test
  void aLossOfOnesOwnJoinsAndTheSameLossIsTheSame() {
    var result =
        Comparison.of(Samples.stackloss())
            .repeats(1)
            .also(List.of(Loss.of("(p - y)^2"), Loss.of("huber(delta = 1.5)")))
            .run();
    assertThat(entry(result, "(p - y)^2").metrics())
        .isEqualTo(entry(result, "squared_error").metrics());
    assertThat(result.ranking()).anyMatch(e -> e.loss().equals("huber(delta = 1.5)"));
  }

  @Test
  void aLossWithSeveralMinimaStartsWhereTheAbsoluteErrorEnds() {
    var result =
        Comparison.of(Samples.stackloss())
            .also(List.of(Loss.of("log(1 + (p - y)^2)")))
            .losses(List.of(Loss.of("absolute_error")))
            .run();
    assertThat(mae(result.ranking().get(1)) / mae(result.ranking().get(0))).isLessThan(1.3);
  }

  @ParameterizedTest
  @EnumSource(
      value = Target.Kind.class,
      names = {"TWO_CLASSES", "MANY_CLASSES", "ORDINAL"})
  void classesAreComparedToo(Target.Kind kind) {
    int classes = kind == Target.Kind.TWO_CLASSES ? 2 : 3;
    Dataset drawn = Samples.classes(400, 2, classes, 5);
    var target = new Target("label", kind, drawn.target().values(), drawn.target().labels());
    var result = Comparison.of(new Dataset("drawn", drawn.features(), target, null)).run();
    assertThat(result.metric()).isEqualTo("accuracy");
    assertThat(result.repeats()).isEqualTo(1);
    assertThat(result.ranking()).hasSizeGreaterThanOrEqualTo(2);
    assertThat(result.ranking().getFirst().metrics().get("accuracy").mean()).isGreaterThan(0.55);
    assertThat(result.ranking()).anyMatch(e -> e.metrics().get("log_loss").mean() < 1);
    assertThat(result.ranking()).allMatch(e -> e.residuals().counts().length == 0);
    assertThat(result.advice()).startsWith("Train with ").endsWith(".");
  }

  @Test
  void aMetricOfChoiceRanks() {
    var result = Comparison.of(Samples.classes(300, 2, 2, 5)).metric("auc").run();
    assertThat(result.metric()).isEqualTo("auc");
    assertThat(result.ranking())
        .isSortedAccordingTo(
            (a, b) -> Double.compare(b.metrics().get("auc").mean(), a.metrics().get("auc").mean()));
  }

  @Test
  void whereTheNoiseIsNormalSquaredErrorIsBestByItsOwnMetric() {
    var result = Comparison.of(Samples.line(4000, 3, 2)).metric("rmse").run();
    Entry squared = entry(result, "squared_error");
    assertThat(squared.tied()).isTrue();
    assertThat(result.ranking().getFirst().metrics().get("rmse").mean())
        .isGreaterThan(squared.metrics().get("rmse").mean() * 0.999);
  }

  @Test
  void countsMeetPoissonAndItsDeviance() {
    Dataset line = Samples.line(300, 1, 2);
    double[] counts =
        Arrays.stream(line.target().values()).map(y -> Math.max(0, Math.rint(y))).toArray();
    var target = new Target("n", Target.Kind.COUNT, counts, List.of());
    var result = Comparison.of(new Dataset("counts", line.features(), target, null)).run();
    assertThat(entry(result, "poisson").metrics().get("poisson_deviance").mean()).isPositive();
  }

  @Test
  void withoutFeaturesTheBestConstantIsCompared() {
    Dataset line = Samples.line(300, 1, 2);
    var bare = new Dataset("bare", List.of(), line.target(), null);
    var result = Comparison.of(bare).losses(List.of(Loss.of("mse"), Loss.of("mae"))).run();
    assertThat(entry(result, "squared_error").metrics().get("r2").mean()).isBetween(-0.1, 0.1);
  }

  @Test
  void weightsOfTheDataCount() {
    Dataset data = Samples.weighted(Samples.line(300, 2, 2), 1, 0.5, 0, 3);
    var result = Comparison.of(data).losses(List.of(Loss.of("mse"), Loss.of("mae"))).run();
    assertThat(result.ranking()).allMatch(e -> e.metrics().get("mae").mean() < 1);
    assertThat(entry(result, "squared_error").worstRows()).noneMatch(row -> (row - 1) % 4 == 2);
  }

  @Test
  void progressCountsEveryFit() {
    var heard = new ArrayList<Progress>();
    Comparison.of(Samples.stackloss())
        .losses(List.of(Loss.of("mae"), Loss.of("mse")))
        .folds(3)
        .repeats(2)
        .threads(1)
        .listener(heard::add)
        .run();
    assertThat(heard).hasSize(2 * 7 + 1);
    assertThat(heard.getFirst().part()).isEqualTo("all rows");
    assertThat(heard.get(2).part()).isEqualTo("fold 1 of draw 1");
    assertThat(heard.getLast()).isEqualTo(new Progress(14, 14, "", "", 0));
  }

  @Test
  void aLossThatSomeoneAskedForAndThatBreaksStopsTheComparison() {
    assertThatThrownBy(
            () -> Comparison.of(Samples.stackloss()).also(List.of(Loss.of("log(p - y)^2"))).run())
        .isInstanceOf(TrainingException.class)
        .hasMessageMatching(
            "formula stopped at iteration \\d+: row \\d+: the (loss|gradient) of formula is .* at score .* for"
                + " target .*");
  }

  @Test
  void whatCannotBeComparedSaysWhy() {
    Dataset data = Samples.stackloss();
    assertThatThrownBy(() -> Comparison.of(data).folds(22).run())
        .hasMessage("21 rows cannot be dealt into 22 folds: give at most 21 folds");
    assertThatThrownBy(() -> Comparison.of(data).metric("accuracy").run())
        .hasMessageStartingWith("no metric accuracy for number");
    assertThatThrownBy(() -> Comparison.of(data).model("forest"))
        .hasMessage("no model forest; there are linear and network(64, 32)");
    var constant = new Target("stack_loss", Target.Kind.NUMBER, new double[21], List.of());
    assertThatThrownBy(
            () -> Comparison.of(new Dataset("flat.csv", data.features(), constant, null)).run())
        .hasMessage(
            "flat.csv: the target stack_loss is 0 in every row, so there is nothing to learn");
  }

  private static double mae(Entry entry) {
    return entry.metrics().get("mae").mean();
  }

  private static Entry entry(ComparisonResult result, String loss) {
    return result.ranking().stream().filter(e -> e.loss().equals(loss)).findFirst().orElseThrow();
  }

  /// What must not depend on threads: everything but the seconds.
  private static List<Object> bare(ComparisonResult result) {
    var all = new ArrayList<Object>(result.notes());
    all.add(result.advice());
    for (Entry e : result.ranking()) {
      all.add(
          Map.of(
              "loss", e.loss(),
              "metrics", e.metrics(),
              "tied", e.tied(),
              "share", e.top1PercentShare(),
              "worst", e.worstRows(),
              "curve", e.learningCurve(),
              "counts", Arrays.toString(e.residuals().counts())));
    }
    return all;
  }

  @Test
  void networks_are_compared_like_lines_and_better_where_no_line_fits() {
    Dataset data = Samples.waves(150);
    List<Loss> losses = List.of(Loss.of("squared_error"), Loss.of("absolute_error"));
    double[] best = new double[3];
    List<String> models = List.of("linear", "network(16)", "network( 16 )");
    for (int i = 0; i < models.size(); i++) {
      ComparisonResult result =
          Comparison.of(data)
              .losses(losses)
              .model(models.get(i))
              .folds(3)
              .repeats(1)
              .threads(1 + i)
              .run();
      assertThat(result.model()).isEqualTo(i == 0 ? "linear" : "network(16)");
      assertThat(result.ranking()).hasSize(2);
      best[i] = result.ranking().getFirst().metrics().get("mae").mean();
    }
    assertThat(best[1]).isLessThan(best[0] / 2).isEqualTo(best[2]);
  }

  @Test
  void networks_take_no_l1() {
    assertThatThrownBy(
            () -> Comparison.of(Samples.waves(60)).model("network(4)").penalty(Penalty.l1(1)).run())
        .hasMessageContaining("networks are trained without l1");
  }
}
