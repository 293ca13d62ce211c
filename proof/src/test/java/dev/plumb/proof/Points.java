package dev.plumb.proof;

import dev.plumb.Loss;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Definition.Parameter;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Domain.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Samples from the domains of a loss: edges, everyday numbers, numbers of every size, and numbers
/// that meet another one (`p` at, or a parameter away from, `y`).
final class Points {
  private static final double[] EDGES = {
    0, 1, -1, 1e-300, -1e-300, 20, -20, 50, -50, 745, -745, 1e4, -1e4, 0.5, 1e-9, -1e-9
  };
  private static final int TRIES = 200;

  private final Loss loss;
  private final int classes;
  private final SplittableRandom random;

  /// @param classes the length of a row, where the loss has rows
  Points(Loss loss, int classes, long seed) {
    this.loss = loss;
    this.classes = loss.definition().hasRows() ? classes : 1;
    this.random = new SplittableRandom(seed);
  }

  /// The loss with other values of its parameters, from their domains.
  static Loss varied(Loss loss, long seed) {
    var points = new Points(loss, 3, seed);
    Loss varied = loss;
    for (Parameter parameter : loss.definition().parameters()) {
      varied = varied.with(parameter.name(), points.parameter(parameter.domain()));
    }
    return varied;
  }

  private double parameter(Domain domain) {
    return domain instanceof Interval interval
        ? inside(interval)
        : ((Domain.Values) domain).values().getFirst();
  }

  /// So many samples.
  List<Sample> samples(int count) {
    return Stream.generate(this::sample).limit(count).toList();
  }

  private Sample sample() {
    var numbers = new LinkedHashMap<String, double[]>();
    List<Input> inputs = new ArrayList<>(loss.definition().targets());
    inputs.addAll(loss.definition().predictions());
    for (Input input : inputs) {
      numbers.put(input.name(), input.row() ? row(input) : new double[] {number(input, numbers)});
    }
    return new Sample(loss, numbers, classes);
  }

  private double[] row(Input input) {
    if (input.domain() instanceof Domain.Simplex) {
      return simplex();
    }
    double spread = Math.pow(10, random.nextInt(-1, 3));
    double[] row = new double[classes];
    for (int k = 0; k < classes; k++) {
      double spreadOut = spread * random.nextDouble(-3, 3);
      row[k] =
          random.nextInt(12) == 0 || !input.domain().contains(spreadOut)
              ? number(input, Map.of())
              : spreadOut;
    }
    return row;
  }

  /// Probabilities: soft, hard, or some of them 0.
  private double[] simplex() {
    double[] row = new double[classes];
    int style = random.nextInt(4);
    for (int k = 0; k < classes; k++) {
      double share = Math.exp(random.nextDouble(-6, 3));
      row[k] = style == 1 && random.nextBoolean() ? 0 : share;
    }
    if (style == 0 || Arrays.stream(row).sum() == 0) {
      row = new double[classes];
      row[random.nextInt(classes)] = 1;
    }
    double sum = Arrays.stream(row).sum();
    return Arrays.stream(row).map(v -> v / sum).toArray();
  }

  private double number(Input input, Map<String, double[]> others) {
    return switch (input.domain()) {
      case Domain.ClassNumber _ -> random.nextInt(classes);
      case Domain.Values(var values) -> values.get(random.nextInt(values.size()));
      case Domain.Simplex _ -> random.nextDouble();
      case Interval interval -> number(interval, others);
    };
  }

  private double number(Interval interval, Map<String, double[]> others) {
    for (int i = 0; i < TRIES; i++) {
      double candidate = candidate(interval, others);
      if (interval.contains(candidate)) {
        return candidate;
      }
    }
    throw new IllegalStateException("no number found in " + interval.text());
  }

  private double candidate(Interval interval, Map<String, double[]> others) {
    return switch (random.nextInt(6)) {
      case 0 -> EDGES[random.nextInt(EDGES.length)];
      case 1 -> (random.nextBoolean() ? 1 : -1) * Math.pow(10, random.nextDouble(-8, 4));
      case 2 -> meeting(others);
      case 3 -> atAnEnd(interval);
      default -> inside(interval);
    };
  }

  /// At another input, beside it, or a parameter away from it.
  private double meeting(Map<String, double[]> others) {
    double[] known =
        others.values().stream().filter(v -> v.length == 1).mapToDouble(v -> v[0]).toArray();
    double other = known.length == 0 ? 0 : known[random.nextInt(known.length)];
    double[] steps = loss.parameters().values().stream().mapToDouble(v -> v).toArray();
    double step = steps.length == 0 ? 1 : steps[random.nextInt(steps.length)];
    return switch (random.nextInt(3)) {
      case 0 -> other;
      case 1 -> other + random.nextDouble(-1, 1) * Math.pow(10, random.nextInt(-12, 0));
      default -> other + (random.nextBoolean() ? step : -step);
    };
  }

  private double atAnEnd(Interval interval) {
    double end = random.nextBoolean() ? interval.low() : interval.high();
    if (Double.isInfinite(end)) {
      return inside(interval);
    }
    double inward = end == interval.low() ? 1 : -1;
    return random.nextInt(3) == 0 ? end : end + inward * Math.pow(10, random.nextInt(-16, 0));
  }

  private double inside(Interval interval) {
    boolean low = interval.low() != Double.NEGATIVE_INFINITY;
    boolean high = interval.high() != Double.POSITIVE_INFINITY;
    if (low && high) {
      return random.nextDouble(interval.low(), interval.high());
    }
    double size = Math.exp(random.nextDouble(-3, 3));
    return low ? interval.low() + size : high ? interval.high() - size : random.nextDouble(-3, 3);
  }
}
