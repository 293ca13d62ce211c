package dev.plumb.calculus;

import static dev.plumb.formula.Operation.DIVIDE;
import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.NEGATE;
import static dev.plumb.formula.Operation.PART;
import static dev.plumb.formula.Operation.WEIGH;

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
  private final Complement complement;
  private final Map<Formula, Formula> done = new HashMap<>();
  private final SequencedSet<Rule> applied = new LinkedHashSet<>();

  /// @param knownNames targets and parameters, which a trainer cannot move
  public Stabilise(Shapes shapes, List<String> names, Set<String> knownNames, Bounds bounds) {
    this.shapes = shapes;
    this.order = new Order(names);
    this.knownNames = Set.copyOf(knownNames);
    this.bounds = bounds;
    this.complement = new Complement(order, this::isKnown, new Simplify(shapes, names, Map.of()));
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
      Formula rewritten = rewritten(formula);
      Formula whole = isQuotient(rewritten) ? guarded(rewritten) : rewritten;
      known = guarded(whole.map(this::of));
      done.put(formula, known);
    }
    return known;
  }

  /// By the rules, or by evening out a sum of probabilities; beside a common factor of all terms,
  /// where the sum itself is not to be rewritten.
  private Formula rewritten(Formula formula) {
    Optional<Formula> right = byRule(formula);
    if (right.isPresent() || !isSum(formula)) {
      return right.orElse(formula);
    }
    Formula even = complement.of(formula).orElse(formula);
    return (isSum(even) ? besideFactor(even) : Optional.<Formula>empty()).orElse(even);
  }

  /// A common factor is taken out where the sum beside it is to be rewritten, or where it may be
  /// infinite, so that no infinity is taken from another.
  private Optional<Formula> besideFactor(Formula sum) {
    return CommonFactor.of(sum, order)
        .flatMap(c ->
            byRule(c.sum())
                .or(() -> mayTakeOut(c) ? Optional.of(c.sum()) : Optional.empty())
                .map(rest -> rest.is(1) ? c.factor() : MULTIPLY.of(c.factor(), rest)));
  }

  private static boolean isSum(Formula formula) {
    return formula.is(Operation.ADD) || formula.is(Operation.SUBTRACT);
  }

  /// A pole stays inside where 0 may win over it in every term.
  private boolean mayTakeOut(CommonFactor common) {
    return common.isUnbounded(bounds)
        && Sum.of(common.sum(), order).terms().stream()
            .map(t -> Product.of(t.core(), order))
            .anyMatch(p -> p.factors().stream().noneMatch(f -> weighs(f)));
  }

  private boolean weighs(Product.Factor factor) {
    return isKnown(factor.base())
        && factor.exponent() > 0
        && !(factor.base() instanceof Number)
        && mayBeZero(factor.base());
  }

  private Optional<Formula> byRule(Formula formula) {
    for (Rule rule : RULES) {
      Optional<Formula> right =
          rule.mayMatch(formula)
              ? new Match(order, this::mayStandFor).rewritten(rule, formula)
              : Optional.empty();
      if (right.isPresent()) {
        applied.add(rule);
        return right;
      }
    }
    return Optional.empty();
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

  /// Whether a product has a divisor that a trainer can move: it is then guarded as a whole, before
  /// its parts.
  private boolean isQuotient(Formula formula) {
    return (formula.is(MULTIPLY) || formula.is(DIVIDE))
        && Product.of(formula, order).factors().stream()
            .anyMatch(f -> f.exponent() < 0 && !isKnown(f.base()));
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
        weighs |= weighs(factor);
      } else if (factor.exponent() > 0 || isKnown(factor.base())) {
        above.multiply(factor.base(), factor.exponent());
      } else {
        below.multiply(factor.base(), -factor.exponent());
      }
    }
    Formula numerator = above.formula();
    Formula divisor = below.formula();
    if (!weighs) {
      return isRoot(below) && mayBeZero(divisor)
          ? times(known.formula(), PART.of(numerator, divisor))
          : formula;
    }
    if (numerator.is(1)) {
      return mayBeZero(divisor) ? signed(known, PART, divisor) : formula;
    }
    Formula rest = divisor.is(1) ? numerator : DIVIDE.of(numerator, divisor);
    return mayBeInfinite(rest) ? signed(known, WEIGH, rest) : formula;
  }

  /// A root has no slope at 0, and what vanishes there with it wins.
  private static boolean isRoot(Product divisor) {
    return divisor.factors().stream().anyMatch(f -> f.base().is(Operation.SQRT));
  }

  private static Formula times(Formula known, Formula part) {
    return known.is(1)
        ? part
        : known.equals(Formula.number(-1)) ? NEGATE.of(part) : MULTIPLY.of(known, part);
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
    return bounds.mayBeInfinite(formula);
  }
}
