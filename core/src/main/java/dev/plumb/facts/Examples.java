package dev.plumb.facts;

import dev.plumb.Loss;
import dev.plumb.formula.Definition.Example;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/// Whether the worked values of a definition are right.
final class Examples {
  private static final double TOLERANCE = 1e-9;

  private Examples() {}

  static Optional<Verdict> of(Loss loss) {
    List<Example> examples = loss.definition().examples();
    for (Example example : examples) {
      double got = value(loss, example);
      if (!(Math.abs(got - example.value())
              <= TOLERANCE * Math.max(Math.abs(example.value()), 1e-12))
          && got != example.value()) {
        return Optional.of(
            Verdict.of(
                "examples",
                Grade.FAIL,
                "gives %s, not %s".formatted(got, example.value()),
                example.inputs().stream().map(Arrays::toString).collect(Collectors.joining(", "))));
      }
    }
    return examples.isEmpty()
        ? Optional.empty()
        : Optional.of(Verdict.ok("examples", examples.size() + " right"));
  }

  private static double value(Loss loss, Example example) {
    Loss with = loss;
    for (var parameter : loss.definition().parameters()) {
      with =
          with.with(
              parameter.name(),
              example.parameters().getOrDefault(parameter.name(), parameter.value()));
    }
    double[][] sample = example.inputs().toArray(double[][]::new);
    int classes = Arrays.stream(sample).mapToInt(v -> v.length).max().orElse(1);
    return Outputs.values(with, List.<double[][]>of(sample), classes)[0];
  }
}
