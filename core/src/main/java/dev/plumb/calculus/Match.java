package dev.plumb.calculus;

import static dev.plumb.formula.Operation.ADD;
import static dev.plumb.formula.Operation.DIVIDE;
import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.NEGATE;
import static dev.plumb.formula.Operation.POWER;
import static dev.plumb.formula.Operation.SUBTRACT;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formula.Number;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiPredicate;
import java.util.stream.Stream;

/// Matches the left side of a rule against a formula, whatever the order of terms and factors. At
/// the root, terms or factors may be left over; they stay beside the right side.
final class Match {
  private final Order order;
  private final BiPredicate<String, Formula> allowed;
  private Map<String, Formula> bound = new HashMap<>();

  /// @param allowed whether a name of a pattern may stand for a formula
  Match(Order order, BiPredicate<String, Formula> allowed) {
    this.order = order;
    this.allowed = allowed;
  }

  /// What a formula becomes by a rule, or nothing when the rule does not match.
  Optional<Formula> rewritten(Rule rule, Formula formula) {
    Formula left = rule.left();
    if (isSum(left)) {
      return isSum(formula) ? sum(rule, formula) : Optional.empty();
    }
    if (isProduct(left)) {
      return isProduct(formula) ? product(rule, formula) : Optional.empty();
    }
    bound = new HashMap<>();
    return matches(left, formula) ? Optional.of(rule.right().with(bound)) : Optional.empty();
  }

  private Optional<Formula> sum(Rule rule, Formula formula) {
    for (Ratio sign : scales(formula)) {
      var whole = new Sum(order);
      whole.add(sign, formula);
      bound = new HashMap<>();
      var left = new ArrayList<Sum.Term>(whole.terms());
      if (matchesTerms(patternTerms(rule.left()), left, true)) {
        return Optional.of(joined(sign, rule.right().with(bound), left));
      }
    }
    return Optional.empty();
  }

  private Formula joined(Ratio sign, Formula right, List<Sum.Term> left) {
    Formula whole = right;
    if (!left.isEmpty()) {
      var rest = new Sum(order);
      left.forEach(t -> rest.add(t.coefficient(), t.core()));
      whole = ADD.of(right, rest.formula());
    }
    if (sign.equals(Ratio.ONE)) {
      return whole;
    }
    return sign.equals(Ratio.MINUS_ONE)
        ? Product.opposite(whole)
        : MULTIPLY.of(coefficient(sign), whole);
  }

  private Formula coefficient(Ratio scale) {
    var product = new Product(order);
    scale.inverse().ifPresent(product::scale);
    return product.formula();
  }

  /// What a sum may be multiplied by before it is matched: its sign, and the coefficient that all
  /// its terms share.
  private List<Ratio> scales(Formula sum) {
    List<Ratio> coefficients = order.terms(sum).stream().map(Sum.Term::coefficient).toList();
    Ratio first = coefficients.getFirst();
    boolean shared =
        !isUnit(first)
            && coefficients.stream().allMatch(c -> c.equals(first) || c.negated().equals(first));
    return Stream.concat(
            Stream.of(Ratio.ONE, Ratio.MINUS_ONE),
            shared
                ? first.inverse().stream().flatMap(r -> Stream.of(r, r.negated()))
                : Stream.empty())
        .toList();
  }

  private static boolean isUnit(Ratio coefficient) {
    return coefficient.equals(Ratio.ONE) || coefficient.equals(Ratio.MINUS_ONE);
  }

  private Optional<Formula> product(Rule rule, Formula formula) {
    Product whole = Product.of(formula, order);
    bound = new HashMap<>();
    var left = new ArrayList<>(whole.factors());
    Product pattern = Product.of(rule.left(), order);
    if (!matchesFactors(patternFactors(pattern), left, true)) {
      return Optional.empty();
    }
    var rest = new Product(order);
    rest.scale(whole.coefficient());
    pattern.coefficient().inverse().ifPresent(rest::scale);
    left.forEach(f -> rest.multiply(f.base(), f.exponent()));
    Formula beside = rest.formula();
    Formula right = rule.right().with(bound);
    return Optional.of(beside.is(1) ? right : MULTIPLY.of(right, beside));
  }

