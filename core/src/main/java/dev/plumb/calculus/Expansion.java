package dev.plumb.calculus;

import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.PICK;
import static dev.plumb.formula.Operation.SUM;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/// A sum multiplied out into terms that each name the powers of a probability and of its
/// complement.
final class Expansion {
  private static final Operation ONEHOT = Operation.named("onehot", 1);
  private static final Operation NOT = Operation.named("not", 1);
  private static final Operation WITHOUT = Operation.named("without", 1);
  private static final Operation PORTION = Operation.named("portion", 1);
  private static final int HIGHEST_POWER = 4;
  private static final int MOST_TERMS = 200;

  /// `known * unknown * s^power * r^rest`.
  record Term(int power, int rest, Formula known, Formula unknown) {}

  private final Order order;
  private final Predicate<Formula> known;
  private final Simplify simplify;
  private final Probability probability;
  private final Set<Formula> shared;
  private final boolean everything;
  private boolean areTooMany;

  /// @param known whether a trainer cannot move a formula
  /// @param shared what this element has in common with folds of the row
  /// @param everything whether also sums without the probability are opened
  Expansion(
      Order order,
      Predicate<Formula> known,
      Simplify simplify,
      Probability probability,
      Set<Formula> shared,
      boolean everything) {
    this.order = order;
    this.known = known;
    this.simplify = simplify;
    this.probability = probability;
    this.shared = shared;
    this.everything = everything;
  }

  /// The terms; nothing when there are too many.
  Optional<List<Term>> terms(Formula formula) {
    List<Term> terms = of(formula);
    return areTooMany ? Optional.empty() : Optional.of(terms);
  }

  private List<Term> of(Formula formula) {
    if (Probability.isSum(formula)) {
      var all = new ArrayList<Term>();
      for (Sum.Term term : order.terms(formula)) {
        Formula core = term.core();
        List<Term> parts = Probability.isSum(core) ? List.of(atom(core)) : product(core);
        parts.forEach(t -> all.add(scaled(t, term.coefficient())));
      }
      return all;
    }
    return product(formula);
  }

  private List<Term> product(Formula formula) {
    Product product = Product.of(formula, order);
    List<Term> terms = List.of(scaled(atom(Sum.ONE), product.coefficient()));
    for (Product.Factor factor : product.factors()) {
      boolean whole = factor.exponent() == Math.rint(factor.exponent());
      boolean opens = whole && factor.exponent() > 0 && factor.exponent() <= HIGHEST_POWER;
      if (!opens) {
        terms = times(terms, List.of(atom(power(factor.base(), factor.exponent()))));
        continue;
      }
      List<Term> opened = opened(factor.base());
      for (int i = 0; i < factor.exponent(); i++) {
        terms = times(terms, opened);
      }
    }
    return terms;
  }

  private Formula power(Formula base, double exponent) {
    var product = new Product(order);
    product.multiply(base, exponent);
    return product.formula();
  }

  private List<Term> opened(Formula factor) {
    if (factor.equals(probability.formula())) {
      return List.of(new Term(1, 0, Sum.ONE, Sum.ONE));
    }
    if (factor.equals(probability.complement())) {
      return List.of(new Term(0, 1, Sum.ONE, Sum.ONE));
    }
    if (Probability.isSum(factor)
        && !known.test(factor)
        && !isDistance(factor)
        && (everything || probability.isIn(factor, simplify))) {
      return of(factor);
    }
    if ((factor.is(SUM) || factor.is(PICK)) && !shared.isEmpty()) {
      return split(factor);
    }
    return List.of(atom(factor));
  }

  /// Whether it is how far a portion is from a label: soft labels lose their digits in its powers.
  private boolean isDistance(Formula factor) {
    return probability.formula().is(PORTION)
        && order.terms(factor).stream()
            .allMatch(t -> t.core().equals(probability.formula()) || isLabel(t.core()));
  }

  private boolean isLabel(Formula core) {
    return known.test(core) && !(core instanceof Formula.Number);
  }

  /// A fold of the row as this element's share and that of all others, where this element meets its
  /// like: `sum(u)` is `u + without(u)`, and `u[i]` is `u` at i.
  private List<Term> split(Formula fold) {
    Formula row = fold.children().getFirst();
    List<Term> here = of(row);
    boolean meets = here.stream().anyMatch(t -> shared.contains(t.unknown()));
    if (!meets || !probability.row()) {
      return List.of(atom(fold));
    }
    if (fold.is(SUM)) {
      return joined(here, List.of(atom(WITHOUT.of(row))));
    }
    Formula at = ONEHOT.of(fold.children().get(1));
    return joined(
        times(List.of(atom(at)), here), times(List.of(atom(NOT.of(at))), List.of(atom(fold))));
  }

  private static List<Term> joined(List<Term> a, List<Term> b) {
    return Stream.concat(a.stream(), b.stream()).toList();
  }

  private List<Term> times(List<Term> left, List<Term> right) {
    var products = new ArrayList<Term>();
    for (Term a : left) {
      for (Term b : right) {
        products.add(
            new Term(
                a.power() + b.power(),
                a.rest() + b.rest(),
                multiplied(a.known(), b.known()),
                multiplied(a.unknown(), b.unknown())));
      }
    }
    areTooMany |= products.size() > MOST_TERMS;
    return areTooMany ? List.of() : products;
  }

  private Term atom(Formula formula) {
    return known.test(formula)
        ? new Term(0, 0, formula, Sum.ONE)
        : new Term(0, 0, Sum.ONE, formula);
  }

  private Formula multiplied(Formula a, Formula b) {
    return a.is(1) ? b : b.is(1) ? a : simplify.of(MULTIPLY.of(a, b));
  }

  private Term scaled(Term term, Ratio ratio) {
    var product = Product.of(term.known(), order);
    product.scale(ratio);
    return new Term(term.power(), term.rest(), product.formula(), term.unknown());
  }
}
