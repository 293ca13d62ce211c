package dev.plumb.bench.training;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.SequencedMap;

/// Trainers of linear models side by side, each at the loosest tolerance at which its objective is
/// within a millionth of the lowest that any finds. They take turns.
///
/// @param rounds in which each trains once
/// @param threads of each that can have several
/// @param peers which run beside: `all`, or some of `sklearn` or its solvers, `smile`, `tribuo`
public record Race(int rounds, int threads, String peers) {
  private static final double GAP = 1e-6;
  private static final double SAME = 1e-8;

  /// A line a trainer.
  ///
  /// @param problem `logistic`, `huber` or `quantile`, rows, columns, between commas
  public List<SequencedMap<String, String>> lines(String problem) {
    String[] words = problem.split(",");
    var loss = Problem.Loss.valueOf(words[0].toUpperCase(java.util.Locale.ROOT));
    Problem given = Problem.of(loss, Integer.parseInt(words[1]), Integer.parseInt(words[2]));
    try (var python = new Scripted(given, threads)) {
      if (loss != Problem.Loss.HUBER) {
        return lines(given, runners(given, python));
      }
      // Its regression finds a scale besides; at that scale, the weights are those of Huber's loss.
      Runner regression = python.solver("lbfgs");
      regression.train(regression.rungs() - 1);
      Problem scaled = given.with(1.35 * python.scale());
      return lines(scaled, runners(scaled, python));
    }
  }

  private List<Runner> runners(Problem problem, Scripted python) {
    var runners = new ArrayList<Runner>();
    runners.add(PlumbRunner.of(problem, threads, "lbfgs"));
    if (problem.width() <= 300) {
      runners.add(PlumbRunner.of(problem, threads, "newton"));
    }
    switch (problem.loss()) {
      case LOGISTIC -> {
        for (String solver : List.of("lbfgs-float", "lbfgs", "newton-cholesky", "liblinear")) {
          if (wants("sklearn") || wants(solver)) {
            runners.add(python.solver(solver));
          }
        }
        if (wants("smile")) {
          runners.add(SmileRunner.of(problem));
        }
        if (wants("tribuo")) {
          runners.add(TribuoRunner.of(problem));
        }
      }
      case HUBER -> runners.add(python.solver("lbfgs"));
      case QUANTILE -> runners.add(python.solver("highs"));
    }
    return runners;
  }

  private boolean wants(String peer) {
    List<String> words = List.of(peers.split(","));
    return words.contains("all") || words.contains(peer);
  }

  private List<SequencedMap<String, String>> lines(Problem problem, List<Runner> runners) {
    double[][] objectives = new double[runners.size()][];
    double best = Double.POSITIVE_INFINITY;
    for (int k = 0; k < objectives.length; k++) {
      objectives[k] = climbed(problem, runners.get(k));
      best = Math.min(best, Arrays.stream(objectives[k]).min().orElseThrow());
    }
    int[] rung = new int[objectives.length];
    for (int k = 0; k < rung.length; k++) {
      while (rung[k] < objectives[k].length - 1 && objectives[k][rung[k]] > best * (1 + GAP)) {
        rung[k]++;
      }
    }
    double[][] seconds = new double[rung.length][rounds];
    double[] reached = new double[rung.length];
    for (int round = 0; round < rounds; round++) {
      for (int turn = 0; turn < rung.length; turn++) {
        int k = (turn + round) % rung.length;
        Runner.Trained trained = runners.get(k).train(rung[k]);
        seconds[k][round] = trained.seconds();
        reached[k] = problem.objective(trained.model()) / best - 1;
      }
    }
    Arrays.stream(seconds).forEach(Arrays::sort);
    double ours = seconds[0][rounds / 2];
    for (int k = 1; k < rung.length && runners.get(k) instanceof PlumbRunner; k++) {
      ours = Math.min(ours, seconds[k][rounds / 2]);
    }
    var lines = new ArrayList<SequencedMap<String, String>>();
    for (int k = 0; k < rung.length; k++) {
      var line = new LinkedHashMap<String, String>();
      line.put("problem", problem.loss().word());
      line.put("rows", "%,d".formatted(problem.rows()));
      line.put("columns", "%,d".formatted(problem.width()));
      line.put("trainer", runners.get(k).name());
      line.put("seconds", "%.3f".formatted(seconds[k][rounds / 2]));
      line.put("× Plumb", "%.2f".formatted(seconds[k][rounds / 2] / ours));
      line.put(
          "gap",
          "%.0e%s".formatted(Math.max(0, reached[k]), reached[k] > GAP ? " (not reached)" : ""));
      System.err.println(String.join("  ", line.values()));
      lines.add(line);
    }
    return lines;
  }

  /// The objective at each tolerance, until a tighter one gains nothing; warms up on the way.
  private static double[] climbed(Problem problem, Runner runner) {
    var objectives = new double[runner.rungs()];
    for (int rung = 0; rung < objectives.length; rung++) {
      Runner.Trained trained = runner.train(rung);
      objectives[rung] = problem.objective(trained.model());
      System.err.printf(
          "  %s, tolerance %d: %.9f in %.2f s%n",
          runner.name(), rung + 1, objectives[rung], trained.seconds());
      if (rung > 1 && Math.abs(objectives[rung] / objectives[rung - 1] - 1) < SAME) {
        return Arrays.copyOf(objectives, rung + 1);
      }
    }
    return objectives;
  }
}
