package dev.plumb.training;

import dev.plumb.PlumbException;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// One comparison being run: all losses on all rows, then on every training fold.
final class Contest {
  private final Comparison options;
  private final Dataset data;
  private final List<Metric> panel;
  private final Workers workers;
  private final Watch watch;
  private final List<String> notes = new ArrayList<>();
  private final Map<Candidate, Tally> tallies = new ConcurrentHashMap<>();
  private final Set<Candidate> robustly = new LinkedHashSet<>();
  private Candidates candidates;
  private List<Candidate> running;
  private double spread;
  private double[] residuals = {};

  Contest(
      Comparison options,
      Dataset data,
      List<Metric> panel,
      Candidates candidates,
      Workers workers) {
    this.options = options;
    this.data = data;
    this.panel = panel;
    this.candidates = candidates;
    this.workers = workers;
    this.watch = new Watch(options.listener(), 1 + options.folds() * options.repeats());
  }

  /// What is gathered about one loss.
  ///
  /// @param reported with its parameters as they are reported
  /// @param metrics one row a metric of the panel, one number a fold
  /// @param residuals out of fold, of the first draw
  record Tally(
      Pairing reported,
      Influence influence,
      double[][] metrics,
      double[] residuals,
      List<ComparisonResult.CurvePoint> curve) {}

  ComparisonResult held() {
    onAllRows();
    for (int repeat = 0; repeat < options.repeats(); repeat++) {
      Folds folds = Folds.deal(data.target(), options.folds(), options.seed(), repeat);
      for (int fold = 0; fold < options.folds(); fold++) {
        onFold(folds, repeat, fold);
      }
    }
    if (running.isEmpty()) {
      throw new PlumbException("no loss could be trained: " + String.join(" ", notes));
    }
    watch.finished(running);
    return new Verdict(options, data, panel, running, tallies, watch, notes, spread, residuals)
        .result();
  }

  private void onAllRows() {
    var round = new Round(data, Design.all(data), new int[0], options, workers).prepared(false);
    spread = round.spread();
    residuals = data.target().kind().isClasses() ? residuals : round.residuals();
    candidates = candidates.distinct(data.target(), spread);
    notes.addAll(candidates.notes());
    running = candidates.list();
    int folds = options.folds() * options.repeats();
    for (Candidate candidate : running) {
      Pairing reported = candidate.reported(spread);
      if (!data.target().kind().isClasses() && Candidate.redescends(reported, spread)) {
        robustly.add(candidate);
      }
    }
    fitAll(
        round,
        "all rows",
        false,
        (candidate, fitted) ->
            tallies.put(
                candidate,
                new Tally(
                    fitted.pairing(),
                    round.influence(fitted),
                    new double[panel.size()][folds],
                    new double[data.target().kind().isClasses() ? 0 : data.rows()],
                    new ArrayList<>())),
        candidate -> candidate.reported(spread));
  }

  private void onFold(Folds folds, int repeat, int fold) {
    int[] heldOut = folds.heldOut(fold);
    boolean first = repeat == 0 && fold == 0;
    var round = new Round(data, folds.trained(fold), heldOut, options, workers).prepared(first);
    String part = "fold " + (fold + 1) + (options.repeats() > 1 ? " of draw " + (repeat + 1) : "");
    int at = repeat * options.folds() + fold;
    fitAll(
        round,
        part,
        first,
        (candidate, fitted) -> {
          Prediction prediction = round.predicted(fitted);
          Tally tally = tallies.get(candidate);
          for (int m = 0; m < panel.size(); m++) {
            tally.metrics()[m][at] = panel.get(m).of(prediction);
          }
          for (int i = 0; repeat == 0 && tally.residuals().length > 0 && i < heldOut.length; i++) {
            tally.residuals()[heldOut[i]] = prediction.targets()[i] - prediction.numbers()[i];
          }
          tally.curve().addAll(fitted.curve());
        },
        candidate -> candidate.at(round.spread()));
  }

  private interface Use {
    void of(Candidate candidate, Round.Fitted fitted);
  }

  private interface Shape {
    Pairing of(Candidate candidate);
  }

  /// Fits every loss that still runs. One that no one asked for and that meets a number that is not
  /// finite is left out from here on, with a note; one that was asked for stops the comparison.
  private void fitAll(Round round, String part, boolean curve, Use use, Shape shape) {
    var failures = new TrainingException[running.size()];
    Workers side = round.isLarge() ? Workers.NONE : workers;
    side.each(
        running.size(),
        i -> {
          Candidate candidate = running.get(i);
          watch.begins(candidate, part, running);
          try {
            Round.Fitted fitted =
                round.fit(shape.of(candidate), robustly.contains(candidate), curve);
            watch.ended(candidate, fitted.seconds());
            use.of(candidate, fitted);
          } catch (TrainingException failure) {
            failures[i] = failure;
          }
        });
    var left = new ArrayList<Candidate>();
    for (int i = 0; i < failures.length; i++) {
      if (failures[i] == null) {
        left.add(running.get(i));
      } else if (running.get(i).asked()) {
        throw failures[i];
      } else {
        notes.add("%s is left out.".formatted(failures[i].getMessage()));
      }
    }
    running = List.copyOf(left);
  }
}
