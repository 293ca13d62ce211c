package dev.plumb.training;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.formula.Numbers;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// What a row of each class counts for in training.
///
/// @param balanced whether every class counts the same in all
/// @param told one a class, in the order of the class numbers; empty where none is told
record ClassWeights(boolean balanced, double... told) {
  /// Every row counts for what it is.
  static final ClassWeights NONE = new ClassWeights(false);

  static final ClassWeights BALANCED = new ClassWeights(true);

  boolean areTold() {
    return balanced || told.length > 0;
  }

  /// @throws PlumbException when there is not one weight for each class of the target, or they
  ///   cannot be balanced
  void check(Dataset data) {
    Target target = data.target();
    if (balanced) {
      Balance.of(data);
    } else if (areTold() && !target.kind().isClasses()) {
      throw new PlumbException(
          "class weights weigh classes, and %s is %s"
              .formatted(target.name(), target.kind().text()));
    } else if (areTold() && told.length != target.labels().size()) {
      throw new PlumbException(
          "%d class weights for %s, which has %d classes"
              .formatted(told.length, target.name(), target.labels().size()));
    }
  }

  /// A loss as it is trained on some rows.
  ///
  /// @param labels class numbers of these rows
  /// @param weights of the rows, or null
  /// @throws PlumbException when the loss takes no class weights
  Loss weighed(Loss loss, Target target, double[] labels, double[] weights) {
    if (balanced) {
      return loss.classWeights(Balance.of(labels, weights, target.labels().size()));
    }
    return told.length > 0 ? loss.classWeights(told) : loss;
  }

  /// As it is typed: `balanced`, or `no=1,yes=5`; empty for none.
  String text(Target target) {
    return balanced
        ? "balanced"
        : IntStream.range(0, told.length)
            .mapToObj(k -> target.labels().get(k) + "=" + Numbers.text(told[k]))
            .collect(Collectors.joining(","));
  }
}
