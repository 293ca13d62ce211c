package dev.plumb.tables;

import dev.plumb.tables.Load.Found;
import dev.plumb.tables.Load.Raw;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/// Finds what columns of text hold. The first rows suggest it, all rows confirm it.
///
/// A column holds numbers when every cell that is not missing is one; dates and booleans (`true`,
/// `false`) likewise. Where nearly all cells are numbers or dates, the others are taken for errors
/// and the first is complained about, because a column read as text by mistake would mislead in
/// silence. Otherwise it holds text.
///
/// Only what is nothing of that is asked whether it is written the way of some country, so that
/// other columns are read as quickly as without such a way.
final class TextTypes {
  /// From this share on, the rest of a column is an error.
  private static final double NEARLY_ALL = 0.8;

  /// From this share on, a column of text deserves a note.
  private static final double MANY = 0.5;

  private static final int FIRST_ROWS = 1_000;
  private static final List<Form> USUAL = List.of(Form.NUMBER, Form.DATE, Form.BOOLEAN);

  private final Database database;
  private final String scan;
  private final List<Raw> columns;
  private final List<Form> local;
  private final List<String> notes;
  private final Map<Raw, Tally> samples = new HashMap<>();
  private final Map<Raw, Tally> usual = new LinkedHashMap<>();
  private final Map<Raw, Tally> others = new LinkedHashMap<>();
  private final String first;
  private Punctuation punctuation;

  /// @param local the forms that such columns may have beside the usual ones
  TextTypes(
      Database database, String scan, List<Raw> columns, List<Form> local, List<String> notes) {
    this.database = database;
    this.scan = scan;
    this.columns = columns;
    this.local = local;
    this.notes = notes;
    this.first =
        "(select " + Load.names(columns.size()) + " from " + scan + " limit " + FIRST_ROWS + ")";
  }

  /// Reads the first rows, then all rows, and counts what may be what.
  TextTypes count() {
    List<Tally> asked =
        columns.stream().filter(Raw::untyped).map(raw -> Tally.of(raw, USUAL)).toList();
    List<Tally> sampled = count(asked, first);
    keep(sampled, samples);
    keep(count(sampled.stream().map(TextTypes::suspected).toList(), scan), usual);
    countOthers();
    return this;
  }

  private void countOthers() {
    List<Tally> asked =
        usual.values().stream()
            .filter(tally -> tally.present() > 0 && !tally.isSettled() && !local.isEmpty())
            .map(tally -> Tally.of(tally.column(), local))
            .toList();
    List<Tally> suspected =
        count(asked, first).stream()
            .map(TextTypes::suspected)
            .filter(tally -> !tally.forms().isEmpty())
            .toList();
    keep(count(suspected, scan), others);
    List<Raw> commas =
        others.values().stream()
            .filter(tally -> tally.share(Form.DECIMAL_COMMA) >= NEARLY_ALL)
            .map(Tally::column)
            .toList();
    punctuation = Punctuation.of(commas, database, scan);
  }

  private static void keep(List<Tally> tallies, Map<Raw, Tally> kept) {
    tallies.forEach(tally -> kept.put(tally.column(), tally));
  }

  private static Tally suspected(Tally sample) {
    return sample.of(
        sample.forms().stream().filter(form -> sample.share(form) >= NEARLY_ALL).toList());
  }

  /// Counts quickly, then once more where that leaves a doubt.
  private List<Tally> count(List<Tally> asked, String rows) {
    List<Tally> quick = Tally.count(asked, database, rows);
    List<Tally> doubtful = quick.stream().filter(Tally::isDoubtful).map(Tally::exactly).toList();
    var exact = Tally.count(doubtful, database, rows).iterator();
    return quick.stream().map(tally -> tally.isDoubtful() ? exact.next() : tally).toList();
  }

  /// What all columns hold, those that were known included.
  ///
  /// @throws dev.plumb.PlumbException when nearly all cells of a column are numbers or dates; names
  ///   the first other
  List<Found> find() {
    var found = new ArrayList<Found>();
    var commas = new ArrayList<String>();
    var thousands = new ArrayList<String>();
    var days = new ArrayList<String>();
    for (Raw raw : columns) {
      if (raw.untyped()) {
        Form form = form(raw);
        Optional<String> doubt = form == Form.TEXT ? doubt(raw) : Optional.empty();
        doubt.ifPresent(why -> notes.add("column " + raw.name() + " " + why));
        found.add(raw.found(form, doubt));
        switch (form) {
          case DECIMAL_COMMA -> commas.add(raw.name());
          case THOUSANDS -> thousands.add(raw.name());
          case DAY_FIRST -> days.add(raw.name());
          case NUMBER, DATE, BOOLEAN, TEXT, DRESSED -> {}
        }
      } else {
        found.add(raw.found());
      }
    }
    noteForm(commas, "decimal commas");
    noteForm(thousands, "commas between thousands");
    noteForm(days, "dates with the day first");
    return found;
  }

