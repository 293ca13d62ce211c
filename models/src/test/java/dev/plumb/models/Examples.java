package dev.plumb.models;

import dev.plumb.tables.Options;
import dev.plumb.tables.Table;
import dev.plumb.training.Dataset;
import dev.plumb.training.Feature;
import dev.plumb.training.Target;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/// The data of the examples, and the same with holes.
final class Examples {
  private Examples() {}

  static Dataset of(String file, String target) {
    try (Table table = Table.open(Path.of("..", "examples", file).toString())) {
      return table.dataset(Options.target(target)).dataset();
    }
  }

  /// At most so many rows, evenly spaced.
  static Dataset few(Dataset data, int most) {
    int step = Math.max(1, data.rows() / most);
    int[] rows = IntStream.range(0, data.rows() / step).map(i -> i * step).toArray();
    List<Feature> features =
        data.features().stream()
            .<Feature>map(feature ->
                switch (feature) {
                  case Feature.Numeric(var name, var values) -> {
                    var few = new float[rows.length];
                    for (int i = 0; i < few.length; i++) {
                      few[i] = values[rows[i]];
                    }
                    yield new Feature.Numeric(name, few);
                  }
                  case Feature.Categorical(var name, var codes, var levels) ->
                      new Feature.Categorical(
                          name, Arrays.stream(rows).map(row -> codes[row]).toArray(), levels);
                })
            .toList();
    Target target = data.target();
    double[] values = Arrays.stream(rows).mapToDouble(row -> target.values()[row]).toArray();
    return new Dataset(
        data.name(),
        features,
        new Target(target.name(), target.kind(), values, target.labels()),
        null);
  }

  /// The data with the amount of the target cut into ordered levels of about as many rows each.
  static Dataset levels(Dataset data, int count) {
    double[] amounts = data.target().values();
    double[] sorted = amounts.clone();
    Arrays.sort(sorted);
    double[] levels = new double[amounts.length];
    for (int k = 1; k < count; k++) {
      double cut = sorted[k * sorted.length / count];
      Arrays.setAll(levels, i -> levels[i] + (amounts[i] >= cut ? 1 : 0));
    }
    List<String> labels = IntStream.range(0, count).mapToObj(k -> "level" + k).toList();
    var target = new Target(data.target().name(), Target.Kind.ORDINAL, levels, labels);
    return new Dataset(data.name(), data.features(), target, data.weights());
  }

  /// The data with every fifth number and every seventh category missing.
  static Dataset withHoles(Dataset data) {
    var features = new ArrayList<Feature>();
    for (Feature feature : data.features()) {
      features.add(
          switch (feature) {
            case Feature.Numeric(var name, var values) -> {
              float[] holes = values.clone();
              for (int i = features.size() % 5; i < holes.length; i += 5) {
                holes[i] = Float.NaN;
              }
              yield new Feature.Numeric(name, holes);
            }
            case Feature.Categorical(var name, var codes, var levels) -> {
              int[] holes = codes.clone();
              for (int i = 0; i < holes.length; i += 7) {
                holes[i] = -1;
              }
              yield new Feature.Categorical(name, holes, levels);
            }
          });
    }
    return new Dataset(data.name() + " with holes", features, data.target(), data.weights());
  }

  /// Features with a level that no model has seen.
  static List<Feature> withUnseen(List<Feature> features) {
    return features.stream()
        .<Feature>map(feature -> {
          if (feature instanceof Feature.Categorical(var name, var codes, var levels)) {
            var more = new ArrayList<>(levels);
            more.add("never seen");
            int[] strange = codes.clone();
            Arrays.fill(strange, 0, Math.min(3, strange.length), levels.size());
            return new Feature.Categorical(name, strange, more);
          }
          return feature;
        })
        .toList();
  }
}
