package dev.plumb.cli;

import static dev.plumb.formula.Operation.SUBTRACT;

import dev.plumb.Loss;
import dev.plumb.calculus.Doubles;
import dev.plumb.calculus.Interpreter;
import dev.plumb.calculus.Lower;
import dev.plumb.facts.Along;
import dev.plumb.facts.Facts;
import dev.plumb.facts.Kink;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Shapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Where a loss bends sharply: the places at which its `abs`, `max`, `min` and conditions change
/// over, and what jumps there, told from the numbers on both sides.
final class Kinks {
  private static final Set<String> COMPARISONS =
      Set.of("less", "less_equal", "greater", "greater_equal", "equal", "not_equal");
  private static final int GRID = 121;
  private static final int HALVINGS = 80;
  private static final double STEP = 1e-7;
  private static final double JUMP = 1e-4;

  private final Loss loss;
  private final Folding folding;

  Kinks(Loss loss, Folding folding) {
    this.loss = loss;
    this.folding = folding;
  }

  /// What jumps first, from the worst.
  private enum Jump {
    VALUE("the value jumps where "),
    SLOPE("the slope jumps where "),
    CURVATURE("the hessian jumps where "),
    NONE("");

    private final String words;

    Jump(String words) {
      this.words = words;
    }
  }

  /// A place where something changes over: where `left` equals `right`.
  private record Border(Formula left, Formula right) {}

  /// In words: `the slope jumps where p = y`, or that there are none.
  String text() {
    List<Border> borders = borders();
    if (borders.isEmpty()) {
      return "none: smooth";
    }
    return Curve.has(loss) ? measured(borders) : found();
  }

  /// Those of a loss that has no curve: along rows, or along several predictions.
  private String found() {
    Map<Jump, List<String>> found = new TreeMap<>();
    for (Along along : Facts.of(loss).along()) {
      for (Kink kink : along.kinks()) {
        Jump jump = kink.of() == Kink.Of.VALUE ? Jump.VALUE : Jump.SLOPE;
        found.computeIfAbsent(jump, _ -> new ArrayList<>()).add(kink.where());
      }
    }
    return told(found);
  }

  private String text(Border border) {
    boolean turned = border.left.is(0);
    Formula left = turned ? border.right : border.left;
    Formula right = turned ? border.left : border.right;
    return folding.text(left) + " = " + folding.text(right);
  }

  private List<Border> borders() {
    return loss.calculus().stream()
        .flatMap(c -> c.value().all())
        .filter(Apply.class::isInstance)
        .flatMap(f -> border((Apply) f).stream())
        .distinct()
        .toList();
  }

  private static List<Border> border(Apply apply) {
    String name = apply.operation().name();
    Formula first = apply.argument(0);
    if (name.equals("abs") || name.equals("sign")) {
      return List.of(new Border(first, new Formula.Number(0)));
    }
    if (name.equals("max") || name.equals("min")) {
      return List.of(new Border(first, apply.arguments().getLast()));
    }
    return COMPARISONS.contains(name) ? List.of(new Border(first, apply.argument(1))) : List.of();
  }

  // Measured on both sides

  private String measured(List<Border> borders) {
    Map<Jump, List<String>> found = new TreeMap<>();
    for (Border border : borders) {
      Jump worst = worst(border);
      if (worst != Jump.NONE) {
        List<String> places = found.computeIfAbsent(worst, _ -> new ArrayList<>());
        places.add(isOnTarget(border) ? onTarget() : text(border));
      }
    }
    return told(found);
  }

  private static String told(Map<Jump, List<String>> found) {
    return found.isEmpty()
        ? "none: smooth"
        : found.entrySet().stream()
            .map(e ->
                e.getKey().words
                    + e.getValue().stream().distinct().collect(Collectors.joining(" or ")))
            .collect(Collectors.joining("; "));
  }

  private String onTarget() {
    var definition = loss.definition();
    return definition.predictions().getFirst().name()
        + " = "
        + definition.targets().getFirst().name();
  }

  private Jump worst(Border border) {
    Region region = Region.of(loss);
    return crossings(border, region, region.targets()).stream()
        .map(p -> jump(p, region.targets()))
        .min(Jump::compareTo)
        .orElse(Jump.NONE);
  }

  /// Whether the change over happens exactly at the target, wherever that lies.
  private boolean isOnTarget(Border border) {
    Region region = Region.of(loss);
    double width = region.to() - region.from();
    for (double share : new double[] {0.3, 0.45, 0.61}) {
      double target = region.from() + share * width;
      boolean single =
          loss.definition().targets().size() == 1
              && loss.definition().targets().getFirst().domain().contains(target);
      List<Double> all =
          single ? crossings(border, region, new double[] {target}) : List.<Double>of();
      if (all.size() != 1 || Math.abs(all.getFirst() - target) > 1e-9 * width) {
        return false;
      }
    }
    return true;
  }

  private List<Double> crossings(Border border, Region region, double[] targets) {
    Formula difference = Lower.stable().of(SUBTRACT.of(border.left, border.right));
    double[] predictions = region.predictions(GRID);
    var found = new ArrayList<Double>();
    double before = at(difference, predictions[0], targets);
    for (int i = 1; i < GRID; i++) {
      double here = at(difference, predictions[i], targets);
      if (here == 0 && i < GRID - 1) {
        found.add(predictions[i]);
      } else if (before * here < 0) {
        found.add(crossing(difference, predictions[i - 1], predictions[i], targets));
      }
      before = here;
    }
    return found;
  }

  private double crossing(Formula difference, double low, double high, double[] targets) {
    double sign = Math.signum(at(difference, low, targets));
    for (int i = 0; i < HALVINGS; i++) {
      double middle = low + (high - low) / 2;
      if (Math.signum(at(difference, middle, targets)) == sign) {
        low = middle;
      } else {
        high = middle;
      }
    }
    return low + (high - low) / 2;
  }

  private double at(Formula formula, double prediction, double[] targets) {
    var definition = loss.definition();
    var inputs = new HashMap<String, List<Double>>();
    loss.parameters().forEach((name, value) -> inputs.put(name, List.of(value)));
    inputs.put(definition.predictions().getFirst().name(), List.of(prediction));
    for (int i = 0; i < targets.length; i++) {
      inputs.put(definition.targets().get(i).name(), List.of(targets[i]));
    }
    return new Interpreter<>(Doubles.DOUBLES, new Shapes(Set.of()), inputs, 1)
        .of(formula)
        .getFirst();
  }

  private Jump jump(double prediction, double[] targets) {
    double step = STEP * (1 + Math.abs(prediction));
    Curve sides = Curve.of(loss, targets, prediction - step, prediction + step);
    return jumps(sides.values())
        ? Jump.VALUE
        : jumps(sides.gradient())
            ? Jump.SLOPE
            : jumps(sides.hessian()) ? Jump.CURVATURE : Jump.NONE;
  }

  private static boolean jumps(double[] sides) {
    double size = 1 + Math.min(Math.abs(sides[0]), Math.abs(sides[1]));
    return Math.abs(sides[1] - sides[0]) > JUMP * size;
  }
}
