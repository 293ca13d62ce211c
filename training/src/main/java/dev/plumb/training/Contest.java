package dev.plumb.training;

import dev.plumb.PlumbException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/// One comparison being run: all losses on all rows, then on every training fold.
final class Contest {
  /// The part that is no fold.
  static final String ALL = "all rows";

  private final Comparison options;
  private final Dataset data;
  private final int[] rows;
  private final Arrangement arrangement;
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
      int[] rows,
      Arrangement arrangement,
      List<Metric> panel,
      Candidates candidates,
      Workers workers) {
    this.options = options;
    this.data = data;
    this.rows = rows;
    this.arrangement = arrangement;
    this.panel = panel;
    this.candidates = candidates;
    this.workers = workers;
    Metric ranking = panel.getFirst();
    notes.addAll(Telltale.notes(data, rows));
    notes.addAll(Scarce.notes(data.target(), rows, options.folds()));
    if (options.isMetricNamed() && !ranking.surrogate().isEmpty()) {
      notes.add(
          "%s has no slope to train by: %s.%s"
              .formatted(
                  ranking.text(),
                  ranking.surrogate(),
                  ranking.confusion().isPresent() && data.target().kind() == Target.Kind.TWO_CLASSES
                      ? " The score that divides the classes is chosen apart, on the rows learnt from."
                      : ""));
    }
    if (options.classWeights().areTold()) {
      notes.add("Classes are weighed in training alone: metrics count every row for what it is.");
    }
    options
        .calibration()
        .ifPresent(method ->
            notes.add(
                "Probabilities are calibrated by %s, on %d folds of the rows that each fold learns from."
                    .formatted(Calibrated.text(method), Calibrated.FOLDS)));
    int folds = options.folds();
    double passes = options.calibration().isPresent() ? 1 + Calibrating.passes() : 1;
    this.watch =
        new Watch(
            options.listener(), 1 + folds * options.repeats(), passes * (folds - 1.0) / folds);
  }

  /// What is gathered about one loss.
  ///
  /// @param reported with its parameters as they are reported
  /// @param choice what was chosen on all rows
  /// @param metrics one row a metric of the panel, one number a fold
  /// @param constants the ranking metric of one prediction for every row, one number a fold; NaN
  ///   where probabilities are calibrated
  /// @param residuals out of fold, of the first draw
  record Tally(
      Pairing reported,
      Choice choice,
      Influence influence,
      double[][] metrics,
      double[] constants,
      double[] residuals,
      List<ComparisonResult.CurvePoint> curve) {}

  ComparisonResult held() {
    boolean large = onAllRows();
    int count = options.folds() * options.repeats();
    var divisions = new Division[options.repeats()];
    Target target = rows.length == data.rows() ? data.target() : data.pick(rows).target();
    for (int repeat = 0; repeat < divisions.length; repeat++) {
      divisions[repeat] =
          new Division.Among(
              arrangement.of(rows).deal(target, options.folds(), options.seed(), repeat), rows);
    }
    Workers side = large ? Workers.NONE : workers;
    var failures = new Failures(count);
    side.each(count, at -> onFold(divisions[at / options.folds()], at, failures));
    running = failures.left(running, notes);
    if (running.isEmpty()) {
      throw new PlumbException("no loss could be trained: " + String.join(" ", notes));
    }
    watch.finished(running);
    return new Verdict(
            options,
            data,
            panel,
            running,
            tallies,
            watch,
            notes,
            spread,
            residuals,
            divisions[0].ratio(),
            arrangement.text(),
            rows.length)
        .result();
  }

  /// The loss that the ranking put first, by the text that is reported.
  Candidate named(String loss) {
    return running.stream()
        .filter(c -> tallies.get(c).reported().loss().text().equals(loss))
        .findFirst()
        .orElseThrow();
  }

  /// What a loss of the ranking was trained with on all rows.
  Tally tally(Candidate candidate) {
    return tallies.get(candidate);
  }

  /// Whether it starts at the absolute error's fit.
  boolean isRobust(Candidate candidate) {
    return robustly.contains(candidate);
  }

  /// @return whether the rows are so many that fits are not worth running side by side
  private boolean onAllRows() {
    var round = new Round(ALL, data, rows, new int[0], options, workers).prepared(false);
    spread = round.spread();
    residuals = data.target().kind().isClasses() ? residuals : spread(round.residuals());
    candidates = candidates.distinct(data.target(), spread);
    notes.addAll(candidates.notes());
    running = candidates.list();
    for (Candidate candidate : running) {
      Pairing reported = candidate.reported(spread);
      if (!data.target().kind().isClasses() && Candidate.redescends(reported, spread)) {
        robustly.add(candidate);
      }
    }
    int folds = options.folds() * options.repeats();
    var failures = new Failures(1);
    Tuning tuning = tuning(ALL, rows);
    fitAll(
        round,
        tuning,
        ALL,
        0,
        false,
        failures,
        (candidate, fitted, choice) -> {
          var outside = new double[data.target().kind().isClasses() ? 0 : data.rows()];
          Arrays.fill(outside, Double.NaN);
          tallies.put(
              candidate,
              new Tally(
                  candidate.reported(spread * choice.factor()),
                  choice,
                  round.influence(fitted),
                  new double[panel.size()][folds],
                  new double[folds],
                  outside,
                  new ArrayList<>()));
        },
        (candidate, choice) -> candidate.reported(spread * choice.factor()));
    running = failures.left(running, notes);
    return round.isLarge();
  }

  /// One number for each row of the data, NaN for those that take no part.
  private double[] spread(double[] numbers) {
    var all = new double[data.rows()];
    Arrays.fill(all, Double.NaN);
    for (int i = 0; i < rows.length; i++) {
      all[rows[i]] = numbers[i];
    }
    return all;
  }

  private Tuning tuning(String part, int[] rows) {
    return options.isTuned()
        ? new Tuning(part, data, rows, options, arrangement, panel.getFirst(), workers)
        : null;
  }

  private Calibrating calibrating(String part, int[] rows) {
    return options
        .calibration()
        .map(method -> new Calibrating(method, part, data, rows, options, arrangement, workers))
        .orElse(null);
  }

  private void onFold(Division division, int at, Failures failures) {
    int repeat = at / options.folds();
    int fold = at % options.folds();
    int[] trained = division.trained(fold);
    int[] heldOut = division.heldOut(fold);
    boolean first = at == 0;
    String part = "fold " + (fold + 1) + (options.repeats() > 1 ? " of draw " + (repeat + 1) : "");
    var round = new Round(part, data, trained, heldOut, options, workers).prepared(first);
    Calibrating calibrating = calibrating(part, trained);
    Shape shape = (candidate, choice) -> candidate.at(round.spread() * choice.factor());
    fitAll(
        round,
        tuning(part, trained),
        part,
        at,
        first,
        failures,
        (candidate, fitted, choice) -> {
          Prediction prediction =
              calibrating == null
                  ? round.predicted(fitted)
                  : round.predicted(fitted, calibrating.of(shape.of(candidate, choice), choice));
          Tally tally = tallies.get(candidate);
          for (int m = 0; m < panel.size(); m++) {
            tally.metrics()[m][at] = round.judged(fitted, panel.get(m), prediction);
          }
          tally.constants()[at] =
              calibrating == null ? round.constant(fitted.pairing(), panel.getFirst()) : Double.NaN;
          for (int i = 0; repeat == 0 && tally.residuals().length > 0 && i < heldOut.length; i++) {
            tally.residuals()[heldOut[i]] = prediction.targets()[i] - prediction.numbers()[i];
          }
          if (first) {
            tally.curve().addAll(fitted.curve());
          }
        },
        shape);
  }

  private boolean isOneFit() {
    return !options.isTuned() && options.calibration().isEmpty();
  }

  private interface Use {
    void of(Candidate candidate, Round.Fitted fitted, Choice choice);
  }

  private interface Shape {
    Pairing of(Candidate candidate, Choice choice);
  }

  /// Fits every loss that still runs.
  private void fitAll(
      Round round,
      Tuning tuning,
      String part,
      int at,
      boolean curve,
      Failures failures,
      Use use,
      Shape shape) {
    Workers side = round.isLarge() ? Workers.NONE : workers;
    List<Candidate> now = running;
    side.each(
        now.size(),
        i -> {
          Candidate candidate = now.get(i);
          if (failures.before(at, candidate)) {
            return;
          }
          watch.begins(candidate, part, now);
          long from = System.nanoTime();
          try {
            boolean robust = robustly.contains(candidate);
            Choice choice = tuning == null ? Choice.NONE : tuning.of(candidate, robust);
            Round.Fitted fitted =
                round.fit(shape.of(candidate, choice), choice.penalty(), robust, curve);
            use.of(candidate, fitted, choice);
            watch.ended(
                candidate, isOneFit() ? fitted.seconds() : (System.nanoTime() - from) / 1e9);
          } catch (TrainingException failure) {
            failures.add(at, candidate, failure);
          }
        });
  }
}
