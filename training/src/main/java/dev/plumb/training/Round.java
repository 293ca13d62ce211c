package dev.plumb.training;

import dev.plumb.Loss;
import dev.plumb.formula.Printer;
import dev.plumb.training.ComparisonResult.CurvePoint;
import dev.plumb.training.calibration.Calibration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/// The fits of all losses on the same rows: on one training fold, or on all rows. The matrix is
/// gathered once and shared.
///
/// Amounts are first fitted under the absolute error. The spread of its residuals is the unit of
/// the losses' free parameters, and a loss with several minima starts there. Neither depends on
/// which losses are compared.
final class Round {
  /// Fewer blocks than this are not worth dividing: then whole fits run side by side.
  private static final int MANY = 4;

  private final String name;
  private final Dataset data;
  private final Design design;
  private final Design heldOut;
  private final Comparison options;
  private final Workers workers;
  private final Pairing absolute;
  private Fitted robust;
  private double spread = 1;

  /// A loss trained on the rows of a round.
  ///
  /// @param model of a linear model; null for a network
  /// @param network null for a linear model
  /// @param curve loss, penalty and held-out loss by iteration, where they were asked for
  /// @param seconds spent training
  record Fitted(
      Pairing pairing,
      Coefficients model,
      NetworkModel network,
      double[] point,
      List<CurvePoint> curve,
      double seconds) {}

  /// @param name of the rows, which no other rows of the comparison have
  /// @param heldOut rows that are predicted; empty for none
  Round(String name, Dataset data, int[] rows, int[] heldOut, Comparison options, Workers workers) {
    this.name = name;
    this.data = data;
    this.options = options;
    Encoding encoding = Encoding.of(data, rows, workers);
    this.design = Design.of(encoding, data, rows, workers);
    this.heldOut = heldOut.length == 0 ? null : Design.of(encoding, data, heldOut, workers);
    this.workers = isLarge() ? workers : Workers.NONE;
    this.absolute =
        data.target().kind().isClasses() ? null : Pairing.of(Loss.of("absolute_error"), data);
  }

  /// The folds of rows that are learnt from.
  ///
  /// @param name of the folds, which no others of the comparison have
  /// @param draw what tells these folds from others of the same rows
  static List<Round> inside(
      String name,
      Dataset data,
      int[] rows,
      Arrangement arrangement,
      int folds,
      int draw,
      Comparison options,
      Workers workers) {
    Dataset some = data.pick(rows);
    Division division = arrangement.of(rows).deal(some.target(), folds, options.seed(), draw);
    return IntStream.range(0, division.count())
        .mapToObj(fold ->
            new Round(
                    "%s fold %d".formatted(name, fold + 1),
                    some,
                    division.trained(fold),
                    division.heldOut(fold),
                    options,
                    workers)
                .prepared(false))
        .toList();
  }

  /// Whether fits divide their blocks among the threads, and not threads the fits.
  boolean isLarge() {
    return design.blocks() >= MANY;
  }

  /// Fits the absolute error, on which spread and robust starts rest.
  ///
  /// @param curve whether to record the iterations
  Round prepared(boolean curve) {
    if (absolute != null) {
      robust = trained(absolute, null, null, curve);
      boolean isMet = robust.point().length >= design.rows.length;
      spread =
          isMet
              ? Sample.spread(design.targets, design.weights)
              : ResidualSpread.of(residuals(), design.targets, design.weights);
    }
    return this;
  }

  /// A robust standard deviation of the residuals, or of the targets where there are as many
  /// weights as rows, so that residuals tell nothing; 1 for classes.
  double spread() {
    return spread;
  }

  /// The residuals of the absolute error's fit, target minus prediction.
  double[] residuals() {
    double[] scores = scores(robust);
    var residuals = new double[scores.length];
    Arrays.setAll(residuals, i -> design.targets[i] - scores[i]);
    return residuals;
  }

  /// Trains a loss under the class weights of the comparison; the absolute error is not trained
  /// twice.
  ///
  /// @param penalty null for that of the comparison
  /// @param robustly whether to start at the absolute error's fit
  /// @throws TrainingException at the first number that is not finite
  Fitted fit(Pairing given, Penalty penalty, boolean robustly, boolean curve) {
    Pairing pairing = given.with(weighed(given.loss()));
    Optional<NetworkTrainer> network = options.network(penalty, design.rows.length);
    if (network.isPresent()) {
      return trained(network.get(), pairing, curve);
    }
    if (penalty == null && robust != null && pairing.loss().text().equals(absolute.loss().text())) {
      return robust;
    }
    return trained(pairing, penalty, robustly ? robust.point() : null, curve);
  }

  private Loss weighed(Loss loss) {
    return options.classWeights().weighed(loss, data.target(), design.targets, design.weights);
  }

  /// What a fitted loss says about the rows held out.
  Prediction predicted(Fitted fitted) {
    double[] scores = heldOut(fitted).scores();
    return predicted(heldOut, fitted.pairing(), scores);
  }

  /// The same with the probabilities that a calibration makes of the scores.
  Prediction predicted(Fitted fitted, Calibration calibration) {
    double[] scores = heldOut(fitted).scores();
    calibration.respond(scores);
    return predicted(fitted).likely(scores);
  }