  private boolean matches(Formula pattern, Formula formula) {
    return switch (pattern) {
      case Name(String name) -> binds(name, formula);
      case Number _ -> pattern.equals(formula);
      case Apply(var o, var a) when o == NEGATE ->
          isOppositeOfBound(a.getFirst(), formula)
              || mayNegate(a.getFirst(), formula) && matches(a.getFirst(), negated(formula));
      case Apply _ when isSum(pattern) -> matchesSum(pattern, formula);
      case Apply _ when isProduct(pattern) -> matchesProduct(pattern, formula);
      case Apply(var o, var a) ->
          formula instanceof Apply(var o2, var a2) && o == o2 && matchesAll(a, a2);
    };
  }

  private boolean matchesAll(List<Formula> patterns, List<Formula> formulas) {
    for (int i = 0; i < patterns.size(); i++) {
      if (!matches(patterns.get(i), formulas.get(i))) {
        return false;
      }
    }
    return true;
  }

  private boolean binds(String name, Formula formula) {
    Formula before = bound.get(name);
    if (before != null) {
      return before.equals(formula);
    }
    if (!allowed.test(name, formula)) {
      return false;
    }
    bound.put(name, formula);
    return true;
  }

  /// `-a` with a free `a` stands only for what is written as an opposite, or every formula would be
  /// one.
  private boolean mayNegate(Formula pattern, Formula formula) {
    boolean open = pattern instanceof Name(String name) && !bound.containsKey(name);
    return !open || Product.isOpposite(formula, order);
  }

  /// Whether a name stands for the opposite already, however the two are written: `(y - p) / s` and
  /// `(p - y) / s`.
  private boolean isOppositeOfBound(Formula pattern, Formula formula) {
    Formula other = pattern instanceof Name(String name) ? bound.get(name) : null;
    return other != null
        && isProduct(other)
        && isProduct(formula)
        && isZero(ADD.of(other, formula));
  }

  private boolean isZero(Formula sum) {
    return Sum.of(sum, order).formula().is(0);
  }

  private boolean matchesSum(Formula pattern, Formula formula) {
    if (pattern.names().allMatch(bound::containsKey)) {
      return Sum.of(pattern.with(bound), order).formula().equals(Sum.of(formula, order).formula());
    }
    return matchesTerms(patternTerms(pattern), new ArrayList<>(order.terms(formula)), false);
  }

  private boolean matchesProduct(Formula pattern, Formula formula) {
    boolean isBound = isProduct(formula) && pattern.names().allMatch(bound::containsKey);
    if (isBound && isZero(SUBTRACT.of(pattern.with(bound), formula))) {
      return true;
    }
    Product patternProduct = Product.of(pattern, order);
    Product product = Product.of(formula, order);
    boolean absorbs =
        patternProduct.factors().stream().anyMatch(f -> isFree(f.base()) && f.exponent() == 1);
    var left = new ArrayList<>(product.factors());
    if (!absorbs) {
      return matchesFactors(patternFactors(patternProduct), left, true)
          && isSame(product.coefficient(), left, patternProduct.coefficient());
    }
    if (!patternProduct.coefficient().equals(Ratio.ONE)) {
      return false;
    }
    return matchesAbsorbing(patternFactors(patternProduct), product.coefficient(), left);
  }

  /// Whether of a product nothing is left but a coefficient.
  private boolean isSame(Ratio coefficient, List<Product.Factor> left, Ratio wanted) {
    var rest = new Product(order);
    rest.scale(coefficient);
    left.forEach(f -> rest.multiply(f.base(), f.exponent()));
    return rest.core().is(1) && rest.coefficient().equals(wanted);
  }

