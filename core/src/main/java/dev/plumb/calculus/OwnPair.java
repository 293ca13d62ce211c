package dev.plumb.calculus;

import static dev.plumb.formula.Operation.ACROSS;
import static dev.plumb.formula.Operation.ADD;
import static dev.plumb.formula.Operation.IF;
import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.SUBTRACT;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Operation;
import dev.plumb.formula.Shapes;
import java.util.List;
import java.util.Optional;

/// Sums across pairs from which the pair of an element with itself is taken out, where it cancels
/// with what is added to the sum.
///
/// `across(exp(z - other(a))) - 1` becomes `expm1(z - a)` and the sum across all others: the first
/// is as small as what is left of it, and the others are never negative.
record OwnPair(Shapes shapes, Order order, Simplify simplify) {
  private static final Operation EQUAL = Operation.named("equal", 2);
  private static final Operation INDEX = Operation.named("index", 1);

  /// What a sum becomes; nothing when no pair of an element with itself cancels.
  Optional<Formula> of(Formula sum) {
    List<Sum.Term> terms = order.terms(sum);
    return terms.stream()
        .filter(term -> term.core().is(ACROSS))
        .flatMap(term -> without(term, terms).stream())
        .findFirst();
  }

  private Optional<Formula> without(Sum.Term across, List<Sum.Term> terms) {
    Formula pairs = across.core().children().getFirst();
    Formula own = simplify.of(new Pairs(shapes).diagonal(pairs));
    var beside = new Sum(order);
    terms.stream()
        .filter(term -> !term.core().is(ACROSS))
        .forEach(term -> beside.add(term.coefficient(), term.core()));
    beside.add(across.coefficient(), own);
    Optional<Formula> joined = joined(beside.formula());
    if (own.is(0) || beside.terms().size() < 2 || joined.isEmpty()) {
      return Optional.empty();
    }
    var whole = new Sum(order);
    whole.add(Ratio.ONE, joined.get());
    whole.add(across.coefficient(), ACROSS.of(apart(pairs)));
    terms.stream()
        .filter(term -> term.core().is(ACROSS) && term != across)
        .forEach(term -> whole.add(term.coefficient(), term.core()));
    return Optional.of(whole.formula());
  }

  /// A sum as one term, beside a factor that all its terms have in common; nothing where it stays a
  /// sum.
  private Optional<Formula> joined(Formula sum) {
    Optional<CommonFactor> common = CommonFactor.of(sum, order);
    Formula one = simplify.of(common.map(CommonFactor::sum).orElse(sum));
    return one.is(ADD) || one.is(SUBTRACT)
        ? Optional.empty()
        : Optional.of(common.map(c -> MULTIPLY.of(c.factor(), one)).orElse(one));
  }

  private Formula apart(Formula pairs) {
    Formula place = INDEX.of(shapes.anyRow().orElseThrow());
    Formula isSame = EQUAL.of(Operation.OTHER.of(place), place);
    return IF.of(isSame, Sum.ZERO, pairs);
  }
}
