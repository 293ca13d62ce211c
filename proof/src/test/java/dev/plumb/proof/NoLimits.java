package dev.plumb.proof;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.stream.Collectors;

/// The predictions of losses that have no limit at infinity, from `limits/none.txt`.
///
/// @param lines `loss prediction`
record NoLimits(Set<String> lines) {

  static NoLimits read() {
    try (InputStream in = NoLimits.class.getResourceAsStream("/limits/none.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new NoLimits(text.lines().filter(l -> !l.startsWith("#")).collect(Collectors.toSet()));
    } catch (IOException e) {
      throw new UncheckedIOException("limits/none.txt cannot be read", e);
    }
  }

  /// Whether a sample has a prediction of the list at infinity.
  boolean hold(Sample sample) {
    return sample
        .predictions()
        .filter(place -> lines.contains(sample.loss().name() + " " + place.input()))
        .anyMatch(place -> Double.isInfinite(sample.at(place)));
  }
}
