package dev.plumb.kernel;

import dev.plumb.Loss;
import dev.plumb.calculus.Calculus;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Definition.Parameter;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/// The programs of losses.
final class Programs {
  private Programs() {}

  /// The value, and the derivatives up to an order.
  static Program of(Loss loss, int order) {
    Definition definition = loss.definition();
    Calculus calculus = loss.calculus().orElseThrow();
    var rows = new ArrayList<Boolean>(List.of(false));
    for (int i = 0; i < order; i++) {
      definition.predictions().forEach(p -> rows.add(p.row()));
    }
    return Program.of(
        Stream.concat(definition.predictions().stream(), definition.targets().stream())
            .map(Input::name)
            .toList(),
        definition.parameters().stream().map(Parameter::name).toList(),
        calculus.shapes(),
        calculus.lowered(order),
        rows);
  }
}
