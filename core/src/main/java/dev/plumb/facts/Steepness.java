package dev.plumb.facts;

import static dev.plumb.facts.Lipschitz.Certainty.ESTIMATED;
import static dev.plumb.facts.Lipschitz.Certainty.PROVED;

import dev.plumb.Loss;
import dev.plumb.calculus.Bounds;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Domain.Interval;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Operation;
import dev.plumb.formula.Printer;
import dev.plumb.formula.Shapes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/// The Lipschitz constant along a prediction: from the bounds of the gradient's formula where
/// samples reach them, from the slopes at both ends where the loss is convex, else from samples.
final class Steepness {
  private static final double REACHED = 0.98;

  private final Loss loss;
  private final Shapes shapes;
  private final Bounds bounds;
  private final Probe probe;
  private final int input;
  private final Set<String> targets;

  Steepness(Loss loss, Shapes shapes, Bounds bounds, Probe probe, int input) {
    this.loss = loss;
    this.shapes = shapes;
    this.bounds = bounds;
    this.probe = probe;
    this.input = input;
    this.targets =
        loss.definition().targets().stream().map(Input::name).collect(Collectors.toSet());
  }

  Lipschitz of(Formula gradient, Convexity convexity, Residual residual) {
    double sampled = probe.steepest(input);
    var parts = new Parts();
    parts.split(gradient);
    if (!parts.unbounded.isEmpty() && Double.isFinite(parts.size)) {
      return new Lipschitz(parts.size, parts.text(), PROVED);
    }
    if (!Double.isFinite(sampled)) {
      return new Lipschitz(Double.POSITIVE_INFINITY, "", ESTIMATED);
    }
    double bound = parts.unbounded.isEmpty() ? parts.size : Double.POSITIVE_INFINITY;
    if (bound < Double.POSITIVE_INFINITY && sampled >= REACHED * bound) {
      return new Lipschitz(bound, "", PROVED);
    }
    boolean ends = convexity.isProved() && (residual.alone() || hasFewTargets()) && !isRow();
    return new Lipschitz(sampled, "", ends ? PROVED : ESTIMATED);
  }

  private boolean isRow() {
    return loss.definition().predictions().get(input).row();
  }

  /// Whether every combination of targets is among the samples, and only this prediction varies.
  private boolean hasFewTargets() {
    return loss.definition().predictions().size() == 1
        && loss.definition().targets().stream().allMatch(t -> t.domain() instanceof Domain.Values);
  }

  /// The factors of a gradient: known ones without bounds apart from the rest.
  private final class Parts {
    private final List<Formula> unbounded = new ArrayList<>();
    private double size = 1;

    void split(Formula formula) {
      if (formula instanceof Apply(var operation, var arguments)
          && (operation == Operation.MULTIPLY
              || operation == Operation.NEGATE
              || operation == Operation.WEIGH)) {
        arguments.forEach(this::split);
        return;
      }
      if (formula instanceof Apply(var operation, var arguments) && operation == Operation.DIVIDE) {
        split(arguments.getFirst());
        Formula below = arguments.getLast();
        if (isKnown(below)) {
          take(Operation.DIVIDE.of(new Formula.Number(1), below));
        } else {
          size = Double.POSITIVE_INFINITY;
        }
        return;
      }
      take(formula);
    }

    private void take(Formula formula) {
      double bound = size(bounds.of(formula));
      if (isKnown(formula) && Double.isInfinite(bound)) {
        unbounded.add(formula);
      } else {
        size *= bound;
      }
    }

    private static double size(Interval interval) {
      return Math.max(Math.abs(interval.low()), Math.abs(interval.high()));
    }

    private boolean isKnown(Formula formula) {
      return !shapes.isRow(formula) && formula.names().allMatch(targets::contains);
    }

    String text() {
      return unbounded.stream()
          .map(f -> "|" + Printer.text(f) + "|")
          .collect(Collectors.joining(" * "));
    }
  }
}
