package dev.plumb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.calculus.Doubles;
import dev.plumb.calculus.Interpreter;
import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Formula;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Every loss with a target under every combination of modifiers, sample weights, reductions and
/// number types, against the interpreter on the formula without modifiers, combined by hand.
class ModifiersSweepTest {
  private static final int SAMPLES = 7;
  private static final int CLASSES = 3;
  private static final double SHARE = 0.25;
  private static final double[][] CLASS_WEIGHTS = {{}, {0.5, 3, 1.25}, {2, 0, 0.5}};
  private static final double[] SAMPLE_WEIGHTS = {1, 0.5, 2, 0, 3, 1, 0.25};

  /// The losses whose terms are weighed one by one; of the others the whole loss is.
  private static final Set<String> BY_TERMS =
      Set.of(
          "cross_entropy",
          "softmax_cross_entropy",
          "kl_divergence",
          "kl_divergence_with_logits",
          "categorical_focal",
          "poly1_cross_entropy");

  private static final AtomicInteger COMBINATIONS = new AtomicInteger();

  private static List<Definition> losses() {
    return Catalogue.builtin().all().stream().filter(ModifiersSweepTest::isModifiable).toList();
  }

  private static boolean isModifiable(Definition loss) {
    return target(loss) != null;
  }

  private static Input target(Definition loss) {
    return loss.targets().stream()
        .filter(t -> t.name().equals("y") || loss.targets().size() == 1)
        .findFirst()
        .orElse(null);
  }

  @TestFactory
  Stream<DynamicTest> agrees_with_the_interpreter_in_every_combination() {
    assertThat(losses()).hasSizeGreaterThan(150);
    return Stream.concat(
        losses().stream()
            .map(loss -> DynamicTest.dynamicTest(loss.name(), () -> everyCombination(loss))),
        Stream.of(
            DynamicTest.dynamicTest(
                "enough combinations", () -> assertThat(COMBINATIONS.get()).isGreaterThan(8000))));
  }

  @Test
  void the_losses_weighed_by_terms_are_in_the_catalogue() {
    assertThat(losses().stream().map(Definition::name)).containsAll(BY_TERMS);
  }

  private static void everyCombination(Definition loss) {
    for (double[] weights : CLASS_WEIGHTS) {
      for (boolean ignores : new boolean[] {false, true}) {
        for (double share : new double[] {0, SHARE}) {
          var combination = new Combination(loss, weights, ignores, share);
          if (combination.isAllowed()) {
            Loss modified = combination.modified();
            combination.check(modified, false);
            combination.check(modified, true);
          }
        }
      }
    }
  }

  /// One combination of modifiers on one loss.
  private static final class Combination {
    final Definition definition;
    final Loss base;
    final Input target;
    final TargetKind kind;
    final double[] classWeights;
    final double label;
    final boolean ignores;
    final double share;
    final Random random = new Random(11);

    Combination(Definition definition, double[] classWeights, boolean ignores, double share) {
      this.definition = definition;
      this.base = Loss.of(definition.name());
      this.target = target(definition);
      this.kind = TargetKind.of(target);
      boolean two = kind == TargetKind.EITHER || kind == TargetKind.SHARE;
      this.classWeights =
          two ? Arrays.copyOf(classWeights, Math.min(2, classWeights.length)) : classWeights;
      this.ignores = ignores;
      this.label = -100;
      this.share = share;
    }

    boolean isAllowed() {
      boolean weighable = kind.hasRow() || kind == TargetKind.EITHER || kind == TargetKind.SHARE;
      if (classWeights.length > 0 && !weighable || ignores && target.row()) {
        return false;
      }
      return share == 0
          || kind == TargetKind.SHARE
          || kind == TargetKind.SHARES
          || kind == TargetKind.SIMPLEX
          || kind == TargetKind.CLASS && isSmoothable();
    }

    private boolean isSmoothable() {
      try {
        base.labelSmoothing(SHARE);
        return true;
      } catch (PlumbException e) {
        return false;
      }
    }

