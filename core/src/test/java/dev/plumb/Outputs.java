package dev.plumb;

import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/// All that a loss computes for some samples: values, gradients, hessians. Equal when every bit is.
record Outputs(List<Double> values, List<List<Double>> derivatives) {

  static Outputs of(Loss loss, int classes, int samples, Object... columns) {
    double[] values = new double[samples];
    double[][] gradient = places(loss, classes, samples);
    double[][] hessian = places(loss, classes, samples);
    loss.evaluate(
        Batch.of(classes, samples, columns), 0, samples, new Each(values, gradient, hessian));
    return new Outputs(
        boxed(values),
        Stream.concat(Arrays.stream(gradient), Arrays.stream(hessian))
            .map(Outputs::boxed)
            .toList());
  }

  private static double[][] places(Loss loss, int classes, int samples) {
    return loss.definition().predictions().stream()
        .map(p -> new double[samples * (p.row() ? classes : 1)])
        .toArray(double[][]::new);
  }

  private static List<Double> boxed(double[] numbers) {
    return Arrays.stream(numbers).boxed().toList();
  }

  /// The outputs of one sample.
  Outputs at(int sample, int samples) {
    return new Outputs(
        List.of(values.get(sample)),
        derivatives.stream()
            .map(d -> {
              int width = d.size() / samples;
              return d.subList(sample * width, (sample + 1) * width);
            })
            .toList());
  }
}
