package dev.plumb;

import dev.plumb.formula.FormulaException;
import dev.plumb.formula.Numbers;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What is asked of a loss beyond its formula. Each can be asked once; their order does not matter.
///
/// @param classWeights one a class, or none
/// @param ignored the target of samples that count for nothing
/// @param smoothing the share of the target that is spread over the classes; empty where not asked
record Modifiers(List<Double> classWeights, OptionalDouble ignored, OptionalDouble smoothing) {
  static final Modifiers NONE =
      new Modifiers(List.of(), OptionalDouble.empty(), OptionalDouble.empty());

  /// A loss, the word `with`, and modifiers as [#text] writes them.
  static final Pattern TEXT =
      Pattern.compile(
          "(.+?)\\s+with\\s+((?:class_weights|ignoring|label_smoothing)\\s*\\(.*)", Pattern.DOTALL);

  private static final Pattern ONE =
      Pattern.compile("\\s*(class_weights|ignoring|label_smoothing)\\s*\\(([^()]*)\\)\\s*(,|$)");
  private static final int MOST_CLASSES = 64;

  Modifiers classWeights(double... weights) {
    once("class weights", classWeights.isEmpty());
    if (weights.length < 2 || weights.length > MOST_CLASSES) {
      throw new PlumbException(
          "class weights are 2 to %d numbers, not %d; with more classes, give the weight of each sample's class to the batch"
              .formatted(MOST_CLASSES, weights.length));
    }
    for (double weight : weights) {
      if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
        throw new PlumbException("a class weight is " + Numbers.text(weight) + ", not in [0, inf)");
      }
    }
    return new Modifiers(Arrays.stream(weights).boxed().toList(), ignored, smoothing);
  }

  Modifiers ignoring(double label) {
    once("a label to ignore", ignored.isEmpty());
    if (Double.isNaN(label)) {
      throw new PlumbException("the label to ignore is NaN, which equals no target");
    }
    return new Modifiers(classWeights, OptionalDouble.of(label), smoothing);
  }

  Modifiers labelSmoothing(double share) {
    once("label smoothing", smoothing.isEmpty());
    if (!(share >= 0 && share <= 1)) {
      throw new PlumbException("label smoothing is " + Numbers.text(share) + ", not in [0, 1]");
    }
    return new Modifiers(classWeights, ignored, OptionalDouble.of(share));
  }

  private static void once(String what, boolean first) {
    if (!first) {
      throw new PlumbException("this loss has " + what + " already");
    }
  }

  Modifiers withoutSmoothing() {
    return new Modifiers(classWeights, ignored, OptionalDouble.empty());
  }

  boolean isEmpty() {
    return equals(NONE);
  }

  /// As typed after `with`: `class_weights(1, 2), ignoring(-100), label_smoothing(0.1)`.
  String text() {
    var texts = new ArrayList<String>();
    if (!classWeights.isEmpty()) {
      texts.add(
          classWeights.stream()
              .map(Numbers::text)
              .collect(Collectors.joining(", ", "class_weights(", ")")));
    }
    ignored.ifPresent(label -> texts.add("ignoring(" + Numbers.text(label) + ")"));
    smoothing.ifPresent(share -> texts.add("label_smoothing(" + Numbers.text(share) + ")"));
    return String.join(", ", texts);
  }

  /// These and those that stand in a text from an offset on.
  Modifiers and(String text, int offset) {
    Modifiers all = this;
    int at = offset;
    boolean more = true;
    while (more) {
      Matcher one = ONE.matcher(text).region(at, text.length());
      if (!one.lookingAt()) {
        throw FormulaException.at(
            text, at, "expected class_weights(…), ignoring(label) or label_smoothing(share)");
      }
      all = all.and(one.group(1), numbers(text, one.start(2), one.group(2)));
      at = one.end();
      more = one.group(3).equals(",");
    }
    if (at < text.length()) {
      throw FormulaException.at(text, at, "expected ',' and another modifier, or the end");
    }
    return all;
  }

  private Modifiers and(String name, double[] numbers) {
    if (name.equals("class_weights")) {
      return classWeights(numbers);
    }
    if (numbers.length != 1) {
      throw new PlumbException(name + " takes one number, not " + numbers.length);
    }
    return name.equals("ignoring") ? ignoring(numbers[0]) : labelSmoothing(numbers[0]);
  }

  private static double[] numbers(String text, int offset, String list) {
    try {
      return Arrays.stream(list.split(","))
          .mapToDouble(n -> Double.parseDouble(n.strip().replace("inf", "Infinity")))
          .toArray();
    } catch (NumberFormatException e) {
      throw FormulaException.at(text, offset, "expected numbers, separated by commas");
    }
  }
}
