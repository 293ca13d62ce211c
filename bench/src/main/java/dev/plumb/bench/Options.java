package dev.plumb.bench;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/// What was asked for on the command line.
///
/// @param losses the losses, all where none is named
/// @param peers words of peers, or `all`, or `none`
/// @param sizes predictions of a case
/// @param classes lengths of rows
/// @param rounds how cases are timed
/// @param threads of each contender
/// @param check whether answers are compared only, and nothing is timed
/// @param variants whether Plumb's own variants are timed, instead of peers
/// @param cpu whether the time of a thread counts, not that on the wall
/// @param into the page that the table is written to as well
/// @param scripts the folder of TorchScripts
record Options(
    List<String> losses,
    List<String> peers,
    List<Integer> sizes,
    List<Integer> classes,
    Rounds rounds,
    int threads,
    boolean check,
    boolean variants,
    boolean cpu,
    Optional<Path> into,
    Path scripts) {
  static final List<String> LOSSES =
      List.of(
          "squared_error",
          "absolute_error",
          "huber",
          "quantile",
          "hinge",
          "sigmoid_cross_entropy",
          "log_cosh",
          "poisson",
          "focal",
          "sparse_softmax_cross_entropy");

  private static final String ALL_SIZES = "4096,65536,1048576,16777216,33554432";

  static final String USAGE =
      """
      bench/run [LOSS…] [OPTIONS]     all losses where none is named: %s
        --peers WORDS      all (default), none, or some of: lanes,loops,libtorch,torch,sklearn,nd4j,tribuo,smile
        --sizes NUMBERS    predictions of a case (default %s)
        --classes NUMBERS  lengths of rows (default 16,1000,131072)
        --rounds NUMBER    rounds in which contenders take turns (default 15)
        --seconds NUMBER   warm-up of each contender (default 2: lanes are compiled in the background)
        --threads NUMBER   threads of each contender that can have several (default 1)
        --variants         time Plumb's own variants: in place, value, hessian, off-heap
        --check            compare the answers, time nothing
        --cpu              count the time that the thread had a processor for: for a busy machine, one thread
        --into FILE        write the table into a page as well: --into README.md
        --vocabulary N,V,D  linear softmax cross-entropy of N samples, V classes, D features: fused, and dense where it fits
        --cold             formulas never seen before: text to kernel, first pass over 1,000,000 numbers, until steady
        --pass ROWS,COLUMNS/…  an iteration of linear training beside reading the matrix: 65536,1024/1000000,32
        --training LOSS,ROWS,COLUMNS/…  logistic, huber or quantile regression beside scikit-learn, Smile and Tribuo: logistic,1000000,28
      """
          .formatted(String.join(", ", LOSSES), ALL_SIZES);

  static Options read(Path scripts, List<String> words) {
    var losses = new ArrayList<String>();
    String peers = "all";
    String sizes = ALL_SIZES;
    String classes = "16,1000,131072";
    int rounds = 15;
    double seconds = 2;
    int threads = 1;
    boolean check = false;
    boolean variants = false;
    boolean cpu = false;
    Optional<Path> into = Optional.empty();
    for (var rest = words.iterator(); rest.hasNext(); ) {
      String word = rest.next();
      switch (word) {
        case "--peers" -> peers = rest.next();
        case "--sizes" -> sizes = rest.next();
        case "--classes" -> classes = rest.next();
        case "--rounds" -> rounds = Integer.parseInt(rest.next());
        case "--seconds" -> seconds = Double.parseDouble(rest.next());
        case "--threads" -> threads = Integer.parseInt(rest.next());
        case "--cpu" -> cpu = true;
        case "--into" -> into = Optional.of(Path.of(rest.next()));
        case "--check" -> check = true;
        case "--variants" -> variants = true;
        default -> losses.add(known(word));
      }
    }
    return new Options(
        losses.isEmpty() ? LOSSES : losses,
        List.of(peers.split(",")),
        numbers(sizes),
        numbers(classes),
        new Rounds(rounds, seconds, 0.01),
        threads,
        check,
        variants,
        cpu,
        into,
        scripts);
  }

  private static String known(String word) {
    if (!LOSSES.contains(word)) {
      throw new IllegalArgumentException("there is no " + word + " to measure");
    }
    return word;
  }

  private static List<Integer> numbers(String words) {
    return Stream.of(words.split(",")).map(Integer::valueOf).toList();
  }

  boolean wants(String peer) {
    return peers.contains("all") || peers.contains(peer);
  }

  /// The cases, the small ones of a loss first: its name, the length of a row, and the predictions.
  List<Shape> shapes() {
    var shapes = new ArrayList<Shape>();
    for (String loss : losses) {
      boolean rows = loss.equals("sparse_softmax_cross_entropy");
      for (int width : rows ? classes : List.of(1)) {
        for (int size : sizes) {
          // Hand-written ones take whole blocks of 64 rows where rows are short.
          int samples = width > 16 ? size / width : size / width / 64 * 64;
          if (samples >= 8) {
            shapes.add(new Shape(loss, width, samples * width));
          }
        }
      }
    }
    return shapes;
  }

  /// A case without its data.
  record Shape(String loss, int classes, int numbers) {
    Case data() {
      return Case.of(loss, classes, numbers);
    }
  }
}
