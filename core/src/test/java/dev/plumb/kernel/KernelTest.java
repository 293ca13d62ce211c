package dev.plumb.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.Batch;
import dev.plumb.Each;
import dev.plumb.EachFloat;
import dev.plumb.Loss;
import dev.plumb.calculus.Arithmetic;
import dev.plumb.calculus.Calculus;
import dev.plumb.calculus.Doubles;
import dev.plumb.calculus.Floats;
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
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Every loss of the catalogue: the compiled kernel has the bits of the interpreter in its own
/// numbers, double and float, and the derivatives are those of the value.
class KernelTest {
  private static final double[] EXTREME = {
    0,
    -0.0,
    1e-300,
    -1e-300,
    20,
    -20,
    50,
    -50,
    745,
    -745,
    1e4,
    -1e4,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  @TestFactory
  Stream<DynamicTest> kernelsHaveTheBitsOfTheInterpreter() {
    return sweep((loss, random) -> {
      int compared = 0;
      for (int i = 0; i < 12; i++) {
        compared +=
            sameBits(
                loss,
                sample(loss.definition(), random, i % 2 == 0 ? 3 : 5, i > 5),
                i % 2 == 0 ? 3 : 5);
      }
      assertThat(compared).isGreaterThanOrEqualTo(36);
    });
  }

  /// One prediction that is NaN shows wherever it does in the interpreter, whichever outputs are
  /// asked for.
  @TestFactory
  Stream<DynamicTest> kernelsShowEveryNan() {
    return sweep((loss, random) -> showsEveryNan(loss, random));
  }

  /// The largest of a row passes NaN over only where a sum shows it.
  @ParameterizedTest
  @ValueSource(
      strings = {
        "loss worst(p[] | y[]) = max(abs(p - y))",
        "loss worst_known(p[] | y[]) = max(p) + sum(y)",
        "loss chosen(p[] | y[]) = max(p) + sum(if p > y then p - y else 0)",
        "loss unless(p[] | y[]) = if sum(y) > 0 then max(p) else sum(p)",
        "loss spread(p[] | y[]) = max(p) - min(p) + sum(p)",
      })
  void largestShowsEveryNan(String text) {
    showsEveryNan(Loss.of(text), new SplittableRandom(3));
  }

  private static void showsEveryNan(Loss loss, SplittableRandom random) {
    List<double[]> whole = sample(loss.definition(), random, 5, false);
    for (int p = 0; p < loss.definition().predictions().size(); p++) {
      for (int k = 0; k < whole.get(p).length; k++) {
        List<double[]> sample = new ArrayList<>(whole);
        sample.set(p, whole.get(p).clone());
        sample.get(p)[k] = Double.NaN;
        assertThat(sameBits(loss, sample, 5)).isPositive();
        sameWithFewerOutputs(loss, sample, 5);
      }
    }
  }

  private static void sameWithFewerOutputs(Loss loss, List<double[]> sample, int classes) {
    Batch batch = Batch.of(classes, 1, sample.toArray());
    Each all = outputs(loss.definition(), classes);
    loss.evaluate(batch, 0, 1, all);
    double[] values = new double[1];
    loss.values(batch, values);
    assertThat(values).isEqualTo(all.values());
    int count = loss.definition().predictions().size();
    var some = new Each(new double[1], new double[count][classes], null);
    loss.evaluate(batch, 0, 1, some);
    assertThat(some.values()).isEqualTo(all.values());
    assertThat(Arrays.deepEquals(some.gradient(), all.gradient())).isTrue();
  }

  @TestFactory
  Stream<DynamicTest> gradientsAreTheSlopesOfTheValue() {
    return sweep((loss, random) -> {
      int agreed = 0;
      int tried = 0;
      for (int i = 0; i < 12; i++) {
        List<double[]> sample = sample(loss.definition(), random, 3, false);
        for (int p = 0; p < loss.definition().predictions().size(); p++) {
          for (int k = 0; k < sample.get(p).length; k++) {
            tried++;
            agreed += slopeAgrees(loss, sample, p, k) ? 1 : 0;
          }
        }
      }
      // A point may fall on a kink; most do not.
      assertThat(agreed).isGreaterThanOrEqualTo((int) (0.9 * tried));
    });
  }

  private interface Check {
    void of(Loss loss, SplittableRandom random);
  }

  private static Stream<DynamicTest> sweep(Check check) {
    List<Definition> all = Catalogue.builtin().all();
    assertThat(all).hasSizeGreaterThanOrEqualTo(200);
    return all.stream()
        .map(d ->
            DynamicTest.dynamicTest(
                d.name(),
                () -> check.of(Loss.of(d.name()), new SplittableRandom(d.name().hashCode()))));
  }

  private static int sameBits(Loss loss, List<double[]> sample, int classes) {
    Definition definition = loss.definition();
    Each each = outputs(definition, classes);
    loss.evaluate(Batch.of(classes, 1, sample.toArray()), 0, 1, each);
    var doubles = new ArrayList<List<Double>>();
    doubles.add(boxed(each.values()));
    Stream.of(each.gradient(), each.hessian())
        .forEach(d -> List.of(d).forEach(c -> doubles.add(boxed(c))));
    int compared = same(loss, sample, classes, Doubles.DOUBLES, doubles);

    EachFloat single = floatOutputs(definition, classes);
    loss.evaluate(
        Batch.of(classes, 1, sample.stream().map(KernelTest::floats).toArray()), 0, 1, single);
    var floats = new ArrayList<List<Float>>();
    floats.add(boxed(single.values()));
    Stream.of(single.gradient(), single.hessian())
        .forEach(d -> List.of(d).forEach(c -> floats.add(boxed(c))));
    return Math.min(compared, same(loss, sample, classes, Floats.FLOATS, floats));
  }

  /// Boxed numbers are equal by their bits, and all NaN are one.
  private static <N> int same(
      Loss loss, List<double[]> sample, int classes, Arithmetic<N> arithmetic, List<List<N>> got) {
    Definition definition = loss.definition();
    Calculus calculus = loss.calculus().orElseThrow();
    Map<String, List<N>> inputs = new HashMap<>();
    for (int i = 0; i < sample.size(); i++) {
      inputs.put(
          inputs(definition).get(i).name(),
          boxed(sample.get(i)).stream().map(arithmetic::number).toList());
    }
    definition
        .parameters()
        .forEach(p -> inputs.put(p.name(), List.of(arithmetic.number(p.value()))));
    var interpreter = new Interpreter<>(arithmetic, calculus.shapes(), inputs, classes);
    List<Formula> lowered = calculus.lowered(2);
    int compared = 0;
    for (int output = 0; output < lowered.size(); output++) {
      List<N> expected = interpreter.of(lowered.get(output));
      int width =
          output == 0
              ? 1
              : width(
                  definition.predictions().get((output - 1) % definition.predictions().size()),
                  classes);
      for (int k = 0; k < width; k++) {
        assertThat(got.get(output).get(k))
            .as("%s, output %d, element %d at %s", loss, output, k, inputs)
            .isEqualTo(expected.get(expected.size() == 1 ? 0 : k));
        compared++;
      }
    }
    return compared;
  }

  private static float[] floats(double[] column) {
    float[] floats = new float[column.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) column[i];
    }
    return floats;
  }

