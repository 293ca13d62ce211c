package dev.plumb.calculus;

import static dev.plumb.formula.Operation.ADD;
import static dev.plumb.formula.Operation.DIVIDE;
import static dev.plumb.formula.Operation.MEET;
import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.NEGATE;
import static dev.plumb.formula.Operation.OUTGROWN;
import static dev.plumb.formula.Operation.PART;
import static dev.plumb.formula.Operation.SQRT;
import static dev.plumb.formula.Operation.SUBTRACT;
import static dev.plumb.formula.Operation.WEIGH;

import dev.plumb.formula.Domain.Interval;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formula.Number;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/// Products and quotients that stay right where a factor is 0 or infinite, as far as bounds tell
/// where that may happen.
///
/// - A known factor that is 0 wins over infinity, and over 0 / 0: a target or a weight of 0
///   switches its term off.
/// - What fades like an exponential wins over what grows like a power: `u * exp(-u)` is 0 at
///   infinity.
/// - A divisor wins over what grows more slowly: `log(1 + p) / (1 + p)` is 0 at infinity.
/// - Several divisors divide one after the other ([Ratios]).
///
/// @param known whether a formula is one of targets and parameters alone
record Guards(Order order, Predicate<Formula> known, Bounds bounds) {
  private static final Set<String> FADING =
      Set.of(
          "exp",
          "gauss",
          "sech",
          "sech_squared",
          "sigmoid",
          "softmax",
          "softmax_rest",
          "softmax_beside_0",
          "softmax_beside_0_rest",
          "erfc_rate",
          "cloglog_rate");

  /// A formula with the guards that its root needs.
  Formula of(Formula formula) {
    boolean product = formula.is(MULTIPLY) || formula.is(DIVIDE);
    return product && !known.test(formula) && !alreadyPlain(formula) ? split(formula) : formula;
  }

  private static boolean alreadyPlain(Formula formula) {
    return formula.children().stream().allMatch(c -> c instanceof Number);
  }

  private Formula split(Formula formula) {
    Product product = Product.of(formula, order);
    var weight = new Product(order);
    var fading = new Product(order);
    var swelling = new Product(order);
    var above = new Product(order);
    var below = new Product(order);
    var zeros = new Product(order);
    weight.scale(product.coefficient());
    boolean weighs = false;
    for (Product.Factor factor : product.factors()) {
      boolean isKnown = known.test(factor.base());
      if (isKnown && factor.exponent() > 0) {
        weight.multiply(factor.base(), factor.exponent());
        weighs |= mayBeZero(factor.base());
      } else if (factor.exponent() > 0 && isFading(factor.base())) {
        (mayBeInfinite(factor.base()) ? swelling : fading)
            .multiply(factor.base(), factor.exponent());
      } else if (isKnown && mayBeZero(factor.base())) {
        zeros.multiply(factor.base(), -factor.exponent());
      } else if (factor.exponent() > 0 || isKnown) {
        above.multiply(factor.base(), factor.exponent());
      } else {
        below.multiply(factor.base(), -factor.exponent());
      }
    }
    if (!zeros.formula().is(1)) {
      Product rest = Product.of(formula, order);
      zeros.factors().forEach(f -> rest.collect(f.base(), f.exponent()));
      return Ratios.units(zeros).stream().reduce(of(rest.formula()), PART::of);
    }
    Formula fades = fading.formula();
    Formula swells = swelling.formula();
    if (weighs && above.formula().is(1) && fades.is(1) && swells.is(1)) {
      return bounds.mayBeZero(below.formula())
          ? signed(weight, known -> parts(known, below))
          : ratio(formula);
    }
    boolean whole = below.formula().is(1);
    if (!whole
        && above.formula().is(1)
        && !fades.is(1)
        && swells.is(1)
        && Ratios.units(below).size() == 1) {
      above = fading;
      fades = Sum.ONE;
    }
    Formula grown =
        whole
            ? new Meeting(known, bounds, !fades.is(1)).of(above, swells)
            : quotient(above.formula(), below, !fades.is(1) || !swells.is(1) || above == fading);
    if (whole) {
      swells = Sum.ONE;
    }
    Formula rest = faded(fades, faded(swells, grown));
    if (weighs && mayBeInfinite(rest)) {
      return signed(weight, known -> WEIGH.of(known, rest));
    }
    return rest.is(WEIGH) || grown.is(OUTGROWN) || grown.is(PART) || grown.is(MEET)
        ? signed(weight, known -> times(known, rest))
        : ratio(formula);
  }

