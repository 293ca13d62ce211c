package dev.plumb.training;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.formula.Numbers;
import dev.plumb.training.calibration.Calibration;
import dev.plumb.training.network.Architecture;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/// Answers "which loss should I train with on this data?": every loss is trained on the same folds,
/// and judged by the same metrics on the rows held out.
///
/// ```java
/// ComparisonResult result = Comparison.of(data).metric("mae").seed(1).run();
/// ```
///
/// The same data, options and seed give the same answer, but for the seconds it took, for any
/// number of threads.
public final class Comparison {
  /// Below so many rows folds are drawn [#REPEATS] times, for one draw says little.
  public static final int FEW_ROWS = 200;

  /// How often folds are drawn where rows are few.
  public static final int REPEATS = 10;

  private final Dataset data;
  private List<Loss> named = List.of();
  private List<Loss> fixed = List.of();
  private String metric;
  private int folds = 5;
  private OptionalInt repeats = OptionalInt.empty();
  private long seed;
  private String model = "linear";
  private Optional<Architecture> network = Optional.empty();
  private Optional<Penalty> penalty = Optional.empty();
  private Optimiser optimiser = new Optimiser.Lbfgs(200, 1e-5);
  private Arrangement arrangement = Arrangement.NONE;
  private ClassWeights classWeights = ClassWeights.NONE;
  private Optional<Calibration.Method> calibration = Optional.empty();
  private boolean tuned;
  private double holdOut;
  private int threads = Runtime.getRuntime().availableProcessors();
  private Progress.Listener listener = Progress.Listener.NONE;
  private KeptFit.Keeper keeper = KeptFit.Keeper.NONE;

  private Comparison(Dataset data) {
    this.data = data;
  }

  /// A comparison on this data.
  public static Comparison of(Dataset data) {
    return new Comparison(data);
  }

  /// Compares these losses, and not those of the catalogue that fit. A parameter in units of the
  /// residual that stands at its default is chosen from the data.
  public Comparison losses(List<Loss> losses) {
    named = List.copyOf(losses);
    return this;
  }

  /// Compares these losses too, exactly as they are: a user's own formula, or `huber(delta = 2)`.
  public Comparison also(List<Loss> losses) {
    fixed = List.copyOf(losses);
    return this;
  }

  /// The metric that ranks; unless told the first of [Metric#panel(Target)].
  public Comparison metric(String metric) {
    this.metric = metric;
    return this;
  }

  /// How many folds; 5 unless told.
  public Comparison folds(int folds) {
    this.folds = folds;
    return this;
  }

  /// How often the folds are drawn anew; unless told once, or [#REPEATS] times below [#FEW_ROWS]
  /// rows.
  public Comparison repeats(int repeats) {
    if (repeats < 1) {
      throw new PlumbException("folds are drawn at least once, not " + repeats + " times");
    }
    this.repeats = OptionalInt.of(repeats);
    return this;
  }

  /// The seed of the folds; 0 unless told.
  public Comparison seed(long seed) {
    this.seed = seed;
    return this;
  }

  /// The model that is trained: `linear`, or a network: `network(64, 32)`, trained by the usual
  /// [Recipe] from the seed, without a penalty unless one is told.
  ///
  /// @throws PlumbException for another
  public Comparison model(String model) {
    if (Architecture.isNetwork(model)) {
      network = Optional.of(Architecture.of(model));
    } else if (!model.equals("linear")) {
      throw new PlumbException("no model " + model + "; there are linear and network(64, 32)");
    }
    this.model = network.map(Architecture::text).orElse(model);
    return this;
  }

  /// The factor of ‖w‖²/2; unless told [Trainer#penalty(Target.Kind, int)].
  public Comparison penalty(double penalty) {
    return penalty(Penalty.l2(penalty));
  }

  /// What keeps weights small; unless told [Trainer#penalty(Target.Kind, int)].
  public Comparison penalty(Penalty penalty) {
    this.penalty = Optional.of(penalty);
    return this;
  }

  /// How weights are found; unless told by quasi-Newton steps to a tolerance of 1e-5, far below
  /// what a metric shows.
  public Comparison optimiser(Optimiser optimiser) {
    this.optimiser = optimiser;
    return this;
  }

  /// Deals folds in the order of time: each learns from the rows before those that it holds out,
  /// and from none behind them.
  ///
  /// @param moments one a row: any numbers that grow with time
  public Comparison time(double... moments) {
    arrangement = new Arrangement(moments.clone(), arrangement.groups());
    return this;
  }

  /// Deals whole groups: no fold learns from rows of a group that it holds out.
  ///
  /// @param groups the group of each row, any numbers
  public Comparison groups(double... groups) {
    arrangement = new Arrangement(arrangement.moments(), groups.clone());
    return this;
  }

  /// What a row of each class counts for in training, in the order of the class numbers, as in
  /// [Trainer#classWeights]; metrics count every row for what it is.
  public Comparison classWeights(double... weights) {
    classWeights = new ClassWeights(false, weights.clone());
    return this;
  }

  /// Gives every class of the rows that are learnt from the same weight in all, as
  /// [Trainer#balanced]; metrics count every row for what it is.
  public Comparison balanced() {
    classWeights = ClassWeights.BALANCED;
    return this;
  }

  /// Makes probabilities of scores, as [Trainer#calibrated]: learnt on [Calibrated#FOLDS] folds
  /// inside the rows that each fold learns from, so that what is held out judges the calibration
  /// too.
  public Comparison calibrated(Calibration.Method method) {
    calibration = Optional.of(method);
    return this;
  }

