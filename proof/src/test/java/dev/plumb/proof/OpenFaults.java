package dev.plumb.proof;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.Loss;
import dev.plumb.catalogue.Catalogue;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/// The losses that are known to miss a demand: a list that may only grow shorter.
///
/// @param losses their names
record OpenFaults(List<String> losses) {

  /// The names in a file of the folder `open`.
  static OpenFaults of(String file) {
    try (InputStream in = OpenFaults.class.getResourceAsStream("/open/" + file)) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return new OpenFaults(text.lines().filter(l -> !l.startsWith("#")).toList());
    } catch (IOException e) {
      throw new UncheckedIOException(file + " cannot be read", e);
    }
  }

  /// A test for each loss of the catalogue that is not listed.
  ///
  /// @param most how long the list may be
  Stream<DynamicTest> others(int most, Consumer<Loss> test) {
    assertThat(losses).hasSizeLessThanOrEqualTo(most);
    List<Loss> all = Catalogue.builtin().all().stream().map(d -> Loss.of(d.name())).toList();
    assertThat(all).extracting(Loss::name).containsAll(losses);
    return all.stream()
        .filter(loss -> !losses.contains(loss.name()))
        .map(loss -> DynamicTest.dynamicTest(loss.name(), () -> test.accept(loss)));
  }
}
