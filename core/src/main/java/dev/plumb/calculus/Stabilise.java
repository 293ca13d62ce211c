package dev.plumb.calculus;

import static dev.plumb.formula.Operation.DIVIDE;
import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.NEGATE;
import static dev.plumb.formula.Operation.PART;
import static dev.plumb.formula.Operation.WEIGH;

import dev.plumb.formula.Domain.Interval;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Number;
import dev.plumb.formula.Operation;
import dev.plumb.formula.Shapes;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;

/// From mathematics to numerics: the rules of `stable.rules`, and a guard on every product of a
/// known factor that may be 0 with one that may be infinite.
public final class Stabilise {
  private static final List<Rule> RULES = Rule.read("stable.rules");

  private static final Operation INDEX = Operation.named("index", 1);

  private final Shapes shapes;
  private final Order order;
  private final Set<String> knownNames;
  private final Bounds bounds;
  private final Map<Formula, Formula> done = new HashMap<>();
  private final SequencedSet<Rule> applied = new LinkedHashSet<>();

  /// @param knownNames targets and parameters, which a trainer cannot move
  public Stabilise(Shapes shapes, List<String> names, Set<String> knownNames, Bounds bounds) {
    this.shapes = shapes;
    this.order = new Order(names);
    this.knownNames = Set.copyOf(knownNames);
    this.bounds = bounds;
  }

  /// The rules of `stable.rules`.
  public static List<Rule> rules() {
    return RULES;
  }

  /// The rules that have been applied so far, in order.
  public SequencedSet<Rule> applied() {
    return applied;
  }

  /// The stable form.
  public Formula of(Formula formula) {
    Formula known = done.get(formula);
    if (known == null) {
      known = guarded(rewritten(formula).map(this::of));
      done.put(formula, known);
    }
    return known;
  }

  private Formula rewritten(Formula formula) {
    for (Rule rule : RULES) {
      Optional<Formula> right =
          rule.mayMatch(formula)
              ? new Match(order, this::mayStandFor).rewritten(rule, formula)
              : Optional.empty();
      if (right.isPresent()) {
        applied.add(rule);
        return right.get();
      }
    }
    return formula;
  }

  private boolean mayStandFor(String name, Formula formula) {
    return switch (name) {
      case "v" -> shapes.isRow(formula);
      case "k", "h" -> isKnown(formula);
      default -> true;
    };
  }

  private boolean isKnown(Formula formula) {
    return switch (formula) {
      case Number _ -> true;
      case Formula.Name(String text) -> knownNames.contains(text);
      case Formula.Apply(var operation, var arguments) ->
          operation == Operation.LENGTH
              || operation == INDEX
              || arguments.stream().allMatch(this::isKnown);
    };
  }

  private Formula guarded(Formula formula) {
    boolean product = formula.is(MULTIPLY) || formula.is(DIVIDE);
    return product && !isKnown(formula) && !alreadyPlain(formula) ? split(formula) : formula;
  }

  private boolean alreadyPlain(Formula formula) {
    return formula.children().stream().allMatch(c -> c instanceof Number);
  }

  /// The product as `weigh(known factors, other factors)` or `part(known factors, divisor)`, where
  /// that matters.
  private Formula split(Formula formula) {
    Product product = Product.of(formula, order);
    var known = new Product(order);
    var above = new Product(order);
    var below = new Product(order);
    known.scale(product.coefficient());
    boolean weighs = false;
    for (Product.Factor factor : product.factors()) {
      if (isKnown(factor.base()) && factor.exponent() > 0) {
        known.multiply(factor.base(), factor.exponent());
        weighs |= !(factor.base() instanceof Number) && mayBeZero(factor.base());
      } else if (factor.exponent() > 0 || isKnown(factor.base())) {
        above.multiply(factor.base(), factor.exponent());
      } else {
        below.multiply(factor.base(), -factor.exponent());
      }
    }
    if (!weighs) {
      return formula;
    }
    Formula numerator = above.formula();
    Formula divisor = below.formula();
    if (numerator.is(1)) {
      return mayBeZero(divisor) ? signed(known, PART, divisor) : formula;
    }
    Formula rest = divisor.is(1) ? numerator : DIVIDE.of(numerator, divisor);
    return mayBeInfinite(rest) ? signed(known, WEIGH, rest) : formula;
  }

  private static Formula signed(Product known, Operation operation, Formula rest) {
    Formula weight = known.formula();
    return Product.isOpposite(weight, known.order())
        ? NEGATE.of(operation.of(Product.opposite(weight), rest))
        : operation.of(weight, rest);
  }

  private boolean mayBeZero(Formula formula) {
    return bounds.mayBeZero(formula);
  }

  private boolean mayBeInfinite(Formula formula) {
    Interval interval = bounds.of(formula);
    return Double.isInfinite(interval.low()) || Double.isInfinite(interval.high());
  }
}
