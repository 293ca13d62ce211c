package dev.plumb.bench;

import dev.plumb.Batch;
import dev.plumb.Cost;
import dev.plumb.Loss;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.SequencedMap;
import java.util.function.DoubleSupplier;
import java.util.function.ToDoubleFunction;

/// What a formula costs that this program has never seen, in a machine that is warm: from its text
/// to a kernel that answers, its first pass over the data, and until passes are as fast as they
/// become.
///
/// @param rounds formulas of each kind that are measured; a few before them warm the machine
record Cold(int rounds) {
  private static final int WARMING = 2;
  private static final int SAMPLES = 1_000_000;
  private static final int CLASSES = 16;

  /// Seconds in which a kernel becomes as fast as it will.
  private static final double LONGEST = 8;

  /// A pass is steady that takes no longer than this many times the fastest.
  private static final double STEADY = 1.25;

  /// Kinds of formula; a constant makes each a new one.
  private static final List<Kind> KINDS =
      List.of(
          new Kind("(%s * (p - y))^2", 1),
          new Kind(
              "if abs(p - y) <= %1$s then (p - y)^2 / 2 else %1$s * (abs(p - y) - %1$s / 2)", 1),
          new Kind("softplus(%1$s * z) - %1$s * y * z", 1),
          new Kind("log(cosh(%s * (p - y)))", 1),
          new Kind("loss cold(z[] | y[] in simplex) = -sum(y * log(softmax(%s * z)))", CLASSES));

  private record Kind(String template, int classes) {
    String text(int round) {
      return template.formatted(String.format(Locale.ROOT, "%.4f", 0.5 + round * 0.0137));
    }
  }

  /// What one formula took, in nanoseconds.
  private record Times(double kernel, double first, double steady, double fastest) {}

  String table() {
    var table = new Table();
    for (Kind kind : KINDS) {
      for (int i = 0; i < WARMING; i++) {
        times(kind, i);
      }
      var all = new Times[rounds];
      Arrays.setAll(all, i -> times(kind, WARMING + i));
      var line = line(kind, all);
      System.err.println(String.join("  ", line.values()));
      table.add(line);
    }
    return table.markdown();
  }

  private static SequencedMap<String, String> line(Kind kind, Times[] all) {
    var line = new LinkedHashMap<String, String>();
    line.put("formula", "`%s`".formatted(kind.text(WARMING)));
    line.put("text to kernel", milliseconds(all, Times::kernel));
    line.put("first pass", milliseconds(all, Times::first));
    line.put("steady after", milliseconds(all, Times::steady));
    line.put("then a pass", milliseconds(all, Times::fastest));
    return line;
  }

  /// The median, and the longest.
  private static String milliseconds(Times[] all, ToDoubleFunction<Times> number) {
    double[] sorted = Arrays.stream(all).mapToDouble(number).sorted().toArray();
    return String.format(
        Locale.ROOT,
        "%.2f ms (%.2f)",
        sorted[sorted.length / 2] / 1e6,
        sorted[sorted.length - 1] / 1e6);
  }

  private static Times times(Kind kind, int round) {
    Batch small = batch(kind.classes(), kind.classes());
    Batch large = batch(SAMPLES / kind.classes() * kind.classes(), kind.classes());
    var slopes = new float[SAMPLES];
    var few = new float[kind.classes()];

    long began = System.nanoTime();
    Cost cost = Loss.of(kind.text(round)).mean().threads(1);
    double answer = cost.gradient(small, few);
    double kernel = System.nanoTime() - began;

    DoubleSupplier pass = () -> cost.gradient(large, slopes);
    long start = System.nanoTime();
    answer += pass.getAsDouble();
    double first = System.nanoTime() - start;
    if (Double.isNaN(answer)) {
      throw new IllegalStateException("no cost: " + kind.text(round));
    }
    return passes(pass, kernel, first);
  }

  /// Passes for so long that a kernel has become as fast as it will; when it first was.
  private static Times passes(DoubleSupplier pass, double kernel, double first) {
    int most = 1 << 16;
    var ends = new double[most];
    var took = new double[most];
    long start = System.nanoTime();
    double fastest = Double.MAX_VALUE;
    int count = 0;
    while (count < most && System.nanoTime() - start < LONGEST * 1e9) {
      long began = System.nanoTime();
      pass.getAsDouble();
      long ended = System.nanoTime();
      took[count] = ended - began;
      ends[count] = ended - start;
      fastest = Math.min(fastest, took[count]);
      count++;
    }
    int steady = 0;
    while (took[steady] > STEADY * fastest) {
      steady++;
    }
    return new Times(kernel, first, first + ends[steady], fastest);
  }

  private static Batch batch(int predictions, int classes) {
    var scores = new float[predictions];
    var targets = new float[predictions];
    for (int i = 0; i < predictions; i++) {
      scores[i] = (i % 97 - 48) / 16f;
      targets[i] = i % classes == 0 ? 1 : 0;
    }
    return classes == 1 ? Batch.of(scores, targets) : Batch.rows(scores, classes, targets);
  }
}
