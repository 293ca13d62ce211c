package dev.plumb;

import static dev.plumb.formula.Operation.DIVIDE;
import static dev.plumb.formula.Operation.LENGTH;
import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.NEGATE;
import static dev.plumb.formula.Operation.PICK;
import static dev.plumb.formula.Operation.SUM;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formula.Number;
import dev.plumb.formula.Operation;
import dev.plumb.formula.Shape;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/// Where a formula is made of one term a class.
///
/// @param target the name of the target
/// @param known the target and the parameters: what no trainer moves
record ClassTerms(String target, Set<String> known) {
  private static final Operation MEAN = Operation.named("mean", 1);

  /// The formula with every term of its sum over the classes multiplied by a row, when it is such a
  /// sum and each term is a product with the target's own number: `-sum(y * log(q))`.
  Optional<Formula> weighed(Formula formula, Formula row) {
    if (formula.is(SUM) || formula.is(MEAN)) {
      Formula term = formula.children().getFirst();
      return isProportional(term)
          ? Optional.of(((Apply) formula).operation().of(MULTIPLY.of(row, term)))
          : Optional.empty();
    }
    if (formula.is(NEGATE)) {
      return weighed(formula.children().getFirst(), row).map(NEGATE::of);
    }
    if (formula instanceof Apply(var o, var a) && o == MULTIPLY && isNumber(a.get(0))) {
      return weighed(a.get(1), row).map(f -> MULTIPLY.of(a.get(0), f));
    }
    if (formula instanceof Apply(var o, var a) && o == DIVIDE && isNumber(a.get(1))) {
      return weighed(a.get(0), row).map(f -> DIVIDE.of(f, a.get(1)));
    }
    return Optional.empty();
  }

  private boolean isNumber(Formula formula) {
    return !names(formula).anyMatch(n -> n.equals(target))
        && known.containsAll(names(formula).toList());
  }

  private boolean isProportional(Formula term) {
    return factors(term)
        .anyMatch(f -> names(f).anyMatch(target::equals) && names(f).allMatch(known::contains));
  }

  private static Stream<Formula> factors(Formula formula) {
    return formula instanceof Apply(var o, var a)
        ? o == MULTIPLY
            ? a.stream().flatMap(ClassTerms::factors)
            : o == NEGATE || o == DIVIDE ? factors(a.getFirst()) : Stream.of(formula)
        : Stream.of(formula);
  }

  /// The names in a formula; the length of a row tells nothing of it.
  private static Stream<String> names(Formula formula) {
    return switch (formula) {
      case Name(String text) -> Stream.of(text);
      case Number _ -> Stream.of();
      case Apply(var o, _) when o == LENGTH -> Stream.of();
      case Apply(_, var arguments) -> arguments.stream().flatMap(ClassTerms::names);
    };
  }

  /// The losses of all classes as a row, when the loss takes the target only to pick from rows: of
  /// `logsumexp(z) - z[y]` it is `logsumexp(z) - z`.
  Optional<Formula> row(Formula formula) {
    return Optional.of(formula).filter(this::onlyPicks).map(this::unpicked);
  }

  private boolean onlyPicks(Formula formula) {
    return switch (formula) {
      case Name(String text) -> !text.equals(target);
      case Number _ -> true;
      case Apply apply when isPick(apply) -> isFree(apply.argument(0));
      case Apply(var o, _) when o.takes(0) != Shape.NUMBER -> isFree(formula);
      case Apply(_, var arguments) -> arguments.stream().allMatch(this::onlyPicks);
    };
  }

  private boolean isFree(Formula formula) {
    return formula.names().noneMatch(target::equals);
  }

  private boolean isPick(Apply apply) {
    return apply.is(PICK) && apply.argument(1).equals(new Name(target));
  }

  private Formula unpicked(Formula formula) {
    return formula instanceof Apply apply && isPick(apply)
        ? apply.argument(0)
        : formula.map(this::unpicked);
  }
}
