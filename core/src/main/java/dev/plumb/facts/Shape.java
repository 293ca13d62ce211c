package dev.plumb.facts;

import dev.plumb.Loss;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// What the facts of a loss mean for who trains with it.
final class Shape {
  private Shape() {}

  static Verdict convexity(Facts facts) {
    for (Along along : facts.along()) {
      if (along.convexity() instanceof Convexity.Refuted refuted) {
        return new Verdict(
            "convexity",
            Grade.OK,
            along.shape() + ": training may stop in a local minimum; " + refuted.witness(),
            Optional.empty());
      }
    }
    return Verdict.ok(
        "convexity", facts.along().stream().map(Along::shape).collect(Collectors.joining(", ")));
  }

  static Verdict jumps(Facts facts) {
    List<Kink> kinks = facts.along().stream().flatMap(a -> a.kinks().stream()).toList();
    for (Kink kink : kinks) {
      if (kink.of() == Kink.Of.VALUE) {
        var samples = new Samples(facts.loss(), 0);
        return Verdict.of(
            "jumps",
            Grade.WARNING,
            kink.text() + ": no slope leads across",
            samples.text(kink.sample()));
      }
    }
    return Verdict.ok(
        "jumps",
        kinks.isEmpty()
            ? "none"
            : kinks.stream().map(Kink::text).collect(Collectors.joining("; ")));
  }

  static Verdict below(Facts facts) {
    return facts.range().isBoundedBelow()
        ? Verdict.ok("below", "never below " + Words.rounded(facts.range().low()))
        : Verdict.of(
            "below",
            Grade.WARNING,
            "the loss has no lower bound: training may run away",
            "predictions far out");
  }

  /// Slopes of ordinary samples should be near 1 for the step sizes that trainers start with.
  static Verdict scale(Loss loss) {
    var samples = new Samples(loss, 23);
    var points = Stream.generate(samples::next).limit(100).toList();
    Outputs outputs = Outputs.of(loss, points, samples.classes());
    double[] slopes =
        Arrays.stream(outputs.gradient())
            .flatMapToDouble(Arrays::stream)
            .map(Math::abs)
            .filter(v -> v > 0 && !Double.isNaN(v))
            .sorted()
            .toArray();
    if (slopes.length == 0) {
      return Verdict.of(
          "scale",
          Grade.WARNING,
          "the gradient is 0 everywhere: nothing to train with",
          samples.text(points.getFirst()));
    }
    double median = slopes[slopes.length / 2];
    String words = "the median slope is " + Words.rounded(median) + " on ordinary samples";
    return median > 1e-6 && median < 1e6
        ? Verdict.ok("scale", words)
        : Verdict.of(
            "scale",
            Grade.WARNING,
            words + ": step sizes and penalties must follow",
            samples.text(points.getFirst()));
  }
}
