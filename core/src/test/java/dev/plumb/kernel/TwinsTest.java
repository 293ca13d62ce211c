package dev.plumb.kernel;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.Loss;
import dev.plumb.catalogue.Catalogue;
import dev.plumb.exact.Precision;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import dev.plumb.kernel.Emit.Compiled;
import dev.plumb.kernel.Plan.Layout;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// Every loss of the catalogue: the kernel on lanes has the bits of the plain one, in values,
/// derivatives and lane sums, in float and double, on numbers from ordinary to extreme.
class TwinsTest {
  private static final double[] EXTREME = {
    0,
    -0.0,
    1e-300,
    -1e-300,
    1e-40,
    20,
    -20,
    50,
    -50,
    745,
    -745,
    1e4,
    -1e4,
    1e30,
    1e300,
    Double.MAX_VALUE,
    -Double.MAX_VALUE,
    Double.POSITIVE_INFINITY,
    Double.NEGATIVE_INFINITY,
    Double.NaN
  };

  @TestFactory
  Stream<DynamicTest> lanes_have_the_bits_of_the_plain_twin() {
    List<Definition> all = Catalogue.builtin().all();
    assertThat(all).hasSizeGreaterThanOrEqualTo(200);
    return all.stream()
        .flatMap(d ->
            Stream.of(Precision.values())
                .map(p ->
                    DynamicTest.dynamicTest(
                        d.name() + " " + p, () -> agree(Loss.of(d.name()), p))));
  }

  private static void agree(Loss loss, Precision precision) {
    Program program = Expand.of(Program.of(loss.calculus().orElseThrow(), 2), precision);
    var random = new SplittableRandom(loss.name().hashCode());
    for (boolean reduced : new boolean[] {false, true}) {
      boolean weighted = reduced;
      var plan = new Plan(precision, Layout.PLAIN, reduced, weighted);
      Compiled plain = Emit.kernel(program, plan);
      if (program.hasRows()) {
        check(loss, program, plain, plan, Layout.SAMPLES, 5, 32, random);
        if (!program.hasPairs()) {
          check(loss, program, plain, plan, Layout.CLASSES, 77, 3, random);
          check(loss, program, plain, plan, Layout.SAMPLES, 37, 32, random);
        } else {
          check(loss, program, plain, plan, Layout.SAMPLES, 35, 32, random);
        }
      } else {
        check(loss, program, plain, plan, Layout.SAMPLES, 1, 64, random);
        check(loss, program, plain, plan, Layout.OFF_HEAP, 1, 64, random);
      }
    }
  }

  private static void check(
      Loss loss,
      Program program,
      Compiled plain,
      Plan plan,
      Layout layout,
      int classes,
      int samples,
      SplittableRandom random) {
    Plan other = new Plan(plan.precision(), layout, plan.reduced(), plan.weighted());
    Compiled lanes = Emit.kernel(program, other);
    assertThat(lanes.bytes()).as("bytes of code").isPositive();
    List<Object> inputs = inputs(loss.definition(), plan, classes, samples, random);
    Results expected = run(plain, program, plan, inputs, loss, classes, samples);
    Results found = run(lanes, program, other, inputs, loss, classes, samples);
    assertThat(found).isEqualTo(expected);
  }

  private record Results(List<List<Number>> outputs, List<Number> lanes) {}

  private static Results run(
      Compiled kernel,
      Program program,
      Plan plan,
      List<Object> inputs,
      Loss loss,
      int classes,
      int samples) {
    var arrays = new ArrayList<Object>(inputs);
    for (int i = plan.reduced() ? 1 : 0; i < program.outputs().size(); i++) {
      arrays.add(array(plan.precision(), samples * (program.rowOutputs().get(i) ? classes : 1)));
    }
    Object work = array(plan.precision(), kernel.workspace(classes));
    double[] parameters = loss.parameters().values().stream().mapToDouble(v -> v).toArray();
    boolean offHeap = plan.layout() == Layout.OFF_HEAP;
    Object[] columns =
        offHeap ? arrays.stream().map(TwinsTest::offHeap).toArray() : arrays.toArray();
    kernel
        .kernel()
        .run(columns, new int[columns.length], parameters, classes, 0, samples, 0.375, work);
    for (int i = 0; offHeap && i < columns.length; i++) {
      heap(arrays.get(i)).copyFrom((MemorySegment) columns[i]);
    }
    return new Results(
        arrays.subList(inputs.size(), arrays.size()).stream().map(TwinsTest::numbers).toList(),
        plan.reduced() ? numbers(work).subList(0, Sums.LANES) : List.of());
  }

  private static MemorySegment offHeap(Object array) {
    MemorySegment heap = heap(array);
    return Arena.ofAuto().allocate(heap.byteSize()).copyFrom(heap);
  }

  private static MemorySegment heap(Object array) {
    return array instanceof float[] floats
        ? MemorySegment.ofArray(floats)
        : MemorySegment.ofArray((double[]) array);
  }

  private static Object array(Precision precision, int length) {
    return precision == Precision.FLOAT ? new float[length] : new double[length];
  }

  /// Boxed numbers are equal by their bits, and all NaN are one.
  private static List<Number> numbers(Object array) {
    var numbers = new ArrayList<Number>();
    if (array instanceof float[] floats) {
      for (float f : floats) {
        numbers.add(f);
      }
    } else {
      for (double d : (double[]) array) {
        numbers.add(d);
      }
    }
    return numbers;
  }

  private static List<Object> inputs(
      Definition definition, Plan plan, int classes, int samples, SplittableRandom random) {
    var all = new ArrayList<>(definition.predictions());
    all.addAll(definition.targets());
    var inputs = new ArrayList<Object>();
    for (Input input : all) {
      double[] column =
          random
              .doubles((long) samples * (input.row() ? classes : 1))
              .map(u -> number(input, classes, u, random))
              .toArray();
      inputs.add(typed(plan.precision(), column));
    }
    if (plan.weighted()) {
      double[] weights = random.doubles(samples).map(u -> u < 0.2 ? 0 : u).toArray();
      inputs.add(typed(plan.precision(), weights));
    }
    return inputs;
  }

  private static double number(Input input, int classes, double u, SplittableRandom random) {
    if (input.domain() instanceof Domain.ClassNumber) {
      return (int) (u * classes);
    }
    Domain.Interval hull = input.domain().hull();
    double extreme = EXTREME[random.nextInt(EXTREME.length)];
    if (u < 0.4 && (input.domain().contains(extreme) || Double.isNaN(extreme))) {
      return extreme;
    }
    double low = Math.max(hull.low(), -3);
    double high = Math.min(hull.high(), 4);
    double value = low + random.nextDouble() * (high - low);
    return input.domain().contains(value) ? value : input.domain().contains(high) ? high : low;
  }

  private static Object typed(Precision precision, double[] column) {
    if (precision == Precision.DOUBLE) {
      return column;
    }
    float[] floats = new float[column.length];
    Arrays.setAll(column, i -> floats[i] = (float) column[i]);
    return floats;
  }
}
