package dev.plumb.tables;

import dev.plumb.tables.Load.Raw;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/// How many cells of a column are there, and how many are of each form that they may have.
///
/// @param cell the text in SQL, null where it is missing
/// @param present how many cells are there
/// @param fitting how many of them are of each of the forms
record Tally(Raw column, String cell, List<Form> forms, long present, List<Long> fitting) {
  /// A tally that is to be counted. Missing cells are those that the parser of delimited text
  /// knows, which is quick.
  static Tally of(Raw column, List<Form> forms) {
    return new Tally(column, column.expression(), forms, 0, List.of());
  }

  /// The same to be counted again, with every way to write a missing cell.
  Tally exactly() {
    return new Tally(column, "cell(" + column.expression() + ")", forms, 0, List.of());
  }

  /// The same to be counted for some of its forms.
  Tally of(List<Form> some) {
    return new Tally(column, cell, some, 0, List.of());
  }

  /// Counts cells of these rows.
  static List<Tally> count(List<Tally> asked, Database database, String rows) {
    if (asked.isEmpty()) {
      return List.of();
    }
    String counts = String.join(", ", asked.stream().map(Tally::sql).toList());
    long[] found = database.numbers("select " + counts + " from " + rows);
    var counted = new ArrayList<Tally>();
    int at = 0;
    for (Tally tally : asked) {
      counted.add(tally.with(found, at));
      at += tally.width();
    }
    return counted;
  }

  private String sql() {
    var counts = new ArrayList<String>(List.of("count(" + cell + ")"));
    forms.forEach(form -> counts.add(form.count(cell)));
    return String.join(", ", counts);
  }

  private int width() {
    return 1 + forms.size();
  }

  private Tally with(long[] counts, int at) {
    List<Long> fitting = Arrays.stream(counts, at + 1, at + width()).boxed().toList();
    return new Tally(column, cell, forms, counts[at], fitting);
  }

  /// The share of the present cells that are of a form, 0 to 1; 1 where none is present, 0 where
  /// the form was not asked for.
  double share(Form form) {
    if (!forms.contains(form)) {
      return 0;
    }
    return present == 0 ? 1 : (double) fitting.get(forms.indexOf(form)) / present;
  }

  /// Whether all present cells are of one form.
  boolean isSettled() {
    return forms.stream().anyMatch(form -> share(form) == 1);
  }

  /// Whether some cells are of a form, and not all.
  boolean isDoubtful() {
    return !isSettled() && forms.stream().anyMatch(form -> share(form) > 0);
  }
}
