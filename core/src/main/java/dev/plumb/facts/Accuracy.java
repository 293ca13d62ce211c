package dev.plumb.facts;

import dev.plumb.Batch;
import dev.plumb.Loss;
import dev.plumb.formula.Definition.Input;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Compares value, gradient and hessian of the kernels with the formula as it is written.
final class Accuracy {
  private static final double FINE = 1e-13;
  private static final double COARSE = 1e-6;
  private static final double NOTHING = 1e-14;
  private static final double FLOOR = 1e-28;
  private static final double NUDGE = 0x1p-40;

  private final Loss loss;
  private final Samples samples;
  private final Reference reference;
  private final List<Worst> worst =
      List.of(new Worst("value"), new Worst("gradient"), new Worst("hessian"));

  Accuracy(Loss loss, Samples samples) {
    this.loss = loss;
    this.samples = samples;
    this.reference = new Reference(loss, samples.classes());
  }

  /// The worst point of one output.
  private static final class Worst {
    private final String check;
    private double error;
    private int points;
    private int kinks;
    private String where = "";
    private String finding = "";

    Worst(String check) {
      this.check = check;
    }

    void add(double found, String at, double expected, double got) {
      points++;
      if (found > error) {
        error = found;
        where = at;
        finding = "is %s, should be %s".formatted(got, expected);
      }
    }
  }

  void compare(List<double[][]> points) {
    if (points.isEmpty()) {
      return;
    }
    Batch batch = Samples.batch(points, samples.classes());
    Outputs outputs = Outputs.of(loss, batch);
    List<Input> predictions = loss.definition().predictions();
    List<Place> places =
        IntStream.range(0, points.size())
            .boxed()
            .flatMap(
                i -> IntStream.range(0, predictions.size()).mapToObj(k -> place(i, k, predictions)))
            .toList();
    List<Reference.Derivatives> expected =
        places.parallelStream()
            .map(p -> reference.at(points.get(p.sample), p.input, p.element))
            .toList();
    for (int i = 0; i < places.size(); i++) {
      Place p = places.get(i);
      compare(points.get(p.sample), p, expected.get(i), outputs);
    }
  }

  /// A number of a sample of a batch, and the place of its derivatives.
  private record Place(int sample, int input, int element, int at) {}

  /// Of a row one element in turn is enough: its elements are treated alike.
  private Place place(int sample, int input, List<Input> predictions) {
    int width = predictions.get(input).row() ? samples.classes() : 1;
    int element = sample % width;
    return new Place(sample, input, element, sample * width + element);
  }

  private void compare(
      double[][] point, Place place, Reference.Derivatives expected, Outputs outputs) {
    int input = place.input;
    int element = place.element;
    int i = place.sample;
    int at = place.at;
    if (Double.isNaN(expected.value())) {
      double value = reference.value(point);
      if (Double.isFinite(value)) {
        check(0, point, value, value, outputs.values()[i], input, element);
      }
      return;
    }
    check(0, point, expected.value(), expected.value(), outputs.values()[i], input, element);
    double gradient = outputs.gradient()[input][at];
    if (Double.isNaN(expected.gradient())) {
      kink(point, expected, gradient);
      return;
    }
    check(1, point, expected.value(), expected.gradient(), gradient, input, element);
    check(
        2,
        point,
        expected.value(),
        expected.hessian(),
        outputs.hessian()[input][at],
        input,
        element);
  }

  /// At a kink any slope between those of both sides is right. One outside is worth a warning only:
  /// where several kinks meet, each follows its own convention.
  private void kink(double[][] point, Reference.Derivatives expected, double gradient) {
    double low = Math.min(expected.left(), expected.right());
    double high = Math.max(expected.left(), expected.right());
    double slack = 1e-9 * Math.max(Math.abs(low), Math.abs(high));
    boolean isJump = high - low > 1e12;
    worst.get(1).kinks++;
    if (!isJump && !(gradient >= low - slack && gradient <= high + slack)) {
      worst.get(1).add(COARSE, samples.text(point) + " (a kink)", low, gradient);
    }
  }