  private Form form(Raw raw) {
    if (usual.get(raw).present() == 0) {
      return Form.TEXT;
    }
    List<Share> shares = shares(raw);
    Optional<Share> whole = shares.stream().filter(share -> share.share() == 1).findFirst();
    if (whole.isPresent()) {
      return whole.get().form();
    }
    shares.stream()
        .filter(share -> share.share() >= NEARLY_ALL && share.form() != Form.BOOLEAN)
        .max(Comparator.comparingDouble(Share::share))
        .ifPresent(nearly -> {
          throw firstWrong(raw, nearly.form());
        });
    return Form.TEXT;
  }

  /// The share of the cells of a column that are of a form.
  private record Share(Form form, double share) {
    static Stream<Share> all(Tally tally) {
      return tally.forms().stream().map(form -> new Share(form, tally.share(form)));
    }
  }

  /// The shares of the forms that a column may have, the usual ones first.
  private List<Share> shares(Raw raw) {
    Stream<Share> more =
        Stream.ofNullable(others.get(raw))
            .filter(tally -> tally.present() > 0)
            .flatMap(Share::all)
            .filter(share -> isSure(share.form(), raw));
    return Stream.concat(Share.all(usual.get(raw)), more).toList();
  }

  /// Whether a column of such cells may be read so.
  private boolean isSure(Form form, Raw raw) {
    return switch (form) {
      case DECIMAL_COMMA -> punctuation.isDecimal(raw);
      case THOUSANDS -> others.get(raw).share(Form.DECIMAL_COMMA) < 1;
      case NUMBER, DATE, BOOLEAN, DAY_FIRST, TEXT -> true;
      case DRESSED -> false;
    };
  }

  /// Why a column of text may hold something else, as [Column#doubt].
  private Optional<String> doubt(Raw raw) {
    Tally all = usual.get(raw);
    if (all.present() == 0) {
      return Optional.empty();
    }
    double numbers =
        (all.forms().contains(Form.NUMBER) ? all : samples.get(raw)).share(Form.NUMBER);
    if (punctuation.hasCommas(raw) && others.get(raw).share(Form.DECIMAL_COMMA) == 1) {
      return readAsText("its commas may be decimal or separate thousands; write numbers as 1234.5");
    }
    if (numbers > MANY) {
      return readAsText(
          String.format(
              Locale.ROOT,
              "%.0f %% of its values are numbers, the others are not",
              Math.floor(100 * numbers)));
    }
    if (!others.containsKey(raw) || others.get(raw).share(Form.DRESSED) < NEARLY_ALL) {
      return Optional.empty();
    }
    var dressed = Dressed.of(raw, database, first);
    return dressed.isAlike()
        ? readAsText(
            dressed.words(raw.name(), database.place(), !local.contains(Form.DECIMAL_COMMA)))
        : Optional.empty();
  }

  private static Optional<String> readAsText(String why) {
    return Optional.of("is read as text: " + why);
  }

  private void noteForm(List<String> names, String what) {
    if (!names.isEmpty()) {
      boolean one = names.size() == 1;
      notes.add(
          "%s %s %s %s"
              .formatted(
                  one ? "column" : "columns", Table.some(names), one ? "holds" : "hold", what));
    }
  }

  private RuntimeException firstWrong(Raw column, Form form) {
    String wrong =
        """
        select row, cell(text) from (select row_number() over () as row, %s as text from %s)
        where cell(text) is not null and %s is null order by row limit 1\
        """
            .formatted(column.expression(), scan, form.from("text"));
    List<Object> first = database.rows(wrong).getFirst();
    return new Cell(database.place(), ((Number) first.get(0)).longValue(), column.name())
        .wrong(
            "\""
                + first.get(1)
                + "\" is not "
                + form.words()
                + "; correct it, or leave it empty if it is missing ("
                + Cell.MISSING
                + " count as missing too)");
  }
}
