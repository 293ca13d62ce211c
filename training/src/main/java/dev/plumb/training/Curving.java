package dev.plumb.training;

import dev.plumb.Loss;
import dev.plumb.facts.Along;
import dev.plumb.facts.Curvature;
import dev.plumb.facts.Curvature.Policy;
import dev.plumb.facts.Facts;
import dev.plumb.training.optimise.Curved.Model;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/// How a loss of scores bends, as far as a trainer wants to know.
///
/// @param convex whether it is proved to be
/// @param smooth whether neither it nor its slope jumps
/// @param upper whether its usable curvature makes parabolas that lie above it, so that every step
///   to their lowest point is a gain
/// @param policy what may be divided by
/// @param constant the number of [Policy#CONSTANT]
record Curving(boolean convex, boolean smooth, boolean upper, Policy policy, double constant) {
  /// A residual below which slope by residual is its limit, the second derivative.
  private static final double SMALL = 1e-150;

  private static final Map<String, Curving> KNOWN = new ConcurrentHashMap<>();

  /// What follows from the formula; empty for a loss that is none.
  static Optional<Curving> of(Pairing pairing) {
    Loss loss = pairing.scored();
    if (loss.calculus().isEmpty()) {
      return Optional.empty();
    }
    Loss unscaled = unscaled(loss);
    return Optional.of(KNOWN.computeIfAbsent(unscaled.text(), text -> of(unscaled)));
  }

  private static Curving of(Loss loss) {
    Along along = Facts.of(loss).along().getFirst();
    Curvature curvature = along.curvature();
    return new Curving(
        along.convexity().isProved(),
        along.isSmooth(),
        curvature.isUpperModel(),
        curvature.policy(),
        Math.max(curvature.constant(), Curvature.LEAST));
  }

  /// The loss with its parameters in units of the residual at their defaults, which change its size
  /// and not its shape.
  private static Loss unscaled(Loss loss) {
    for (var parameter : loss.definition().parameters()) {
      if (loss.isResidualScale(parameter.name())) {
        loss = loss.with(parameter.name(), parameter.value());
      }
    }
    return loss;
  }

  /// Replaces second derivatives by curvature of a model, in place.
  void fill(
      Model model,
      double[] scores,
      double[] targets,
      double[] gradient,
      double[] hessian,
      int count) {
    if (model == Model.EXACT && !convex) {
      return;
    }
    for (int i = 0; i < count; i++) {
      double h = hessian[i];
      if (model == Model.USABLE) {
        h =
            switch (policy) {
              case EXACT -> h;
              case MAGNITUDE -> Math.abs(h);
              case CONSTANT -> constant;
              case HALF_QUADRATIC -> halfQuadratic(scores[i] - targets[i], gradient[i], h);
            };
      }
      hessian[i] = h > 0 ? h : 0;
    }
  }

  private static double halfQuadratic(double residual, double slope, double hessian) {
    return Math.abs(residual) < SMALL ? hessian : slope / residual;
  }
}
