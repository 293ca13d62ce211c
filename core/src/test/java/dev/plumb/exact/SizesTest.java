package dev.plumb.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// How many instructions each function takes, as `sizes.txt` has it: a change is meant, or it is
/// not.
class SizesTest {
  @Test
  void sizes_are_as_listed() throws IOException {
    try (var in = SizesTest.class.getResourceAsStream("sizes.txt")) {
      String listed = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      String found =
          Functions.all().stream()
              .filter(f -> f.precision() == Precision.FLOAT)
              .map(SizesTest::line)
              .collect(Collectors.joining());
      assertThat(found).isEqualTo(listed.replaceAll("(?m)^#.*\\n", ""));
      assertThat(found.lines()).hasSize(26);
    }
  }

  private static String line(Function floats) {
    Function doubles = Functions.of(floats.name(), Precision.DOUBLE).orElseThrow();
    return "%-13s %4d %4d\n".formatted(floats.name(), floats.size(), doubles.size());
  }
}
