package dev.plumb.exact;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// The functions of one or several texts. A function may call those above it; its steps are read
/// when it is first asked for.
///
/// A text holds entries: lines of documentation, which begin with `##`; a head at the left margin,
/// `float exp(a) within 1.1` (or `double`, or `both`; or `float part name(a)` for what only others
/// use); and indented steps.
final class Table {
  private static final Pattern HEAD =
      Pattern.compile(
          "(?m)^(?<docs>(?:##.*\\n)*)(?<precision>float|double|both) (?<part>part )?"
              + "(?<name>[a-z_0-9]+)\\((?<arguments>[a-z_, ]*)\\)(?: within (?<errors>[0-9., ]+))? *$");
  private static final Pattern MARGIN = Pattern.compile("(?m)^[^\\s#].*$");

  /// A function as text.
  ///
  /// @param from where its steps begin
  /// @param end where they end
  private record Entry(Header header, String text, int from, int end, int index) {}

  private record Key(String name, Precision precision) {}

  private final List<Entry> entries = new ArrayList<>();
  private final Map<Key, Entry> byName = new HashMap<>();
  private final Map<Key, Function> read = new ConcurrentHashMap<>();

  /// Adds the functions of a text.
  Table add(String text) {
    List<MatchResult> heads = HEAD.matcher(text).results().toList();
    long lines = MARGIN.matcher(text).results().count();
    if (lines != heads.size()) {
      throw notAHead(text);
    }
    for (int i = 0; i < heads.size(); i++) {
      int end = i + 1 < heads.size() ? heads.get(i + 1).start() : text.length();
      add(new Entry(header(text, heads.get(i)), text, heads.get(i).end(), end, entries.size()));
    }
    return this;
  }

  private static RuntimeException notAHead(String text) {
    Matcher line = MARGIN.matcher(text);
    int start = 0;
    while (line.find()) {
      start = line.start();
      if (!HEAD.matcher(line.group()).matches()) {
        break;
      }
    }
    return new Words(text, start, text.length())
        .error("expected the head of a function, such as: float exp(a) within 1.1");
  }

  private static Header header(String text, MatchResult head) {
    List<Precision> precisions =
        switch (head.group("precision")) {
          case "float" -> List.of(Precision.FLOAT);
          case "double" -> List.of(Precision.DOUBLE);
          default -> List.of(Precision.values());
        };
    boolean isPart = head.group("part") != null;
    List<Double> errors =
        head.group("errors") == null
            ? List.of()
            : Stream.of(head.group("errors").split(", *")).map(Double::valueOf).toList();
    if (errors.size() != (isPart ? 0 : precisions.size())) {
      throw new Words(text, head.start("precision"), text.length())
          .error(
              isPart
                  ? "a part has no error of its own"
                  : "expected 'within' and an error for each precision");
    }
    return new Header(
        head.group("name"),
        isPart,
        precisions,
        head.group("arguments").isBlank()
            ? List.of()
            : List.of(head.group("arguments").split(", *")),
        errors,
        head.group("docs").replaceAll("(?m)^## ?", "").strip());
  }

  private void add(Entry entry) {
    entries.add(entry);
    for (Precision precision : entry.header.precisions()) {
      if (byName.put(new Key(entry.header.name(), precision), entry) != null) {
        throw new Words(entry.text, entry.from, entry.end)
            .error("'" + entry.header.name() + "' is defined twice");
      }
    }
  }

  /// A function that is not a part.
  Optional<Function> find(String name, Precision precision) {
    var key = new Key(name, precision);
    return Optional.ofNullable(byName.get(key))
        .filter(entry -> !entry.header.isPart())
        .map(entry -> function(entry, precision));
  }

  /// Every function that is not a part, in the order of the text.
  List<Function> all() {
    return entries.stream()
        .filter(entry -> !entry.header.isPart())
        .flatMap(entry -> entry.header.precisions().stream().map(p -> function(entry, p)))
        .toList();
  }

  private Function function(Entry entry, Precision precision) {
    var key = new Key(entry.header.name(), precision);
    Function known = read.get(key);
    return known == null ? readNow(key, entry) : known;
  }

  private synchronized Function readNow(Key key, Entry entry) {
    Function known = read.get(key);
    if (known == null) {
      var words = new Words(entry.text, entry.from, entry.end);
      Precision precision = key.precision;
      known = Steps.function(entry.header, words, precision, name -> above(entry, name, precision));
      read.put(key, known);
    }
    return known;
  }

  private Optional<Function> above(Entry caller, String name, Precision precision) {
    return Optional.ofNullable(byName.get(new Key(name, precision)))
        .filter(entry -> entry.index < caller.index)
        .map(entry -> function(entry, precision));
  }
}