    Loss modified() {
      Loss loss = share == 0 ? base : base.labelSmoothing(share);
      loss = ignores ? loss.ignoring(label) : loss;
      return classWeights.length == 0 ? loss : loss.classWeights(classWeights);
    }

    void check(Loss loss, boolean floats) {
      int width = definition.hasRows() ? CLASSES : 1;
      var inputs = new ArrayList<Input>(definition.predictions());
      inputs.addAll(definition.targets());
      double[][] columns = inputs.stream().map(i -> column(i, width)).toArray(double[][]::new);
      if (ignores) {
        spoil(inputs, columns, width);
      }
      Object[] given = Arrays.stream(columns).map(c -> floats ? rounded(c) : c).toArray();
      var batch = Batch.of(width, SAMPLES, given);
      assertThat(loss.violation(batch)).isEmpty();
      Expected[] expected = expected(inputs, columns, width);
      for (Batch b : List.of(batch, batch.weights(SAMPLE_WEIGHTS))) {
        for (Reduction reduction : Reduction.values()) {
          check(loss, reduction, b, expected);
          COMBINATIONS.incrementAndGet();
        }
      }
    }

    /// Two samples are ignored, one holds NaN.
    private void spoil(List<Input> inputs, double[][] columns, int width) {
      for (int i = 0; i < columns.length; i++) {
        if (inputs.get(i).equals(target)) {
          columns[i][1] = label;
          columns[i][4] = label;
        } else if (i < definition.predictions().size()) {
          int each = inputs.get(i).row() ? width : 1;
          Arrays.fill(columns[i], each, 2 * each, Double.NaN);
        }
      }
      if (Arrays.stream(columns).flatMapToDouble(Arrays::stream).noneMatch(Double::isNaN)) {
        throw new AssertionError("no sample holds NaN");
      }
    }

    private static float[] rounded(double[] column) {
      float[] floats = new float[column.length];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = (float) column[i];
        column[i] = floats[i];
      }
      return floats;
    }

    private double[] column(Input input, int width) {
      double[] column = new double[SAMPLES * (input.row() ? width : 1)];
      for (int i = 0; i < column.length; i++) {
        column[i] = number(input.domain());
      }
      if (input.domain() instanceof Domain.Simplex) {
        for (int i = 0; i < column.length; i += width) {
          int first = 1 + random.nextInt(6);
          int second = 1 + random.nextInt(6);
          column[i] = first / 16.0;
          column[i + 1] = second / 16.0;
          column[i + 2] = 1 - column[i] - column[i + 1];
        }
      }
      return column;
    }

    /// A number of the domain with few digits, so that float holds it too.
    private double number(Domain domain) {
      return switch (domain) {
        case Domain.ClassNumber _ -> random.nextInt(CLASSES);
        case Domain.Values(var values) -> values.get(random.nextInt(values.size()));
        case Domain.Simplex _ -> 0;
        case Domain.Interval i -> {
          double low =
              Math.max(i.low(), i.high() == Double.POSITIVE_INFINITY ? -1e9 : i.high() - 4);
          double from = low == -1e9 ? -2 : low;
          double to = Math.min(i.high(), from + 4);
          yield from + (to - from) * (1 + random.nextInt(62)) / 64;
        }
      };
    }

    // By hand

    /// Value, gradient and hessian of one sample, all that a linear combination of losses combines;
    /// what it counts for; and how large its terms are.
    private record Expected(double[] outputs, double count) {}

    private Expected[] expected(List<Input> inputs, double[][] columns, int width) {
      return IntStream.range(0, SAMPLES)
          .mapToObj(i -> expected(sample(inputs, columns, width, i), width))
          .toArray(Expected[]::new);
    }

