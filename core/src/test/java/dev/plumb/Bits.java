package dev.plumb;

import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.SplittableRandom;
import java.util.stream.Stream;

/// One number for all bits that the catalogue computes: a SHA-256 over values, gradients, hessians
/// and costs of every loss, in double and in float, weighted and not. NaN has one pattern.
///
/// As a program it prints that number, so that machines started with other options can be compared.
public final class Bits {
  /// Around the edges of lanes, virtual lanes and blocks.
  static final int[] MANY = {0, 1, 31, 32, 33, 1021, 4097};

  /// Enough for every kernel to run on lanes and beyond them, and quick where each step is slow.
  static final int[] FEW = {33};

  private static final int SHORT_ROW = 5;
  private static final int LONG_ROW = 45;

  /// Where rows are long, batches are short.
  private static final int FEW_LONG = 2;

  private final MessageDigest digest = sha();

  private Bits() {}

  /// @param arguments the lengths of batches
  public static void main(String[] arguments) {
    System.out.println(of(Stream.of(arguments).mapToInt(Integer::parseInt).toArray()));
  }

  /// The number for batches of these lengths.
  static String of(int[] lengths) {
    var bits = new Bits();
    for (Definition definition : Catalogue.builtin().all()) {
      Loss loss = Loss.of(definition.name());
      for (int length : lengths) {
        bits.add(loss, length, definition.hasRows() ? SHORT_ROW : 1);
        if (definition.hasRows()) {
          bits.add(loss, Math.min(length, FEW_LONG), LONG_ROW);
        }
      }
    }
    return HexFormat.of().formatHex(bits.digest.digest());
  }

  private static MessageDigest sha() {
    try {
      return MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private void add(Loss loss, int samples, int classes) {
    var random = new SplittableRandom(31L * loss.name().hashCode() + samples);
    double[][] columns = columns(loss.definition(), samples, classes, random);
    double[] weights = random.doubles(samples).map(u -> u < 0.2 ? 0 : 2 * u).toArray();
    addDoubles(loss, samples, classes, columns, weights);
    addFloats(loss, samples, classes, columns, weights);
  }

  private void addDoubles(
      Loss loss, int samples, int classes, double[][] columns, double[] weights) {
    Batch batch = Batch.of(classes, samples, (Object[]) columns);
    double[] values = new double[samples];
    double[][] gradient = places(loss, samples, classes);
    double[][] hessian = places(loss, samples, classes);
    loss.evaluate(batch, 0, samples, new Each(values, gradient, hessian));
    add(values);
    Stream.of(gradient, hessian).flatMap(Arrays::stream).forEach(this::add);
    add(new double[] {loss.mean().hessian(batch, gradient, hessian)});
    add(new double[] {loss.mean().of(batch.weights(weights))});
    Stream.of(gradient, hessian).flatMap(Arrays::stream).forEach(this::add);
  }

  private void addFloats(
      Loss loss, int samples, int classes, double[][] columns, double[] weights) {
    Object[] floats = Stream.of(columns).map(Bits::floats).toArray();
    Batch batch = Batch.of(classes, samples, floats);
    float[] values = new float[samples];
    float[][] gradient =
        Stream.of(places(loss, samples, classes)).map(Bits::floats).toArray(float[][]::new);
    float[][] hessian =
        Stream.of(places(loss, samples, classes)).map(Bits::floats).toArray(float[][]::new);
    loss.evaluate(batch, 0, samples, new EachFloat(values, gradient, hessian));
    add(doubles(values));
    Stream.of(gradient, hessian).flatMap(Arrays::stream).forEach(f -> add(doubles(f)));
    add(new double[] {loss.mean().gradient(batch.weights(floats(weights)), gradient)});
    Stream.of(gradient).forEach(f -> add(doubles(f)));
  }

  private static double[][] places(Loss loss, int samples, int classes) {
    return loss.definition().predictions().stream()
        .map(p -> new double[samples * (p.row() ? classes : 1)])
        .toArray(double[][]::new);
  }

  private void add(double[] numbers) {
    ByteBuffer bytes = ByteBuffer.allocate(numbers.length * Double.BYTES);
    for (double number : numbers) {
      bytes.putLong(Double.doubleToLongBits(number));
    }
    digest.update(bytes.array());
  }

  static float[] floats(double[] column) {
    float[] floats = new float[column.length];
    for (int i = 0; i < floats.length; i++) {
      floats[i] = (float) column[i];
    }
    return floats;
  }

  static double[] doubles(float[] column) {
    double[] doubles = new double[column.length];
    for (int i = 0; i < doubles.length; i++) {
      doubles[i] = column[i];
    }
    return doubles;
  }

  /// Numbers from the domains of a loss's inputs.
  static double[][] columns(
      Definition definition, int samples, int classes, SplittableRandom random) {
    return Stream.concat(definition.predictions().stream(), definition.targets().stream())
        .map(input -> column(input, samples, classes, random))
        .toArray(double[][]::new);
  }

  private static double[] column(Input input, int samples, int classes, SplittableRandom random) {
    double[] column = new double[samples * (input.row() ? classes : 1)];
    Domain.Interval hull = input.domain().hull();
    double low = Math.max(hull.low(), -4);
    double high = Math.min(hull.high(), 5);
    for (int i = 0; i < column.length; i++) {
      double value = low + random.nextDouble() * (high - low);
      column[i] =
          input.domain() instanceof Domain.ClassNumber
              ? random.nextInt(classes)
              : input.domain().contains(value) ? value : random.nextBoolean() ? low : high;
    }
    return column;
  }
}
