package dev.plumb.calculus;

import static dev.plumb.formula.Operation.ADD;
import static dev.plumb.formula.Operation.DIVIDE;
import static dev.plumb.formula.Operation.IF;
import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.NEGATE;
import static dev.plumb.formula.Operation.SUBTRACT;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Number;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/// A sum taken apart: like terms collected, each with an exact coefficient.
final class Sum {
  static final Formula ONE = new Number(1);
  static final Formula ZERO = new Number(0);

  /// A term: `coefficient * core`, where the core carries no number; the constant's core is 1.
  record Term(Ratio coefficient, Formula core) {}

  private final Order order;
  private final SequencedMap<Formula, Ratio> coefficients = new LinkedHashMap<>();

  /// Numbers that could not be added exactly.
  private final List<Term> apart = new ArrayList<>();

  Sum(Order order) {
    this.order = order;
  }

  static Sum of(Formula formula, Order order) {
    var sum = new Sum(order);
    sum.add(Ratio.ONE, formula);
    return sum;
  }

  void add(Ratio scale, Formula formula) {
    switch (formula) {
      case Apply(var o, var a) when o == ADD -> {
        add(scale, a.get(0));
        add(scale, a.get(1));
      }
      case Apply(var o, var a) when o == SUBTRACT -> {
        add(scale, a.get(0));
        add(scale.negated(), a.get(1));
      }
      case Apply(var o, var a) when o == NEGATE -> add(scale.negated(), a.get(0));
      case Number(double value) -> addNumber(scale, value);
      case Apply(var o, _) when o == MULTIPLY || o == DIVIDE -> addProduct(scale, formula);
      default -> collect(scale, formula);
    }
  }

  private void addNumber(Ratio scale, double value) {
    if (value != 0) {
      scale
          .times(Ratio.of(value))
          .ifPresentOrElse(
              c -> collect(c, ONE), () -> apart.add(new Term(scale, new Number(value))));
    }
  }

  private void addProduct(Ratio scale, Formula formula) {
    Term product = order.term(formula);
    Optional<Ratio> coefficient = product.coefficient().times(scale);
    if (coefficient.isEmpty()) {
      collect(scale, formula);
      return;
    }
    Formula core = product.core();
    boolean isSign =
        Math.abs(coefficient.get().numerator()) == 1 && coefficient.get().denominator() == 1;
    if (isSign && (core.is(ADD) || core.is(SUBTRACT))) {
      add(coefficient.get(), core);
    } else {
      collect(coefficient.get(), core);
    }
  }

  private void collect(Ratio scale, Formula core) {
    Ratio before = coefficients.getOrDefault(core, Ratio.ZERO);
    Optional<Ratio> after = before.plus(scale);
    if (after.isEmpty()) {
      apart.add(new Term(scale, core));
    } else if (after.get().isZero()) {
      coefficients.remove(core);
    } else {
      coefficients.put(core, after.get());
    }
  }

  /// The terms, positive ones first, each half in order.
  List<Term> terms() {
    var terms = new ArrayList<>(apart);
    coefficients.forEach((core, coefficient) -> terms.add(new Term(coefficient, core)));
    terms.sort((a, b) -> {
      int bySign =
          Boolean.compare(a.coefficient().numerator() < 0, b.coefficient().numerator() < 0);
      return bySign != 0 ? bySign : order.compare(a.core(), b.core());
    });
    return terms;
  }

  /// Multiples of sums taken apart, where their terms then cancel: `2 * (a - b) - 2 * (a - c)` is
  /// `2
  /// * c - 2 * b`. Nothing where that leaves as many terms.
  private Optional<Sum> opened() {
    var opened = new Sum(order);
    int before = 0;
    boolean holdsSums = false;
    for (Term term : terms()) {
      boolean isSum = term.core().is(ADD) || term.core().is(SUBTRACT);
      before += isSum ? order.terms(term.core()).size() : 1;
      holdsSums |= isSum;
      opened.add(term.coefficient(), term.core());
    }
    return holdsSums && opened.terms().size() < before ? Optional.of(opened) : Optional.empty();
  }

  /// Whether no term is negative.
  boolean isPositive() {
    return terms().stream().allMatch(t -> t.coefficient().numerator() > 0);
  }

  /// The sum put together again, over the divisor that its terms share.
  Formula formula() {
    return opened().map(Sum::formula).orElseGet(this::closed);
  }

  private Formula closed() {
    List<Term> terms = mergedConditions(terms());
    return new Fractions(order, terms).joined().orElseGet(() -> joined(terms));
  }

  /// The sum put together term by term, as it was taken apart.
  Formula plain() {
    return joined(mergedConditions(terms()));
  }

  private Formula joined(List<Term> terms) {
    Formula sum = null;
    for (Term term : terms) {
      boolean negative = term.coefficient().numerator() < 0;
      Formula positive =
          scaled(negative ? term.coefficient().negated() : term.coefficient(), term.core());
      if (sum == null) {
        sum = negative ? Product.opposite(positive) : positive;
      } else {
        sum = (negative ? SUBTRACT : ADD).of(sum, positive);
      }
    }
    return sum == null ? ZERO : sum;
  }

  private Formula scaled(Ratio coefficient, Formula core) {
    var product = new Product(order);
    product.multiply(core, 1);
    product.scale(coefficient);
    return product.formula();
  }

  /// Two choices under one condition are one choice between sums.
  private List<Term> mergedConditions(List<Term> terms) {
    var merged = new ArrayList<Term>();
    var choices = new LinkedHashMap<Formula, List<Term>>();
    for (Term term : terms) {
      if (term.core().is(IF)) {
        choices
            .computeIfAbsent(term.core().children().getFirst(), _ -> new ArrayList<>())
            .add(term);
      } else {
        merged.add(term);
      }
    }
    choices.forEach((condition, same) ->
        merged.addAll(same.size() == 1 ? same : List.of(choice(condition, same))));
    return merged;
  }

  private Term choice(Formula condition, List<Term> terms) {
    var then = new Sum(order);
    var otherwise = new Sum(order);
    for (Term term : terms) {
      then.add(term.coefficient(), term.core().children().get(1));
      otherwise.add(term.coefficient(), term.core().children().get(2));
    }
    Formula a = then.formula();
    Formula b = otherwise.formula();
    return new Term(Ratio.ONE, a.equals(b) ? a : IF.of(condition, a, b));
  }
}
