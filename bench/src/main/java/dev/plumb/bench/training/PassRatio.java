package dev.plumb.bench.training;

import dev.plumb.Loss;
import dev.plumb.bench.Clock;
import dev.plumb.training.Fit;
import dev.plumb.training.Optimiser;
import dev.plumb.training.Penalty;
import dev.plumb.training.Trainer;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.SequencedMap;
import jdk.incubator.vector.FloatVector;
import jdk.incubator.vector.VectorOperators;
import jdk.incubator.vector.VectorSpecies;

/// What a pass over the matrix for logistic loss and its gradient costs, with all that L-BFGS does
/// beside it, in double and in float; and nothing but reading the same numbers. One thread.
public record PassRatio(int rows, int columns, int rounds) {
  private static final VectorSpecies<Float> LANES = FloatVector.SPECIES_PREFERRED;
  private static final int ITERATIONS = 20;

  /// The loosest at which passes are in double, and at which they are in float.
  private static final double EXACT = 0;

  private static final double COARSE = 1e-6;

  /// The line of the table.
  public SequencedMap<String, String> line() {
    Problem problem = Problem.of(Problem.Loss.LOGISTIC, rows, columns);
    PlumbRunner plumb = PlumbRunner.of(problem, 1, "lbfgs");
    var passes = new double[rounds];
    var coarse = new double[rounds];
    var reads = new double[rounds];
    for (int round = -2; round < rounds; round++) {
      int place = Math.max(0, round);
      passes[place] = pass(plumb, EXACT);
      coarse[place] = pass(plumb, COARSE);
      reads[place] = read(problem.features());
    }
    double pass = middle(passes);
    double inFloat = middle(coarse);
    double read = middle(reads);
    var line = new LinkedHashMap<String, String>();
    line.put("rows", "%,d".formatted(rows));
    line.put("columns", "%,d".formatted(columns));
    line.put("reading", "%.2f ms".formatted(read * 1e3));
    line.put("a pass in double", "%.2f ms".formatted(pass * 1e3));
    line.put("share", "%.2f".formatted(read / pass));
    line.put("in float", "%.2f ms".formatted(inFloat * 1e3));
    line.put("its share", "%.2f".formatted(read / inFloat));
    return line;
  }

  private static double middle(double[] seconds) {
    Arrays.sort(seconds);
    return seconds[seconds.length / 2];
  }

  /// The time of a pass: of many iterations less that of few, by the number of passes.
  private double pass(PlumbRunner plumb, double tolerance) {
    long began = Clock.now();
    Fit few = fit(plumb, 2, tolerance);
    long between = Clock.now();
    Fit many = fit(plumb, 2 + ITERATIONS, tolerance);
    long ended = Clock.now();
    return ((ended - between) - (between - began)) / 1e9 / (many.passes() - few.passes());
  }

  private Fit fit(PlumbRunner plumb, int iterations, double tolerance) {
    return Trainer.linear()
        .loss(Loss.of("sigmoid_cross_entropy"))
        .penalty(Penalty.l2(1e-9))
        .optimiser(new Optimiser.Lbfgs(iterations, tolerance))
        .threads(1)
        .fit(plumb.data());
  }

  private static double read(float[] numbers) {
    int step = LANES.length();
    long began = Clock.now();
    var a = FloatVector.zero(LANES);
    var b = a;
    var c = a;
    var d = a;
    int at = 0;
    for (; at + 4 * step <= numbers.length; at += 4 * step) {
      a = a.add(FloatVector.fromArray(LANES, numbers, at));
      b = b.add(FloatVector.fromArray(LANES, numbers, at + step));
      c = c.add(FloatVector.fromArray(LANES, numbers, at + 2 * step));
      d = d.add(FloatVector.fromArray(LANES, numbers, at + 3 * step));
    }
    float sum = a.add(b).add(c.add(d)).reduceLanes(VectorOperators.ADD);
    double seconds = (Clock.now() - began) / 1e9;
    if (Float.isNaN(sum)) {
      throw new IllegalStateException("a number is missing");
    }
    return seconds;
  }
}
