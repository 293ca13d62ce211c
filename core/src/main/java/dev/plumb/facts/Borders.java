package dev.plumb.facts;

import dev.plumb.Loss;
import dev.plumb.calculus.Doubles;
import dev.plumb.calculus.Interpreter;
import dev.plumb.calculus.Lower;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Operation;
import dev.plumb.formula.Printer;
import dev.plumb.formula.Shapes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

/// Where the `abs`, `max`, `min` and conditions of a loss change over along a prediction, and what
/// jumps there: found in the formula, then confirmed by numbers on both sides. A row is followed
/// from one sample to another, all its elements at once.
final class Borders {
  private static final Set<String> COMPARISONS =
      Set.of("less", "less_equal", "greater", "greater_equal", "equal", "not_equal");
  private static final int LINES = 6;
  private static final int GRID = 96;
  private static final int ROW_LINES = 12;
  private static final int ROW_GRID = 32;
  private static final int HALVINGS = 70;
  private static final double STEP = 1e-6;
  private static final double JUMP = 1e-3;

  private final Loss loss;
  private final Shapes shapes;
  private final Samples samples;
  private final int input;
  private final boolean row;
  private final Formula value;

  Borders(Loss loss, Shapes shapes, Formula value, int input) {
    this.loss = loss;
    this.shapes = shapes;
    this.samples = new Samples(loss, 7);
    this.input = input;
    this.row = samples.inputs().get(input).row();
    this.value = value;
  }

  /// Where two sides are equal; where two elements of a fold are, which then is both sides.
  private record Border(Formula left, Formula right, Formula lowered) {
    boolean isFold() {
      return left.equals(right);
    }
  }

  private record Crossing(Border border, Line line, double[][] sample) {}

  /// Samples that differ in one input: its numbers are origin + t · direction.
  ///
  /// @param places values of t, ascending
  private record Line(double[][] base, double[] origin, double[] direction, double[] places) {
    double[][] at(double t, int input) {
      var values = new double[origin.length];
      Arrays.setAll(values, k -> origin[k] + t * direction[k]);
      return Samples.with(base, input, values);
    }
  }

  /// One kink for each border of the formula that has one: the largest jump found.
  List<Kink> kinks() {
    Map<String, Kink> worst = new LinkedHashMap<>();
    for (Crossing crossing : crossings()) {
      kink(crossing)
          .ifPresent(k -> worst.merge(k.where(), k, (a, b) -> size(a) >= size(b) ? a : b));
    }
    return List.copyOf(worst.values());
  }

  private static double size(Kink kink) {
    return (kink.of() == Kink.Of.VALUE ? 1e9 : 1) * Math.abs(kink.jump());
  }

  /// Samples that lie on borders, as nearly as doubles can.
  List<double[][]> samplesOnBorders() {
    return crossings().stream().map(Crossing::sample).toList();
  }

  private List<Crossing> crossings() {
    List<Border> borders = borders();
    var crossings = new ArrayList<Crossing>();
    for (int i = 0; i < (row ? ROW_LINES : LINES) && !borders.isEmpty(); i++) {
      Line line = line();
      for (Border border : borders) {
        crossings(border, line, crossings);
      }
    }
    return crossings;
  }

  private void crossings(Border border, Line line, List<Crossing> into) {
    double[] places = line.places();
    double[] before = null;
    for (int i = 0; i < places.length; i++) {
      double[] here = differences(border, line, places[i]);
      for (int k = 0; k < here.length; k++) {
        // What is 0 all along a row, as the pairs of each element with itself, is no border.
        boolean hit = here[k] == 0 && (!row || before != null && before[k] != 0);
        if (hit) {
          into.add(new Crossing(border, line, line.at(places[i], input)));
        } else if (before != null && before[k] * here[k] < 0) {
          double at = halved(border, line, k, places[i - 1], places[i], before[k]);
          into.add(new Crossing(border, line, line.at(at, input)));
        }
      }
      before = here;
    }
  }

