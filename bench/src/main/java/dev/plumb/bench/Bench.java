package dev.plumb.bench;

import dev.plumb.bench.Contender.Answer;
import dev.plumb.bench.Rounds.Times;
import dev.plumb.bench.training.PassRatio;
import dev.plumb.bench.training.Race;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.stream.Stream;

/// Plumb beside its peers, as a table in Markdown on standard output; what happens meanwhile on
/// standard error. Ends with 1 where answers differ, or a call of ours allocates.
public final class Bench {
  static final String BOUND = "triad";
  static final String OURS = "Plumb";

  /// Scores that fit into memory and an array.
  private static final long MOST_SCORES = 1 << 28;

  private final Options options;
  private final List<String> differences = new ArrayList<>();

  private Bench(Options options) {
    this.options = options;
  }

  public static void main(String... arguments) throws Exception {
    List<String> words = List.of(arguments);
    if (words.contains("--help")) {
      System.out.print(Options.USAGE);
      return;
    }
    Machine.business(); // Notes the load before anything is started.
    if (words.contains("--cpu")) {
      Clock.countThread();
    }
    if (words.contains("--vocabulary")) {
      List<Integer> numbers = Stream.of(words.getLast().split(",")).map(Integer::valueOf).toList();
      boolean dense = (long) numbers.get(0) * numbers.get(1) <= MOST_SCORES;
      var rounds = new Rounds(15, 5, 0.01);
      System.out.print(
          new Vocabulary(numbers.get(0), numbers.get(1), numbers.get(2), dense, rounds).table());
      return;
    }
    if (words.contains("--training")) {
      race(words.subList(1, words.size()));
      return;
    }
    if (words.contains("--pass")) {
      pass(words.subList(1, words.size()));
      return;
    }
    if (words.contains("--cold")) {
      System.out.printf(
          "%s · %s%n%n%s",
          Machine.name(), Machine.business(), new Cold(number(words, "--rounds", 7)).table());
      return;
    }
    Options options = Options.read(Path.of(words.getFirst()), words.subList(1, words.size()));
    var bench = new Bench(options);
    String table = options.variants() ? new Variants(options).table() : bench.table();
    System.out.println(table);
    if (options.into().isPresent()) {
      Page.write(options.into().get(), table);
    }
    bench.differences.forEach(System.err::println);
    System.exit(bench.differences.isEmpty() ? 0 : 1);
  }

  private static void race(List<String> words) {
    var race =
        new Race(
            number(words, "--rounds", 5),
            number(words, "--threads", 1),
            word(words, "--peers", "all"));
    var table = new Table();
    for (String problem : words.get(words.indexOf("--training") + 1).split("/")) {
      race.lines(problem).forEach(table::add);
    }
    System.out.printf(
        "%s · %d threads · %s · medians of %d rounds%n%n%s%n",
        Machine.name(), race.threads(), Machine.business(), race.rounds(), table.markdown());
  }

  private static void pass(List<String> words) {
    var table = new Table();
    for (String shape : words.get(words.indexOf("--pass") + 1).split("/")) {
      String[] numbers = shape.split(",");
      int rows = Integer.parseInt(numbers[0]);
      int columns = Integer.parseInt(numbers[1]);
      table.add(new PassRatio(rows, columns, number(words, "--rounds", 9)).line());
    }
    System.out.printf("%s · %s%n%n%s%n", Machine.name(), Machine.business(), table.markdown());
  }

  private static int number(List<String> words, String option, int otherwise) {
    return Integer.parseInt(word(words, option, Integer.toString(otherwise)));
  }

  private static String word(List<String> words, String option, String otherwise) {
    int at = words.indexOf(option);
    return at < 0 ? otherwise : words.get(at + 1);
  }

  private String table() throws Exception {
    List<Peer> peers = Peers.of(options);
    var table = new Table();
    for (Options.Shape shape : options.shapes()) {
      table.add(line(shape.data(), peers));
    }
    for (Peer peer : peers) {
      peer.close();
    }
    return heading(options, "Times of others are told as multiples of Plumb's.") + table.markdown();
  }

  static String heading(Options options, String meaning) {
    return """
    %s

    Value and gradient of the mean, float, %d thread%s%s. Medians of %d interleaved rounds; %s. "bound" \
    is Plumb's time over that of `a = b + s * c` on as many bytes, in the same rounds; "spread" the widest middle half of \
    all contenders. %s

    """
        .formatted(
            Machine.name(),
            options.threads(),
            options.threads() == 1 ? "" : "s",
            options.cpu() ? ", processor time of the thread" : "",
            options.rounds().count(),
            Machine.business(),
            meaning);
  }

  private SequencedMap<String, String> line(Case data, List<Peer> peers) {
    var contenders = new LinkedHashMap<String, Contender>();
    contenders.put(BOUND, Triad.of(data.bytes()));
    contenders.put(OURS, new Plumb(options.threads()).enter(data).orElseThrow());
    for (Peer peer : peers) {
      peer.enter(data).ifPresent(contender -> contenders.put(peer.name(), contender));
    }
    compare(data, contenders);
    SequencedMap<String, Times> times =
        options.check() ? new LinkedHashMap<>() : options.rounds().run(contenders);
    var line = start(data);
    if (options.check()) {
      contenders.sequencedKeySet().stream().skip(2).forEach(name -> line.put(name, "agrees"));
    } else {
      tell(data, contenders, times, line);
    }
    contenders.values().forEach(Contender::close);
    System.err.println(String.join("  ", line.values()));
    return line;
  }

  static SequencedMap<String, String> start(Case data) {
    var line = new LinkedHashMap<String, String>();
    line.put("loss", data.title());
    line.put("n", "%,d".formatted(data.samples()));
    return line;
  }

  /// Runs each once, and takes out those whose answers differ from ours.
  private void compare(Case data, SequencedMap<String, Contender> contenders) {
    contenders.get(OURS).nanoseconds(1);
    Answer ours = contenders.get(OURS).answer();
    for (String name : List.copyOf(contenders.sequencedKeySet()).subList(2, contenders.size())) {
      Contender other = contenders.get(name);
      other.nanoseconds(1);
      String difference = Agreement.difference(ours, other.answer(), other.tolerance());
      if (!difference.isEmpty()) {
        differences.add(
            "%s, n = %d: %s: %s".formatted(data.title(), data.samples(), name, difference));
        contenders.remove(name);
        other.close();
      }
    }
  }

  private void tell(
      Case data,
      SequencedMap<String, Contender> contenders,
      SequencedMap<String, Times> times,
      SequencedMap<String, String> line) {
    double ours = times.get(OURS).median();
    int numbers = data.predictions().length;
    line.put("ns a prediction", String.format(Locale.ROOT, "%.3f", ours / numbers));
    line.put("bound", Table.ratio(ours / times.get(BOUND).median()));
    long allocated = contenders.get(OURS).allocated();
    line.put("bytes a call", Long.toString(allocated));
    if (allocated > 0) {
      differences.add(
          "%s, n = %d: allocates %d bytes a call"
              .formatted(data.title(), data.samples(), allocated));
    }
    times.forEach((name, taken) -> {
      if (!name.equals(OURS) && !name.equals(BOUND)) {
        line.put(name, Table.ratio(taken.median() / ours) + "×");
      }
    });
    double spread = times.values().stream().mapToDouble(Times::spread).max().orElse(0);
    line.put("spread", String.format(Locale.ROOT, "%.0f %%", 100 * spread));
  }
}
