package dev.plumb.report;

import dev.plumb.training.ComparisonResult;
import dev.plumb.training.ComparisonResult.Entry;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/// The rows that pull hardest, which are the rows to look at.
record HardRows(List<Entry> entries) {
  private static final int NAMED = 8;

  static Optional<Section> section(Report report) {
    List<Entry> entries =
        report.result().ranking().stream()
            .filter(e -> e.worstRows() != null && !e.worstRows().isEmpty())
            .toList();
    if (entries.isEmpty()) {
      return Optional.empty();
    }
    HardRows rows = new HardRows(entries);
    Markup body =
        Template.of("rows")
            .with("words", rows.words(report.result()))
            .with("rows", Markup.of(entries.stream().map(HardRows::row).toList()))
            .markup();
    return Optional.of(new Section("rows", "The rows that pull hardest", body));
  }

  private static Markup row(Entry entry) {
    return Template.of("rows-row")
        .with("name", entry.loss())
        .with("numbers", numbers(entry.worstRows()))
        .markup();
  }

  /// Which rows stand in most lists: no choice of loss makes those ordinary.
  private String words(ComparisonResult result) {
    List<Integer> everywhere = everywhere();
    String first = "Row numbers count from 1, without the line of names, hardest first. ";
    if (everywhere.isEmpty() || entries.size() == 1) {
      return first
          + "Look at them before believing any number above: what pulls hardest is often a mistake in the data.";
    }
    boolean one = everywhere.size() == 1;
    return first
        + "%s %s hard under most losses: look at %s in %s before believing any number above."
            .formatted(
                one ? "Row" : "Rows",
                listed(everywhere) + (one ? " pulls" : " pull"),
                one ? "it" : "them",
                result.data());
  }

  private List<Integer> everywhere() {
    Map<Integer, Integer> lists = new LinkedHashMap<>();
    entries.forEach(e -> e.worstRows().forEach(row -> lists.merge(row, 1, Integer::sum)));
    return lists.entrySet().stream()
        .filter(e -> 2 * e.getValue() > entries.size())
        .sorted(Map.Entry.comparingByValue(Comparator.reverseOrder()))
        .limit(NAMED)
        .map(Map.Entry::getKey)
        .sorted()
        .toList();
  }

  private static String listed(List<Integer> rows) {
    String all = rows.stream().map(String::valueOf).collect(Collectors.joining(", "));
    return all.replaceFirst(", ([^ ]+)$", " and $1");
  }

  private static String numbers(List<Integer> rows) {
    return rows.stream().map(String::valueOf).collect(Collectors.joining(" · "));
  }
}
