package dev.plumb.cli;

import dev.plumb.Loss;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// What a loss function is, on one page: `introduction.txt` with its table worked out by the
/// library.
final class Introduction {
  private static final double[] TAME = {10, 11, 12, 13, 14};
  private static final double[] WILD = {10, 11, 12, 13, 100};
  private static final List<String> LOSSES = List.of("squared_error", "absolute_error", "huber");

  private Introduction() {}

  static String page() {
    return Texts.read("introduction.txt").replace("{outlier}\n", table());
  }

  /// The best constant under each loss, without and with an outlier, and the outlier's share of the
  /// pull where the others balance.
  private static String table() {
    var lines = new ArrayList<String>();
    lines.add(row("trained with", "… 13 and 14", "… 13 and 100", "pull of 100"));
    for (String name : LOSSES) {
      Loss loss = Loss.of(name);
      lines.add(row(name, best(loss, TAME), best(loss, WILD), percent(pull(loss))));
    }
    return String.join("\n", lines) + "\n";
  }

  private static String best(Loss loss, double[] targets) {
    return Digits.rounded(loss.optimalConstant(targets, null, 1)[0], 4);
  }

  /// How much of all gradient the last sample has, when 12 is predicted for everyone.
  private static double pull(Loss loss) {
    double sum = 0;
    double last = 0;
    for (double target : WILD) {
      last = Math.abs(Curve.of(loss, new double[] {target}, 12).gradient()[0]);
      sum += last;
    }
    return last / sum;
  }

  private static String percent(double share) {
    return String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }

  private static String row(String name, String without, String with, String pull) {
    return "  %-16s %14s %15s %14s".formatted(name, without, with, pull);
  }
}
