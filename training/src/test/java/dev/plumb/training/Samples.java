package dev.plumb.training;

import dev.plumb.training.statistics.SplitMix;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// Data for tests: real tables, and tables drawn from a seed.
final class Samples {
  private Samples() {}

  /// Brownlee's stack loss data: 21 days of a plant, of which days 1, 3, 4 and 21 are known to be
  /// out of line.
  static Dataset stackloss() {
    List<double[]> rows =
        lines("stackloss.csv").stream()
            .skip(1)
            .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
            .toList();
    List<String> names = List.of("stack_loss", "air_flow", "water_temp", "acid_conc");
    List<Feature> features =
        IntStream.range(1, 4)
            .<Feature>mapToObj(j -> new Feature.Numeric(names.get(j), column(rows, j)))
            .toList();
    double[] target = rows.stream().mapToDouble(row -> row[0]).toArray();
    return new Dataset(
        "stackloss.csv",
        features,
        new Target("stack_loss", Target.Kind.NUMBER, target, List.of()),
        null);
  }

  /// The handwritten digits of the examples: 64 pixels, ten classes.
  static Dataset digits() {
    List<double[]> rows =
        lines(Path.of("..", "examples", "digits.csv")).stream()
            .skip(1)
            .map(line -> Arrays.stream(line.split(",")).mapToDouble(Double::parseDouble).toArray())
            .toList();
    List<Feature> features =
        IntStream.range(0, 64)
            .<Feature>mapToObj(j -> new Feature.Numeric("pixel" + j, column(rows, j)))
            .toList();
    double[] target = rows.stream().mapToDouble(row -> row[64]).toArray();
    List<String> labels = IntStream.range(0, 10).mapToObj(String::valueOf).toList();
    return new Dataset(
        "digits.csv",
        features,
        new Target("target", Target.Kind.MANY_CLASSES, target, labels),
        null);
  }

  /// A sine of a number, with a little noise.
  static Dataset waves(int rows) {
    var random = new SplitMix(4);
    var x = new float[rows];
    var y = new double[rows];
    for (int i = 0; i < rows; i++) {
      x[i] = (float) (6 * random.nextDouble() - 3);
      y[i] = Math.sin(2 * x[i]) + normal(random) / 10;
    }
    return new Dataset(
        "waves",
        List.of(new Feature.Numeric("x", x)),
        new Target("y", Target.Kind.NUMBER, y, List.of()),
        null);
  }

  /// Normal features, a line through them, and noise; a number with holes and a category with a
  /// level's own effect.
  static Dataset line(int rows, int columns, long seed) {
    var random = new SplitMix(seed);
    var x = new float[columns][rows];
    var y = new double[rows];
    var codes = new int[rows];
    for (int i = 0; i < rows; i++) {
      codes[i] = random.nextInt(4) - 1;
      y[i] = 3 + codes[i] + normal(random);
      for (int j = 0; j < columns; j++) {
        x[j][i] = (float) (10 * j + (j + 1) * normal(random));
        y[i] += x[j][i] * (j % 2 == 0 ? 1 : -0.5);
      }
      if (i % 7 == 3) {
        x[0][i] = Float.NaN;
      }
    }
    var features = new ArrayList<Feature>();
    for (int j = 0; j < columns; j++) {
      features.add(new Feature.Numeric("x" + j, x[j]));
    }
    features.add(new Feature.Categorical("c", codes, List.of("a", "b", "c")));
    return new Dataset("line", features, new Target("y", Target.Kind.NUMBER, y, List.of()), null);
  }

  /// The same features with a target of so many classes, likelier where the line is higher.
  static Dataset classes(int rows, int columns, int classes, long seed) {
    Dataset line = line(rows, columns, seed);
    double[] sorted = line.target().values().clone();
    Arrays.sort(sorted);
    var random = new SplitMix(seed + 1);
    double[] labels =
        Arrays.stream(line.target().values())
            .map(y ->
                random.nextInt(5) == 0
                    ? random.nextInt(classes)
                    : Math.min(
                        classes - 1, (double) (Arrays.binarySearch(sorted, y) * classes / rows)))
            .toArray();
    List<String> names = IntStream.range(0, classes).mapToObj(k -> "class" + k).toList();
    var kind = classes == 2 ? Target.Kind.TWO_CLASSES : Target.Kind.MANY_CLASSES;
    return new Dataset("classes", line.features(), new Target("label", kind, labels, names), null);
  }

  /// One category of many levels.
  static Dataset levels(int rows, int levels) {
    var random = new SplitMix(6);
    int[] codes = IntStream.range(0, rows).map(i -> random.nextInt(levels)).toArray();
    List<String> texts = IntStream.range(0, levels).mapToObj(i -> "level" + i).toList();
    double[] y = Arrays.stream(codes).mapToDouble(c -> c % 10 + normal(random)).toArray();
    return new Dataset(
        "levels",
        List.of(new Feature.Categorical("c", codes, texts)),
        new Target("y", Target.Kind.NUMBER, y, List.of()),
        null);
  }

  static Dataset weighted(Dataset data, double... weights) {
    double[] all = new double[data.rows()];
    Arrays.setAll(all, i -> weights[i % weights.length]);
    return new Dataset(data.name(), data.features(), data.target(), all);
  }

  /// A normal number, as the sum of twelve even ones.
  static double normal(SplitMix random) {
    double sum = -6;
    for (int i = 0; i < 12; i++) {
      sum += random.nextDouble();
    }
    return sum;
  }

  private static float[] column(List<double[]> rows, int j) {
    var column = new float[rows.size()];
    for (int i = 0; i < column.length; i++) {
      column[i] = (float) rows.get(i)[j];
    }
    return column;
  }

  private static List<String> lines(String name) {
    return lines(Path.of("src/test/resources", name));
  }

  private static List<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
