package dev.plumb.formula;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/// Near names: what a mistyped name may have meant.
public final class Near {
  private Near() {}

  /// At most three known names close to the wanted one, nearest first.
  public static List<String> names(String wanted, Collection<String> known) {
    int limit = Math.max(1, wanted.length() / 3);
    return known.stream()
        .distinct()
        .filter(name -> distance(wanted, name) <= limit || isPart(wanted, name))
        .sorted(Comparator.comparingInt((String n) -> distance(wanted, n)).thenComparing(n -> n))
        .limit(3)
        .toList();
  }

  /// `; did you mean huber?`, or nothing when no known name is near.
  public static String hint(String wanted, Collection<String> known) {
    List<String> near = names(wanted, known);
    return near.isEmpty()
        ? ""
        : near.stream().collect(Collectors.joining(" or ", "; did you mean ", "?"));
  }

  private static boolean isPart(String wanted, String name) {
    return wanted.length() >= 4
        && name.toLowerCase(Locale.ROOT).contains(wanted.toLowerCase(Locale.ROOT));
  }

  /// The number of insertions, deletions, replacements and swaps of neighbours between two names,
  /// case ignored (Damerau 1964, optimal string alignment).
  static int distance(String from, String to) {
    String a = from.toLowerCase(Locale.ROOT);
    String b = to.toLowerCase(Locale.ROOT);
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        cost[i][j] = i == 0 || j == 0 ? i + j : step(a, b, i, j, cost);
      }
    }
    return cost[a.length()][b.length()];
  }

  private static int step(String a, String b, int i, int j, int[][] cost) {
    int replaced = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
    int least = Math.min(replaced, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
    boolean swapped =
        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
    return swapped ? Math.min(least, cost[i - 2][j - 2] + 1) : least;
  }
}
