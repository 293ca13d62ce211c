package dev.plumb.report;

import dev.plumb.training.ComparisonResult;
import dev.plumb.training.ComparisonResult.Entry;
import java.util.List;
import java.util.stream.IntStream;

/// How each line is drawn: a loss has the same colour and dash wherever it appears.
///
/// @param names of the lines, in order
record Series(List<String> names) {
  /// As many colours as the style sheet names.
  static final int COLOURS = 12;

  private static final List<List<Integer>> DASHES =
      List.of(List.of(1, 0), List.of(6, 3), List.of(2, 3), List.of(9, 3, 2, 3));

  static Series of(ComparisonResult result) {
    return new Series(result.ranking().stream().map(Entry::loss).toList());
  }

  /// The colour scale's range.
  List<String> colours() {
    return IntStream.range(0, names.size())
        .mapToObj(i -> "var(--series-" + colour(i) + ")")
        .toList();
  }

  /// The dash scale's range.
  List<List<Integer>> dashes() {
    return IntStream.range(0, names.size()).mapToObj(this::dash).toList();
  }

  /// The chart with its colour and dash scales.
  Chart on(Chart chart) {
    return chart.with("names", names).with("colours", colours()).with("dashes", dashes());
  }

  /// Colour, dash and name of some of the lines.
  Markup legend(List<String> shown) {
    return Template.of("legend")
        .with("lines", Markup.of(shown.stream().map(this::line).toList()))
        .markup();
  }

  private Markup line(String name) {
    int i = names.indexOf(name);
    return Template.of("legend-line")
        .with("colour", colour(i))
        .with(
            "dash", dash(i).stream().map(String::valueOf).reduce((a, b) -> a + " " + b).orElse(""))
        .with("name", name)
        .markup();
  }

  private int colour(int i) {
    return i % COLOURS + 1;
  }

  /// Neighbours differ in their dash too, so that colour is never the only sign.
  private List<Integer> dash(int i) {
    return DASHES.get(i % DASHES.size());
  }
}
