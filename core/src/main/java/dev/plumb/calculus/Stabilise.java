package dev.plumb.calculus;

import static dev.plumb.formula.Operation.DIVIDE;
import static dev.plumb.formula.Operation.IF;
import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.NEGATE;
import static dev.plumb.formula.Operation.SUBTRACT;

import dev.plumb.formula.Formula;
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
import java.util.Set;

/// From mathematics to numerics: the rules of `stable.rules`, and [Guards] on products and
/// quotients whose factors may be 0 or infinite.
public final class Stabilise {
  private static final List<Rule> RULES = Rule.read("stable.rules");

  private static final Operation INDEX = Operation.named("index", 1);

  private final Shapes shapes;
  private final Order order;
  private final Set<String> knownNames;
  private final Bounds bounds;
  private final Complement complement;
  private final OwnPair ownPair;
  private final Guards guards;
  private final Map<Formula, Formula> done = new HashMap<>();
  private final SequencedSet<Rule> applied = new LinkedHashSet<>();

  /// @param knownNames targets and parameters, which a trainer cannot move
  public Stabilise(Shapes shapes, List<String> names, Set<String> knownNames, Bounds bounds) {
    this.shapes = shapes;
    this.order = new Order(names, shapes.anyRow().isEmpty());
    this.knownNames = Set.copyOf(knownNames);
    this.bounds = bounds;
    var simplify = new Simplify(shapes, names, Map.of());
    this.complement = new Complement(order, this::isKnown, simplify);
    this.ownPair = new OwnPair(shapes, order, simplify);
    this.guards = new Guards(order, this::isKnown, bounds);
  }

  /// The rules of `stable.rules`.
  public static List<Rule> rules() {
    return RULES;
  }

  /// The rules that have been applied so far, in order; with them what [Complement] multiplied
  /// terms by: `1 → sigmoid(a) + sigmoid(-a)`.
  public SequencedSet<Rule> applied() {
    return applied;
  }

  /// The stable form.
  public Formula of(Formula formula) {
    Formula known = done.get(formula);
    if (known == null) {
      known = guards.of(parts(rewritten(formula)));
      done.put(formula, known);
    }
    return known;
  }

  /// A formula with stable parts: those of a product are its factors.
  private Formula parts(Formula formula) {
    if (!formula.is(MULTIPLY) && !formula.is(DIVIDE)) {
      return formula.map(this::of);
    }
    Product product = Product.of(formula, order);
    var stable = new Product(order);
    stable.scale(product.coefficient());
    product.factors().forEach(f -> stable.multiply(of(f.base()), f.exponent()));
    return stable.formula();
  }

  /// By the rules, or by evening out a sum of probabilities; beside a common factor of all terms,
  /// where the sum itself is not to be rewritten.
  private Formula rewritten(Formula formula) {
    Optional<Formula> right =
        isSum(formula) ? ownPair.of(formula).or(() -> byRule(formula)) : byRule(formula);
    if (right.isPresent() || !isSum(formula)) {
      return right.orElse(formula);
    }
    Optional<Formula> evened = complement.of(formula);
    evened.ifPresent(_ -> applied.add(complement.whole(formula)));
    Formula even = evened.orElse(formula);
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
        && order.terms(common.sum()).stream()
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
        return right.map(Stabilise::signed).map(this::tidy);
      }
    }
    return Optional.empty();
  }

  /// Differences in the arguments of a right side put in order: `sigmoid_step(a, a - b)` tells how
  /// far apart `a` and `b` are, to the last digit.
  private Formula tidy(Formula right) {
    boolean opens =
        isArithmetic(right)
            || right.is(IF)
            || right instanceof Formula.Apply(var operation, _) && !operation.spreads();
    return right.map(f -> isPlainDifference(f) ? Sum.of(f, order).formula() : opens ? tidy(f) : f);
  }

  private static boolean isArithmetic(Formula formula) {
    return isSum(formula) || formula.is(MULTIPLY) || formula.is(DIVIDE);
  }

  /// Without negations of negations, which patterns such as `f(-a)` leave behind.
  private static Formula signed(Formula formula) {
    Formula inner = formula.map(Stabilise::signed);
    return inner.is(NEGATE) && inner.children().getFirst().is(NEGATE)
        ? inner.children().getFirst().children().getFirst()
        : inner;
  }

  private static boolean isPlainDifference(Formula formula) {
    return formula.is(SUBTRACT)
        && formula.children().stream().noneMatch(f -> f.is(MULTIPLY) || f.is(DIVIDE));
  }

  private boolean mayStandFor(String name, Formula formula) {
    return switch (name) {
      case "v", "w" -> shapes.isRow(formula);
      case "n" -> shapes.of(formula) == Shape.NUMBER;
      case "k", "h" -> isKnown(formula);
      case "m" -> isKnown(formula) && bounds.of(formula).low() >= 0;
      case "u" -> !isKnown(formula);
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

  private boolean mayBeZero(Formula formula) {
    return bounds.mayBeZero(formula);
  }
}