  private static List<Float> boxed(float[] values) {
    var boxed = new ArrayList<Float>();
    for (float value : values) {
      boxed.add(value);
    }
    return boxed;
  }

  private static boolean slopeAgrees(
      Loss loss, List<double[]> sample, int prediction, int element) {
    Each each = outputs(loss.definition(), 3);
    loss.evaluate(Batch.of(3, 1, sample.toArray()), 0, 1, each);
    double slope = each.gradient()[prediction][element];
    double here = sample.get(prediction)[element];
    double step = 1e-4 * Math.max(1e-3, Math.min(1, Math.abs(here)));
    double one = difference(loss, sample, prediction, element, step);
    double half = difference(loss, sample, prediction, element, step / 2);
    double expected = (4 * half - one) / 3;
    return Math.abs(slope - expected) <= 1e-5 * Math.max(1, Math.abs(expected));
  }

  private static double difference(
      Loss loss, List<double[]> sample, int prediction, int element, double step) {
    return (moved(loss, sample, prediction, element, step)
            - moved(loss, sample, prediction, element, -step))
        / (2 * step);
  }

  private static double moved(
      Loss loss, List<double[]> sample, int prediction, int element, double step) {
    List<double[]> moved = new ArrayList<>(sample);
    double[] changed = sample.get(prediction).clone();
    changed[element] += step;
    moved.set(prediction, changed);
    double[] value = new double[1];
    loss.values(Batch.of(3, 1, moved.toArray()), value);
    return value[0];
  }

  private static Each outputs(Definition definition, int classes) {
    int count = definition.predictions().size();
    return new Each(new double[1], new double[count][classes], new double[count][classes]);
  }

  private static EachFloat floatOutputs(Definition definition, int classes) {
    int count = definition.predictions().size();
    return new EachFloat(new float[1], new float[count][classes], new float[count][classes]);
  }

  private static List<double[]> sample(
      Definition definition, SplittableRandom random, int classes, boolean extreme) {
    List<double[]> sample = new ArrayList<>();
    for (Input input : inputs(definition)) {
      boolean target = definition.targets().contains(input);
      double[] values = new double[width(input, classes)];
      for (int k = 0; k < values.length; k++) {
        values[k] = value(input.domain(), random, classes, extreme && !target);
      }
      if (input.domain() instanceof Domain.Simplex) {
        double sum = 0;
        for (double v : values) {
          sum += v;
        }
        for (int k = 0; k < values.length; k++) {
          values[k] /= sum;
        }
      }
      sample.add(values);
    }
    return sample;
  }

  private static double value(
      Domain domain, SplittableRandom random, int classes, boolean extreme) {
    return switch (domain) {
      case Domain.Values(var values) -> values.get(random.nextInt(values.size()));
      case Domain.ClassNumber _ -> random.nextInt(classes);
      case Domain.Simplex _ -> random.nextDouble(0.05, 1);
      case Domain.Interval interval when extreme && interval.unbounded() ->
          EXTREME[random.nextInt(EXTREME.length)];
      case Domain.Interval interval ->
          random.nextDouble(
              Math.max(interval.low() + 0.05, -3), Math.min(interval.high() - 0.05, 3.1));
    };
  }

  private static int width(Input input, int classes) {
    return input.row() ? classes : 1;
  }

  private static List<Input> inputs(Definition definition) {
    var inputs = new ArrayList<>(definition.predictions());
    inputs.addAll(definition.targets());
    return inputs;
  }

  private static List<Double> boxed(double[] values) {
    return Arrays.stream(values).boxed().toList();
  }
}
