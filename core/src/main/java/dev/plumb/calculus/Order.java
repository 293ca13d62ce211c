package dev.plumb.calculus;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formula.Number;
import dev.plumb.formula.Operation;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The order of terms and factors: numbers, then names as the loss declares them, then operations.
/// Equal formulas come out equal, and what comes out reads like what went in.
///
/// What was taken apart once is kept: it is asked for again and again.
final class Order implements Comparator<Formula> {
  /// @param opposite the opposite of a sum, term by term
  /// @param isNegative whether each of its terms is negative
  record Turned(Formula opposite, boolean isNegative) {}

  private final List<String> names;
  private final boolean joins;
  private final Map<Formula, Turned> turned = new HashMap<>();
  private final Map<Formula, List<Sum.Term>> terms = new HashMap<>();
  private final Map<Formula, Sum.Term> products = new HashMap<>();

  /// @param names parameters, targets, predictions
  /// @param joins whether quotients are added over one divisor ([Fractions])
  Order(List<String> names, boolean joins) {
    this.names = names;
    this.joins = joins;
  }

  boolean joins() {
    return joins;
  }

  /// A sum with all its signs turned.
  Turned turned(Formula sum) {
    Turned known = turned.get(sum);
    if (known == null) {
      var opposite = new Sum(this);
      opposite.add(Ratio.MINUS_ONE, sum);
      known = new Turned(opposite.plain(), opposite.isPositive());
      turned.put(sum, known);
    }
    return known;
  }

  /// The terms of a sum.
  List<Sum.Term> terms(Formula sum) {
    List<Sum.Term> known = terms.get(sum);
    if (known == null) {
      known = List.copyOf(Sum.of(sum, this).terms());
      terms.put(sum, known);
    }
    return known;
  }

  /// A product as a term.
  Sum.Term term(Formula product) {
    Sum.Term known = products.get(product);
    if (known == null) {
      Product apart = Product.of(product, this);
      known = new Sum.Term(apart.coefficient(), apart.core());
      products.put(product, known);
    }
    return known;
  }

  @Override
  public int compare(Formula left, Formula right) {
    int byRank = Integer.compare(rank(left), rank(right));
    if (byRank != 0) {
      return byRank;
    }
    return switch (left) {
      case Number(double value) -> Double.compare(value, ((Number) right).value());
      case Name(String text) -> compareNames(text, ((Name) right).text());
      case Apply apply -> compareApplied(apply, (Apply) right);
    };
  }

  private static int rank(Formula formula) {
    return switch (formula) {
      case Number _ -> 0;
      case Name _ -> 1;
      case Apply _ -> 2;
    };
  }

  private int compareNames(String left, String right) {
    int byPlace = Integer.compare(place(left), place(right));
    return byPlace != 0 ? byPlace : left.compareTo(right);
  }

  private int place(String name) {
    int index = names.indexOf(name);
    return index < 0 ? Integer.MAX_VALUE : index;
  }

  private int compareApplied(Apply left, Apply right) {
    int result = Boolean.compare(isNamed(left), isNamed(right));
    if (result == 0) {
      result = left.operation().name().compareTo(right.operation().name());
    }
    if (result == 0) {
      result = Integer.compare(left.operation().arity(), right.operation().arity());
    }
    for (int i = 0; result == 0 && i < left.arguments().size(); i++) {
      result = compare(left.argument(i), right.argument(i));
    }
    return result;
  }

  /// Sums and products in parentheses come before calls.
  private static boolean isNamed(Apply apply) {
    return apply.operation() != Operation.ADD
        && apply.operation() != Operation.SUBTRACT
        && apply.operation() != Operation.MULTIPLY
        && apply.operation() != Operation.DIVIDE;
  }
}
