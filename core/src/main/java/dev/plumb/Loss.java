package dev.plumb;

import dev.plumb.calculus.Calculus;
import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import java.nio.file.Path;
import java.util.Optional;
import java.util.SequencedMap;

/// The loss of one sample: how wrong a prediction is.
///
/// Losses are immutable and thread-safe. A loss over data is a [Cost]: `huber.mean()`.
public interface Loss {
  /// The loss that the text names.
  ///
  /// @param text a catalogue name or alias (`huber`, `mse`), a call with parameters (`huber(delta =
  ///   2)`), a formula (`log(1 + (p - y)^2)`), a whole definition (`loss mine(p | y) = ...`), or
  ///   the path of a `.loss` file that holds one definition; then, if wanted, ` with ` and
  ///   modifiers: `huber with ignoring(-1)`, `... with class_weights(1, 2), label_smoothing(0.1)`
  /// @throws dev.plumb.formula.FormulaException with line, column and caret, when the text cannot
  ///   be read
  static Loss of(String text) {
    return of(text, Catalogue.builtin());
  }

  /// The loss that the text names, where a name is one of this catalogue: a user's own losses
  /// beside those of Plumb are `Catalogue.builtin().with(Catalogue.read(path))`.
  ///
  /// @param text as for [#of(String)]
  /// @throws dev.plumb.formula.FormulaException with line, column and caret, when the text cannot
  ///   be read
  static Loss of(String text, Catalogue catalogue) {
    return new LossText(catalogue).read(text);
  }

  /// The loss that the text names, where a name may also be one of a `.loss` file.
  ///
  /// @param text as for [#of(String)]
  /// @param file a file of losses
  /// @throws PlumbException when there is no such file
  /// @throws dev.plumb.formula.FormulaException with line, column and caret, when the text or the
  ///   file cannot be read
  static Loss of(String text, Path file) {
    return of(text, Catalogue.builtin().with(LossText.catalogue(file)));
  }

  /// The text of this loss, read: name, predictions, targets, parameters, domains, formula,
  /// documentation.
  Definition definition();

  /// The name in the catalogue, or `formula` for a loss that was given as a bare formula.
  default String name() {
    return definition().name();
  }

  /// What was derived from the formula; empty for a loss that is no formula.
  Optional<Calculus> calculus();

  /// The call that gives this loss back through [#of]: `huber(delta = 2)`; for a bare formula its
  /// text.
  String text();

  /// Values of the parameters, in the order of the definition.
  SequencedMap<String, Double> parameters();

  /// How many classes a row must have, which class weights fix; 0 where any number will do.
  default int classes() {
    return 0;
  }

  /// The same loss with another value of one parameter.
  ///
  /// @throws PlumbException when there is no such parameter, or the value is outside its domain
  Loss with(String parameter, double value);

  /// This loss as a function of raw scores on the whole real line: a prediction whose domain is
  /// bounded is replaced by its link (`[0, 1]` by sigmoid, a half line by exp, a simplex by
  /// softmax), and the derivatives are those of the composed formula. A loss whose predictions are
  /// unbounded already is returned as it is. Linear models and networks train this form.
  Loss onScores();

  /// The loss of one sample of a pointwise loss: predictions, then targets, in the order of the
  /// definition.
  double value(double... sample);

  /// Computes the outputs of the samples `from` to `to - 1`, unweighted, on the caller's thread.
  ///
  /// @throws PlumbException when the batch does not fit this loss or an array is too short
  void evaluate(Batch batch, int from, int to, Each each);

  /// Computes the outputs of the samples `from` to `to - 1` in float arrays, as the other one does
  /// in doubles.
  ///
  /// @throws PlumbException when the batch does not fit this loss or an array is too short
  default void evaluate(Batch batch, int from, int to, EachFloat each) {
    throw new PlumbException(name() + " gives its outputs in double only");
  }

  /// The loss of every sample.
  default void values(Batch batch, double[] each) {
    evaluate(batch, 0, batch.samples(), Each.values(each));
  }

  /// The loss of every sample, in float.
  default void values(Batch batch, float[] each) {
    evaluate(batch, 0, batch.samples(), EachFloat.values(each));
  }

