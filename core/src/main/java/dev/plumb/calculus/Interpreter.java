package dev.plumb.calculus;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formula.Number;
import dev.plumb.formula.Shapes;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;

/// The meaning of a lowered formula, in any number type: the slow twin of every kernel.
///
/// Sums are taken in the fixed order of kernels, so that in a kernel's own numbers the bits agree.
///
/// @param <N> the numbers of the arithmetic
public final class Interpreter<N> {
  private static final int LANES = 32;

  private final Arithmetic<N> arithmetic;
  private final Shapes shapes;
  private final Map<String, List<N>> inputs;
  private final int classes;
  private final Map<Formula, List<N>> known = new HashMap<>();

  /// @param inputs the value of every name: one number, or a row of `classes` numbers
  public Interpreter(
      Arithmetic<N> arithmetic, Shapes shapes, Map<String, List<N>> inputs, int classes) {
    this.arithmetic = arithmetic;
    this.shapes = shapes;
    this.inputs = inputs;
    this.classes = classes;
  }

  /// The value: one number, or a row.
  public List<N> of(Formula formula) {
    List<N> value = known.get(formula);
    if (value == null) {
      value = computed(formula);
      known.put(formula, value);
    }
    return value;
  }

  private List<N> computed(Formula formula) {
    return switch (formula) {
      case Number(double value) -> List.of(arithmetic.number(value));
      case Name(String text) -> {
        List<N> value = inputs.get(text);
        if (value == null) {
          throw new IllegalArgumentException("no value for " + text);
        }
        yield value;
      }
      case Apply apply when apply.operation().isFold() -> List.of(fold(apply));
      case Apply apply ->
          switch (apply.operation().name()) {
            case "onehot" -> row(k -> k == index(of(apply.argument(0)).getFirst()) ? 1 : 0);
            case "index" -> row(k -> k);
            case "other" -> seconds(of(apply.argument(0)));
            case "across" -> across("add", of(apply.argument(0)));
            case "max_across" -> largestAcross(of(apply.argument(0)));
            default -> elements(apply);
          };
    };
  }

  /// Pairs (i, j) of an element's value at j, i changing slowest.
  private List<N> seconds(List<N> row) {
    var pairs = new ArrayList<N>(classes * classes);
    for (int i = 0; i < classes; i++) {
      pairs.addAll(row);
    }
    return pairs;
  }

  private List<N> across(String join, List<N> pairs) {
    var folds = new ArrayList<N>(classes);
    for (int i = 0; i < classes; i++) {
      folds.add(inTurn(join, pairs.subList(i * classes, (i + 1) * classes)));
    }
    return folds;
  }

  private List<N> largestAcross(List<N> pairs) {
    return across("max", pairs).stream().map(n -> apply("add", n, arithmetic.number(0))).toList();
  }

  private N inTurn(String join, List<N> row) {
    return row.stream().skip(1).reduce(row.getFirst(), (a, b) -> apply(join, a, b));
  }

  /// On 32 virtual lanes: lane k adds the elements k, k + 32, …, and the lanes are joined by
  /// halving.
  private N sum(List<N> row) {
    var lanes = new ArrayList<N>(row.subList(0, Math.min(LANES, row.size())));
    for (int k = LANES; k < row.size(); k++) {
      lanes.set(k % LANES, apply("add", lanes.get(k % LANES), row.get(k)));
    }
    for (int half = LANES / 2; half > 0; half /= 2) {
      for (int k = 0; k < half && k + half < lanes.size(); k++) {
        lanes.set(k, apply("add", lanes.get(k), lanes.get(k + half)));
      }
    }
    return lanes.getFirst();
  }

  /// The largest or smallest; of -0 and 0 always 0.
  private N extreme(List<N> row, String operation) {
    N extreme = row.stream().skip(1).reduce(row.getFirst(), (a, b) -> apply(operation, a, b));
    return apply("add", extreme, arithmetic.number(0));
  }

  private List<N> elements(Apply apply) {
    List<List<N>> arguments = apply.arguments().stream().map(this::of).toList();
    int length =
        switch (shapes.of(apply)) {
          case NUMBER -> 1;
          case ROW -> classes;
          case PAIRS -> classes * classes;
        };
    var result = new ArrayList<N>(length);
    for (int at = 0; at < length; at++) {
      int place = at;
      List<N> here = arguments.stream().map(a -> at(a, place, length)).toList();
      result.add(arithmetic.apply(apply.operation().name(), here));
    }
    return result;
  }

  /// A number spreads over everything, a row over the second places of pairs.
  private N at(List<N> value, int place, int length) {
    if (value.size() == 1 && classes != 1) {
      return value.getFirst();
    }
    return value.get(value.size() < length ? place / classes % value.size() : place % value.size());
  }

  private List<N> row(IntUnaryOperator value) {
    return IntStream.range(0, classes)
        .mapToObj(k -> arithmetic.number(value.applyAsInt(k)))
        .toList();
  }

  private int index(N number) {
    return (int) arithmetic.toDouble(number);
  }

  private N fold(Apply fold) {
    List<N> row = of(fold.argument(0));
    return switch (fold.operation().name()) {
      case "length" -> arithmetic.number(classes);
      case "pick" -> row.get(index(of(fold.argument(1)).getFirst()));
      case "sum" -> sum(row);
      case "max" -> extreme(row, "max");
      case "min" -> extreme(row, "min");
      case "argmax" -> arithmetic.number(best(row, "greater"));
      case "argmin" -> arithmetic.number(best(row, "less"));
      default -> throw new IllegalArgumentException("no primitive fold " + fold.operation());
    };
  }

  /// The first of the largest or smallest elements; NaN is never it, and a row of NaN alone gives
  /// the first.
  private int best(List<N> row, String better) {
    N best =
        arithmetic.number(
            better.equals("greater") ? Double.NEGATIVE_INFINITY : Double.POSITIVE_INFINITY);
    int place = 0;
    for (int k = 0; k < row.size(); k++) {
      if (arithmetic.toDouble(apply(better, row.get(k), best)) == 1) {
        best = row.get(k);
        place = k;
      }
    }
    return place;
  }

  private N apply(String primitive, N a, N b) {
    return arithmetic.apply(primitive, List.of(a, b));
  }
}
