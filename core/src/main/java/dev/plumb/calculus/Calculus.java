package dev.plumb.calculus;

import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formula.Number;
import dev.plumb.formula.Formulas;
import dev.plumb.formula.Operation;
import dev.plumb.formula.Shapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// Everything that follows from a loss's formula, stage by stage: the whole architecture in one
/// constructor.
///
/// ```
/// formula ─simplify→ value ─derive→ gradient ─derive→ hessian      the mathematics, printed by explain
///                      └──────────────┴──────────────┴─stabilise→  the numerics, lowered and compiled by kernels
/// ```
public final class Calculus {
  private final Definition definition;
  private final Shapes shapes;
  private final Formula value;
  private final SequencedMap<String, Formula> gradient = new LinkedHashMap<>();
  private final SequencedMap<String, Formula> hessian = new LinkedHashMap<>();
  private final Formula stableValue;
  private final SequencedMap<String, Formula> stableGradient = new LinkedHashMap<>();
  private final SequencedMap<String, Formula> stableHessian = new LinkedHashMap<>();
  private final SequencedSet<Rule> identities;
  private final SequencedSet<Rule> stabilised;

  /// Derives everything from a definition.
  public Calculus(Definition definition) {
    this.definition = definition;
    this.shapes = Formulas.shapes(definition);
    List<String> names = names(definition);
    var simplify = simplify();
    var derive = new Derive(shapes, simplify);
    var stabilise =
        new Stabilise(shapes, names, known(definition), new Bounds(domains(definition)));

    value = simplify.of(definition.formula());
    identities = new LinkedHashSet<>(simplify.applied());
    stableValue = stabilise.of(value);
    for (Input prediction : definition.predictions()) {
      String name = prediction.name();
      Formula slope = derive.by(name, value);
      Formula curve = derive.by(name, slope);
      gradient.put(name, slope);
      hessian.put(name, curve);
      stableGradient.put(name, stabilise.of(slope));
      stableHessian.put(name, stabilise.of(curve));
    }
    stabilised = stabilise.applied();
  }

  /// Parameters, targets, predictions: the order in which factors are written.
  private static List<String> names(Definition definition) {
    return Stream.concat(
            definition.parameters().stream().map(Definition.Parameter::name),
            Stream.concat(definition.targets().stream(), definition.predictions().stream())
                .map(Input::name))
        .toList();
  }

  private static Map<Formula, Formula> facts(Definition definition) {
    var facts = new HashMap<Formula, Formula>();
    for (Input target : definition.targets()) {
      if (target.domain() instanceof Domain.Simplex) {
        facts.put(Operation.SUM.of(new Name(target.name())), new Number(1));
      }
    }
    return facts;
  }

  private static java.util.Set<String> known(Definition definition) {
    return Stream.concat(
            definition.targets().stream().map(Input::name),
            definition.parameters().stream().map(Definition.Parameter::name))
        .collect(Collectors.toSet());
  }

  private static Map<String, Domain> domains(Definition definition) {
    Map<String, Domain> domains = knownDomains(definition);
    definition.predictions().forEach(i -> domains.put(i.name(), i.domain()));
    return domains;
  }

  /// The domains of what is known before a model predicts.
  private static Map<String, Domain> knownDomains(Definition definition) {
    var domains = new HashMap<String, Domain>();
    definition.targets().forEach(i -> domains.put(i.name(), i.domain()));
    definition.parameters().forEach(p -> domains.put(p.name(), p.domain()));
    return domains;
  }

  private static Weighing weighing(Definition definition) {
    return new Weighing(
        new Bounds(knownDomains(definition)),
        definition.parameters().stream()
            .map(Definition.Parameter::name)
            .collect(Collectors.toSet()));
  }

  public Definition definition() {
    return definition;
  }

  public Shapes shapes() {
    return shapes;
  }

  /// The formula of the loss, simplified.
  public Formula value() {
    return value;
  }

  /// The derivative by each prediction.
  public SequencedMap<String, Formula> gradient() {
    return gradient;
  }

  /// The diagonal of the second derivative, by each prediction.
  public SequencedMap<String, Formula> hessian() {
    return hessian;
  }

  public Formula stableValue() {
    return stableValue;
  }

  public SequencedMap<String, Formula> stableGradient() {
    return stableGradient;
  }

  public SequencedMap<String, Formula> stableHessian() {
    return stableHessian;
  }

  /// The identities that the formula itself was rewritten by.
  public SequencedSet<Rule> identities() {
    return identities;
  }

  /// The rules that made value, gradient and hessian stable.
  public SequencedSet<Rule> stabilised() {
    return stabilised;
  }

  /// What simplifies formulas over the names of the loss.
  public Simplify simplify() {
    return new Simplify(shapes, names(definition), facts(definition));
  }

  /// What a kernel computes, lowered to primitives: the value, then the gradients, then the
  /// hessians, as many as asked.
  ///
  /// @param order 0 for the value, 1 with gradients, 2 with hessians
  public List<Formula> lowered(int order) {
    var lower = Lower.stable(weighing(definition));
    var outputs = new ArrayList<Formula>();
    outputs.add(lower.of(stableValue));
    if (order >= 1) {
      stableGradient.values().forEach(f -> outputs.add(lower.of(f)));
    }
    if (order >= 2) {
      stableHessian.values().forEach(f -> outputs.add(lower.of(f)));
    }
    return outputs;
  }
}
