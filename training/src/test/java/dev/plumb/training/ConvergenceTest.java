package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.training.statistics.Quantiles;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// On every real table every solver that takes a loss finds the same minimum. The gradient of each
/// is in the message of the assertion. Losses of rows with kinks are those of [SparseTest].
class ConvergenceTest {
  private static final double GAP = 1e-8;

  private static final List<String> AMOUNTS =
      List.of(
          "squared_error",
          "absolute_error",
          "huber",
          "log_cosh",
          "quantile(quantile = 0.9)",
          "pseudo_huber",
          "epsilon_insensitive",
          "expectile(expectile = 0.8)",
          "poisson",
          "gamma",
          "tweedie",
          "cauchy");

  private static final List<String> LABELS =
      List.of(
          "sigmoid_cross_entropy",
          "logistic",
          "hinge",
          "squared_hinge",
          "exponential",
          "modified_huber",
          "probit",
          "smooth_hinge",
          "squared_margin",
          "cubed_hinge",
          "binary_sparsemax",
          "distance_weighted_discrimination");

  private static final List<String> CLASSES =
      List.of(
          "sparse_softmax_cross_entropy",
          "softmax_cross_entropy",
          "z_loss_cross_entropy",
          "kl_divergence_with_logits",
          "multilabel_soft_margin",
          "sparsemax",
          "bp_mll",
          "squared_multi_margin");

  private static final List<Penalty> PENALTIES =
      List.of(Penalty.l2(1e-3), Penalty.l1(1e-2), Penalty.elasticNet(1e-2, 0.5), Penalty.NONE);

  private static final Map<String, Optimiser> SOLVERS = new LinkedHashMap<>();

  static {
    SOLVERS.put("auto", new Optimiser.Automatic());
    SOLVERS.put("newton", new Optimiser.Newton());
    SOLVERS.put("lbfgs", new Optimiser.Lbfgs(2000, 1e-14));
    SOLVERS.put("proximal", new Optimiser.Proximal());
  }

  @TestFactory
  Stream<DynamicTest> everySolverReachesTheSameMinimum() {
    var tests = new ArrayList<DynamicTest>();
    for (String name : RealData.NAMES) {
      Dataset data = RealData.of(name);
      List<String> losses =
          switch (data.target().kind()) {
            case TWO_CLASSES -> LABELS;
            case MANY_CLASSES -> CLASSES;
            case NUMBER, COUNT, POSITIVE, ORDINAL -> AMOUNTS;
          };
      for (String loss : losses) {
        int turn = losses.indexOf(loss) + RealData.NAMES.indexOf(name);
        boolean classes = data.target().kind().isClasses();
        Penalty penalty = PENALTIES.get(turn % (classes ? 3 : 4));
        tests.add(
            DynamicTest.dynamicTest(
                loss + " of " + name + " with " + penalty,
                () -> reach(data, scaled(loss, data), penalty)));
      }
    }
    assertThat(tests).hasSizeGreaterThanOrEqualTo(5 * 12 + 8);
    return tests.stream();
  }

  private static void reach(Dataset data, Loss loss, Penalty penalty) {
    Map<String, Fit> fits = new LinkedHashMap<>();
    SOLVERS.forEach(
        (name, solver) -> fit(data, loss, penalty, solver).ifPresent(fit -> fits.put(name, fit)));
    assertThat(fits).hasSizeGreaterThanOrEqualTo(2);
    double best =
        fits.values().stream().mapToDouble(ConvergenceTest::objective).min().orElseThrow();
    fits.forEach((name, fit) ->
        assertThat((objective(fit) - best) / Math.abs(best))
            .as(
                "%s: gradient %.1e after %d steps, for %s",
                name, fit.steepest(), fit.steps().size() - 1, fit.reason())
            .isLessThanOrEqualTo(GAP));
  }

  /// Empty when the solver refuses the loss.
  private static Optional<Fit> fit(Dataset data, Loss loss, Penalty penalty, Optimiser solver) {
    try {
      Trainer trainer = Trainer.linear().loss(loss).penalty(penalty).optimiser(solver);
      return Optional.of(trainer.fit(data));
    } catch (PlumbException refused) {
      assertThat(refused).hasMessageMatching("the solver \\w+ cannot train .*");
      return Optional.empty();
    }
  }

  private static double objective(Fit fit) {
    return fit.last().loss() + fit.last().penalty();
  }

  /// With parameters in units of the residual that fit the target.
  private static Loss scaled(String text, Dataset data) {
    Loss loss = Loss.of(text);
    double spread = Quantiles.spread(data.target().values(), null);
    for (var parameter : loss.definition().parameters()) {
      if (loss.isResidualScale(parameter.name())) {
        loss = loss.with(parameter.name(), parameter.value() * spread / 3);
      }
    }
    return loss;
  }
}