  /// Chooses the penalty, and parameters in units of the residual, by a cross-validation inside
  /// each training fold; so that what is held out judges the choice too.
  public Comparison tuned() {
    tuned = true;
    return this;
  }

  /// Sets a share of the rows apart before anything else: the latest in the order of time, whole
  /// groups, or rows by chance. The winner alone is judged on them, once, at the end.
  ///
  /// @param share above 0, at most one half
  public Comparison holdOut(double share) {
    if (!(share > 0 && share <= 0.5)) {
      throw new PlumbException(
          "the share held out for a final check is above 0 and at most 0.5, not " + share);
    }
    holdOut = share;
    return this;
  }

  /// How many threads; all processors unless told.
  public Comparison threads(int threads) {
    this.threads = threads;
    return this;
  }

  /// Who hears of the progress.
  public Comparison listener(Progress.Listener listener) {
    this.listener = listener;
    return this;
  }

  /// Who keeps every training that is done, and gives it back to a comparison that goes on.
  public Comparison keeper(KeptFit.Keeper keeper) {
    this.keeper = keeper;
    return this;
  }

  /// What tells this comparison from any other on the same data: all but its losses, their class
  /// weights, its metrics, calibration and threads, in words. Two of the same words train the same
  /// model on the same rows wherever they train the same loss.
  public String identity() {
    return String.join(
        "\n",
        "%d folds, %d times, from seed %d".formatted(folds, repeats(), seed),
        "rows %s, %s of them apart".formatted(arrangement.identity(), holdOut),
        "%s by %s, penalty %s".formatted(model, optimiser, penalty),
        tuned ? "tuned" : "not tuned");
  }

  /// Compares.
  ///
  /// @throws PlumbException when the data cannot be compared on: fewer rows than folds, a target
  ///   that never changes, a loss that was asked for and does not fit
  /// @throws TrainingException when a loss that was asked for met a number that is not finite
  public ComparisonResult run() {
    data.check();
    Target target = data.target();
    requireVariety(target);
    List<Metric> panel = Panel.of(target, metric, calibration.isPresent());
    arrangement.check(data);
    network(null, data.rows());
    classWeights.check(data);
    checkCalibration(target);
    Dataset all = data.evenly();
    if (holdOut == 0) {
      Candidates candidates = candidates(all);
      arrangement.deal(target, folds, seed, 0);
      try (Workers workers = Workers.of(threads)) {
        return new Contest(this, all, Design.all(all), arrangement, panel, candidates, workers)
            .held();
      }
    }
    return FinalCheck.of(this, all, arrangement, panel, holdOut, threads);
  }

  /// Which losses are compared on these data.
  Candidates candidates(Dataset data) {
    Target target = data.target();
    Optional<Loss> sought =
        Optional.ofNullable(metric).flatMap(name -> Metric.named(name, target).loss());
    Candidates fitting = Candidates.of(data, named, fixed, sought);
    Candidates trained = network.isPresent() ? fitting.meeting(NetworkTrainer::check) : fitting;
    Candidates weighed =
        trained.meeting(pairing ->
            classWeights.weighed(pairing.loss(), target, target.values(), data.weights()));
    return calibration
        .map(method -> weighed.meeting(pairing -> Calibrated.check(method, pairing)))
        .orElse(weighed);
  }

  private void checkCalibration(Target target) {
    if (calibration.isPresent() && network.isPresent()) {
      throw new PlumbException(
          "networks are trained without calibration; leave it out, or compare linear");
    }
    calibration.ifPresent(method -> Calibrated.check(target));
  }

  ClassWeights classWeights() {
    return classWeights;
  }

  Optional<Calibration.Method> calibration() {
    return calibration;
  }

  boolean isMetricNamed() {
    return metric != null;
  }

  boolean isTuned() {
    return tuned;
  }

  int folds() {
    return folds;
  }

  int repeats() {
    return arrangement.isDrawn() ? repeats.orElse(data.rows() < FEW_ROWS ? REPEATS : 1) : 1;
  }

  long seed() {
    return seed;
  }

  String model() {
    return model;
  }

  /// The trainer of the network of the model; empty where it is linear.
  ///
  /// @param told null for the penalty of this comparison
  /// @param rows that it is trained on
  Optional<NetworkTrainer> network(Penalty told, int rows) {
    Penalty one = told == null ? penalty.orElse(Penalty.NONE) : told;
    if (network.isPresent() && one.l1() != 0) {
      throw new PlumbException("networks are trained without l1; leave it out, or compare linear");
    }
    return network.map(
        n -> NetworkTrainer.of(n).recipe(Recipe.usual(rows, seed)).penalty(one.l2()));
  }

  Optimiser optimiser() {
    return optimiser;
  }

  Progress.Listener listener() {
    return listener;
  }

  KeptFit.Keeper keeper() {
    return keeper;
  }

  Penalty penalty(Target.Kind kind, int rows) {
    return penalty.orElseGet(() -> Penalty.l2(Trainer.penalty(kind, rows)));
  }

  private void requireVariety(Target target) {
    double first = target.values()[0];
    for (double value : target.values()) {
      if (value != first) {
        return;
      }
    }
    String what =
        target.kind().isClasses() ? target.labels().get((int) first) : Numbers.text(first);
    throw new PlumbException(
        "%s: the target %s is %s in every row, so there is nothing to learn"
            .formatted(data.name(), target.name(), what));
  }
}
