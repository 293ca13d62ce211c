package dev.plumb.training;

import dev.plumb.Loss;
import java.util.EnumSet;
import java.util.Set;
import java.util.function.ToDoubleFunction;

/// Makes the metrics of a kind of target.
final class Judges {
  private Judges() {}

  static Metric ratio(
      String text, String words, String loss, ToDoubleFunction<Prediction> formula) {
    var kinds = EnumSet.of(Target.Kind.COUNT, Target.Kind.POSITIVE);
    return Metric.known(new Metric(text, words, false, kinds, "", Loss.of(loss), null, formula));
  }

  /// @param loss what a model is to be trained with where the metric counts; null for none
  static Metric amount(
      String text,
      String words,
      boolean higher,
      String loss,
      ToDoubleFunction<Prediction> formula) {
    var kinds = EnumSet.of(Target.Kind.NUMBER, Target.Kind.COUNT, Target.Kind.POSITIVE);
    Loss itself = loss == null ? null : Loss.of(loss);
    return Metric.known(new Metric(text, words, higher, kinds, "", itself, null, formula));
  }

  static Metric classes(
      String text,
      String words,
      boolean higher,
      String surrogate,
      ToDoubleFunction<Prediction> formula) {
    return Metric.known(new Metric(text, words, higher, kinds(), surrogate, null, null, formula));
  }

  private static Set<Target.Kind> kinds() {
    return EnumSet.of(Target.Kind.TWO_CLASSES, Target.Kind.MANY_CLASSES, Target.Kind.ORDINAL);
  }

  static Metric two(
      String text,
      String words,
      boolean higher,
      String surrogate,
      ToDoubleFunction<Prediction> formula) {
    var kinds = EnumSet.of(Target.Kind.TWO_CLASSES);
    return Metric.known(new Metric(text, words, higher, kinds, surrogate, null, null, formula));
  }

  static Metric confused(
      String text, String words, String surrogate, ToDoubleFunction<Confusion> confusion) {
    return Metric.known(
        new Metric(
            text,
            words,
            true,
            kinds(),
            surrogate,
            null,
            confusion,
            p -> confusion.applyAsDouble(Confusion.of(p))));
  }
}
