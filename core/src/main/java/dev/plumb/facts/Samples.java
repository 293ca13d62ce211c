package dev.plumb.facts;

import dev.plumb.Batch;
import dev.plumb.Loss;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Domain.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// Random samples of a loss, inside the domains of its inputs, always the same: round numbers of
/// ordinary size, which read well in a report. A sample is one array for each input.
final class Samples {
  private static final int CLASSES = 3;
  private static final int STEPS = 32;

  private final List<Input> inputs;
  private final int predictions;
  private final int classes;
  private final double unit;
  private final SplittableRandom random;

  Samples(Loss loss, long seed) {
    var definition = loss.definition();
    this.inputs =
        Stream.concat(definition.predictions().stream(), definition.targets().stream()).toList();
    this.predictions = definition.predictions().size();
    this.classes = !definition.hasRows() ? 1 : loss.classes() > 0 ? loss.classes() : CLASSES;
    this.unit =
        loss.parameters().values().stream()
            .mapToDouble(Math::abs)
            .filter(v -> v < 1e6)
            .reduce(1, Math::max);
    this.random = new SplittableRandom(seed);
  }

  int classes() {
    return classes;
  }

  List<Input> inputs() {
    return inputs;
  }

  boolean isPrediction(int input) {
    return input < predictions;
  }

  /// The size of an ordinary residual: the largest parameter, at least 1.
  double unit() {
    return unit;
  }

  SplittableRandom random() {
    return random;
  }

  double[][] next() {
    double scale = random.nextInt(3) == 0 ? 4 * unit : 1;
    double[][] sample = new double[inputs.size()][];
    for (int i = 0; i < sample.length; i++) {
      sample[i] = values(i, scale);
    }
    return sample;
  }

  /// A sample that differs from this one in one input only.
  double[][] other(double[][] sample, int input) {
    double[][] other = sample.clone();
    other[input] = values(input, random.nextInt(3) == 0 ? 4 * unit : 1);
    return other;
  }

  /// The same sample with other numbers for one input.
  static double[][] with(double[][] sample, int input, double... values) {
    double[][] other = sample.clone();
    other[input] = values;
    return other;
  }

  /// The sample halfway between two.
  static double[][] middle(double[][] a, double[][] b) {
    double[][] middle = new double[a.length][];
    for (int i = 0; i < a.length; i++) {
      middle[i] = new double[a[i].length];
      for (int k = 0; k < a[i].length; k++) {
        middle[i][k] = a[i][k] + (b[i][k] - a[i][k]) / 2;
      }
    }
    return middle;
  }

  private double[] values(int input, double scale) {
    Input declared = inputs.get(input);
    double[] values = new double[declared.row() ? classes : 1];
    if (declared.domain() instanceof Domain.Simplex) {
      return simplex(values, isPrediction(input));
    }
    for (int k = 0; k < values.length; k++) {
      values[k] = value(declared.domain(), scale, isPrediction(input));
    }
    return values;
  }

  private double[] simplex(double[] values, boolean inside) {
    if (!inside && random.nextInt(3) == 0) {
      values[random.nextInt(values.length)] = 1;
      return values;
    }
    int rest = STEPS;
    for (int k = 0; k < values.length - 1; k++) {
      int share = 1 + random.nextInt(rest - values.length + k + 1);
      values[k] = (double) share / STEPS;
      rest -= share;
    }
    values[values.length - 1] = (double) rest / STEPS;
    return values;
  }

  private double value(Domain domain, double scale, boolean inside) {
    return switch (domain) {
      case Domain.Values values -> values.values().get(random.nextInt(values.values().size()));
      case Domain.ClassNumber _ -> random.nextInt(classes);
      case Domain.Simplex _ -> (double) random.nextInt(STEPS + 1) / STEPS;
      case Interval interval -> value(interval, scale, inside);
    };
  }

  private double value(Interval interval, double scale, boolean inside) {
    boolean low = Double.isFinite(interval.low());
    boolean high = Double.isFinite(interval.high());
    if (low && high) {
      int place =
          inside || !interval.lowInclusive() || !interval.highInclusive()
              ? 1 + random.nextInt(STEPS - 1)
              : random.nextInt(STEPS + 1);
      return interval.low() + (interval.high() - interval.low()) * place / STEPS;
    }
    double size = (1 + random.nextInt(STEPS)) * 0.25 * scale;
    if (low) {
      boolean edge = !inside && interval.lowInclusive() && random.nextInt(8) == 0;
      return edge ? interval.low() : interval.low() + size;
    }
    return high ? interval.high() - size : random.nextBoolean() ? size : -size;
  }

  /// The samples as columns.
  static Batch batch(List<double[][]> samples, int classes) {
    var columns = new ArrayList<Object>();
    for (int i = 0; i < samples.getFirst().length; i++) {
      int input = i;
      columns.add(samples.stream().flatMapToDouble(s -> Arrays.stream(s[input])).toArray());
    }
    return Batch.of(classes, samples.size(), columns.toArray());
  }

  /// `p = 3, y = 1`.
  String text(double[][] sample) {
    var words = new ArrayList<String>();
    for (int i = 0; i < sample.length; i++) {
      String value = inputs.get(i).row() ? Arrays.toString(sample[i]) : Words.number(sample[i][0]);
      words.add(inputs.get(i).name() + " = " + value);
    }
    return String.join(", ", words);
  }
}
