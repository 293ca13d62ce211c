package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Which solver trains what; and the solvers that see a few rows at a time.
class SolversTest {
  @Test
  void aSolverOfNoNameHasNearNames() {
    assertThat(Optimiser.NAMES).allSatisfy(name -> Optimiser.named(name, 0));
    assertThatThrownBy(() -> Optimiser.named("newtn", 0))
        .hasMessage(
            "no solver newtn; did you mean newton?; there are auto, newton, lbfgs, proximal, sgd, adam, adamw");
  }

  @Test
  void whatASolverCannotTrainItRefusesWithTheCure() {
    Dataset stackloss = RealData.of("stackloss");
    refused(
        "absolute_error", stackloss, "proximal", "has kinks, at which it stops: newton takes it");
    refused(
        "truncated_squared_error",
        stackloss,
        "newton",
        "has kinks and is not convex: lbfgs takes it");
    refused(
        "sparse_softmax_cross_entropy",
        RealData.of("digits"),
        "newton",
        "is no formula of one score: lbfgs takes it");
    refused(
        "squared_error",
        Samples.levels(5000, 1500),
        "newton",
        "has 1501 weights here, and the matrix of second derivatives holds 1000: lbfgs takes it");
    assertThatThrownBy(() ->
            trainer("huber").penalty(Penalty.l1(1)).optimiser(new Optimiser.Lbfgs()).fit(stackloss))
        .hasMessageEndingWith("has an l1 penalty and no kinks: newton or proximal take it");
    for (String loss : List.of("truncated_squared_error", "crammer_singer")) {
      Dataset data = loss.equals("crammer_singer") ? RealData.weather() : stackloss;
      refused(loss, data, "proximal", "has kinks, at which it stops: lbfgs takes it");
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"absolute_error", "quantile(quantile = 0.5)", "abs(p - y) + 0.001 * (p - y)^2"})
  void aKinkThatManyRowsShareHoldsNoSearch(String loss) {
    Dataset rain = RealData.amounts("rain", "precipitation");
    double[] y = rain.target().values();
    assertThat(Arrays.stream(y).filter(v -> v == 0).count()).isGreaterThan(y.length / 2);
    double best = trainer(loss).optimiser(new Optimiser.Newton()).fit(rain).last().loss();
    Fit fit = trainer(loss).optimiser(new Optimiser.Lbfgs(200, 1e-5)).fit(rain);
    assertThat(fit.last().loss()).isBetween(best, 1.001 * best);
    assertThat(fit.steps().getFirst().loss()).isGreaterThan(1.1 * best);
    assertThat(fit.steps()).extracting(TrainingStep::iteration).doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @ValueSource(strings = {"crammer_singer", "multi_margin", "sparse_softmax_cross_entropy"})
  void classWeightsOfManyClassesHinderNoSolver(String loss) {
    Dataset digits = RealData.of("digits");
    assertThat(trainer(loss).balanced().penalty(Penalty.l2(0.1)).fit(digits).last().loss())
        .isBetween(0.0, 3.0);
    Fit sparse = trainer(loss).balanced().penalty(Penalty.l1(0.05)).fit(digits);
    assertThat(Arrays.stream(sparse.model().slopes()[3]).filter(w -> w == 0)).isNotEmpty();
  }

  @Test
  void aStartThatIsTheMinimumIsKept() {
    var targets = new double[100];
    Arrays.fill(targets, 0, 10, 1);
    Fit fit =
        trainer("absolute_error")
            .optimiser(new Optimiser.Lbfgs(200, 1e-5))
            .fit(Dataset.of(new double[100][1], targets));
    assertThat(fit.last().loss()).isEqualTo(0.1);
    assertThat(fit.model().intercepts()[0]).isCloseTo(0, within(1e-20));
  }

  private static void refused(String loss, Dataset data, String solver, String why) {
    assertThatThrownBy(() -> trainer(loss).optimiser(Optimiser.named(solver, 0)).fit(data))
        .isInstanceOf(PlumbException.class)
        .hasMessage("the solver %s cannot train %s, which %s", solver, loss, why);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "absolute_error",
        "huber",
        "truncated_squared_error",
        "geman_mcclure",
        "squared_error",
        "poisson"
      })
  void withoutASolverNamedOneIsFoundForEveryLossAndPenalty(String loss) {
    Dataset data = RealData.of("stackloss");
    for (Penalty penalty : List.of(Penalty.NONE, Penalty.l2(0.1), Penalty.l1(0.1))) {
      assertThat(trainer(loss).penalty(penalty).fit(data).last().loss()).isFinite();
    }
  }

