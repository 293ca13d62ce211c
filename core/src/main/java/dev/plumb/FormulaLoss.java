package dev.plumb;

import dev.plumb.calculus.Calculus;
import dev.plumb.catalogue.Catalogue;
import dev.plumb.exact.Precision;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Parameter;
import dev.plumb.formula.Near;
import dev.plumb.formula.Numbers;
import dev.plumb.formula.Printer;
import dev.plumb.kernel.Data;
import dev.plumb.kernel.Runner;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;

/// A loss that is one formula.
final class FormulaLoss implements Loss {
  private static final Map<String, Derived> DERIVED = new ConcurrentHashMap<>();
  private static final ThreadLocal<Data> DATA = ThreadLocal.withInitial(Data::new);

  private final Definition definition;
  private final SequencedMap<String, Double> parameters = new LinkedHashMap<>();
  private final Derived derived;

  /// What kernels compute: without what parameters switch off.
  private final Derived running;

  private final double[] parameterValues;

  FormulaLoss(Definition definition, Map<String, Double> values) {
    this(derived(definition), values);
  }

  /// What is derived from a loss of the catalogue is derived once.
  private static Derived derived(Definition definition) {
    boolean known =
        Catalogue.builtin().find(definition.name()).filter(d -> d == definition).isPresent();
    return known
        ? DERIVED.computeIfAbsent(definition.name(), _ -> new Derived(definition))
        : new Derived(definition);
  }

  private FormulaLoss(Derived derived, Map<String, Double> values) {
    this.derived = derived;
    this.definition = derived.definition;
    definition.parameters().forEach(p -> parameters.put(p.name(), p.value()));
    values.forEach(this::set);
    this.running = derived.without(switchedOff());
    this.parameterValues = parameters.values().stream().mapToDouble(v -> v).toArray();
  }

  private Set<String> switchedOff() {
    return definition.parameters().stream()
        .filter(p -> p.value() == 0 && parameters.get(p.name()) == 0)
        .map(Parameter::name)
        .collect(Collectors.toSet());
  }

  private void set(String name, double value) {
    Parameter parameter =
        definition.parameters().stream()
            .filter(p -> p.name().equals(name))
            .findFirst()
            .orElseThrow(() -> new PlumbException(unknownParameter(name)));
    if (!parameter.domain().contains(value)) {
      throw new PlumbException(
          "%s: %s = %s is outside %s"
              .formatted(name(), name, Numbers.text(value), parameter.domain().text()));
    }
    parameters.put(name, value);
  }

  private String unknownParameter(String name) {
    return parameters.isEmpty()
        ? name() + " has no parameters, so no " + name
        : "%s has no parameter %s%s; it has %s"
            .formatted(
                name(),
                name,
                Near.hint(name, parameters.keySet()),
                String.join(", ", parameters.keySet()));
  }

  @Override
  public Definition definition() {
    return definition;
  }

  @Override
  public Optional<Calculus> calculus() {
    return Optional.of(derived.calculus());
  }

  @Override
  public String text() {
    if (definition.name().equals("formula")) {
      return Printer.text(definition.formula());
    }
    String arguments =
        parameters.entrySet().stream()
            .filter(e -> !isDefault(e.getKey(), e.getValue()) || isAlwaysShown(e.getKey()))
            .map(e -> e.getKey() + " = " + Numbers.text(e.getValue()))
            .collect(Collectors.joining(", "));
    return arguments.isEmpty() ? name() : name() + "(" + arguments + ")";
  }

  private boolean isDefault(String parameter, double value) {
    return definition.parameters().stream()
        .anyMatch(p -> p.name().equals(parameter) && p.value() == value);
  }

  /// A parameter whose default is 0 switches something on; any other is part of what the loss is.
  private boolean isAlwaysShown(String parameter) {
    return parameters.get(parameter) != 0;
  }

  @Override
  public SequencedMap<String, Double> parameters() {
    return new LinkedHashMap<>(parameters);
  }