    private static Map<String, List<Double>> sample(
        List<Input> inputs, double[][] columns, int width, int sample) {
      var values = new HashMap<String, List<Double>>();
      for (int i = 0; i < columns.length; i++) {
        int each = inputs.get(i).row() ? width : 1;
        values.put(
            inputs.get(i).name(),
            Arrays.stream(columns[i], sample * each, (sample + 1) * each).boxed().toList());
      }
      return values;
    }

    private Expected expected(Map<String, List<Double>> sample, int width) {
      List<Double> y = sample.get(target.name());
      if (ignores && y.getFirst() == label) {
        return new Expected(scaled(0, plain(with(sample, 0), width)), 0);
      }
      double count = classWeights.length == 0 ? 1 : count(y);
      double[] outputs =
          switch (kind) {
            case CLASS -> classes(sample, width, (int) (double) y.getFirst());
            case SHARE -> share(sample, width, y.getFirst(), count);
            case SHARES -> plain(smoothed(sample, 2), width);
            case SIMPLEX -> simplex(sample, width, y, count);
            case EITHER, NONE -> scaled(count, plain(sample, width));
          };
      return new Expected(outputs, count);
    }

    private double count(List<Double> y) {
      return switch (kind) {
        case CLASS -> classWeights[(int) (double) y.getFirst()];
        case EITHER -> classWeights[y.getFirst() == 1 ? 1 : 0];
        case SHARE -> classWeights[0] * (1 - y.getFirst()) + classWeights[1] * y.getFirst();
        case SIMPLEX ->
            IntStream.range(0, CLASSES).mapToDouble(k -> classWeights[k] * y.get(k)).sum();
        case SHARES, NONE -> throw new AssertionError(kind);
      };
    }

    private double weight(int k) {
      return classWeights.length == 0 ? 1 : classWeights[k];
    }

    private double[] classes(Map<String, List<Double>> sample, int width, int y) {
      double[] total = scaled((1 - share) * weight(y), plain(sample, width));
      for (int k = 0; share > 0 && k < CLASSES; k++) {
        total = sum(total, scaled(share / CLASSES * weight(k), plain(with(sample, k), width)));
      }
      return total;
    }

    private double[] share(Map<String, List<Double>> sample, int width, double y, double count) {
      double t = (1 - share) * y + share / 2;
      double[] one = plain(with(sample, 1), width);
      double[] zero = plain(with(sample, 0), width);
      double[] middle = plain(with(sample, 0.5), width);
      boolean straight =
          near(
              middle[0],
              (one[0] + zero[0]) / 2,
              1e-13 * (1 + Math.abs(one[0]) + Math.abs(zero[0])));
      return straight && classWeights.length > 0
          ? sum(scaled(weight(1) * t, one), scaled(weight(0) * (1 - t), zero))
          : scaled(count, plain(with(sample, t), width));
    }

    /// A loss that is straight in the target is, weighed by terms, the mean of its weighed losses
    /// at the corners; for one with `y * log(y)` the terms are taken at the target itself.
    private double[] simplex(
        Map<String, List<Double>> sample, int width, List<Double> y, double count) {
      Map<String, List<Double>> smoothed = smoothed(sample, CLASSES);
      if (classWeights.length == 0 || !BY_TERMS.contains(definition.name())) {
        return scaled(count, plain(smoothed, width));
      }
      double[] total = null;
      for (int k = 0; k < CLASSES; k++) {
        double t = smoothed.get(target.name()).get(k);
        var corner = new HashMap<>(sample);
        int here = k;
        corner.put(
            target.name(),
            IntStream.range(0, CLASSES).mapToObj(c -> c == here ? 1.0 : 0.0).toList());
        double[] term = scaled(classWeights[k] * t, plain(corner, width));
        if (definition.name().startsWith("kl")) {
          term[0] += t == 0 ? 0 : classWeights[k] * t * Math.log(t);
        }
        total = total == null ? term : sum(total, term);
      }
      return total;
    }

