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

/// Where the `abs`, `max`, `min` and conditions of a loss change over along a prediction that is
/// one number, and what jumps there: found in the formula, then confirmed by numbers on both sides.
final class Borders {
  private static final Set<String> COMPARISONS =
      Set.of("less", "less_equal", "greater", "greater_equal", "equal", "not_equal");
  private static final int LINES = 6;
  private static final int GRID = 96;
  private static final int HALVINGS = 70;
  private static final double STEP = 1e-6;
  private static final double JUMP = 1e-3;

  private final Loss loss;
  private final Shapes shapes;
  private final Samples samples;
  private final int input;
  private final Formula value;

  Borders(Loss loss, Shapes shapes, Formula value, int input) {
    this.loss = loss;
    this.shapes = shapes;
    this.samples = new Samples(loss, 7);
    this.input = input;
    this.value = value;
  }

  private record Border(Formula left, Formula right, Formula lowered) {}

  private record Crossing(Border border, double[][] sample) {}

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
    if (borders.isEmpty() || samples.inputs().get(input).row()) {
      return crossings;
    }
    for (int line = 0; line < LINES; line++) {
      double[][] base = samples.next();
      double[] grid = grid(base);
      for (Border border : borders) {
        crossings(border, base, grid, crossings);
      }
    }
    return crossings;
  }

  private void crossings(Border border, double[][] base, double[] grid, List<Crossing> into) {
    double before = Double.NaN;
    for (int i = 0; i < grid.length; i++) {
      double here = difference(border, base, grid[i]);
      if (here == 0) {
        into.add(new Crossing(border, Samples.with(base, input, grid[i])));
      } else if (before * here < 0) {
        double at = halved(border, base, grid[i - 1], grid[i], before);
        into.add(new Crossing(border, Samples.with(base, input, at)));
      }
      before = here;
    }
  }

  private double halved(Border border, double[][] base, double low, double high, double atLow) {
    for (int i = 0; i < HALVINGS; i++) {
      double middle = low + (high - low) / 2;
      double here = difference(border, base, middle);
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
    double at = crossing.sample[input][0];
    double step = STEP * Math.max(1e-3, Math.abs(at));
    var around = new ArrayList<double[][]>();
    for (int i : new int[] {-2, -1, 1, 2}) {
      around.add(Samples.with(crossing.sample, input, at + i * step));
    }
    Domain domain = samples.inputs().get(input).domain();
    if (!domain.contains(at - 2 * step) || !domain.contains(at + 2 * step)) {
      return Optional.empty();
    }
    Outputs outputs = Outputs.of(loss, around, samples.classes());
    double[] f = outputs.values();
    double[] g = outputs.gradient()[input];
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

  private double difference(Border border, double[][] base, double at) {
    var names = new HashMap<String, List<Double>>();
    loss.parameters().forEach((name, v) -> names.put(name, List.of(v)));
    for (int i = 0; i < base.length; i++) {
      names.put(
          samples.inputs().get(i).name(),
          i == input ? List.of(at) : Arrays.stream(base[i]).boxed().toList());
    }
    return new Interpreter<>(Doubles.DOUBLES, shapes, names, samples.classes())
        .of(border.lowered)
        .getFirst();
  }

  // In the formula

  boolean any() {
    return !borders().isEmpty();
  }

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
    boolean two =
        apply.arguments().size() == 2
            && (operation.equals("max")
                || operation.equals("min")
                || COMPARISONS.contains(operation));
    return two ? Optional.of(border(apply.argument(0), apply.argument(1))) : Optional.empty();
  }

  private static Border border(Formula left, Formula right) {
    return new Border(left, right, Lower.meaning().of(Operation.SUBTRACT.of(left, right)));
  }

  private static String text(Border border) {
    Formula left = border.left.is(0) ? border.right : border.left;
    Formula right = border.left.is(0) ? border.left : border.right;
    if (right.is(0) && left.is(Operation.SUBTRACT)) {
      right = left.children().getLast();
      left = left.children().getFirst();
    }
    return Printer.text(left) + " = " + Printer.text(right);
  }
}
