package dev.plumb.calculus;

import static dev.plumb.formula.Operation.PICK;
import static dev.plumb.formula.Operation.SUM;

import dev.plumb.calculus.Expansion.Term;
import dev.plumb.formula.Formula;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Sums that are polynomials in a probability s, rewritten as polynomials in s and its complement r
/// = 1 - s, of the same degree in every term: what cancels where s is near 1 then cancels exactly,
/// on paper.
///
/// Each term is multiplied by `(s + r)^n = 1` up to the highest degree, and like terms are
/// collected: `s - 2 * s^2 + s^3` becomes `s * r^2`, and `s - y` becomes `(1 - y) * s - y * r`. A
/// sum over the row is taken as this element and all others, so that `a - s * sum(a)` becomes `r *
/// a - s * without(a)`. Terms whose coefficients differ by more than what is known, such as `s *
/// log(s)` and `s`, cannot cancel and are made even each for itself.
///
/// @param known whether a trainer cannot move a formula
/// @param simplify the algebra of coefficients
record Complement(Order order, Predicate<Formula> known, Simplify simplify) {
  /// What a sum becomes; nothing when it holds no probability, or is even already.
  Optional<Formula> of(Formula sum) {
    return Probability.in(sum, simplify)
        .findFirst()
        .filter(p -> p.isPolynomial(sum))
        .flatMap(p -> even(p, sum, false).map(half -> shorter(half, even(p, sum, true))))
        .map(Sum::formula)
        .filter(even -> !even.equals(Sum.of(sum, order).formula()));
  }

  /// What the terms of a sum that holds a probability are multiplied by.
  Rule whole(Formula sum) {
    return Probability.in(sum, simplify).findFirst().orElseThrow().whole();
  }

  /// Multiplied out as far as the probability reaches, unless multiplying out everything cancels
  /// more.
  private static Sum shorter(Sum half, Optional<Sum> full) {
    return full.filter(f -> f.terms().size() <= half.terms().size()).orElse(half);
  }

  private Optional<Sum> even(Probability probability, Formula sum, boolean everything) {
    return expansion(probability, Set.of(), everything)
        .terms(sum)
        .flatMap(whole -> expansion(probability, besideFolds(whole), everything).terms(sum))
        .map(terms -> even(probability, terms));
  }

  private Expansion expansion(Probability p, Set<Formula> shared, boolean everything) {
    return new Expansion(order, known, simplify, p, shared, everything);
  }

  /// What this element's own terms hold, in which folds of the row may have their like.
  private Set<Formula> besideFolds(List<Term> terms) {
    return terms.stream()
        .filter(t -> !hasFold(t.known()) && !hasFold(t.unknown()))
        .map(Term::unknown)
        .collect(Collectors.toSet());
  }

  private boolean hasFold(Formula formula) {
    return Product.of(formula, order).factors().stream()
        .filter(f -> f.exponent() > 0)
        .flatMap(f -> f.base().all())
        .anyMatch(f -> f.is(SUM) || f.is(PICK));
  }

  private Sum even(Probability probability, List<Term> terms) {
    var groups = new LinkedHashMap<Formula, List<Term>>();
    terms.forEach(t -> groups.computeIfAbsent(t.unknown(), _ -> new ArrayList<>()).add(t));
    var total = new Sum(order);
    for (Map.Entry<Formula, List<Term>> group : groups.entrySet()) {
      List<Formula> coefficients = lowest(coefficients(group.getValue()));
      int degree = coefficients.size() - 1;
      for (int power = 0; power <= degree; power++) {
        var product = new Product(order);
        product.multiply(coefficients.get(power), 1);
        product.multiply(group.getKey(), 1);
        raise(product, probability.formula(), power);
        raise(product, probability.complement(), degree - power);
        total.add(Ratio.ONE, product.formula());
      }
    }
    return total;
  }

  private static void raise(Product product, Formula base, int power) {
    if (power > 0) {
      product.multiply(base, power);
    }
  }

  /// The coefficient of `s^i * r^(degree - i)`, for each i.
  private List<Formula> coefficients(List<Term> terms) {
    int degree = terms.stream().mapToInt(t -> t.power() + t.rest()).max().orElseThrow();
    List<Sum> sums = Stream.generate(() -> new Sum(order)).limit(degree + 1).toList();
    for (Term term : terms) {
      int missing = degree - term.power() - term.rest();
      long binomial = 1;
      for (int i = 0; i <= missing; i++) {
        sums.get(term.power() + i).add(Ratio.of(binomial), term.known());
        binomial = binomial * (missing - i) / (i + 1);
      }
    }
    return sums.stream().map(s -> simplify.of(s.formula())).toList();
  }

  /// Divided by `s + r` as often as that leaves no rest.
  private List<Formula> lowest(List<Formula> coefficients) {
    List<Formula> lowest = coefficients;
    for (Optional<List<Formula>> next = Optional.of(lowest);
        next.isPresent();
        next = divided(lowest)) {
      lowest = next.get();
    }
    return lowest;
  }

  private Optional<List<Formula>> divided(List<Formula> coefficients) {
    int degree = coefficients.size() - 1;
    if (degree == 0) {
      return Optional.empty();
    }
    var quotient = new ArrayList<Formula>();
    Formula last = coefficients.get(degree);
    quotient.addFirst(last);
    for (int i = degree - 1; i > 0; i--) {
      last = difference(coefficients.get(i), last);
      quotient.addFirst(last);
    }
    return difference(coefficients.getFirst(), last).is(0)
        ? Optional.of(quotient)
        : Optional.empty();
  }

  private Formula difference(Formula a, Formula b) {
    var sum = new Sum(order);
    sum.add(Ratio.ONE, a);
    sum.add(Ratio.MINUS_ONE, b);
    return simplify.of(sum.formula());
  }
}
