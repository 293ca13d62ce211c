package dev.plumb.tables;

import dev.plumb.training.Feature;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/// The labels of columns of text: the different texts, sorted by character, whose places are the
/// codes.
final class Levels {
  /// More labels than this are no categories.
  static final int MOST = 1000;

  /// Up to this many labels a column is no identifier, unless every text is different.
  private static final int FEW = 20;

  private static final int AT_ONCE = 100;

  private final Database database;

  Levels(Database database) {
    this.database = database;
  }

  /// How many texts a column holds, and how many different ones.
  record Variety(long texts, long different) {
    boolean isTooMany() {
      return different > MOST;
    }

    /// Whether nearly every row has its own text.
    boolean isIdentifier() {
      return different > 2 && different == texts || different > FEW && different > texts / 2;
    }

    /// `text with 891 different values in 891 rows`.
    String words() {
      return String.format(
          Locale.ROOT, "text with %,d different values in %,d rows", different, texts);
    }
  }

  /// The variety of columns, by their places. A query counts a hundred columns: of thousands,
  /// DuckDB would run out of stack.
  Map<Integer, Variety> varieties(List<Integer> columns) {
    var varieties = new HashMap<Integer, Variety>();
    for (int from = 0; from < columns.size(); from += AT_ONCE) {
      List<Integer> some = columns.subList(from, Math.min(from + AT_ONCE, columns.size()));
      String counts =
          some.stream()
              .map(k -> "count(c%1$d), count(distinct c%1$d)".formatted(k))
              .collect(Collectors.joining(", "));
      long[] found = database.numbers("select " + counts + " from data");
      for (int k = 0; k < some.size(); k++) {
        varieties.put(some.get(k), new Variety(found[2 * k], found[2 * k + 1]));
      }
    }
    return varieties;
  }

  /// The labels of a column that has at least one.
  List<String> of(int column) {
    String text = "c" + column;
    database.run(
        "create type if not exists labels_%s as enum (select distinct %s from data where %s is not null order by %s)"
            .formatted(text, text, text, text));
    return database.rows("select unnest(enum_range(null::labels_" + text + "))::varchar").stream()
        .map(row -> (String) row.getFirst())
        .toList();
  }

  /// The codes of a column whose labels have been asked for, in SQL.
  static String code(int column) {
    return "enum_code(c" + column + "::labels_c" + column + ")::integer";
  }

  /// Codes without the levels that no row has.
  static Feature.Categorical used(String name, int[] codes, List<String> levels) {
    int[] place = new int[levels.size()];
    for (int code : codes) {
      if (code >= 0) {
        place[code] = 1;
      }
    }
    var used = new ArrayList<String>();
    for (int code = 0; code < place.length; code++) {
      if (place[code] == 1) {
        place[code] = used.size();
        used.add(levels.get(code));
      }
    }
    int[] moved = used.size() == levels.size() ? codes : moved(codes, place);
    return new Feature.Categorical(name, moved, used);
  }

  private static int[] moved(int[] codes, int[] place) {
    int[] moved = new int[codes.length];
    for (int row = 0; row < codes.length; row++) {
      moved[row] = codes[row] < 0 ? -1 : place[codes[row]];
    }
    return moved;
  }
}
