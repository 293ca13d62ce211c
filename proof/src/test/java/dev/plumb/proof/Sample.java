package dev.plumb.proof;

import dev.plumb.Batch;
import dev.plumb.Each;
import dev.plumb.Loss;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Domain.Interval;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// One sample of a loss.
///
/// @param numbers by the name of each input, one number or a row
/// @param classes the length of a row; 1 without rows
record Sample(Loss loss, Map<String, double[]> numbers, int classes) {

  /// A number of a sample: an input and the place in its row.
  record Place(String input, int element) {}

  /// The inputs and parameters for the witness.
  Map<String, List<Big>> exact() {
    var exact = new HashMap<String, List<Big>>();
    numbers.forEach((n, v) -> exact.put(n, Arrays.stream(v).mapToObj(Big::of).toList()));
    loss.parameters().forEach((n, v) -> exact.put(n, List.of(Big.of(v))));
    return exact;
  }

  /// What the kernel gives: the value, then the gradients, then the hessians.
  List<double[]> computed() {
    List<Input> predictions = loss.definition().predictions();
    Object[] columns = inputs().map(i -> numbers.get(i.name())).toArray();
    double[] value = new double[1];
    double[][] gradient = places(predictions);
    double[][] hessian = places(predictions);
    loss.evaluate(Batch.of(classes, 1, columns), 0, 1, new Each(value, gradient, hessian));
    var computed = new ArrayList<double[]>(List.of(value));
    computed.addAll(List.of(gradient));
    computed.addAll(List.of(hessian));
    return computed;
  }

  private double[][] places(List<Input> predictions) {
    return predictions.stream()
        .map(p -> new double[p.row() ? classes : 1])
        .toArray(double[][]::new);
  }

  /// What the outputs are called.
  List<String> outputs() {
    List<String> names = loss.definition().predictions().stream().map(Input::name).toList();
    var outputs = new ArrayList<String>(List.of("value"));
    names.forEach(n -> outputs.add("gradient by " + n));
    names.forEach(n -> outputs.add("hessian by " + n));
    return outputs;
  }

  /// Every place of these inputs.
  List<Place> places() {
    return numbers.entrySet().stream()
        .flatMap(e ->
            Stream.iterate(0, k -> k < e.getValue().length, k -> k + 1)
                .map(k -> new Place(e.getKey(), k)))
        .toList();
  }

  /// Every place of the predictions.
  Stream<Place> predictions() {
    return loss.definition().predictions().stream()
        .flatMap(p -> places().stream().filter(place -> place.input().equals(p.name())));
  }

  double at(Place place) {
    return numbers.get(place.input())[place.element()];
  }

  /// Whether a number lies between the ends of its domain.
  boolean isInside(Place place) {
    Domain.Interval hull = domain(place).hull();
    return at(place) != hull.low() && at(place) != hull.high();
  }

  Domain domain(Place place) {
    return inputs()
        .filter(i -> i.name().equals(place.input()))
        .map(Input::domain)
        .findFirst()
        .orElseThrow();
  }

  /// Whether a number is exact by its nature: a class, a label, 0, and 1 where it counts or is the
  /// whole of a share. A 1 among all real numbers or all sizes is a number like any other.
  boolean isExact(Place place) {
    return switch (domain(place)) {
      case Domain.ClassNumber _, Domain.Values _ -> true;
      case Domain.Simplex _ -> at(place) == 0 || at(place) == 1;
      case Interval interval ->
          at(place) == 0 || at(place) == 1 && interval.contains(0) && interval.low() == 0;
    };
  }

  private Stream<Input> inputs() {
    return Stream.concat(
        loss.definition().predictions().stream(), loss.definition().targets().stream());
  }

  /// The same sample with one number changed.
  Sample with(Place place, double value) {
    var changed = new HashMap<>(numbers);
    changed.put(place.input(), numbers.get(place.input()).clone());
    changed.get(place.input())[place.element()] = value;
    return new Sample(loss, changed, classes);
  }

  /// The same sample of the loss with another value of a parameter.
  Sample with(String parameter, double value) {
    return new Sample(loss.with(parameter, value), numbers, classes);
  }

  @Override
  public String toString() {
    return numbers.entrySet().stream()
        .map(e -> e.getKey() + " = " + text(e.getValue()))
        .sorted()
        .collect(Collectors.joining(", ", loss.text() + " at ", ""));
  }

  private static String text(double[] numbers) {
    return numbers.length == 1 ? Double.toString(numbers[0]) : Arrays.toString(numbers);
  }
}
