package dev.plumb.training;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Counts the fits of a comparison and estimates the time left: every loss is expected to take as
/// long for a row as it has taken on average, one not seen yet as long as the average of all. The
/// first fit of a loss is on all rows, the others are on those of a fold.
final class Watch {
  private final Progress.Listener listener;
  private final int rounds;
  private final double share;
  private final Map<Candidate, Integer> fits = new HashMap<>();
  private final Map<Candidate, Double> seconds = new HashMap<>();
  private final long start = System.nanoTime();
  private int done;

  /// @param rounds how often each loss is fitted
  /// @param share how much a fold is, in passes over all rows
  Watch(Progress.Listener listener, int rounds, double share) {
    this.listener = listener;
    this.rounds = rounds;
    this.share = share;
  }

  /// A fit begins.
  synchronized void begins(Candidate candidate, String part, List<Candidate> all) {
    String loss = candidate.pairing().loss().name();
    listener.at(new Progress(done, total(all), loss, part, left(all)));
  }

  /// A fit has ended.
  synchronized void ended(Candidate candidate, double took) {
    done++;
    fits.merge(candidate, 1, Integer::sum);
    seconds.merge(candidate, took, Double::sum);
  }

  /// Everything is done.
  synchronized void finished(List<Candidate> all) {
    listener.at(new Progress(done, total(all), "", "", 0));
  }

  /// The seconds that a loss was trained for.
  synchronized double seconds(Candidate candidate) {
    return seconds.getOrDefault(candidate, 0.0);
  }

  private int total(List<Candidate> all) {
    return Math.max(done, all.size() * rounds);
  }

  /// The work left at the pace so far, where the pace takes in what is not training: gathering
  /// rows, metrics.
  private double left(List<Candidate> all) {
    double trained = seconds.values().stream().mapToDouble(s -> s).sum();
    if (done == 0 || trained == 0) {
      return Double.NaN;
    }
    double work = fits.values().stream().mapToDouble(this::work).sum();
    double expected = 0;
    for (Candidate candidate : all) {
      int known = fits.getOrDefault(candidate, 0);
      double pace = known == 0 ? trained / work : seconds.get(candidate) / work(known);
      expected += pace * (work(rounds) - work(known));
    }
    double elapsed = (System.nanoTime() - start) / 1e9;
    return expected * elapsed / trained;
  }

  /// How much so many fits of a loss are, in passes over all rows.
  private double work(int fits) {
    return fits == 0 ? 0 : 1 + (fits - 1) * share;
  }
}
