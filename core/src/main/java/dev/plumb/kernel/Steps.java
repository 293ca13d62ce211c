package dev.plumb.kernel;

import dev.plumb.formula.Shape;
import dev.plumb.kernel.Program.Step;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// A list of steps under construction, in which equal steps are one.
final class Steps {
  private final List<Step> steps = new ArrayList<>();
  private final Map<Step, Integer> places = new HashMap<>();

  /// The place of a step, the one it has already if an equal one is there.
  int add(Step step) {
    Integer place = places.putIfAbsent(step, steps.size());
    if (place == null) {
      steps.add(step);
      return steps.size() - 1;
    }
    return place;
  }

  /// A number written in the formula.
  int number(double value) {
    return add(new Step(null, null, value, List.of(), Shape.NUMBER, 0));
  }

  /// An operation that works number by number and spreads over rows and pairs.
  int apply(String operation, int... arguments) {
    Shape shape =
        Arrays.stream(arguments)
            .mapToObj(a -> steps.get(a).shape())
            .reduce(Shape.NUMBER, (a, b) -> a.compareTo(b) >= 0 ? a : b);
    int depth = Arrays.stream(arguments).map(a -> steps.get(a).depth()).max().orElse(0);
    List<Integer> places = Arrays.stream(arguments).boxed().toList();
    return add(new Step(operation, null, 0, places, shape, depth));
  }

  Step get(int place) {
    return steps.get(place);
  }

  List<Step> list() {
    return List.copyOf(steps);
  }
}