  /// What fades wins over what may be infinite with the predictions.
  private Formula faded(Formula fades, Formula rest) {
    return !fades.is(1) && !known.test(rest) && mayBeInfinite(rest)
        ? WEIGH.of(fades, rest)
        : times(fades, rest);
  }

  /// What is neither known nor fades, over its divisors; where it fades, 0 / 0 counts as 0.
  private Formula quotient(Formula above, Product below, boolean fades) {
    Formula divisor = below.formula();
    if (divisor.is(1)) {
      return above;
    }
    boolean outgrown =
        mayBeInfinite(above)
            && mayBeInfinite(divisor)
            && (predictions(above).anyMatch(n -> new Growth(n, bounds).isOutgrown(above, divisor))
                || holdsRatio(above)
                    && predictions(above)
                        .allMatch(n -> new Growth(n, bounds).isBehind(above, divisor)));
    if (outgrown) {
      return outgrown(above, Ratios.units(below));
    }
    boolean switched = above.all().anyMatch(f -> f.is(PART));
    boolean part =
        isRoot(below) && bounds.mayBeZero(divisor)
            || bounds.mayBeZero(above)
                && Ratios.units(below).stream()
                    .anyMatch(u -> bounds.mayBeZero(u) && (fades || switched || fades(u)));
    return part ? PART.of(above, divisor) : ratio(DIVIDE.of(above, divisor));
  }

  /// The first factor is divided before the others come to it, so that their product overflows no
  /// earlier than the divisors. Where it does, a factor that is 0 wins.
  private Formula outgrown(Formula above, List<Formula> divisors) {
    List<Formula> factors = Ratios.units(Product.of(above, order));
    boolean isLong = factors.size() > 1 && divisors.size() > 1;
    Formula chain = isLong ? OUTGROWN.of(factors.getFirst(), divisors.getFirst()) : Sum.ONE;
    for (Formula factor : factors.subList(isLong ? 1 : 0, factors.size())) {
      chain = met(chain, factor);
    }
    return divisors.stream().skip(isLong ? 1 : 0).reduce(chain, OUTGROWN::of);
  }

  private Formula met(Formula a, Formula b) {
    boolean meet =
        bounds.mayBeZero(a) && mayBeInfinite(b) || bounds.mayBeZero(b) && mayBeInfinite(a);
    return meet ? MEET.of(a, b) : times(a, b);
  }

  /// Whether infinity over infinity may be in it.
  private boolean holdsRatio(Formula formula) {
    return formula
        .all()
        .anyMatch(f -> f.is(DIVIDE) && f.children().stream().allMatch(this::mayBeInfinite));
  }

  /// A root has no slope at 0, and what vanishes there with it wins.
  private static boolean isRoot(Product divisor) {
    return divisor.factors().stream().anyMatch(f -> f.base().is(SQRT));
  }

  private Stream<Name> predictions(Formula formula) {
    return formula.names().distinct().map(Name::new).filter(name -> !known.test(name));
  }

  private Formula ratio(Formula formula) {
    return new Ratios(order, known, bounds).of(formula);
  }

  /// A known number divided by one divisor after the other.
  private static Formula parts(Formula known, Product below) {
    Formula part = known;
    for (Formula divisor : Ratios.units(below)) {
      part = PART.of(part, divisor);
    }
    return part;
  }

  /// A sign goes before the whole.
  private static Formula signed(Product known, UnaryOperator<Formula> guarded) {
    Formula weight = known.formula();
    return Product.isOpposite(weight, known.order())
        ? NEGATE.of(guarded.apply(Product.opposite(weight)))
        : guarded.apply(weight);
  }

  private static Formula times(Formula a, Formula b) {
    return a.is(1) ? b : b.is(1) ? a : MULTIPLY.of(a, b);
  }

  private boolean isFading(Formula base) {
    return bounds.mayBeZero(base) && fades(base);
  }

  /// What fades to 0, or to a known number that may be 0.
  private boolean fades(Formula formula) {
    if (!(formula instanceof Apply apply)) {
      return false;
    }
    if (formula.is(ADD) || formula.is(SUBTRACT)) {
      return apply.arguments().stream().allMatch(f -> known.test(f) || fades(f));
    }
    if (formula.is(MULTIPLY)) {
      return apply.arguments().stream().anyMatch(this::fades)
          && apply.arguments().stream().allMatch(f -> known.test(f) || fades(f));
    }
    return FADING.contains(apply.operation().name());
  }

  private boolean mayBeZero(Formula base) {
    return !(base instanceof Number) && bounds.mayBeZero(base);
  }

  private boolean mayBeInfinite(Formula formula) {
    Interval interval = bounds.of(formula);
    return Double.isInfinite(interval.low()) || Double.isInfinite(interval.high());
  }
}
