package dev.plumb.facts;

import dev.plumb.Batch;
import dev.plumb.Each;
import dev.plumb.Loss;
import java.util.Arrays;
import java.util.Optional;

/// Whether the optimal constant is one: no other constant costs less, and it is the mean or the
/// median where the definition says so.
final class Optimum {
  private static final int CANDIDATES = 400;

  private Optimum() {}

  static Verdict of(Loss loss) {
    Optional<SmallSample> small = SmallSample.of(loss);
    if (small.isEmpty()) {
      return Verdict.ok("optimum", "no single constant: more than one input, or a bounded one");
    }
    double[] targets = small.get().targets();
    double[] optimum = small.get().optimum();
    if (optimum.length > 1) {
      return Verdict.ok("optimum", small.get().text());
    }
    double best = optimum[0];
    double least = cost(loss, targets, best);
    if (Math.abs(best) > 1e12 || Double.isInfinite(least)) {
      return Verdict.ok("optimum", "the best constant lies at infinity");
    }
    double at = best;
    for (int i = 0; i <= CANDIDATES; i++) {
      double candidate = -20 + 40.0 * i / CANDIDATES;
      double cost = cost(loss, targets, candidate);
      if (cost < least - 1e-9 * Math.max(1, Math.abs(least))) {
        at = candidate;
        least = cost;
      }
    }
    if (at != best) {
      return Verdict.of(
          "optimum",
          Grade.WARNING,
          small.get().text() + ", but " + Words.rounded(at) + " costs less",
          "targets " + Arrays.toString(targets));
    }
    return statistic(loss, small.get());
  }

  private static Verdict statistic(Loss loss, SmallSample small) {
    double[] response = small.optimum().clone();
    loss.respond(response, 1);
    double[] sorted = Arrays.stream(small.targets()).sorted().toArray();
    double expected =
        switch (loss.definition().estimates().orElse("")) {
          case "the mean" -> Arrays.stream(sorted).average().orElse(0);
          case "the median" -> sorted[sorted.length / 2];
          default -> response[0];
        };
    return Math.abs(response[0] - expected) <= 1e-6 * Math.max(1, Math.abs(expected))
        ? Verdict.ok(
            "optimum", small.text() + loss.definition().estimates().map(e -> ": " + e).orElse(""))
        : Verdict.of(
            "optimum",
            Grade.FAIL,
            "the best constant gives %s, but %s is %s"
                .formatted(
                    Words.rounded(response[0]),
                    loss.definition().estimates().orElse(""),
                    Words.rounded(expected)),
            "targets " + Arrays.toString(small.targets()));
  }

  private static double cost(Loss loss, double[] targets, double constant) {
    double[] predictions = new double[targets.length];
    Arrays.fill(predictions, constant);
    double[] values = new double[targets.length];
    loss.evaluate(Batch.of(predictions, targets), 0, targets.length, Each.values(values));
    return Arrays.stream(values).sum();
  }
}
