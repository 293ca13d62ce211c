package dev.plumb.bench.training;

import dev.plumb.bench.Clock;
import dev.plumb.bench.Script;
import java.nio.ByteBuffer;

/// scikit-learn in a process of its own: `peers/training.py`.
final class Scripted implements AutoCloseable {
  private static final int RUNGS = 9;

  private final Script script;
  private double scale;

  Scripted(Problem problem, int threads) {
    script = new Script("training.py", threads, Integer.toString(threads), Clock.word());
    script.ask(
        "load %s %d %d %s %s %s"
            .formatted(
                problem.loss().word(),
                problem.rows(),
                problem.width(),
                problem.penalty(),
                script.write("features", problem.features()),
                script.write("targets", problem.targets())));
  }

  /// The scale that Huber's regression found last.
  double scale() {
    return scale;
  }

  /// One of its solvers.
  Runner solver(String solver) {
    return new Runner() {
      @Override
      public String name() {
        return script.name() + ", " + solver;
      }

      @Override
      public int rungs() {
        return solver.equals("highs") ? 1 : RUNGS;
      }

      @Override
      public Trained train(int rung) {
        String command = "train %s %d %s".formatted(solver, rung, script.file("weights"));
        String[] told = script.ask(command).split(" ");
        scale = Double.parseDouble(told[1]);
        ByteBuffer bytes = script.read("weights");
        double[] weights = new double[bytes.capacity() / Double.BYTES];
        bytes.asDoubleBuffer().get(weights);
        return new Trained(Double.parseDouble(told[0]) / 1e9, weights);
      }
    };
  }

  @Override
  public void close() {
    script.close();
  }
}