  @Override
  public Loss with(String parameter, double value) {
    var values = new LinkedHashMap<String, Double>(parameters);
    values.put(parameter, value);
    return new FormulaLoss(derived, values);
  }

  @Override
  public Loss onScores() {
    Definition linked = Link.onScores(definition);
    return linked == definition ? this : new FormulaLoss(linked, parameters);
  }

  @Override
  public double value(double... sample) {
    if (definition.hasRows()) {
      throw new PlumbException(name() + " takes rows: use values(Batch.rows(...), each)");
    }
    Object[] columns = new Object[sample.length];
    for (int i = 0; i < sample.length; i++) {
      columns[i] = new double[] {sample[i]};
    }
    double[] value = new double[1];
    values(Batch.of(1, 1, columns), value);
    return value[0];
  }

  @Override
  public void evaluate(Batch batch, int from, int to, Each each) {
    evaluate(batch, from, to, Wanted.of(each));
  }

  @Override
  public void evaluate(Batch batch, int from, int to, EachFloat each) {
    evaluate(batch, from, to, Wanted.of(each));
  }

  void evaluate(Batch batch, int from, int to, Wanted wanted) {
    Fit.check(this, batch, from, to, wanted);
    Precision precision = precision(batch, wanted);
    Data data = data(batch, false);
    data.output(wanted.values() == null ? new double[to] : wanted.values(), false);
    outputs(data, wanted);
    running.runner(wanted.order(), precision, false, false).each(data, from, to);
    data.end();
  }

  /// Σ w·loss of a batch that was checked; derivatives are filled on the way, times w and `scale`.
  double sum(Batch batch, Wanted wanted, double scale, int threads) {
    Data data = data(batch, batch.weighted());
    outputs(data, wanted);
    double sum =
        running
            .runner(wanted.order(), precision(batch, wanted), true, batch.weighted())
            .sum(data, scale, threads);
    data.end();
    return sum;
  }

  /// In float if all columns and all outputs are.
  private static Precision precision(Batch batch, Wanted wanted) {
    return batch.isFloat() && wanted.isFloat() ? Precision.FLOAT : Precision.DOUBLE;
  }

  private Data data(Batch batch, boolean weighted) {
    Data data = DATA.get().begin(batch.samples(), batch.classes(), parameterValues);
    for (int i = 0; i < batch.columns().size(); i++) {
      data.input(batch.columns().get(i), Fit.input(definition, i).row());
    }
    if (weighted) {
      data.input(batch.weights(), false);
    }
    return data;
  }

  private void outputs(Data data, Wanted wanted) {
    outputs(data, wanted.gradient());
    outputs(data, wanted.hessian());
  }

  private void outputs(Data data, Object columns) {
    for (int i = 0; columns != null && i < Wanted.count(columns); i++) {
      data.output(Wanted.column(columns, i), definition.predictions().get(i).row());
    }
  }

  @Override
  public Optional<Violation> violation(Batch batch) {
    return Fit.violation(this, batch);
  }

  @Override
  public void respond(double[] scores, int classes) {
    if (definition.response().isEmpty()) {
      return;
    }
    boolean row = definition.predictions().getFirst().row();
    int samples = row ? scores.length / classes : scores.length;
    double[] outputs = new double[scores.length];
    Data data = DATA.get().begin(samples, row ? classes : 1, parameterValues);
    data.input(scores, row);
    data.output(outputs, row);
    Runner.of(derived.response(), Precision.DOUBLE, false, false).each(data, 0, samples);
    data.end();
    System.arraycopy(outputs, 0, scores, 0, scores.length);
  }

  @Override
  public double[] optimalConstant(double[] targets, double[] weights, int classes) {
    return OptimalConstant.of(this, targets, weights, classes);
  }

  @Override
  public boolean isResidualScale(String parameter) {
    return parameters.containsKey(parameter) && ResidualScale.holds(this, parameter);
  }

  @Override
  public String toString() {
    return text();
  }
}
