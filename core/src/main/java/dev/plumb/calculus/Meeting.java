package dev.plumb.calculus;

import static dev.plumb.formula.Operation.MEET;
import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.POWER;
import static dev.plumb.formula.Operation.WEIGH;

import dev.plumb.formula.Domain.Interval;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Number;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/// Factors that depend on different predictions: a 0 in one wins over an infinity in the other,
/// since it does for every finite number on the way there.
///
/// A power that falls to 0 wins over a logarithm, and any factor that is 0 wins in what fades.
///
/// @param known whether a formula is one of targets and parameters alone
/// @param fades whether the product is multiplied by what fades to 0 faster than all of it
record Meeting(Predicate<Formula> known, Bounds bounds, boolean fades) {

  /// The product of factors and of what swells like an exponential.
  Formula of(Product factors, Formula swells) {
    List<List<Formula>> groups = new ArrayList<>();
    for (Product.Factor factor : factors.factors()) {
      var single = new Product(factors.order());
      single.multiply(factor.base(), factor.exponent());
      add(groups, single.formula());
    }
    if (!swells.is(1)) {
      add(groups, swells);
    }
    Formula product = Sum.ONE;
    for (List<Formula> group : groups) {
      boolean isSwelling = group.contains(swells);
      product = joined(product, product(group, swells), isSwelling);
    }
    return factors.coefficient().equals(Ratio.ONE) ? product : scaled(factors, product);
  }

  private static Formula scaled(Product factors, Formula product) {
    var number = new Product(factors.order());
    number.scale(factors.coefficient());
    return MULTIPLY.of(number.formula(), product);
  }

  private void add(List<List<Formula>> groups, Formula factor) {
    var group = new ArrayList<>(List.of(factor));
    groups.removeIf(other -> {
      boolean related = !fades && other.stream().anyMatch(f -> isRelated(f, factor));
      if (related) {
        group.addAll(0, other);
      }
      return related;
    });
    groups.add(group);
  }

  private boolean isRelated(Formula a, Formula b) {
    Set<String> common = new HashSet<>(predictions(a));
    common.retainAll(predictions(b));
    return !common.isEmpty();
  }

  private Set<String> predictions(Formula formula) {
    return formula
        .names()
        .filter(name -> !known.test(new Formula.Name(name)))
        .collect(Collectors.toSet());
  }

  private Formula product(List<Formula> group, Formula swells) {
    Formula product =
        group.stream().filter(f -> !f.equals(swells)).reduce(this::powers).orElse(Sum.ONE);
    if (!group.contains(swells)) {
      return product;
    }
    return product.is(1)
        ? swells
        : !known.test(product) && mayBeInfinite(product)
            ? WEIGH.of(swells, product)
            : MULTIPLY.of(product, swells);
  }

  /// A power whose exponent is known, over a logarithm.
  private Formula powers(Formula a, Formula b) {
    if (isPower(b) && isSlow(a) || isPower(a) && isSlow(b)) {
      return isPower(b) ? WEIGH.of(b, a) : WEIGH.of(a, b);
    }
    return MULTIPLY.of(a, b);
  }

  private boolean isPower(Formula formula) {
    return formula.is(POWER) && bounds.mayBeZero(formula) && !predictions(formula).isEmpty();
  }

  private boolean isSlow(Formula formula) {
    return mayBeInfinite(formula)
        && predictions(formula).stream()
            .allMatch(n -> new Growth(new Formula.Name(n), bounds).isSlow(formula));
  }

  /// An exponential is 0 only because a double ends, so the 0 of the others wins alone.
  private Formula joined(Formula a, Formula b, boolean isSwelling) {
    if (a.is(1) || a instanceof Number) {
      return a.is(1) ? b : MULTIPLY.of(a, b);
    }
    boolean meet =
        bounds.mayBeZero(a) && mayBeInfinite(b) || bounds.mayBeZero(b) && mayBeInfinite(a);
    if (!meet || known.test(a) || known.test(b)) {
      return MULTIPLY.of(a, b);
    }
    return (isSwelling ? WEIGH : MEET).of(a, b);
  }

  private boolean mayBeInfinite(Formula formula) {
    Interval interval = bounds.of(formula);
    return Double.isInfinite(interval.low()) || Double.isInfinite(interval.high());
  }
}
