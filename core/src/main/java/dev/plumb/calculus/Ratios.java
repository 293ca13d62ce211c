package dev.plumb.calculus;

import static dev.plumb.formula.Operation.DIVIDE;
import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.NEGATE;

import dev.plumb.formula.Domain.Interval;
import dev.plumb.formula.Formula;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/// Quotients by powers, so that no square overflows or vanishes before it is divided: `r^2 / s^3`
/// runs as `r / s * (r / s) / s`.
///
/// @param known whether a formula is one of targets and parameters alone
record Ratios(Order order, Predicate<Formula> known, Bounds bounds) {
  private static final int MOST = 6;

  /// The quotient in this form, where it has a factor without bound and more than one divisor or a
  /// power above it.
  Formula of(Formula formula) {
    Product product = Product.of(formula, order);
    var wide = new Product(order);
    var rest = new Product(order);
    var below = new Product(order);
    rest.scale(product.coefficient());
    for (Product.Factor factor : product.factors()) {
      if (factor.exponent() < 0 && !known.test(factor.base())) {
        below.multiply(factor.base(), -factor.exponent());
      } else if (factor.exponent() > 0 && isWide(factor.base())) {
        wide.multiply(factor.base(), factor.exponent());
      } else {
        rest.multiply(factor.base(), factor.exponent());
      }
    }
    List<Formula> divisors = units(below);
    if (units(wide).isEmpty() && divisors.size() > 1 && mayVanish(rest)) {
      wide.multiply(rest.formula(), 1);
      rest = new Product(order);
    }
    List<Formula> above = units(wide);
    boolean gains = !above.isEmpty() && !divisors.isEmpty() && above.size() + divisors.size() > 2;
    return gains && isWhole(wide) && isWhole(below) ? chain(rest, above, divisors) : formula;
  }

  private static Formula chain(Product rest, List<Formula> above, List<Formula> divisors) {
    Formula chain = null;
    for (int i = 0; i < above.size(); i++) {
      Formula ratio = i < divisors.size() ? DIVIDE.of(above.get(i), divisors.get(i)) : above.get(i);
      chain = chain == null ? ratio : MULTIPLY.of(chain, ratio);
    }
    Formula factor = rest.formula();
    Formula whole =
        factor.is(1)
            ? chain
            : factor.is(-1) || factor.equals(NEGATE.of(Sum.ONE))
                ? NEGATE.of(chain)
                : MULTIPLY.of(factor, chain);
    for (int i = above.size(); i < divisors.size(); i++) {
      whole = DIVIDE.of(whole, divisors.get(i));
    }
    return whole;
  }

  /// The factors of a product one by one, its coefficient with the first; the product as a whole
  /// where it has other than whole powers.
  static List<Formula> units(Product product) {
    if (product.formula().is(1)) {
      return List.of();
    }
    if (!isWhole(product) || !product.coefficient().equals(Ratio.ONE)) {
      return List.of(product.formula());
    }
    var units = new ArrayList<Formula>();
    for (Product.Factor factor : product.factors()) {
      for (int i = 0; i < factor.exponent(); i++) {
        units.add(factor.base());
      }
    }
    return units;
  }

  private static boolean isWhole(Product product) {
    return product.coefficient().equals(Ratio.ONE)
        && product.factors().stream()
            .allMatch(f -> f.exponent() == Math.rint(f.exponent()) && f.exponent() <= MOST);
  }

  /// Whether predictions may make it 0, perhaps together with a divisor.
  private boolean mayVanish(Product product) {
    Formula formula = product.formula();
    return !known.test(formula) && bounds.mayBeZero(formula);
  }

  private boolean isWide(Formula base) {
    Interval interval = bounds.of(base);
    return Double.isInfinite(interval.low()) || Double.isInfinite(interval.high());
  }
}