  /// A product pattern with a free name: the name takes the coefficient and the factors that
  /// nothing else takes.
  private boolean matchesAbsorbing(
      List<Product.Factor> patterns, Ratio coefficient, List<Product.Factor> left) {
    var others = new ArrayList<>(patterns);
    Product.Factor free =
        others.stream()
            .filter(f -> isFree(f.base()) && f.exponent() == 1)
            .findFirst()
            .orElseThrow();
    others.remove(free);
    if (!matchesFactors(others, left, true)) {
      return false;
    }
    var rest = new Product(order);
    rest.scale(coefficient);
    left.forEach(f -> rest.multiply(f.base(), f.exponent()));
    return matches(free.base(), rest.formula());
  }

  // Terms: each pattern takes one; a free name that stands alone takes all that remain.

  private boolean matchesTerms(List<Sum.Term> patterns, List<Sum.Term> left, boolean mayLeave) {
    if (patterns.isEmpty()) {
      return mayLeave || left.isEmpty();
    }
    Sum.Term pattern = patterns.getFirst();
    List<Sum.Term> others = patterns.subList(1, patterns.size());
    if (isFree(pattern.core()) && others.isEmpty()) {
      return takesRest(pattern, left, mayLeave);
    }
    if (pattern.core() instanceof Name(String name) && bound.containsKey(name)) {
      return takesBound(pattern, bound.get(name), others, left, mayLeave);
    }
    for (int i = 0; i < left.size(); i++) {
      Map<String, Formula> before = new HashMap<>(bound);
      Sum.Term term = left.remove(i);
      if (matchesTerm(pattern, term) && matchesTerms(others, left, mayLeave)) {
        return true;
      }
      left.add(i, term);
      bound = before;
    }
    return false;
  }

  /// A name that stands for a formula already takes all terms of that formula.
  private boolean takesBound(
      Sum.Term pattern,
      Formula value,
      List<Sum.Term> others,
      List<Sum.Term> left,
      boolean mayLeave) {
    var rest = new Sum(order);
    left.forEach(t -> rest.add(t.coefficient(), t.core()));
    rest.add(pattern.coefficient().negated(), value);
    List<Sum.Term> after = rest.terms();
    int taken = order.terms(value).size();
    if (taken == 0 || after.size() != left.size() - taken) {
      return false;
    }
    List<Sum.Term> before = List.copyOf(left);
    left.clear();
    left.addAll(after);
    if (matchesTerms(others, left, mayLeave)) {
      return true;
    }
    left.clear();
    left.addAll(before);
    return false;
  }

  private boolean takesRest(Sum.Term pattern, List<Sum.Term> left, boolean mayLeave) {
    if (left.isEmpty()) {
      return false;
    }
    var taken = new ArrayList<Sum.Term>();
    for (Sum.Term term : left) {
      var single = new Sum(order);
      single.add(term.coefficient(), term.core());
      if (!mayLeave || allowed.test(((Name) pattern.core()).text(), single.formula())) {
        taken.add(term);
      }
    }
    if (taken.isEmpty()) {
      return false;
    }
    var rest = new Sum(order);
    taken.forEach(t -> rest.add(t.coefficient(), t.core()));
    Optional<Ratio> inverse = pattern.coefficient().inverse();
    Formula value = rest.formula();
    if (!inverse.orElseThrow().equals(Ratio.ONE)) {
      var scaled = new Sum(order);
      scaled.add(inverse.get(), value);
      value = scaled.formula();
    }
    if (!matches(pattern.core(), value)) {
      return false;
    }
    left.removeAll(taken);
    return true;
  }

  private boolean matchesTerm(Sum.Term pattern, Sum.Term term) {
    if (pattern.coefficient().equals(term.coefficient())) {
      return matches(pattern.core(), term.core());
    }
    Optional<Ratio> ratio = pattern.coefficient().inverse().flatMap(term.coefficient()::times);
    if (ratio.isEmpty() || !isProduct(pattern.core())) {
      return false;
    }
    var scaled = new Product(order);
    scaled.multiply(term.core(), 1);
    scaled.scale(ratio.get());
    return matches(pattern.core(), scaled.formula());
  }