  private void check(
      int order,
      double[][] point,
      double value,
      double expected,
      double got,
      int input,
      int element) {
    double error = Math.abs(got - expected);
    if (Double.isNaN(got)) {
      error = Double.POSITIVE_INFINITY;
    } else if (error <= FINE * Math.abs(expected) + FLOOR || Math.abs(expected) > 1e300) {
      worst
          .get(order)
          .add(error <= FLOOR ? 0 : error / Math.abs(expected), samples.text(point), expected, got);
      return;
    }
    if (error <= worst.get(order).error * Math.abs(expected)) {
      worst.get(order).points++;
      return;
    }
    if (order > 0 && isNearBorder(order, point, got, input, element)) {
      worst.get(order).kinks++;
      return;
    }
    double allowed =
        16 * Math.ulp(1.0) * sensitivity(order, point, expected, input, element)
            + 256 * Math.ulp(1.0) * natural(order, point[input][element], value);
    double excess = Math.max(0, error - allowed);
    double relative = excess / Math.max(Math.abs(expected), FLOOR);
    // What is nearly 0 anyway may lose its digits: worth a warning, no failure.
    double counted = excess < NOTHING ? Math.min(relative, COARSE) : relative;
    worst.get(order).add(counted, samples.text(point), expected, got);
  }

  /// The size that a derivative of this order has where nothing cancels.
  private static double natural(int order, double x, double value) {
    return order == 0 ? 0 : Math.abs(value) / Math.pow(Math.max(Math.abs(x), 1e-3), order);
  }

  /// Within the roundings of a norm or a sum of a border the derivatives of both sides are right.
  private boolean isNearBorder(int order, double[][] point, double got, int input, int element) {
    double x = point[input][element];
    double size =
        Arrays.stream(point).flatMapToDouble(Arrays::stream).map(Math::abs).max().orElse(0);
    double step = 256 * Math.ulp(size <= 1e4 ? Math.max(size, Math.abs(x)) : x);
    double low = Double.POSITIVE_INFINITY;
    double high = Double.NEGATIVE_INFINITY;
    for (int side = -1; side <= 1; side += 2) {
      double[] moved = point[input].clone();
      moved[element] = x + side * step;
      var there = reference.at(Samples.with(point, input, moved), input, element);
      double derivative = order == 1 ? there.gradient() : there.hessian();
      if (!Double.isNaN(derivative)) {
        low = Math.min(low, derivative);
        high = Math.max(high, derivative);
      }
    }
    double most = Math.max(Math.abs(low), Math.abs(high));
    return high - low > 1e-3 * most && got >= low - 1e-3 * most && got <= high + 1e-3 * most;
  }

  /// How much the output changes, relatively to the change, when inputs change by little: an error
  /// that the rounding of inputs makes anyway is none of the loss's.
  private double sensitivity(int order, double[][] point, double expected, int input, int element) {
    double sum = Math.abs(expected);
    for (int i = 0; i < point.length; i++) {
      for (int k = 0; k < point[i].length; k++) {
        double[] moved = point[i].clone();
        moved[k] = moved[k] * (1 + NUDGE);
        if (moved[k] == point[i][k] || !samples.inputs().get(i).domain().contains(moved[k])) {
          continue;
        }
        var there = reference.at(Samples.with(point, i, moved), input, element);
        double value = order == 0 ? there.value() : order == 1 ? there.gradient() : there.hessian();
        sum += Double.isNaN(value) ? 0 : Math.abs(value - expected) / NUDGE;
      }
    }
    return sum;
  }

  List<Verdict> verdicts() {
    var verdicts = new ArrayList<Verdict>();
    for (Worst w : worst) {
      verdicts.add(verdict(w));
    }
    return verdicts;
  }

  boolean failed() {
    return worst.stream().anyMatch(w -> w.error > COARSE);
  }

  private static Verdict verdict(Worst w) {
    String points = w.points + " points" + (w.kinks > 0 ? " and " + w.kinks + " kinks" : "");
    if (w.points + w.kinks == 0) {
      return Verdict.ok(w.check, "could not be compared: no digits settle it");
    }
    if (w.error <= FINE) {
      return Verdict.ok(w.check, "within %.1e of many digits on %s".formatted(w.error, points));
    }
    Grade grade = w.error > COARSE ? Grade.FAIL : Grade.WARNING;
    String size = w.error >= 1 ? "wrong" : "off by %.1e".formatted(w.error);
    return Verdict.of(w.check, grade, size + ": " + w.finding, w.where);
  }
}
