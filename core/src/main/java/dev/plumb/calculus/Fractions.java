package dev.plumb.calculus;

import static dev.plumb.formula.Operation.ADD;
import static dev.plumb.formula.Operation.SUBTRACT;

import dev.plumb.formula.Formula;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;

/// A sum of quotients brought over one divisor.
///
/// The least common one where terms then cancel: `1 / p - (p - y) / p^2` is `y / p^2`, which loses
/// no digits. Else the divisor that all terms share: `1 / s - r / s^2` is `(1 - r / s) / s`, which
/// is no difference of infinities for a tiny `s`. Factors of all terms go with it. Sums over rows
/// are left as they are: [Complement] evens them out.
final class Fractions {
  private final Order order;
  private final List<Sum.Term> terms;
  private final List<Product> products = new ArrayList<>();
  private final SequencedSet<Formula> shareable = new LinkedHashSet<>();
  private final SequencedSet<Formula> divisors = new LinkedHashSet<>();

  /// @param terms what is added
  Fractions(Order order, List<Sum.Term> terms) {
    this.order = order;
    this.terms = terms;
    for (Sum.Term term : terms) {
      Product product = Product.of(term.core(), order, sums());
      products.add(product);
      product.factors().stream()
          .map(Product.Factor::base)
          .filter(Fractions::isShared)
          .forEach(shareable::add);
      divisors.addAll(product.divisors());
    }
  }

  /// The quotient, or nothing where that is no gain.
  Optional<Formula> joined() {
    if (terms.size() < 2 || !order.joins()) {
      return Optional.empty();
    }
    Ratio scale = scale();
    if (!divisors.isEmpty()) {
      Sum over = over(common(), scale);
      Sum whole = expanded(over);
      boolean opened = whole != over && divisors.size() == 1;
      if (whole.terms().size() < terms.size() + (opened ? 1 : 0)) {
        return Optional.of(quotient(whole, common(), scale));
      }
    }
    SequencedMap<Formula, Double> shared = shared();
    return shared.isEmpty()
        ? Optional.empty()
        : Optional.of(quotient(over(shared, scale), shared, scale));
  }

  /// For each divisor the highest power in any term.
  private SequencedMap<Formula, Double> common() {
    var common = new LinkedHashMap<Formula, Double>();
    for (Formula base : divisors) {
      common.put(base, products.stream().mapToDouble(p -> -p.exponent(base)).max().orElseThrow());
    }
    return common;
  }

  /// The powers of divisors and, negative, of factors that are in every term.
  private SequencedMap<Formula, Double> shared() {
    var shared = new LinkedHashMap<Formula, Double>();
    for (Formula base : divisors) {
      double least = products.stream().mapToDouble(p -> -p.exponent(base)).min().orElseThrow();
      if (least > 0) {
        shared.put(base, least);
      }
    }
    for (Formula base : shareable) {
      double least = products.stream().mapToDouble(p -> p.exponent(base)).min().orElseThrow();
      if (least > 0) {
        shared.put(base, -least);
      }
    }
    return areNumbers(shared) ? new LinkedHashMap<>() : shared;
  }

  /// Whether nothing but numbers would be left to add: like terms that no exact coefficient joins.
  private boolean areNumbers(Map<Formula, Double> shared) {
    return products.stream()
        .flatMap(product ->
            product.factors().stream()
                .map(Product.Factor::base)
                .map(base -> product.exponent(base) + shared.getOrDefault(base, 0.0)))
        .allMatch(left -> left == 0);
  }

  private static boolean isShared(Formula base) {
    return !(base instanceof Formula.Number);
  }

  private List<Formula> sums() {
    return shareable.stream().filter(base -> base.is(ADD) || base.is(SUBTRACT)).toList();
  }

  /// The size of all coefficients, where it is the same.
  private Ratio scale() {
    List<Ratio> sizes =
        terms.stream()
            .map(Sum.Term::coefficient)
            .map(c -> c.numerator() < 0 ? c.negated() : c)
            .distinct()
            .toList();
    return sizes.size() == 1 ? sizes.getFirst() : Ratio.ONE;
  }

  /// The sum multiplied by a divisor and divided by a number.
  private Sum over(Map<Formula, Double> divisor, Ratio scale) {
    var sum = new Sum(order);
    for (Sum.Term term : terms) {
      Product product = Product.of(term.core(), order, sums());
      divisor.forEach((base, power) -> {
        if (product.exponent(base) != 0) {
          product.collect(base, power);
        } else {
          product.multiply(base, power);
        }
      });
      Ratio coefficient = scale.equals(Ratio.ONE) ? term.coefficient() : sign(term);
      sum.add(coefficient, product.formula());
    }
    return sum;
  }

  /// The same with products of a sum multiplied out.
  private Sum expanded(Sum over) {
    boolean holdsSums =
        over.terms().stream()
            .map(term -> Product.of(term.core(), order))
            .anyMatch(product -> sums().stream().anyMatch(s -> product.exponent(s) == 1));
    if (!holdsSums) {
      return over;
    }
    var sum = new Sum(order);
    for (Sum.Term term : over.terms()) {
      Product product = Product.of(term.core(), order);
      Optional<Formula> inner = sums().stream().filter(s -> product.exponent(s) == 1).findFirst();
      if (inner.isEmpty()) {
        sum.add(term.coefficient(), term.core());
        continue;
      }
      product.collect(inner.get(), -1);
      for (Sum.Term part : order.terms(inner.get())) {
        var multiplied = new Product(order);
        multiplied.multiply(product.formula(), 1);
        multiplied.multiply(part.core(), 1);
        multiplied.scale(part.coefficient());
        sum.add(term.coefficient(), multiplied.formula());
      }
    }
    return sum;
  }

  private static Ratio sign(Sum.Term term) {
    return term.coefficient().numerator() < 0 ? Ratio.MINUS_ONE : Ratio.ONE;
  }

  private Formula quotient(Sum above, Map<Formula, Double> divisor, Ratio scale) {
    var product = new Product(order);
    product.multiply(above.formula(), 1);
    product.scale(scale);
    divisor.forEach((base, power) -> product.multiply(base, -power));
    return product.formula();
  }
}
