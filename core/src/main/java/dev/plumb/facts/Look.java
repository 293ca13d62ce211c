package dev.plumb.facts;

import dev.plumb.Loss;
import dev.plumb.calculus.Bounds;
import dev.plumb.calculus.Calculus;
import dev.plumb.calculus.Simplify;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Domain.Interval;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Operation;
import dev.plumb.formula.Shapes;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Looks at a loss along its predictions: in the formula first, on samples where that does not
/// tell.
final class Look {
  private static final int LINES = 300;
  private static final double EXCESS = 1e-7;

  private final Loss loss;
  private final Calculus calculus;
  private final Simplify simplify;
  private final Formula value;
  private final Shapes shapes;
  private final Bounds bounds;
  private final Probe probe;

  Look(Loss loss) {
    this.loss = loss;
    this.calculus = loss.calculus().orElseThrow();
    this.simplify = calculus.simplify();
    this.value = fixed(calculus.value());
    this.shapes = calculus.shapes();
    this.bounds = new Bounds(domains(loss.definition()));
    this.probe = new Probe(loss);
  }

  /// A formula with the values of the parameters put in.
  private Formula fixed(Formula formula) {
    Map<String, Formula> values = new HashMap<>();
    loss.parameters().forEach((name, value) -> values.put(name, Formula.number(value)));
    return values.isEmpty() ? formula : simplify.of(formula.with(values));
  }

  private static Map<String, Domain> domains(Definition definition) {
    var domains = new HashMap<String, Domain>();
    definition.predictions().forEach(i -> domains.put(i.name(), i.domain()));
    definition.targets().forEach(i -> domains.put(i.name(), i.domain()));
    return domains;
  }

  Along along(int input, Residual residual) {
    Input prediction = loss.definition().predictions().get(input);
    var borders = new Borders(loss, shapes, calculus.value(), input);
    List<Kink> kinks = borders.kinks();
    Formula hessian = fixed(calculus.hessian().get(prediction.name()));
    Convexity convexity = convexity(input, kinks, hessian);
    Lipschitz lipschitz = lipschitz(input, convexity, residual);
    Influence influence = probe.influence(input, lipschitz, convexity);
    Curvature curvature =
        new Choice(loss, bounds, probe).of(input, hessian, convexity, kinks, residual, influence);
    return new Along(prediction.name(), convexity, kinks, lipschitz, influence, curvature);
  }

  // Convexity

  private Convexity convexity(int input, List<Kink> kinks, Formula hessian) {
    Convexity sampled = probe.refuted(input, LINES, EXCESS);
    if (sampled.isRefuted()) {
      return sampled;
    }
    boolean rising = kinks.stream().allMatch(k -> k.of() == Kink.Of.SLOPE && k.jump() > 0);
    String name = loss.definition().predictions().get(input).name();
    boolean row = shapes.isRow(new Formula.Name(name));
    boolean known = rising && !(row && hasConditions(value, name));
    if (known && new Bending(name, bounds).of(value).isConvex()) {
      return new Convexity.Proved("by the rules of composition");
    }
    return known && !row && bounds.of(hessian).low() >= 0
        ? new Convexity.Proved("the second derivative is never below 0")
        : new Convexity.NotKnown();
  }

  private static boolean hasConditions(Formula value, String name) {
    return value
        .all()
        .anyMatch(f ->
            f instanceof Formula.Apply(var o, var arguments)
                && o.name().equals("if")
                && varies(arguments.getFirst(), name));
  }

  /// Whether a formula varies with an input: its places and its length do not.
  private static boolean varies(Formula formula, String name) {
    return formula.equals(new Formula.Name(name))
        || formula instanceof Formula.Apply(var o, var arguments)
            && !o.name().equals("index")
            && o != Operation.LENGTH
            && arguments.stream().anyMatch(a -> varies(a, name));
  }

  // Steepness

  private Lipschitz lipschitz(int input, Convexity convexity, Residual residual) {
    Input prediction = loss.definition().predictions().get(input);
    Formula gradient = fixed(calculus.gradient().get(prediction.name()));
    var steepness = new Steepness(loss, shapes, bounds, probe, input);
    return steepness.of(gradient, convexity, residual);
  }

  // Range

  Range range() {
    Interval interval = bounds.of(value);
    double[] tried = probe.range();
    boolean lowProved =
        Double.isFinite(interval.low())
            && interval.low() > tried[0] - 0.1 * (1 + Math.abs(tried[0]));
    boolean highProved =
        Double.isFinite(interval.high())
            && interval.high() < tried[1] + 1e-3 * (1 + Math.abs(tried[1]));
    return new Range(
        lowProved ? interval.low() : tried[0],
        highProved ? interval.high() : tried[1],
        lowProved,
        highProved);
  }
}
