package dev.plumb.calculus;

import static dev.plumb.formula.Operation.ACROSS;
import static dev.plumb.formula.Operation.ADD;
import static dev.plumb.formula.Operation.DIVIDE;
import static dev.plumb.formula.Operation.LENGTH;
import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.NEGATE;
import static dev.plumb.formula.Operation.OTHER;
import static dev.plumb.formula.Operation.POWER;
import static dev.plumb.formula.Operation.SUBTRACT;
import static dev.plumb.formula.Operation.SUM;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Number;
import dev.plumb.formula.Operation;
import dev.plumb.formula.Shape;
import dev.plumb.formula.Shapes;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;

/// Algebra: like terms and factors are collected and the identities of the field applied, until
/// nothing changes.
///
/// The result is equal to the formula wherever the formula is defined. Coefficients are only joined
/// where that is exact.
public final class Simplify {
  private static final List<Rule> IDENTITIES = Rule.read("identities.rules");

  private static final int MOST_STEPS = 100_000;

  private final Shapes shapes;
  private final Order order;
  private final Map<Formula, Formula> facts;
  private final Conditions conditions = new Conditions(this::of);
  private final Map<Formula, Formula> done = new HashMap<>();
  private final SequencedSet<Rule> applied = new LinkedHashSet<>();
  private int steps = 0;

  /// @param names in the order in which terms are to be written
  /// @param facts what is known of the inputs: `sum(y)` is 1 for a `y` in a simplex
  public Simplify(Shapes shapes, List<String> names, Map<Formula, Formula> facts) {
    this.shapes = shapes;
    this.order = new Order(names, shapes.anyRow().isEmpty());
    this.facts = facts;
  }

  /// The rules of `identities.rules`.
  public static List<Rule> identities() {
    return IDENTITIES;
  }

  /// The rules that have been applied so far, in order.
  public SequencedSet<Rule> applied() {
    return applied;
  }

  Order order() {
    return order;
  }

  /// The simplified formula.
  public Formula of(Formula formula) {
    Formula known = done.get(formula);
    if (known == null) {
      known = settled(formula.map(this::of));
      done.put(formula, known);
      done.put(known, known);
    }
    return known;
  }

  /// A formula whose children are simplified already, simplified at its root until nothing changes.
  private Formula settled(Formula formula) {
    Formula arranged = facts.getOrDefault(formula, arranged(formula));
    for (Rule rule : IDENTITIES) {
      Optional<Formula> rewritten =
          rule.mayMatch(arranged)
              ? new Match(order, this::mayStandFor).rewritten(rule, arranged)
              : Optional.empty();
      if (rewritten.isPresent() && !rewritten.get().equals(arranged)) {
        if (++steps > MOST_STEPS) {
          throw new IllegalStateException("the rules do not come to an end at " + rule.text());
        }
        applied.add(rule);
        return of(rewritten.get());
      }
    }
    return arranged;
  }

  private boolean mayStandFor(String name, Formula formula) {
    return !name.equals("v") && !name.equals("w") || shapes.isRow(formula);
  }

  private Formula arranged(Formula formula) {
    if (!(formula instanceof Apply(var operation, var arguments))) {
      return formula;
    }
    if (operation == ADD || operation == SUBTRACT) {
      Formula sum = Sum.of(formula, order).formula();
      boolean isQuotient = sum.is(DIVIDE) || sum.is(MULTIPLY);
      return isQuotient ? of(sum) : sum;
    }
    if (operation == NEGATE) {
      Formula inside = arguments.getFirst();
      return inside.is(ADD) || inside.is(SUBTRACT)
          ? Sum.of(formula, order).formula()
          : Product.of(formula, order).formula();
    }
    if (operation == MULTIPLY || operation == DIVIDE) {
      return conditions.of(Product.of(formula, order).formula());
    }
    if (operation == POWER) {
      return power(formula, arguments);
    }
    if (operation == SUM) {
      return sum(arguments.getFirst());
    }
    if (operation == ACROSS) {
      return across(arguments.getFirst());
    }
    if (operation == OTHER) {
      return other(arguments.getFirst());
    }
    if (operation == LENGTH) {
      return shapes.anyRow().map(LENGTH::of).orElse(formula);
    }
    if (operation == Operation.PICK && !shapes.isRow(arguments.getFirst())) {
      return arguments.getFirst();
    }
    return conditions.of(formula);
  }

  private Formula power(Formula formula, List<Formula> arguments) {
    Formula exponent = arguments.get(1);
    if (exponent.is(0)) {
      return Sum.ONE;
    }
    boolean number =
        exponent instanceof Number
            || exponent.is(NEGATE) && exponent.children().getFirst() instanceof Number;
    return number ? Product.of(formula, order).formula() : formula;
  }

  /// Factors that are the same for every element leave the sum, and a sum of terms is taken term by
  /// term where that leaves no sum: `sum(onehot(y) + c)` is `1 + c * length`.
  private Formula sum(Formula row) {
    Product product = Product.of(row, order);
    var outside = new Product(order);
    outside.scale(product.coefficient());
    var inside = new Product(order);
    for (Product.Factor factor : product.factors()) {
      (shapes.isRow(factor.base()) ? inside : outside).multiply(factor.base(), factor.exponent());
    }
    Formula factor = outside.formula();
    if (!factor.is(1) && shapes.isRow(inside.formula())) {
      return of(MULTIPLY.of(factor, SUM.of(inside.formula())));
    }
    return row.is(ADD) || row.is(SUBTRACT) ? termByTerm(row).orElse(SUM.of(row)) : SUM.of(row);
  }

  private Optional<Formula> termByTerm(Formula row) {
    var total = new Sum(order);
    for (Sum.Term term : order.terms(row)) {
      Formula sum =
          shapes.isRow(term.core())
              ? of(SUM.of(term.core()))
              : of(MULTIPLY.of(length(), term.core()));
      if (sum.all().anyMatch(f -> f.is(SUM))) {
        return Optional.empty();
      }
      total.add(term.coefficient(), sum);
    }
    return Optional.of(of(total.formula()));
  }

  private Formula length() {
    return LENGTH.of(shapes.anyRow().orElseThrow());
  }

  /// Factors that are the same for every second element of a pair leave the sum across.
  private Formula across(Formula pairs) {
    if (shapes.of(pairs) != Shape.PAIRS) {
      return of(MULTIPLY.of(length(), pairs));
    }
    Product product = Product.of(pairs, order);
    var outside = new Product(order);
    outside.scale(product.coefficient());
    var inside = new Product(order);
    for (Product.Factor factor : product.factors()) {
      (shapes.of(factor.base()) == Shape.PAIRS ? inside : outside)
          .multiply(factor.base(), factor.exponent());
    }
    Formula factor = outside.formula();
    return factor.is(1) ? ACROSS.of(pairs) : of(MULTIPLY.of(factor, ACROSS.of(inside.formula())));
  }

  /// The second element of a pair is taken of names: `other(exp(z))` is `exp(other(z))`.
  private Formula other(Formula row) {
    if (shapes.of(row) == Shape.NUMBER) {
      return row;
    }
    if (row instanceof Apply(var operation, var arguments) && operation.spreads()) {
      return of(
          operation.of(
              arguments.stream()
                  .map(a -> shapes.isRow(a) ? OTHER.of(a) : a)
                  .toArray(Formula[]::new)));
    }
    return OTHER.of(row);
  }
}
