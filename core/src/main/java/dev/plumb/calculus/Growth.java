package dev.plumb.calculus;

import dev.plumb.formula.Domain.Interval;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formula.Number;
import dev.plumb.formula.Operation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// How fast a formula grows with a prediction: like which power of it, at most and at least. A
/// logarithm grows like a power near 0.
///
/// Of one prediction; all else stays where it is.
final class Growth {
  private static final double LOGARITHM = 1e-3;
  private static final double NONE = Double.NEGATIVE_INFINITY;
  private static final double ANY = Double.POSITIVE_INFINITY;
  private static final Set<String> LOGARITHMS =
      Set.of("log", "log1p", "log1p_square", "log_ratio", "log1p_ratio");

  private final Name prediction;
  private final Bounds bounds;
  private final Map<Formula, Powers> known = new HashMap<>();

  Growth(Name prediction, Bounds bounds) {
    this.prediction = prediction;
    this.bounds = bounds;
  }

  /// Powers between which a formula grows.
  private record Powers(double least, double most) {
    static final Powers CONSTANT = new Powers(0, 0);
    static final Powers BOUNDED = new Powers(NONE, 0);
    static final Powers UNKNOWN = new Powers(NONE, ANY);

    Powers times(double factor) {
      return new Powers(least * factor, most * factor);
    }
  }

  /// Whether both grow, and the divisor faster than what it divides.
  boolean isOutgrown(Formula above, Formula below) {
    Powers divided = of(above);
    return divided.most > 0 && divided.most < of(below).least;
  }

  /// Whether the divisor grows faster than what it divides, which need not grow at all.
  boolean isBehind(Formula above, Formula below) {
    return of(above).most < of(below).least;
  }

  /// Whether it grows no faster than a logarithm.
  boolean isSlow(Formula formula) {
    return of(formula).most <= LOGARITHM;
  }

  private Powers of(Formula formula) {
    return switch (formula) {
      case Number _ -> Powers.CONSTANT;
      case Name name -> name.equals(prediction) ? new Powers(1, 1) : Powers.CONSTANT;
      case Apply apply -> {
        Powers powers = known.get(apply);
        if (powers == null) {
          powers = applied(apply);
          known.put(apply, powers);
        }
        yield powers;
      }
    };
  }

  private Powers applied(Apply apply) {
    if (apply.names().noneMatch(prediction.text()::equals)) {
      return Powers.CONSTANT;
    }
    List<Powers> a = apply.arguments().stream().map(this::of).toList();
    Powers first = a.getFirst();
    Powers last = a.getLast();
    return switch (apply.operation().name()) {
      case "max", "min" -> apply.arguments().size() == 2 ? extreme(apply) : Powers.UNKNOWN;
      case "negate", "abs" -> first;
      case "add", "subtract" -> sum(apply, first, last);
      case "multiply", "weigh", "meet" ->
          new Powers(first.least + last.least, first.most + last.most);
      case "divide", "part", "outgrown" ->
          new Powers(first.least - last.most, first.most - last.least);
      case "if" -> new Powers(NONE, Math.max(a.get(1).most, last.most));
      case "sqrt" -> first.times(0.5);
      case "power" ->
          apply.argument(1) instanceof Number(double e) && e > 0 ? first.times(e) : Powers.UNKNOWN;
      default -> other(apply);
    };
  }

  /// A sum grows like its largest term, unless terms may cancel.
  private Powers sum(Apply apply, Powers first, Powers last) {
    boolean positive =
        apply.is(dev.plumb.formula.Operation.ADD)
            && apply.arguments().stream().allMatch(f -> bounds.of(f).low() >= 0);
    boolean apart = first.least > last.most || last.least > first.most;
    double most = Math.max(first.most, last.most);
    return new Powers(positive || apart ? Math.max(first.least, last.least) : NONE, most);
  }

  /// The larger or smaller of two grows like the faster of them at most, and not at all where it
  /// lies between numbers that the prediction does not move: `max(0, min(p, y))`.
  private Powers extreme(Apply apply) {
    double most = Math.max(upwards(apply), downwards(apply));
    return new Powers(NONE, most);
  }

  /// Like which power a formula grows, at most, towards infinity itself.
  private double upwards(Formula formula) {
    return switch (formula) {
      case Apply(var o, var a) when o.name().equals("max") && a.size() == 2 ->
          Math.max(upwards(a.get(0)), upwards(a.get(1)));
      case Apply(var o, var a) when o.name().equals("min") && a.size() == 2 ->
          Math.min(upwards(a.get(0)), upwards(a.get(1)));
      case Apply(var o, var a) when o == Operation.ADD ->
          Math.max(upwards(a.get(0)), upwards(a.get(1)));
      case Apply(var o, var a) when o == Operation.SUBTRACT ->
          Math.max(upwards(a.get(0)), downwards(a.get(1)));
      case Apply(var o, var a) when o == Operation.NEGATE -> downwards(a.getFirst());
      case Apply _, Name _, Number _ -> of(formula).most;
    };
  }

  private double downwards(Formula formula) {
    return switch (formula) {
      case Apply(var o, var a) when o.name().equals("max") && a.size() == 2 ->
          Math.min(downwards(a.get(0)), downwards(a.get(1)));
      case Apply(var o, var a) when o.name().equals("min") && a.size() == 2 ->
          Math.max(downwards(a.get(0)), downwards(a.get(1)));
      case Apply(var o, var a) when o == Operation.ADD ->
          Math.max(downwards(a.get(0)), downwards(a.get(1)));
      case Apply(var o, var a) when o == Operation.SUBTRACT ->
          Math.max(downwards(a.get(0)), upwards(a.get(1)));
      case Apply(var o, var a) when o == Operation.NEGATE -> upwards(a.getFirst());
      case Apply _, Name _, Number _ -> of(formula).most;
    };
  }

  private Powers other(Apply apply) {
    if (LOGARITHMS.contains(apply.operation().name())) {
      return new Powers(0, LOGARITHM);
    }
    Interval interval = bounds.of(apply);
    boolean bounded = Double.isFinite(interval.low()) && Double.isFinite(interval.high());
    return bounded ? Powers.BOUNDED : Powers.UNKNOWN;
  }
}
