package dev.plumb.proof;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

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

  /// A test for each loss of the catalogue: one that is listed must still fail.
  ///
  /// @param most how long the list may be
  Stream<DynamicTest> each(int most, Consumer<Loss> test) {
    assertThat(losses).hasSizeLessThanOrEqualTo(most);
    List<Loss> all = Catalogue.builtin().all().stream().map(d -> Loss.of(d.name())).toList();
    assertThat(all).extracting(Loss::name).containsAll(losses);
    return all.stream()
        .map(loss ->
            DynamicTest.dynamicTest(
                loss.name(),
                losses.contains(loss.name()) ? () -> misses(loss, test) : () -> test.accept(loss)));
  }

  private static void misses(Loss loss, Consumer<Loss> test) {
    assertThatThrownBy(
            () -> test.accept(loss), "%s is mended: take it out of the list", loss.name())
        .isInstanceOf(AssertionError.class);
  }
}
