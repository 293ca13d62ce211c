package dev.plumb.tables;

import dev.plumb.training.Target.Kind;
import java.util.List;
import java.util.Optional;

/// How a table becomes a data set.
///
/// @param target the column to be predicted
/// @param kind what sort of target it is; empty to find it from the column (see [KindRule])
/// @param order the labels of an ordinal target, lowest first; empty to find it
/// @param weight the column of sample weights, each a number ≥ 0
/// @param exclude columns that are no features, and parts of dates: `date.month`
public record Options(
    String target,
    Optional<Kind> kind,
    List<String> order,
    Optional<String> weight,
    List<String> exclude) {

  public Options {
    order = List.copyOf(order);
    exclude = List.copyOf(exclude);
  }

  /// Everything found from the columns.
  public static Options target(String target) {
    return new Options(target, Optional.empty(), List.of(), Optional.empty(), List.of());
  }

  /// The same, with this kind of target.
  public Options withKind(Kind kind) {
    return new Options(target, Optional.of(kind), order, weight, exclude);
  }

  /// The same, with the labels of an ordinal target in this order, lowest first.
  public Options withOrder(List<String> order) {
    return new Options(target, kind, order, weight, exclude);
  }

  /// The same, with sample weights from this column.
  public Options withWeight(String weight) {
    return new Options(target, kind, order, Optional.of(weight), exclude);
  }

  /// The same, without these columns.
  public Options withExclude(List<String> exclude) {
    return new Options(target, kind, order, weight, exclude);
  }
}
