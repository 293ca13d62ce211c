package dev.plumb.calculus;

import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.SUBTRACT;
import static dev.plumb.formula.Operation.WEIGH;
import static java.lang.Double.NEGATIVE_INFINITY;
import static java.lang.Double.POSITIVE_INFINITY;

import dev.plumb.formula.Domain;
import dev.plumb.formula.Domain.Interval;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formula.Number;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Intervals that hold every value of a formula, from the domains of its names: interval
/// arithmetic, with the ranges of the table of operations where they are tighter. Scores may be
/// infinite.
public final class Bounds {
  private final Map<String, Domain> domains;
  private final Map<Formula, Interval> known = new HashMap<>();

  public Bounds(Map<String, Domain> domains) {
    this.domains = Map.copyOf(domains);
  }

  /// An interval that holds every value of the formula.
  public Interval of(Formula formula) {
    Interval interval = known.get(formula);
    if (interval == null) {
      interval = computed(formula);
      known.put(formula, interval);
    }
    return interval;
  }

  /// Whether the formula may be 0, as far as its bounds tell. An end that a domain excludes stays
  /// excluded through roots, powers and products.
  public boolean mayBeZero(Formula formula) {
    if (formula instanceof Name(String text) && domains.containsKey(text)) {
      return domains.get(text).contains(0);
    }
    if (!of(formula).contains(0)) {
      return false;
    }
    return !(formula instanceof Apply apply)
        || switch (apply.operation().name()) {
          case "abs", "sqrt", "negate" -> mayBeZero(apply.argument(0));
          case "multiply" -> mayBeZero(apply.argument(0)) || mayBeZero(apply.argument(1));
          case "power" ->
              !(apply.argument(1) instanceof Number(double e) && e > 0)
                  || mayBeZero(apply.argument(0));
          default -> true;
        };
  }

  /// Whether the formula may be infinite, as far as its bounds tell.
  public boolean mayBeInfinite(Formula formula) {
    Interval interval = of(formula);
    return Double.isInfinite(interval.low()) || Double.isInfinite(interval.high());
  }

  private Interval computed(Formula formula) {
    return switch (formula) {
      case Number(double value) -> point(value);
      case Name(String text) -> domains.getOrDefault(text, Domain.REALS).hull();
      case Apply apply -> {
        Interval interval = applied(apply.operation().name(), apply);
        yield apply.operation().range().map(r -> intersection(interval, r)).orElse(interval);
      }
    };
  }

  private Interval applied(String operation, Apply apply) {
    List<Interval> a = apply.arguments().stream().map(this::of).toList();
    Interval first = a.getFirst();
    Interval last = a.getLast();
    boolean single = a.size() == 1;
    return switch (operation) {
      case "add" -> blend(apply).orElseGet(() -> sum(first, last));
      case "subtract" -> sum(first, opposite(last));
      case "negate" -> opposite(first);
      case "multiply", "weigh", "meet" -> product(first, last);
      case "divide", "part", "outgrown" ->
          last.low() >= 0
              ? product(first, of(inverse(last.high()), inverse(last.low())))
              : Domain.REALS.hull();
      case "power" -> power(first, apply.argument(1));
      case "if" -> union(a.get(1), a.get(2));
      case "abs" ->
          of(
              first.low() > 0 ? first.low() : first.high() < 0 ? -first.high() : 0,
              Math.max(-first.low(), first.high()));
      case "max" ->
          single
              ? first
              : of(Math.max(first.low(), last.low()), Math.max(first.high(), last.high()));
      case "min" ->
          single
              ? first
              : of(Math.min(first.low(), last.low()), Math.min(first.high(), last.high()));
      case "exp" -> of(Math.exp(first.low()) * 0.99, Math.exp(first.high()) * 1.01);
      case "log" ->
          of(
              first.low() <= 0 ? NEGATIVE_INFINITY : Math.log(first.low()) - 1e-9,
              first.high() <= 1 ? 0 : Math.log(first.high()) + 1e-9);
      case "sqrt" ->
          of(
              Math.sqrt(Math.max(0, first.low())) * 0.99,
              Math.sqrt(Math.max(0, first.high())) * 1.01);
      case "pick", "mean" -> first;
      case "sum" ->
          of(first.low() >= 0 ? 0 : NEGATIVE_INFINITY, first.high() <= 0 ? 0 : POSITIVE_INFINITY);
      default -> Domain.REALS.hull();
    };
  }

  /// `y * a + (1 - y) * b` with a share y lies between a and b.
  private Optional<Interval> blend(Apply sum) {
    return sum.argument(0) instanceof Apply first
            && sum.argument(1) instanceof Apply second
            && isProduct(first)
            && isProduct(second)
            && isShare(first.argument(0))
            && second.argument(0).equals(SUBTRACT.of(Sum.ONE, first.argument(0)))
        ? Optional.of(union(of(first.argument(1)), of(second.argument(1))))
        : Optional.empty();
  }

  private static boolean isProduct(Apply apply) {
    return apply.is(MULTIPLY) || apply.is(WEIGH);
  }

  private boolean isShare(Formula formula) {
    Interval interval = of(formula);
    return interval.low() >= 0 && interval.high() <= 1;
  }

  private Interval power(Interval base, Formula exponent) {
    if (!(exponent instanceof Number(double e)) || e <= 0) {
      return base.low() >= 0 ? of(0, POSITIVE_INFINITY) : Domain.REALS.hull();
    }
    double low = Math.pow(base.low(), e);
    double high = Math.pow(base.high(), e);
    boolean even = e % 2 == 0;
    if (base.low() >= 0 || !even) {
      return Double.isNaN(low) || Double.isNaN(high) ? Domain.REALS.hull() : of(low, high);
    }
    return of(0, Math.max(low, high));
  }

  private static Interval product(Interval a, Interval b) {
    double[] ends = {
      times(a.low(), b.low()),
      times(a.low(), b.high()),
      times(a.high(), b.low()),
      times(a.high(), b.high())
    };
    double low = POSITIVE_INFINITY;
    double high = NEGATIVE_INFINITY;
    for (double end : ends) {
      low = Math.min(low, end);
      high = Math.max(high, end);
    }
    return of(low, high);
  }

  private static double times(double a, double b) {
    return a == 0 || b == 0 ? 0 : a * b;
  }

  private static Interval sum(Interval a, Interval b) {
    double low = a.low() + b.low();
    double high = a.high() + b.high();
    return new Interval(
        Double.isNaN(low) ? NEGATIVE_INFINITY : low,
        Double.isNaN(high) ? POSITIVE_INFINITY : high,
        a.lowInclusive() && b.lowInclusive(),
        a.highInclusive() && b.highInclusive());
  }

  private static Interval opposite(Interval a) {
    return new Interval(-a.high(), -a.low(), a.highInclusive(), a.lowInclusive());
  }

  private static double inverse(double value) {
    return 1 / Math.abs(value);
  }

  private static Interval point(double value) {
    return of(value, value);
  }

  private static Interval of(double low, double high) {
    return new Interval(low, high, true, true);
  }

  private static Interval union(Interval a, Interval b) {
    return of(Math.min(a.low(), b.low()), Math.max(a.high(), b.high()));
  }

  private static Interval intersection(Interval a, Interval b) {
    double low = Math.max(a.low(), b.low());
    double high = Math.min(a.high(), b.high());
    return low <= high ? of(low, high) : b;
  }
}
