package dev.plumb.formula;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;

/// The text of one loss, read: `name(predictions | targets; parameters) = formula where …` and its
/// clauses.
///
/// @param documentation the `##` lines above it, joined
/// @param name the name, `huber`
/// @param predictions what the loss is differentiated by
/// @param targets what is known
/// @param parameters hyper-parameters with their defaults
/// @param formula the formula, with `where` names already put in
/// @param bindings the `where` names, in order, for printing
/// @param response from a score to the response scale; absent where predictions are on that scale
/// @param estimates what minimising this loss estimates: "the mean"
/// @param also other names: aliases (`mse`) and names in words ("Huber loss")
/// @param examples worked values
/// @param sources where it comes from
/// @param common whether it is one that the introductions of the field name: compared by default
/// @param family the catalogue file it stands in: `regression`
public record Definition(
    String documentation,
    String name,
    List<Input> predictions,
    List<Input> targets,
    List<Parameter> parameters,
    Formula formula,
    Map<String, Formula> bindings,
    Optional<Formula> response,
    Optional<String> estimates,
    List<String> also,
    List<Example> examples,
    List<String> sources,
    boolean common,
    String family) {

  /// A prediction or a target.
  ///
  /// @param row whether it is a row of numbers, written `z[]`
  /// @param ignored a number, in the domain or not, that marks samples which count for nothing
  public record Input(String name, boolean row, Domain domain, OptionalDouble ignored) {
    public Input(String name, boolean row, Domain domain) {
      this(name, row, domain, OptionalDouble.empty());
    }

    /// Whether the number marks a sample that counts for nothing.
    public boolean ignores(double value) {
      return ignored.isPresent() && ignored.getAsDouble() == value;
    }
  }

  /// A hyper-parameter.
  public record Parameter(String name, double value, Domain domain) {}

  /// A worked value: `(3 | 1; delta = 1) = 1.5`. Each input is one number, or a row.
  public record Example(List<double[]> inputs, Map<String, Double> parameters, double value) {}

  /// Whether any input is a row, so that samples have a number of classes.
  public boolean hasRows() {
    return predictions.stream().anyMatch(Input::row) || targets.stream().anyMatch(Input::row);
  }
}
