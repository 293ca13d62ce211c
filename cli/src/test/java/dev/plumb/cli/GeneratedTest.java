package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.catalogue.Catalogue;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SequencedMap;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// What is committed in step with the catalogue: the gallery and `Losses`.
class GeneratedTest {
  private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();
  private static final String ACCEPT =
      "The catalogue and what is generated from it differ. If that is meant, accept it with"
          + " ./plumb gallery, and look at it with git diff";

  @Test
  void the_gallery_and_the_factories_are_what_the_catalogue_says() throws IOException {
    var generated = new Generated(Catalogue.builtin(), ROOT);
    SequencedMap<String, String> files = generated.files();
    assertThat(files).hasSizeGreaterThan(217);
    List<String> wrong =
        files.entrySet().stream().flatMap(f -> differences(f.getKey(), f.getValue())).toList();
    assertThat(wrong).as(ACCEPT).isEmpty();
    assertThat(generated.stale(files)).as(ACCEPT).isEmpty();
  }

  @Test
  void the_gallery_stays_small() throws IOException {
    try (var all = Files.walk(ROOT.resolve(Generated.GALLERY))) {
      assertThat(all.filter(Files::isRegularFile).mapToLong(f -> f.toFile().length()).sum())
          .isBetween(300_000L, 3_000_000L);
    }
  }

  private static Stream<String> differences(String file, String expected) {
    Path path = ROOT.resolve(file);
    if (!Files.isRegularFile(path)) {
      return Stream.of(file + " is missing");
    }
    List<String> found = lines(path);
    List<String> wanted = expected.lines().toList();
    return IntStream.range(0, Math.max(found.size(), wanted.size()))
        .filter(i -> !at(found, i).equals(at(wanted, i)))
        .limit(1)
        .mapToObj(i ->
            "%s line %d: committed %s, generated %s"
                .formatted(file, i + 1, at(found, i), at(wanted, i)));
  }

  private static String at(List<String> lines, int index) {
    return index < lines.size() ? "'" + lines.get(index) + "'" : "nothing";
  }

  private static List<String> lines(Path path) {
    try {
      return Files.readAllLines(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
