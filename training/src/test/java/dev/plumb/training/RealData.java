package dev.plumb.training;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The tables of `examples/`, read by plain means.
final class RealData {
  private RealData() {}

  static final List<String> NAMES =
      List.of("stackloss", "engel", "diabetes", "breast_cancer", "digits", "rain");

  /// A table with the target that its name suggests; of the rain the wind from the rest.
  static Dataset of(String name) {
    return switch (name) {
      case "stackloss" -> amounts(name, "stack_loss");
      case "engel" -> amounts(name, "foodexp");
      case "rain" -> amounts(name, "wind");
      case "diabetes" -> amounts(name, "target");
      case "breast_cancer", "digits" -> classes(name, "target");
      default -> throw new IllegalArgumentException(name);
    };
  }

  /// The weather of a day from the numbers of the rain.
  static Dataset weather() {
    Dataset all = classes("rain", "weather");
    List<Feature> numbers =
        all.features().stream().filter(Feature.Numeric.class::isInstance).toList();
    return new Dataset("weather", numbers, all.target(), null);
  }

  /// A table whose target is an amount, or a class number that is taken for one.
  static Dataset amounts(String name, String target) {
    List<String[]> rows = rows(name);
    int at = Arrays.asList(rows.getFirst()).indexOf(target);
    double[] y = column(rows, at);
    boolean counts = Arrays.stream(y).allMatch(v -> v >= 0 && v == Math.rint(v));
    boolean positive = Arrays.stream(y).allMatch(v -> v > 0);
    var kind = positive ? Target.Kind.POSITIVE : counts ? Target.Kind.COUNT : Target.Kind.NUMBER;
    return new Dataset(name, features(rows, at), new Target(target, kind, y, List.of()), null);
  }

  /// A table whose target is one of several labels.
  static Dataset classes(String name, String target) {
    List<String[]> rows = rows(name);
    int at = Arrays.asList(rows.getFirst()).indexOf(target);
    List<String> labels = rows.stream().skip(1).map(row -> row[at]).distinct().sorted().toList();
    double[] y = rows.stream().skip(1).mapToDouble(row -> labels.indexOf(row[at])).toArray();
    var kind = labels.size() == 2 ? Target.Kind.TWO_CLASSES : Target.Kind.MANY_CLASSES;
    return new Dataset(name, features(rows, at), new Target(target, kind, y, labels), null);
  }

  private static List<Feature> features(List<String[]> rows, int target) {
    var features = new ArrayList<Feature>();
    for (int j = 0; j < rows.getFirst().length; j++) {
      String name = rows.getFirst()[j];
      if (j == target || name.equals("date")) {
        continue;
      }
      if (isNumber(rows.get(1)[j])) {
        double[] values = column(rows, j);
        var floats = new float[values.length];
        IntStream.range(0, floats.length).forEach(i -> floats[i] = (float) values[i]);
        features.add(new Feature.Numeric(name, floats));
      } else {
        int at = j;
        List<String> levels =
            rows.stream().skip(1).map(row -> row[at]).distinct().sorted().toList();
        int[] codes = rows.stream().skip(1).mapToInt(row -> levels.indexOf(row[at])).toArray();
        features.add(new Feature.Categorical(name, codes, levels));
      }
    }
    return features;
  }

  private static boolean isNumber(String cell) {
    return cell.matches("-?[0-9.]+(e-?[0-9]+)?");
  }

  private static double[] column(List<String[]> rows, int j) {
    return rows.stream().skip(1).mapToDouble(row -> Double.parseDouble(row[j])).toArray();
  }

  private static List<String[]> rows(String name) {
    try {
      return Files.readAllLines(Path.of("../examples", name + ".csv")).stream()
          .map(line -> line.split(","))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
