package dev.plumb.bench;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/// Times contenders in turns: in each round every contender runs once, and each round begins with
/// another one, so that what the machine does meanwhile hits all alike.
///
/// @param count rounds that are counted
/// @param warmUp seconds for which each runs before
/// @param turn seconds that a turn takes at least
record Rounds(int count, double warmUp, double turn) {

  private static final double FASTER = 0.9;
  private static final int MOST = 10;
  private static final int MANY = 1 << 20;

  /// Times of a contender, in nanoseconds for one computation.
  record Times(double[] sorted) {
    double median() {
      int middle = sorted.length / 2;
      return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
    }

    /// The middle half of the times, as a share of the median.
    double spread() {
      return (sorted[sorted.length * 3 / 4] - sorted[sorted.length / 4]) / median();
    }
  }

  <K> SequencedMap<K, Times> run(SequencedMap<K, Contender> contenders) {
    List<Map.Entry<K, Contender>> order = List.copyOf(contenders.entrySet());
    int[] times = new int[order.size()];
    for (int k = 0; k < times.length; k++) {
      times[k] = warm(order.get(k).getValue());
    }
    double[][] taken = new double[order.size()][count];
    for (int round = 0; round < count; round++) {
      for (int turn = 0; turn < order.size(); turn++) {
        int k = (turn + round) % order.size();
        taken[k][round] = (double) order.get(k).getValue().nanoseconds(times[k]) / times[k];
      }
    }
    var results = new LinkedHashMap<K, Times>();
    for (int k = 0; k < times.length; k++) {
      Arrays.sort(taken[k]);
      results.put(order.get(k).getKey(), new Times(taken[k]));
    }
    return results;
  }

  /// Runs a contender until it is warm: for so many seconds, and then until a turn is no longer
  /// much faster than the best before; on a busy machine the compiler comes late.
  ///
  /// @return how often it computes in a turn
  private int warm(Contender contender) {
    int times = 1;
    double spent = 0;
    double best = Double.POSITIVE_INFINITY;
    double watched = 0;
    while (true) {
      double seconds = contender.nanoseconds(times) / 1e9;
      double once = seconds / times;
      spent += seconds;
      watched = once < best * FASTER ? 0 : watched + seconds;
      best = Math.min(best, once);
      if (spent >= warmUp && (watched >= warmUp / 2 || spent >= MOST * warmUp)) {
        return (int) Math.clamp(Math.ceil(turn / best), 1, MANY);
      }
      if (seconds < turn) {
        times = Math.min(2 * times, MANY);
      }
    }
  }
}