  /// The scores of the rows held out.
  HeldOut heldOut(Fitted fitted) {
    double[] scores =
        fitted.network() == null
            ? new MeanLoss(heldOut, fitted.pairing(), Penalty.NONE, workers, 1)
                .scores(fitted.model())
            : fitted.network().scores(data.pick(heldOut.rows));
    return new HeldOut(scores, heldOut.targets, heldOut.weights, fitted.pairing().outputs());
  }

  /// What a metric says of a fit on the rows held out. Where it counts right and wrong of two
  /// classes, the score that divides them is chosen on the rows that were learnt from.
  double judged(Fitted fitted, Metric metric, Prediction prediction) {
    return judged(metric, prediction, () -> predicted(design, fitted.pairing(), scores(fitted)));
  }

  private double judged(Metric metric, Prediction prediction, Supplier<Prediction> learnt) {
    if (metric.confusion().isEmpty() || data.target().kind() != Target.Kind.TWO_CLASSES) {
      return metric.of(prediction);
    }
    double threshold = Threshold.best(metric, learnt.get());
    return metric.confusion().get().applyAsDouble(Confusion.of(prediction.above(threshold)));
  }

  /// What a metric says on the rows held out of the best that a loss finds without any feature: one
  /// prediction for every row.
  double constant(Pairing pairing, Metric metric) {
    double[] best = Training.bestConstant(pairing, design.targets, design.weights);
    return judged(
        metric,
        predicted(heldOut, pairing, repeated(best, heldOut)),
        () -> predicted(design, pairing, repeated(best, design)));
  }

  private static double[] repeated(double[] scores, Design rows) {
    var all = new double[rows.rows.length * scores.length];
    Arrays.setAll(all, i -> scores[i % scores.length]);
    return all;
  }

  private Prediction predicted(Design rows, Pairing pairing, double[] scores) {
    return Prediction.of(pairing, data.target(), rows.targets, rows.weights, scores);
  }

  /// How hard each row pulls in a fit.
  Influence influence(Fitted fitted) {
    return Influence.of(design, fitted.pairing(), scores(fitted));
  }

  private double[] scores(Fitted fitted) {
    return fitted.network() == null
        ? new MeanLoss(design, fitted.pairing(), Penalty.NONE, workers).scores(fitted.model())
        : fitted.network().scores(data.pick(design.rows));
  }

  private Fitted trained(NetworkTrainer trainer, Pairing pairing, boolean curve) {
    Dataset learnt = data.pick(design.rows);
    KeptFit fit =
        kept(
            training(options.model(), pairing, Penalty.l2(trainer.penalty()), false, curve),
            points -> {
              if (curve && heldOut != null) {
                trainer.watched(data.pick(heldOut.rows));
              }
              NetworkFit trained = trainer.fit(pairing, learnt, workers);
              trained.steps().stream()
                  .filter(step -> step.validationLoss() == step.validationLoss())
                  .map(step ->
                      new CurvePoint(
                          step.iteration(), step.loss(), step.penalty(), step.validationLoss()))
                  .forEach(points::add);
              return trained.model().point();
            });
    NetworkModel model = trainer.model(pairing, learnt, fit.point());
    return new Fitted(pairing, null, model, null, fit.curve(), fit.seconds());
  }

  private Fitted trained(Pairing pairing, Penalty told, double[] start, boolean curve) {
    Penalty penalty =
        told == null ? options.penalty(data.target().kind(), design.rows.length) : told;
    var training = new Training(design, pairing, penalty, options.optimiser(), workers);
    KeptFit fit =
        kept(
            training("linear", pairing, penalty, start != null, curve),
            points -> {
              Training.Watcher watcher = watcher(pairing, curve, points);
              return (start == null ? training.run(watcher) : training.run(start, watcher)).point();
            });
    Coefficients model = training.layout().at(fit.point());
    return new Fitted(pairing, model, null, fit.point(), fit.curve(), fit.seconds());
  }

  private Training.Watcher watcher(Pairing pairing, boolean curve, List<CurvePoint> points) {
    if (!curve || heldOut == null) {
      return (iteration, objective, point) -> {};
    }
    var validation = new MeanLoss(heldOut, pairing, Penalty.NONE, workers, heldOut.weight());
    return (iteration, objective, point) ->
        points.add(
            new CurvePoint(
                iteration,
                objective.lastLoss(),
                objective.lastPenalty(),
                validation.of(objective.layout().at(point))));
  }

  /// Trains, unless that was done before.
  ///
  /// @param train adds to the curve, and gives the point where it ended
  private KeptFit kept(String training, Function<List<CurvePoint>, double[]> train) {
    return options
        .keeper()
        .kept(training)
        .orElseGet(() -> {
          long from = System.nanoTime();
          var curve = new ArrayList<CurvePoint>();
          double[] point = train.apply(curve);
          var fit = new KeptFit(point, curve, (System.nanoTime() - from) / 1e9);
          options.keeper().keep(training, fit);
          return fit;
        });
  }

  /// What tells a training from any other of the comparison.
  private String training(
      String model, Pairing pairing, Penalty penalty, boolean robustly, boolean curve) {
    Loss loss = pairing.loss();
    return "%s: %s, %s = %s, %s, %s, %s, %s%s"
        .formatted(
            name,
            model,
            loss.name(),
            Printer.text(loss.definition().formula()),
            loss.parameters(),
            pairing.form(),
            penalty,
            robustly ? "from the absolute error's fit" : "from the best constant",
            curve ? ", with its curve" : "");
  }
}
