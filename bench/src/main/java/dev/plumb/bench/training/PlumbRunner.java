package dev.plumb.bench.training;

import dev.plumb.bench.Clock;
import dev.plumb.training.Dataset;
import dev.plumb.training.Feature;
import dev.plumb.training.LinearModel;
import dev.plumb.training.Optimiser;
import dev.plumb.training.Penalty;
import dev.plumb.training.Target;
import dev.plumb.training.Trainer;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/// Plumb: features in float, block sums in double; standardising is part of the time.
record PlumbRunner(Problem problem, Dataset data, int threads, String solver) implements Runner {
  static PlumbRunner of(Problem problem, int threads, String solver) {
    return new PlumbRunner(problem, data(problem), threads, solver);
  }

  private static Dataset data(Problem problem) {
    var features = new ArrayList<Feature>();
    for (int j = 0; j < problem.width(); j++) {
      var column = new float[problem.rows()];
      for (int i = 0; i < column.length; i++) {
        column[i] = problem.features()[i * problem.width() + j];
      }
      features.add(new Feature.Numeric("x" + j, column));
    }
    var y = new double[problem.rows()];
    for (int i = 0; i < y.length; i++) {
      y[i] = problem.targets()[i];
    }
    boolean classes = problem.loss() == Problem.Loss.LOGISTIC;
    Target.Kind kind = classes ? Target.Kind.TWO_CLASSES : Target.Kind.NUMBER;
    var target = new Target("y", kind, y, classes ? List.of("no", "yes") : List.of());
    return new Dataset("race", features, target, null);
  }

  @Override
  public String name() {
    return "Plumb, " + solver;
  }

  @Override
  public int rungs() {
    return 10;
  }

  @Override
  public Trained train(int rung) {
    DoubleFunction<Optimiser> optimiser =
        tolerance ->
            solver.equals("newton")
                ? new Optimiser.Newton(500, tolerance)
                : new Optimiser.Lbfgs(2000, tolerance);
    Trainer trainer =
        Trainer.linear()
            .loss(loss())
            .penalty(Penalty.l2(problem.penalty()))
            .optimiser(optimiser.apply(Math.pow(10, -(rung + 1))))
            .threads(threads);
    long began = Clock.now();
    LinearModel model = trainer.fit(data).model();
    double seconds = (Clock.now() - began) / 1e9;
    var found = new double[problem.width() + 1];
    found[0] = model.intercepts()[0];
    System.arraycopy(model.slopes()[0], 0, found, 1, problem.width());
    return new Trained(seconds, found);
  }

  private dev.plumb.Loss loss() {
    return dev.plumb.Loss.of(
        switch (problem.loss()) {
          case LOGISTIC -> "sigmoid_cross_entropy";
          case HUBER -> "huber(delta = %s)".formatted(problem.delta());
          case QUANTILE -> "quantile(quantile = %s)".formatted(Problem.LEVEL);
        });
  }
}
