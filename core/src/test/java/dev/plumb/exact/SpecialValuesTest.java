package dev.plumb.exact;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// What `special-values.txt` says, in both precisions.
class SpecialValuesTest {
  private static final Pattern LINE = Pattern.compile("(\\w+)\\((.+)\\) = (.+)");

  static List<String> lines() throws IOException {
    try (var in = SpecialValuesTest.class.getResourceAsStream("special-values.txt")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8)
          .lines()
          .filter(line -> !line.startsWith("#"))
          .toList();
    }
  }

  @Test
  void every_function_has_special_values() throws IOException {
    assertThat(lines()).hasSize(191);
    assertThat(lines().stream().map(line -> line.substring(0, line.indexOf('('))))
        .containsAll(Functions.all().stream().map(Function::name).collect(Collectors.toSet()));
  }

  @ParameterizedTest
  @MethodSource("lines")
  void values_are_as_listed(String line) {
    Matcher matcher = LINE.matcher(line);
    assertThat(matcher.matches()).isTrue();
    String[] arguments = matcher.group(2).split(", ");
    Function doubles = Functions.of(matcher.group(1), Precision.DOUBLE).orElseThrow();
    Function floats = Functions.of(matcher.group(1), Precision.FLOAT).orElseThrow();
    double[] points = Stream.of(arguments).mapToDouble(SpecialValuesTest::inDouble).toArray();
    var narrow = new float[points.length];
    for (int i = 0; i < narrow.length; i++) {
      narrow[i] = inFloat(arguments[i]);
    }
    // As objects, so that NaN is equal to NaN and 0.0 is not equal to -0.0.
    assertThat((Object) doubles.apply(points)).isEqualTo(inDouble(matcher.group(3)));
    assertThat((Object) floats.apply(narrow)).isEqualTo(inFloat(matcher.group(3)));
  }

  private static double inDouble(String text) {
    return text.startsWith("-")
        ? -inDouble(text.substring(1))
        : switch (text) {
          case "inf" -> Double.POSITIVE_INFINITY;
          case "nan" -> Double.NaN;
          case "max" -> Double.MAX_VALUE;
          case "tiny" -> Double.MIN_VALUE;
          case "small" -> Double.MIN_NORMAL;
          default -> Double.parseDouble(text);
        };
  }

  private static float inFloat(String text) {
    return text.startsWith("-")
        ? -inFloat(text.substring(1))
        : switch (text) {
          case "inf" -> Float.POSITIVE_INFINITY;
          case "nan" -> Float.NaN;
          case "max" -> Float.MAX_VALUE;
          case "tiny" -> Float.MIN_VALUE;
          case "small" -> Float.MIN_NORMAL;
          default -> Float.parseFloat(text);
        };
  }
}
