package dev.plumb.training;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;

/// The answer to "which loss should I train with on this data?".
///
/// @param data the name of the data
/// @param target the target's name
/// @param kind what sort of target it is
/// @param metric the metric that ranks
/// @param model the model in words: `linear`
/// @param rows how many rows were used
/// @param features how many columns
/// @param folds of the cross-validation
/// @param repeats how often the folds were drawn anew
/// @param seed of the folds
/// @param metrics every metric of the panel, in order, the ranking one first
/// @param ranking best first
/// @param notes remarks on what was left out and why, each a sentence
/// @param advice one plain sentence of advice with its reason
/// @param arrangement how folds were dealt: `in the order of time`, `by groups`; empty by chance
/// @param classWeights what a row of each class counts for in training: `balanced`, `no=1,yes=5`;
///   empty where none are told
/// @param calibration how scores become probabilities: `platt`; empty where the response tells them
/// @param check of the winner on rows that took no part, where rows were held out for it
public record ComparisonResult(
    String data,
    String target,
    Target.Kind kind,
    String metric,
    String model,
    int rows,
    int features,
    int folds,
    int repeats,
    long seed,
    List<MetricDescription> metrics,
    List<Entry> ranking,
    List<String> notes,
    String advice,
    String arrangement,
    String classWeights,
    String calibration,
    Optional<Check> check) {

  /// The answer of a comparison on folds by chance, of classes that count for what they are,
  /// without a calibration or a final check.
  public ComparisonResult(
      String data,
      String target,
      Target.Kind kind,
      String metric,
      String model,
      int rows,
      int features,
      int folds,
      int repeats,
      long seed,
      List<MetricDescription> metrics,
      List<Entry> ranking,
      List<String> notes,
      String advice) {
    this(
        data,
        target,
        kind,
        metric,
        model,
        rows,
        features,
        folds,
        repeats,
        seed,
        metrics,
        ranking,
        notes,
        advice,
        "",
        "",
        "",
        Optional.empty());
  }

  /// How the winner does on rows that took no part in the comparison.
  ///
  /// @param loss the winner
  /// @param rows how many rows
  /// @param metrics by name
  public record Check(String loss, int rows, Map<String, Double> metrics) {}

  /// The same answer with a check of its winner.
  ComparisonResult with(Check check) {
    return new ComparisonResult(
        data,
        target,
        kind,
        metric,
        model,
        rows,
        features,
        folds,
        repeats,
        seed,
        metrics,
        ranking,
        notes,
        advice,
        arrangement,
        classWeights,
        calibration,
        Optional.of(check));
  }

  /// A metric of the panel.
  ///
  /// @param name `mae`
  /// @param words `mean absolute error`
  /// @param higherIsBetter its direction
  public record MetricDescription(String name, String words, boolean higherIsBetter) {}

  /// A metric's mean over folds and its standard error; NaN where the loss gives no such number.
  public record Score(double mean, double se) {}

  /// One loss in the ranking.
  ///
  /// @param loss its name with the chosen parameters: `huber(delta = 2.6)`
  /// @param formula its formula as text
  /// @param parameters the chosen parameters
  /// @param metrics by name
  /// @param tied not distinguishable from the best, paired over folds
  /// @param top1PercentShare the share of the summed absolute gradient carried by the 1 % of rows
  ///   with the largest, 0 to 1
  /// @param estimates what it estimates: "the median"; empty when not stated
  /// @param seconds spent training it
  /// @param learningCurve training cost against validation cost by iteration, of one fold
  /// @param worstRows the row numbers (from 1) that pull hardest, hardest first
  /// @param group from 1: losses of a group cannot be told apart from its first, by the same test
  public record Entry(
      String loss,
      String formula,
      SequencedMap<String, Double> parameters,
      Map<String, Score> metrics,
      boolean tied,
      double top1PercentShare,
      String estimates,
      double seconds,
      List<CurvePoint> learningCurve,
      List<Integer> worstRows,
      Residuals residuals,
      int group) {

    /// An entry of the first group when it is tied with the best, else of the second.
    public Entry(
        String loss,
        String formula,
        SequencedMap<String, Double> parameters,
        Map<String, Score> metrics,
        boolean tied,
        double top1PercentShare,
        String estimates,
        double seconds,
        List<CurvePoint> learningCurve,
        List<Integer> worstRows,
        Residuals residuals) {
      this(
          loss,
          formula,
          parameters,
          metrics,
          tied,
          top1PercentShare,
          estimates,
          seconds,
          learningCurve,
          worstRows,
          residuals,
          tied ? 1 : 2);
    }
  }

  /// One iteration of training: mean loss on the training fold, the penalty apart, and mean loss on
  /// the held-out fold.
  public record CurvePoint(
      int iteration, double trainingLoss, double penalty, double validationLoss) {}

  /// Out-of-fold residuals (target minus prediction on the response scale) as a histogram; empty
  /// arrays for classes.
  ///
  /// @param edges one more than counts
  public record Residuals(double[] edges, long[] counts) {}
}
