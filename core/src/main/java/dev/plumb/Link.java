package dev.plumb;

import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formula.Number;
import dev.plumb.formula.Operation;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// The links by which a prediction with a bounded domain is replaced by a score on the whole line:
/// sigmoid for a bounded interval, exp for a half line, softmax for a simplex (McCullagh, Nelder
/// 1989, chapter 2).
final class Link {
  private Link() {}

  /// The same loss of scores; the definition itself when every prediction is unbounded.
  static Definition onScores(Definition definition) {
    Map<String, Formula> links = new HashMap<>();
    var predictions = new ArrayList<Input>();
    for (Input prediction : definition.predictions()) {
      Optional<Formula> link = link(prediction, score(prediction, definition));
      link.ifPresent(formula -> links.put(prediction.name(), formula));
      predictions.add(
          link.isPresent()
              ? new Input(score(prediction, definition), prediction.row(), Domain.REALS)
              : prediction);
    }
    if (links.isEmpty()) {
      return definition;
    }
    Formula first = links.get(definition.predictions().getFirst().name());
    return new Definition(
        definition.documentation(),
        definition.name(),
        List.copyOf(predictions),
        definition.targets(),
        definition.parameters(),
        definition.formula().with(links),
        Map.of(),
        definition.response().map(r -> r.with(links)).or(() -> Optional.ofNullable(first)),
        definition.estimates(),
        definition.also(),
        List.of(),
        definition.sources(),
        definition.common(),
        definition.family());
  }

  /// `z` for a single prediction, `z_mean` for one of several.
  private static String score(Input prediction, Definition definition) {
    boolean taken =
        Stream.concat(definition.predictions().stream(), definition.targets().stream())
            .map(Input::name)
            .anyMatch("z"::equals);
    return definition.predictions().size() == 1 && !taken ? "z" : "z_" + prediction.name();
  }

  private static Optional<Formula> link(Input prediction, String score) {
    Formula z = new Name(score);
    return switch (prediction.domain()) {
      case Domain.Simplex _ -> Optional.of(Operation.named("softmax", 1).of(z));
      case Domain.Interval interval when !interval.unbounded() -> Optional.of(link(interval, z));
      case Domain.Interval _, Domain.Values _, Domain.ClassNumber _ -> Optional.empty();
    };
  }

  private static Formula link(Domain.Interval interval, Formula z) {
    Operation exp = Operation.named("exp", 1);
    double low = interval.low();
    double high = interval.high();
    if (Double.isInfinite(high)) {
      return Operation.ADD.of(exp.of(z), Formula.number(low));
    }
    if (Double.isInfinite(low)) {
      return Operation.SUBTRACT.of(new Number(high), exp.of(z));
    }
    Formula width =
        Operation.MULTIPLY.of(new Number(high - low), Operation.named("sigmoid", 1).of(z));
    return low == 0 && high == 1
        ? Operation.named("sigmoid", 1).of(z)
        : Operation.ADD.of(width, Formula.number(low));
  }
}
