package dev.plumb;

import dev.plumb.calculus.Calculus;
import dev.plumb.calculus.Lower;
import dev.plumb.exact.Precision;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Definition.Parameter;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Number;
import dev.plumb.formula.Formulas;
import dev.plumb.kernel.Program;
import dev.plumb.kernel.Runner;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReferenceArray;
import java.util.stream.Collectors;

/// What follows from a definition, whatever the values of its parameters: computed once, when first
/// needed.
final class Derived {
  final Definition definition;
  private Calculus calculus;
  private Program response;
  private final Map<Set<String>, Derived> without = new ConcurrentHashMap<>();
  private final Map<Integer, Program> programs = new ConcurrentHashMap<>();
  private final AtomicReferenceArray<Runner> runners = new AtomicReferenceArray<>(3 * 8);

  Derived(Definition definition) {
    this.definition = definition;
  }

  /// The same where parameters are 0 for certain, which may leave less to compute.
  Derived without(Set<String> parameters) {
    return parameters.isEmpty()
        ? this
        : without.computeIfAbsent(parameters, p -> new Derived(switchedOff(p)));
  }

  private Definition switchedOff(Set<String> parameters) {
    Map<String, Formula> zeros =
        parameters.stream().collect(Collectors.toMap(p -> p, _ -> new Number(0)));
    return new Definition(
        definition.documentation(),
        definition.name(),
        definition.predictions(),
        definition.targets(),
        definition.parameters(),
        definition.formula().with(zeros),
        definition.bindings(),
        definition.response(),
        definition.estimates(),
        definition.also(),
        definition.examples(),
        definition.sources(),
        definition.common(),
        definition.family());
  }

  synchronized Calculus calculus() {
    if (calculus == null) {
      calculus = new Calculus(definition);
    }
    return calculus;
  }

  /// The program of the value and, by order, of gradients and hessians.
  Program program(int order) {
    return programs.computeIfAbsent(order, this::made);
  }

  private Program made(int order) {
    return Program.of(calculus(), order);
  }

  /// The kernels of the program, found once.
  Runner runner(int order, Precision precision, boolean reduced, boolean weighted) {
    int place = order * 8 + precision.ordinal() * 4 + (reduced ? 2 : 0) + (weighted ? 1 : 0);
    Runner runner = runners.get(place);
    if (runner == null) {
      runner = Runner.of(program(order), precision, reduced, weighted);
      runners.set(place, runner);
    }
    return runner;
  }

  synchronized Program response() {
    if (response == null) {
      Input score = definition.predictions().getFirst();
      Formula lowered = Lower.stable().of(definition.response().orElseThrow());
      response =
          Program.of(
              List.of(score.name()),
              parameterNames(),
              Formulas.shapes(definition),
              List.of(lowered),
              List.of(score.row()));
    }
    return response;
  }

  private List<String> parameterNames() {
    return definition.parameters().stream().map(Parameter::name).toList();
  }
}
