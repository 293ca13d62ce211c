package dev.plumb.calculus;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Operation;
import java.util.List;
import java.util.Optional;

/// A sum as a product of what all its terms have in common, and the sum of what is left: `t * a - t
/// * b` is `t * (a - b)`.
///
/// @param factor without a number
/// @param sum what is left
record CommonFactor(Formula factor, Formula sum) {
  private static final Operation ODDS = Operation.named("odds", 1);

  /// Nothing when the terms have no factor in common.
  static Optional<CommonFactor> of(Formula sum, Order order) {
    List<Sum.Term> terms = order.terms(sum);
    if (terms.size() < 2) {
      return Optional.empty();
    }
    List<Product> products = terms.stream().map(t -> Product.of(t.core(), order)).toList();
    var common = new Product(order);
    for (Product.Factor factor : products.getFirst().factors()) {
      double least =
          products.stream()
              .mapToDouble(p -> shared(p, factor))
              .reduce(factor.exponent(), CommonFactor::nearer);
      if (least != 0) {
        common.multiply(factor.base(), least);
      }
    }
    if (common.formula().is(1)) {
      return Optional.empty();
    }
    var rest = new Sum(order);
    for (int i = 0; i < terms.size(); i++) {
      Product term = products.get(i);
      term.multiply(common.formula(), -1);
      rest.add(terms.get(i).coefficient(), term.formula());
    }
    Formula left = rest.formula();
    return left.size() < sum.size()
        ? Optional.of(new CommonFactor(common.formula(), left))
        : Optional.empty();
  }

  /// Whether the factor has a pole: a divisor that may come near 0.
  boolean isUnbounded(Bounds bounds) {
    return factor.all().anyMatch(f -> f.is(Operation.DIVIDE) || f.is(ODDS))
        && bounds.mayBeInfinite(factor);
  }

  private static double shared(Product product, Product.Factor factor) {
    return product.factors().stream()
        .filter(f -> f.base().equals(factor.base()))
        .mapToDouble(Product.Factor::exponent)
        .findFirst()
        .orElse(0);
  }

  /// The exponent that both have in common.
  private static double nearer(double a, double b) {
    return a * b <= 0 ? 0 : Math.abs(a) < Math.abs(b) ? a : b;
  }
}
