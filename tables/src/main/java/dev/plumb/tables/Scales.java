package dev.plumb.tables;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/// Scales of words whose order everyone knows; the lines of `scales.txt`.
final class Scales {
  private static final List<List<String>> KNOWN = read();

  private Scales() {}

  /// The labels from lowest to highest, when three or more of them all belong to one scale. Case,
  /// `_` and `-` do not count.
  static Optional<List<String>> order(List<String> labels) {
    long different = labels.stream().map(Scales::plain).distinct().count();
    if (labels.size() < 3 || different < labels.size()) {
      return Optional.empty();
    }
    return KNOWN.stream()
        .filter(scale -> labels.stream().allMatch(label -> scale.contains(plain(label))))
        .findFirst()
        .map(scale ->
            labels.stream()
                .sorted(Comparator.comparing(label -> scale.indexOf(plain(label))))
                .toList());
  }

  private static String plain(String label) {
    return label.toLowerCase(Locale.ROOT).replaceAll("[\\s_-]+", " ").strip();
  }

  static List<List<String>> known() {
    return KNOWN;
  }

  private static List<List<String>> read() {
    var stream = Objects.requireNonNull(Scales.class.getResourceAsStream("scales.txt"));
    try (var lines = new BufferedReader(new InputStreamReader(stream, StandardCharsets.UTF_8))) {
      return lines
          .lines()
          .filter(line -> !line.isBlank() && !line.startsWith("#"))
          .map(line -> List.of(line.strip().split("\\s*<\\s*")))
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