    private Map<String, List<Double>> smoothed(Map<String, List<Double>> sample, int classes) {
      var smoothed = new HashMap<>(sample);
      smoothed.computeIfPresent(
          target.name(), (_, y) -> y.stream().map(v -> (1 - share) * v + share / classes).toList());
      return smoothed;
    }

    private Map<String, List<Double>> with(Map<String, List<Double>> sample, double y) {
      var changed = new HashMap<>(sample);
      changed.put(target.name(), List.of(y));
      return changed;
    }

    private double[] plain(Map<String, List<Double>> sample, int width) {
      var names = new HashMap<>(sample);
      base.parameters().forEach((name, value) -> names.put(name, List.of(value)));
      var calculus = base.calculus().orElseThrow();
      var interpreter = new Interpreter<>(Doubles.DOUBLES, calculus.shapes(), names, width);
      var outputs = new ArrayList<Double>();
      List<Formula> formulas = calculus.lowered(2);
      for (int i = 0; i < formulas.size(); i++) {
        List<Double> value = interpreter.of(formulas.get(i));
        int each = i == 0 ? 1 : widthOf(i - 1, width);
        for (int k = 0; k < each; k++) {
          outputs.add(value.get(value.size() == 1 ? 0 : k));
        }
      }
      return outputs.stream().mapToDouble(v -> v).toArray();
    }

    private int widthOf(int output, int width) {
      var predictions = definition.predictions();
      return predictions.get(output % predictions.size()).row() ? width : 1;
    }

    private static double[] scaled(double by, double[] outputs) {
      return Arrays.stream(outputs).map(v -> by == 0 ? 0 : by * v).toArray();
    }

    private static double[] sum(double[] a, double[] b) {
      return IntStream.range(0, a.length).mapToDouble(i -> a[i] + b[i]).toArray();
    }

    // Under a reduction

    private void check(Loss loss, Reduction reduction, Batch batch, Expected[] expected) {
      double total = 0;
      double weight = 0;
      for (int i = 0; i < SAMPLES; i++) {
        double w = batch.weight(i);
        total += w == 0 ? 0 : w * expected[i].outputs[0];
        weight += w * expected[i].count;
      }
      double cost = reduction.of(total, weight, SAMPLES);
      double[][] gradient = places(batch.classes());
      double[][] hessian = places(batch.classes());
      boolean second = reduction != Reduction.ROOT_MEAN;
      var actual = loss.cost(reduction);
      close(
          "cost",
          second ? actual.hessian(batch, gradient, hessian) : actual.gradient(batch, gradient),
          cost);
      double scale = reduction.scale(cost, weight, SAMPLES);
      int at = 1;
      at = check("gradient", gradient, at, batch, expected, scale);
      if (second) {
        check("hessian", hessian, at, batch, expected, scale);
      }
    }

    private double[][] places(int classes) {
      return definition.predictions().stream()
          .map(p -> new double[SAMPLES * (p.row() ? classes : 1)])
          .toArray(double[][]::new);
    }

    private int check(
        String what, double[][] actual, int from, Batch batch, Expected[] expected, double scale) {
      int at = from;
      for (double[] array : actual) {
        int each = array.length / SAMPLES;
        for (int i = 0; i < array.length; i++) {
          double factor = batch.weight(i / each) * scale;
          double plain = expected[i / each].outputs[at + i % each];
          close(what + " of sample " + i / each, array[i], factor == 0 ? 0 : plain * factor);
        }
        at += each;
      }
      return at;
    }

    private void close(String what, double actual, double expected) {
      double allowed = 2e-12 * Math.max(1, Math.abs(expected));
      assertThat(near(actual, expected, allowed))
          .as(
              "%s of %s, weights %s, ignoring %s, share %s: %s, expected %s",
              what,
              definition.name(),
              Arrays.toString(classWeights),
              ignores,
              share,
              actual,
              expected)
          .isTrue();
    }

    private static boolean near(double a, double b, double allowed) {
      return a == b || Math.abs(a - b) <= allowed || Double.isNaN(a) && Double.isNaN(b);
    }
  }
}
