package dev.plumb.training;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/// A comparison on a part of the rows, whose winner is then judged, once, on the others.
final class FinalCheck {
  private FinalCheck() {}

  /// @param share of the rows that take no part in the comparison
  static ComparisonResult of(
      Comparison options,
      Dataset data,
      Arrangement arrangement,
      List<Metric> panel,
      double share,
      int threads) {
    int[] apart = apart(data, arrangement, share, options.seed());
    int[] rest =
        IntStream.range(0, data.rows())
            .filter(row -> Arrays.binarySearch(apart, row) < 0)
            .toArray();
    Dataset some = data.pick(rest);
    Candidates candidates = options.candidates(some);
    arrangement.of(rest).deal(some.target(), options.folds(), options.seed(), 0);
    try (Workers workers = Workers.of(threads)) {
      var contest = new Contest(options, data, rest, arrangement, panel, candidates, workers);
      ComparisonResult result = contest.held();
      Candidate winner = contest.named(result.ranking().getFirst().loss());
      Contest.Tally tally = contest.tally(winner);
      var round = new Round(Contest.ALL, data, rest, apart, options, workers).prepared(false);
      Round.Fitted fitted =
          round.fit(tally.reported(), tally.choice().penalty(), contest.isRobust(winner), false);
      Prediction prediction =
          options
              .calibration()
              .map(method ->
                  new Calibrating(method, Contest.ALL, data, rest, options, arrangement, workers))
              .map(calibrating -> calibrating.of(tally.reported(), tally.choice()))
              .map(calibration -> round.predicted(fitted, calibration))
              .orElseGet(() -> round.predicted(fitted));
      Map<String, Double> metrics = new LinkedHashMap<>();
      panel.forEach(metric -> metrics.put(metric.text(), round.judged(fitted, metric, prediction)));
      return result.with(
          new ComparisonResult.Check(tally.reported().loss().text(), apart.length, metrics));
    }
  }

  /// The rows set apart, ascending.
  private static int[] apart(Dataset data, Arrangement arrangement, double share, long seed) {
    int parts = (int) Math.max(2, Math.round(1 / share));
    if (arrangement.isDrawn()) {
      return arrangement.deal(data.target(), parts, seed, -2).heldOut(0);
    }
    Division division = arrangement.deal(data.target(), parts - 1, seed, 0);
    return division.heldOut(division.count() - 1);
  }
}