  private boolean matchesFactors(
      List<Product.Factor> patterns, List<Product.Factor> left, boolean mayLeave) {
    if (patterns.isEmpty()) {
      return mayLeave || left.isEmpty();
    }
    Product.Factor pattern = patterns.getFirst();
    List<Product.Factor> others = patterns.subList(1, patterns.size());
    if (pattern.base() instanceof Name(String name) && bound.containsKey(name)) {
      return divides(bound.get(name), pattern.exponent(), left)
          && matchesFactors(others, left, mayLeave);
    }
    for (int i = 0; i < left.size(); i++) {
      Map<String, Formula> before = new HashMap<>(bound);
      Product.Factor factor = left.get(i);
      double over = factor.exponent() - pattern.exponent();
      if ((over == 0 || mayLeave && over * pattern.exponent() > 0)
          && matches(pattern.base(), factor.base())) {
        var rest = new ArrayList<>(left);
        rest.remove(i);
        if (over != 0) {
          rest.add(i, new Product.Factor(factor.base(), over));
        }
        if (matchesFactors(others, rest, mayLeave)) {
          left.clear();
          left.addAll(rest);
          return true;
        }
      }
      bound = before;
    }
    return false;
  }

  /// Takes a power of a formula out of a product: `(p - y) / c` out of `(p - y)^2 / c`.
  private boolean divides(Formula formula, double exponent, List<Product.Factor> left) {
    var rest = new Product(order);
    left.forEach(f -> rest.multiply(f.base(), f.exponent()));
    if (Product.of(formula, order).factors().isEmpty()) {
      return false;
    }
    if (rest.holds(formula, exponent)) {
      rest.collect(formula, -exponent);
    } else if (Product.of(formula, order).factors().stream()
        .allMatch(f -> rest.holds(f.base(), f.exponent() * exponent))) {
      rest.multiply(formula, -exponent);
    } else {
      return false;
    }
    left.clear();
    left.addAll(rest.factors());
    if (!rest.coefficient().equals(Ratio.ONE)) {
      left.add(new Product.Factor(new Number(rest.coefficient().numerator()), 1));
      left.add(new Product.Factor(new Number(rest.coefficient().denominator()), -1));
    }
    return true;
  }

  // Patterns: what is most particular is matched first, a name alone last.

  private List<Sum.Term> patternTerms(Formula pattern) {
    var terms = new ArrayList<>(order.terms(pattern));
    terms.sort((a, b) -> Integer.compare(freedom(a.core()), freedom(b.core())));
    return terms;
  }

  private List<Product.Factor> patternFactors(Product pattern) {
    var factors = new ArrayList<>(pattern.factors());
    factors.sort((a, b) -> Integer.compare(freedom(a.base()), freedom(b.base())));
    return factors;
  }

  private static int freedom(Formula pattern) {
    if (pattern instanceof Name) {
      return 3;
    }
    if (!isProduct(pattern) && !isSum(pattern)) {
      return pattern.children().stream().allMatch(a -> a instanceof Name) ? -1 : 0;
    }
    return pattern.signature() == 0 ? 2 : 1;
  }

  private boolean isFree(Formula pattern) {
    return pattern instanceof Name(String name) && !bound.containsKey(name);
  }

  private Formula negated(Formula formula) {
    var sum = new Sum(order);
    sum.add(Ratio.MINUS_ONE, formula);
    return sum.formula();
  }

  private static boolean isSum(Formula formula) {
    return formula.is(ADD) || formula.is(SUBTRACT) || isNegatedSum(formula);
  }

  private static boolean isNegatedSum(Formula formula) {
    return formula.is(NEGATE)
        && (formula.children().getFirst().is(ADD) || formula.children().getFirst().is(SUBTRACT));
  }

  private static boolean isProduct(Formula formula) {
    return formula.is(MULTIPLY)
        || formula.is(DIVIDE)
        || (formula.is(POWER) && formula.children().get(1) instanceof Number)
        || (formula.is(NEGATE) && isProduct(formula.children().getFirst()));
  }
}