  @Test
  void aLargeL1LeavesTheInterceptAlone() {
    Fit fit = trainer("absolute_error").penalty(Penalty.l1(100)).fit(RealData.of("stackloss"));
    assertThat(fit.model().slopes()[0]).containsOnly(0);
    assertThat(fit.last().penalty()).isEqualTo(0);
  }

  @Test
  void aPenaltyIsANumberFromZeroOn() {
    assertThatThrownBy(() -> Penalty.l1(-1))
        .hasMessage("a penalty is a number from 0 on, not -1.0");
    assertThatThrownBy(() -> Penalty.elasticNet(1, 2))
        .hasMessage("the share of l1 in an elastic net is from 0 to 1, not 2.0");
    assertThat(Penalty.elasticNet(4, 0.25)).isEqualTo(new Penalty(1, 3));
  }

  static Stream<Optimiser> miniBatches() {
    var cosine = Optimiser.Schedule.COSINE;
    return Stream.of(
        new Optimiser.Sgd(0.02, 0.9, false, 32, 60, cosine, 3),
        new Optimiser.Sgd(0.02, 0.9, true, 32, 60, cosine, 3),
        new Optimiser.Adam(0.2, 0.9, 0.999, 0, 32, 60, cosine, 3),
        new Optimiser.Adam(0.2, 0.9, 0.999, 1e-5, 32, 60, cosine, 3));
  }

  @ParameterizedTest
  @MethodSource("miniBatches")
  void aFewRowsAtATimeComeCloseToTheMinimumAndRepeatThemselves(Optimiser optimiser) {
    Dataset data = Samples.classes(3000, 4, 2, 3);
    Penalty penalty = new Penalty(0.003, 0.001);
    Trainer trainer = trainer("logistic").penalty(penalty);
    double best = objective(trainer.fit(data));
    Fit fit = trainer.optimiser(optimiser).fit(data);
    assertThat(objective(fit)).isBetween(best * (1 - 1e-12), best * 1.005);
    assertThat(trainer.threads(1).fit(data).model().slopes()[0]).isEqualTo(fit.model().slopes()[0]);
  }

  @Test
  void theDecayOfAdamWPullsWeightsAndNoIntercept() {
    Dataset data = RealData.of("diabetes");
    var strong = new Optimiser.Adam(0.5, 0.9, 0.999, 5, 32, 40, Optimiser.Schedule.COSINE, 0);
    Fit fit = trainer("squared_error").optimiser(strong).fit(data);
    Fit free = trainer("squared_error").optimiser(new Optimiser.Newton()).fit(data);
    double[] means = {fit.model().scores(data)[0], free.model().scores(data)[0]};
    assertThat(norm(fit)).isLessThan(norm(free) / 10);
    assertThat(means[0]).isBetween(100.0, 200.0);
  }

  private static double norm(Fit fit) {
    return Math.sqrt(Arrays.stream(fit.model().slopes()[0]).map(w -> w * w).sum());
  }

  private static double objective(Fit fit) {
    return fit.last().loss() + fit.last().penalty();
  }

  private static Trainer trainer(String loss) {
    return Trainer.linear().loss(Loss.of(loss));
  }
}
