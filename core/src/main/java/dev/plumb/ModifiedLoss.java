package dev.plumb;

import dev.plumb.calculus.Calculus;
import dev.plumb.calculus.Lower;
import dev.plumb.exact.Precision;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Definition.Parameter;
import dev.plumb.formula.Formulas;
import dev.plumb.kernel.Data;
import dev.plumb.kernel.Program;
import dev.plumb.kernel.Runner;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.SequencedMap;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// A loss under modifiers: the formula of another, transformed, and what its samples count for.
final class ModifiedLoss implements Loss {
  private final Loss base;
  private final Modifiers modifiers;
  private final FormulaLoss formed;
  private final Input target;
  private final Program weight;

  private ModifiedLoss(Loss base, Modifiers modifiers) {
    this.base = base;
    this.modifiers = modifiers;
    boolean smooth = base.parameters().getOrDefault(Modify.SMOOTHING, 0.0) != 0;
    Modify.Modified modified = Modify.of(base.definition(), modifiers, smooth);
    Definition definition = modified.definition();
    this.formed = new FormulaLoss(definition, base.parameters());
    this.target =
        definition.targets().stream()
            .filter(t -> t.name().equals(Formulas.TARGET_NAME))
            .findFirst()
            .orElse(definition.targets().getFirst());
    this.weight =
        Program.of(
            Stream.concat(definition.predictions().stream(), definition.targets().stream())
                .map(Input::name)
                .toList(),
            definition.parameters().stream().map(Parameter::name).toList(),
            Formulas.shapes(definition),
            List.of(Lower.stable().of(modified.weight())),
            List.of(false));
  }

  /// A loss under the modifiers it has and another. Smoothing goes to the parameter of that name
  /// where the loss has one.
  static Loss of(Loss loss, UnaryOperator<Modifiers> change) {
    if (loss.calculus().isEmpty()) {
      throw new PlumbException(loss.name() + " is no formula, so it cannot be modified");
    }
    return loss instanceof ModifiedLoss modified
        ? under(modified.base, change.apply(modified.modifiers))
        : under(loss, change.apply(Modifiers.NONE));
  }

  private static Loss under(Loss base, Modifiers modifiers) {
    OptionalDouble smoothing = modifiers.smoothing();
    if (smoothing.isPresent() && base.parameters().containsKey(Modify.SMOOTHING)) {
      return under(
          base.with(Modify.SMOOTHING, smoothing.getAsDouble()), modifiers.withoutSmoothing());
    }
    return modifiers.isEmpty() ? base : new ModifiedLoss(base, modifiers);
  }

  @Override
  public Definition definition() {
    return formed.definition();
  }

  @Override
  public Optional<Calculus> calculus() {
    return formed.calculus();
  }

  @Override
  public String text() {
    return base.text() + " with " + modifiers.text();
  }

  @Override
  public SequencedMap<String, Double> parameters() {
    return formed.parameters();
  }

  @Override
  public Loss with(String parameter, double value) {
    if (base.parameters().containsKey(parameter)) {
      return new ModifiedLoss(base.with(parameter, value), modifiers);
    }
    formed.with(parameter, value);
    if (parameter.equals(Modify.SMOOTHING)) {
      return new ModifiedLoss(base, modifiers.withoutSmoothing().labelSmoothing(value));
    }
    var weights = new ArrayList<>(modifiers.classWeights());
    weights.set(Integer.parseInt(parameter.substring("w_".length())), value);
    return new ModifiedLoss(
        base, new Modifiers(List.copyOf(weights), modifiers.ignored(), modifiers.smoothing()));
  }

  @Override
  public Loss onScores() {
    Loss scored = base.onScores();
    return scored == base ? this : new ModifiedLoss(scored, modifiers);
  }

  @Override
  public double value(double... sample) {
    return formed.value(sample);
  }

  @Override
  public void evaluate(Batch batch, int from, int to, Each each) {
    checkRows(batch.classes());
    formed.evaluate(batch, from, to, each);
  }

  @Override
  public void evaluate(Batch batch, int from, int to, EachFloat each) {
    checkRows(batch.classes());
    formed.evaluate(batch, from, to, each);
  }

  /// The loss as one formula, for a batch that fits it.
  FormulaLoss formed(Batch batch) {
    checkRows(batch.classes());
    return formed;
  }

  @Override
  public int classes() {
    return TargetKind.of(target).hasRow() ? modifiers.classWeights().size() : 0;
  }

  private void checkRows(int classes) {
    if (classes() > 0 && classes() != classes) {
      throw new PlumbException(
          "%s: %d class weights, but rows of %d classes".formatted(name(), classes(), classes));
    }
  }

  @Override
  public void weights(Batch batch, int from, int to, double[] weights) {
    checkRows(batch.classes());
    Data data =
        new Data()
            .begin(
                batch.samples(),
                batch.classes(),
                parameters().values().stream().mapToDouble(v -> v).toArray());
    for (int i = 0; i < batch.columns().size(); i++) {
      data.input(batch.columns().get(i), Fit.input(formed.definition(), i).row());
    }
    data.output(weights, false);
    Runner.of(weight, Precision.DOUBLE, false, false).each(data, from, to);
    for (int i = from; i < to; i++) {
      weights[i] = batch.weight(i) == 0 ? 0 : batch.weight(i) * weights[i];
    }
  }

  @Override
  public Optional<Violation> violation(Batch batch) {
    return formed.violation(batch);
  }

  @Override
  public void respond(double[] scores, int classes) {
    base.respond(scores, classes);
  }

  @Override
  public double[] optimalConstant(double[] targets, double[] weights, int classes) {
    checkRows(classes);
    int[] kept =
        IntStream.range(0, targets.length).filter(i -> !target.ignores(targets[i])).toArray();
    double[] keptTargets = IntStream.of(kept).mapToDouble(i -> targets[i]).toArray();
    double[] keptWeights =
        weights == null ? null : IntStream.of(kept).mapToDouble(i -> weights[i]).toArray();
    return OptimalConstant.of(formed, keptTargets, keptWeights, classes);
  }

  @Override
  public boolean isResidualScale(String parameter) {
    return base.isResidualScale(parameter);
  }

  @Override
  public String toString() {
    return text();
  }
}
