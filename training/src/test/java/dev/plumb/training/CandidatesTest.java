package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.Loss;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CandidatesTest {
  private static final Dataset STACKLOSS = Samples.stackloss();
  private static final Dataset TWO = Samples.classes(60, 2, 2, 1);
  private static final Dataset MANY = Samples.classes(60, 2, 3, 1);

  @Test
  void amountsMeetTheLossesOfAmountsThatHoldThem() {
    assertThat(names(STACKLOSS))
        .contains("squared_error", "absolute_error", "huber", "quantile")
        .doesNotContain("logistic", "sigmoid_cross_entropy", "cross_entropy");
    assertThat(names(Samples.line(500, 2, 1))).doesNotContain("poisson", "squared_log_error");
  }

  @Test
  void amountsThatSpanAFactorOfTenMeetTheLossesOfTheLogarithmToo() {
    assertThat(names(amounts(1, 9.9))).doesNotContain("poisson", "gamma", "squared_log_error");
    assertThat(names(amounts(1, 10))).contains("poisson", "gamma", "squared_log_error");
  }

  @Test
  void amountsWithZerosMeetThoseThatHoldZeros() {
    assertThat(names(rain(0, 0.3, 30)))
        .contains("poisson", "tweedie", "squared_log_error")
        .doesNotContain("gamma");
    assertThat(names(rain(0, 20, 30))).doesNotContain("poisson", "tweedie");
    assertThat(names(rain(-1, 0.3, 30))).doesNotContain("poisson", "tweedie");
    assertThat(names(rain(0, 0, 0))).doesNotContain("poisson", "tweedie");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "pinball(0.9)        | quantile(quantile = 0.9)",
        "mape                | absolute_percentage_error",
        "rmsle               | squared_log_error",
        "huber(delta = 3)    | huber(delta = 3)",
        "abs(p - y)^1.5      | abs(p - y)^1.5"
      })
  void whatAMetricIsMadeOfIsTrainedToo(String metric, String loss) {
    Dataset narrow = amounts(1, 9.9);
    List<String> before = names(narrow);
    var all = names(narrow, Metric.named(metric, narrow.target()).loss());
    assertThat(all).containsAll(before).hasSize(before.size() + 1);
    assertThat(
            Candidates.of(
                    narrow, List.of(), List.of(), Metric.named(metric, narrow.target()).loss())
                .list())
        .extracting(c -> c.pairing().loss().text())
        .doesNotHaveDuplicates()
        .contains(Loss.of(loss).text());
  }

  @Test
  void metricsOfOtherKindsAddNothing() {
    for (Metric metric : Metric.values()) {
      boolean adds = metric.loss().isPresent() && metric.judges(Target.Kind.TWO_CLASSES);
      assertThat(adds).as(metric.text()).isFalse();
    }
    assertThat(names(STACKLOSS, Metric.MAE.loss())).isEqualTo(names(STACKLOSS));
    assertThat(names(STACKLOSS, Metric.RMSE.loss())).isEqualTo(names(STACKLOSS));
  }

  private static Dataset rain(double... cycle) {
    Dataset line = Samples.line(60, 2, 1);
    double[] values = new double[line.rows()];
    Arrays.setAll(values, i -> cycle[i % cycle.length]);
    var target = new Target("rain", Target.Kind.NUMBER, values, List.of());
    return new Dataset("rain", line.features(), target, null);
  }

  private static Dataset amounts(double least, double most) {
    Dataset line = Samples.line(50, 2, 1);
    double[] values = new double[line.rows()];
    Arrays.setAll(values, i -> i == 0 ? least : i == 1 ? most : (least + most) / 2);
    var target = new Target("amount", Target.Kind.POSITIVE, values, List.of());
    return new Dataset("amounts", line.features(), target, null);
  }

  @Test
  void classesMeetTheLossesOfClasses() {
    assertThat(names(TWO))
        .contains("hinge", "logistic", "sigmoid_cross_entropy", "sparse_softmax_cross_entropy")
        .doesNotContain("squared_error", "absolute_error", "poisson");
    assertThat(names(MANY))
        .contains("cross_entropy", "sparse_softmax_cross_entropy")
        .doesNotContain("hinge", "logistic", "squared_error");
  }

  @ParameterizedTest
  @CsvSource({
    "squared_error, half_squared_error, true",
    "absolute_error, quantile, true",
    "absolute_error, quantile(quantile = 0.6), false",
    "absolute_error, log_cosh, false",
    "absolute_error, epsilon_insensitive, false",
    "huber(delta = 2), smooth_l1(beta = 2), true",
    "huber(delta = 2), smooth_l1(beta = 3), false",
    "huber(delta = 2), pseudo_huber(delta = 2), false",
    "(p - y)^2 * 3, squared_error, true",
    "(p - y)^4, squared_error, false",
    "y - p, p - y, false"
  })
  void lossesOfAmountsAreAlikeWhenTheyPullAlike(String one, String other, boolean alike) {
    assertThat(alike(one, other, STACKLOSS)).isEqualTo(alike);
  }

  @ParameterizedTest
  @CsvSource({
    "logistic, sigmoid_cross_entropy, true",
    "logistic, binary_cross_entropy, true",
    "logistic, sparse_softmax_cross_entropy, true",
    "logistic, cross_entropy, true",
    "logistic, exponential, false",
    "logistic, hinge, false",
    "hinge, perceptron, false"
  })
  void lossesOfTwoClassesAreAlikeWhenTheyPullAlike(String one, String other, boolean alike) {
    assertThat(alike(one, other, TWO)).isEqualTo(alike);
  }

  @ParameterizedTest
  @CsvSource({
    "cross_entropy, softmax_cross_entropy, true",
    "cross_entropy, sparse_softmax_cross_entropy, true",
    "cross_entropy, kl_divergence, true",
    "cross_entropy, sparse_softmax_cross_entropy(label_smoothing = 0.1), false",
    "cross_entropy, multi_margin, false"
  })
  void lossesOfManyClassesAreAlikeWhenTheyPullAlike(String one, String other, boolean alike) {
    assertThat(alike(one, other, MANY)).isEqualTo(alike);
  }

  @Test
  void eachMinimumIsListedOnceUnderItsFirstNameUnlessAskedFor() {
    Candidates all = Candidates.of(STACKLOSS, List.of(), List.of(Loss.of("mse")), Optional.empty());
    Candidates distinct = all.distinct(STACKLOSS.target(), 2);
    assertThat(distinct.list().stream().map(c -> c.pairing().loss().name()))
        .contains("squared_error", "absolute_error", "huber")
        .doesNotContain("half_squared_error", "quantile", "smooth_l1")
        .endsWith("squared_error");
    assertThat(distinct.notes())
        .contains(
            "quantile(quantile = 0.5) has the same minimum as absolute_error and is left out.",
            "smooth_l1(beta = 2) has the same minimum as huber(delta = 2) and is left out.");
  }

  @Test
  void parametersInUnitsOfTheResidualFollowTheSpread() {
    Candidate huber = Candidate.scaled(Pairing.of(Loss.of("huber"), STACKLOSS), true);
    assertThat(huber.free()).containsExactly("delta");
    assertThat(huber.at(1.23456).loss().parameters()).containsEntry("delta", 1.23456);
    assertThat(huber.reported(1.23456).loss().text()).isEqualTo("huber(delta = 1.23)");
    Candidate given = Candidate.scaled(Pairing.of(Loss.of("huber(delta = 2)"), STACKLOSS), true);
    assertThat(given.at(1.23456).loss().text()).isEqualTo("huber(delta = 2)");
    Candidate quantile = Candidate.scaled(Pairing.of(Loss.of("quantile"), STACKLOSS), true);
    assertThat(quantile.free()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "huber, false",
    "absolute_error, false",
    "squared_error, false",
    "log(1 + (p - y)^2), true",
    "tukey_biweight, true",
    "poisson, false"
  })
  void aLossWhosePullWeakensIsSeen(String loss, boolean redescends) {
    assertThat(Candidate.redescends(Pairing.of(Loss.of(loss), STACKLOSS), 1)).isEqualTo(redescends);
  }

  @Test
  void whatDoesNotFitSaysWhy() {
    assertThatThrownBy(() ->
            Candidates.of(
                Samples.line(500, 2, 1), List.of(Loss.of("poisson")), List.of(), Optional.empty()))
        .hasMessageMatching(
            "line row \\d+, column y: -.* is outside \\[0, inf\\), which poisson requires");
    assertThatThrownBy(() ->
            Candidates.of(MANY, List.of(Loss.of("squared_error")), List.of(), Optional.empty()))
        .hasMessage(
            "squared_error takes one score and a target in (-inf, inf), which does not fit the target label (many classes)");
    assertThatThrownBy(() ->
            Candidates.of(STACKLOSS, List.of(Loss.of("gaussian_nll")), List.of(), Optional.empty()))
        .hasMessage(
            "gaussian_nll has 2 predictions and 1 targets: a linear model trains losses with one of each");
  }

  private static List<String> names(Dataset data) {
    return names(data, Optional.empty());
  }

  private static List<String> names(Dataset data, Optional<Loss> sought) {
    return Candidates.of(data, List.of(), List.of(), sought).list().stream()
        .map(c -> c.pairing().loss().name())
        .toList();
  }

  private static boolean alike(String one, String other, Dataset data) {
    return likeness(one, data).sameAs(likeness(other, data));
  }

  private static Likeness likeness(String loss, Dataset data) {
    return Likeness.of(Pairing.of(Loss.of(loss), data), data.target(), 2);
  }

  @Test
  void probesVary() {
    double[] slopes = likeness("squared_error", STACKLOSS).slopes();
    assertThat(Arrays.stream(slopes).distinct().count()).isGreaterThan(100);
  }
}