  /// What the samples `from` to `to - 1` count for in the mean: their weights, times what their
  /// targets count for under class weights, and 0 where the target is ignored. The loss itself
  /// holds class weights already; these are what the sum is divided by.
  ///
  /// @param weights receives the weight of each sample, indexed like the batch
  default void weights(Batch batch, int from, int to, double[] weights) {
    for (int i = from; i < to; i++) {
      weights[i] = batch.weight(i);
    }
  }

  /// This loss with a weight for each class: a sample's loss is multiplied by the weight of its
  /// target, and the mean divides by the sum of those weights.
  ///
  /// Where the target is a number of a class, one of two values, or a row of probabilities, there
  /// is one weight a class, in their order. A target between 0 and 1 is a share of class 1. A loss
  /// that is a sum over the classes of the target's probability times a term, like cross-entropy,
  /// weighs each term by its class, also under label smoothing (as PyTorch does); any other is
  /// multiplied by the weights' mean under the target.
  ///
  /// @param weights none negative; from 2 to 64 of them. With more classes, give the weight of each
  ///   sample's class to the batch.
  /// @throws PlumbException when the target is of no class, or the weights do not fit
  default Loss classWeights(double... weights) {
    return ModifiedLoss.of(this, m -> m.classWeights(weights));
  }

  /// This loss without the samples of one target: they contribute exactly 0 to value, gradient and
  /// count, whatever their predictions hold, also NaN.
  ///
  /// @param label a target, in the domain (class 0 as padding) or outside it (-100)
  /// @throws PlumbException when the target is no single number, or the label is NaN
  default Loss ignoring(double label) {
    return ModifiedLoss.of(this, m -> m.ignoring(label));
  }

  /// This loss with a share of the target spread evenly over the classes: `(1 - share) * y + share
  /// / C`. A target between 0 and 1 has two classes. A loss of a class number becomes its mean
  /// under the smoothed target.
  ///
  /// @param share from 0 to 1
  /// @throws PlumbException when the loss is not defined for such a target
  default Loss labelSmoothing(double share) {
    return ModifiedLoss.of(this, m -> m.labelSmoothing(share));
  }

  /// Checks that every target and bounded prediction lies in its domain.
  ///
  /// @return what is wrong with the first sample that does not, or empty
  Optional<Violation> violation(Batch batch);

  /// A number outside its domain.
  ///
  /// @param sample the row number, from 0
  /// @param input the name of the input, `y`
  /// @param value the number found
  /// @param requirement what the loss requires: `[0, inf)`
  record Violation(int sample, String input, double value, String requirement) {}

  /// From scores to the response scale, in place: sigmoid for a binary cross-entropy, softmax for
  /// rows; the identity where the definition gives no response.
  ///
  /// @param scores one number a sample, or `classes` consecutive numbers a sample for a row loss
  /// @param classes the length of a row; 1 for a pointwise loss
  void respond(double[] scores, int classes);

  /// The constant score that minimises the cost over these targets: the intercept that training
  /// starts from. One number for a pointwise loss, `classes` numbers for a loss of rows.
  ///
  /// @param targets one target a sample (class numbers for a loss with `y in class`)
  /// @param weights sample weights, or null
  /// @param classes the length of a row; 1 for a pointwise loss
  double[] optimalConstant(double[] targets, double[] weights, int classes);

  /// True when scaling predictions, targets and this parameter together only scales the loss: the
  /// parameter is measured in units of the residual, like Huber's delta.
  boolean isResidualScale(String parameter);

  /// This loss under a reduction.
  default Cost cost(Reduction reduction) {
    return new Cost(this, reduction);
  }

  /// Σ w·loss / Σ w.
  default Cost mean() {
    return cost(Reduction.MEAN);
  }

  /// Σ w·loss.
  default Cost sum() {
    return cost(Reduction.SUM);
  }

  /// The square root of the mean.
  default Cost rootMean() {
    return cost(Reduction.ROOT_MEAN);
  }

  /// Σ w·loss / n.
  default Cost meanPerRow() {
    return cost(Reduction.MEAN_PER_ROW);
  }
}