  private double halved(
      Border border, Line line, int element, double low, double high, double atLow) {
    for (int i = 0; i < HALVINGS; i++) {
      double middle = low + (high - low) / 2;
      double here = differences(border, line, middle)[element];
      if (here == 0) {
        return middle;
      }
      if (here * atLow > 0) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low;
  }

  private Line line() {
    double[][] base = samples.next();
    if (!row) {
      return new Line(base, new double[1], new double[] {1}, grid(base));
    }
    double[] origin = base[input];
    double[] end = samples.other(base, input)[input];
    var direction = new double[origin.length];
    Arrays.setAll(direction, k -> end[k] - origin[k]);
    var places = new double[ROW_GRID - 1];
    Arrays.setAll(places, i -> (i + 1.0) / ROW_GRID);
    return new Line(base, origin, direction, places);
  }

  private double[] grid(double[][] base) {
    double reach = 10 * samples.unit();
    double centre = Math.abs(base[base.length - 1][0]) < reach ? base[base.length - 1][0] : 0;
    Domain domain = samples.inputs().get(input).domain();
    double low = Math.max(domain.hull().low(), centre - reach);
    double high = Math.min(domain.hull().high(), centre + reach);
    double[] grid = new double[GRID + 1];
    for (int i = 0; i <= GRID; i++) {
      grid[i] = low + (high - low) * i / GRID;
    }
    return grid;
  }

  private Optional<Kink> kink(Crossing crossing) {
    double[] at = crossing.sample[input];
    double[] direction = crossing.line.direction();
    double length = largest(direction);
    double step = STEP * Math.max(1e-3, largest(at));
    var around = new ArrayList<double[][]>();
    for (int i : new int[] {-2, -1, 1, 2}) {
      var moved = new double[at.length];
      Arrays.setAll(moved, k -> at[k] + i * step * direction[k] / length);
      around.add(Samples.with(crossing.sample, input, moved));
    }
    if (length == 0 || !isInside(around.getFirst()) || !isInside(around.getLast())) {
      return Optional.empty();
    }
    Outputs outputs = Outputs.of(loss, around, samples.classes());
    double[] f = outputs.values();
    double[] g = slopes(outputs.gradient()[input], direction, length);
    double expected = (Math.abs(g[1]) + Math.abs(g[2])) * 2 * step;
    double valueJump = f[2] - f[1];
    if (Math.abs(valueJump) > 10 * expected + 1e-9 * Math.abs(f[1])
        && Math.abs(valueJump) > JUMP * Math.max(Math.abs(f[1]), 1e-3)) {
      return Optional.of(
          new Kink(text(crossing.border), Kink.Of.VALUE, crossing.sample, valueJump));
    }
    double slopeJump = g[2] - g[1];
    double drift = Math.abs(g[1] - g[0]) + Math.abs(g[3] - g[2]);
    boolean jumps =
        Math.abs(slopeJump) > JUMP * Math.max(Math.abs(g[1]), Math.abs(g[2]))
            && Math.abs(slopeJump) > 4 * drift
            && Math.abs(slopeJump) > 1e-9;
    return jumps
        ? Optional.of(new Kink(text(crossing.border), Kink.Of.SLOPE, crossing.sample, slopeJump))
        : Optional.empty();
  }

  private static double largest(double[] numbers) {
    return Arrays.stream(numbers).map(Math::abs).max().orElse(0);
  }

  private boolean isInside(double[][] sample) {
    Domain domain = samples.inputs().get(input).domain();
    return domain instanceof Domain.Simplex
        || Arrays.stream(sample[input]).allMatch(domain::contains);
  }

  /// The slopes along a direction whose largest element is 1.
  private static double[] slopes(double[] gradient, double[] direction, double length) {
    int width = direction.length;
    var slopes = new double[gradient.length / width];
    for (int i = 0; i < gradient.length; i++) {
      slopes[i / width] += gradient[i] * (direction[i % width] / length);
    }
    return slopes;
  }

  /// Left less right, for each element; of a fold the differences of all pairs of its elements.
  private double[] differences(Border border, Line line, double t) {
    var names = new HashMap<String, List<Double>>();
    loss.parameters().forEach((name, v) -> names.put(name, List.of(v)));
    double[][] sample = line.at(t, input);
    for (int i = 0; i < sample.length; i++) {
      names.put(samples.inputs().get(i).name(), Arrays.stream(sample[i]).boxed().toList());
    }
    List<Double> numbers =
        new Interpreter<>(Doubles.DOUBLES, shapes, names, samples.classes()).of(border.lowered);
    double[] sides = numbers.stream().mapToDouble(x -> x).toArray();
    if (!border.isFold()) {
      return sides;
    }
    return IntStream.range(0, sides.length)
        .boxed()
        .flatMapToDouble(i -> IntStream.range(0, i).mapToDouble(k -> sides[i] - sides[k]))
        .toArray();
  }

  // In the formula

  private List<Border> borders() {
    String name = samples.inputs().get(input).name();
    var found = new LinkedHashSet<Border>();
    value
        .all()
        .distinct()
        .forEach(f -> {
          if (f instanceof Apply apply && f.names().anyMatch(name::equals)) {
            border(apply).ifPresent(found::add);
          }
        });
    return List.copyOf(found);
  }

  private Optional<Border> border(Apply apply) {
    String operation = apply.operation().name();
    if (operation.equals("abs") || operation.equals("sign")) {
      return Optional.of(border(apply.argument(0), new Formula.Number(0)));
    }
    boolean chooses = operation.equals("max") || operation.equals("min");
    if (chooses && apply.operation().isFold()) {
      Formula folded = apply.argument(0);
      return Optional.of(new Border(folded, folded, Lower.meaning().of(folded)));
    }
    boolean two = apply.arguments().size() == 2 && (chooses || COMPARISONS.contains(operation));
    return two ? Optional.of(border(apply.argument(0), apply.argument(1))) : Optional.empty();
  }

  private static Border border(Formula left, Formula right) {
    return new Border(left, right, Lower.meaning().of(Operation.SUBTRACT.of(left, right)));
  }

  private static String text(Border border) {
    if (border.isFold()) {
      return "two elements of " + Printer.text(border.left) + " tie";
    }
    Formula left = border.left.is(0) ? border.right : border.left;
    Formula right = border.left.is(0) ? border.left : border.right;
    if (right.is(0) && left.is(Operation.SUBTRACT)) {
      right = left.children().getLast();
      left = left.children().getFirst();
    }
    return Printer.text(left) + " = " + Printer.text(right);
  }
}
