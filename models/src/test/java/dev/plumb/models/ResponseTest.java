package dev.plumb.models;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Operation;
import dev.plumb.training.Dataset;
import dev.plumb.training.Model;
import dev.plumb.training.Optimiser;
import dev.plumb.training.Trainer;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/// Responses of one's own, in every operation of the language that ONNX can say.
class ResponseTest {
  private static final Set<String> WITHOUT_OPERATOR =
      Set.of(
          "lgamma",
          "digamma",
          "trigamma",
          "log_erfc",
          "log_half_erfc",
          "erfc_rate",
          "erfc_excess",
          "erfc_bend");

  static Stream<String> pointwise() {
    return Operation.all().stream()
        .filter(Operation::spreads)
        .filter(ResponseTest::hasOperators)
        .filter(operation -> !operation.name().equals("expm1_rest"))
        .map(operation ->
            switch (operation.name()) {
              case "if" -> "if z < 1 then z else 2 * z";
              case "less" -> "if z < 1 then 1 else 0";
              case "less_equal" -> "if z <= 1 then 1 else 0";
              case "greater" -> "if z > 1 then 1 else 0";
              case "greater_equal" -> "if z >= 1 then 1 else 0";
              case "equal" -> "if z == 1 then 1 else 0";
              case "not_equal" -> "if z != 1 then 1 else 0";
              case "and" -> "if z > 1 and z < 2 then 1 else 0";
              case "or" -> "if z < 1 or z > 2 then 1 else 0";
              case "not" -> "if not z < 1 then 1 else 0";
              case "add" -> "z + 1";
              case "subtract" -> "z - 1";
              case "multiply" -> "z * 2";
              case "divide" -> "z / 3";
              case "negate" -> "-z";
              case "power" -> "(1 + abs(z))^1.5";
              case "root_odds_pull", "root_odds_bend" ->
                  operation.name() + "(1 / (2 + abs(z)), 0.3)";
              default ->
                  switch (operation.arity()) {
                    case 1 -> operation.name() + "(1 + abs(z) / 8)";
                    case 2 -> operation.name() + "(1 + abs(z) / 8, 2)";
                    default -> operation.name() + "(z / 8, 1, 2)";
                  };
            });
  }

  /// Whether it is no function that ONNX lacks, nor made of one.
  private static boolean hasOperators(Operation operation) {
    return !WITHOUT_OPERATOR.contains(operation.name())
        && operation.meaning().stream()
            .flatMap(Formula::all)
            .noneMatch(f -> f instanceof Formula.Apply(var inner, _) && !hasOperators(inner));
  }

  @Test
  void the_operations_are_there() {
    assertThat(pointwise().count()).isGreaterThanOrEqualTo(50);
  }

  @ParameterizedTest
  @MethodSource("pointwise")
  void of_one_score(String response) {
    agree("loss mine(z | y) = (z - y)^2 response " + response, "diabetes.csv");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "softmax(z)",
        "exp(log_softmax(z))",
        "z - logsumexp(z)",
        "z - mean(z) + sum(z) + max(z) - min(z)",
        "onehot(argmax(z)) + onehot(argmin(z))",
        "z[1] + 0 * z",
        "z / length(z)",
        "index(z) + 0 * z",
        "across(if other(z) >= z then 1 else 0)",
        "across(other(z)) + z",
        "across(max(other(z) - z, 0))",
        "across(sum(z) * other(z) - 2 * z)",
      })
  void of_a_row_of_scores(String response) {
    agree("loss mine(z[] | y in class) = logsumexp(z) - z[y] response " + response, "rain.csv");
  }

  @ParameterizedTest
  @ValueSource(strings = {"lgamma", "digamma", "trigamma", "log_erfc", "erfc_rate", "erfc_bend"})
  void without_an_operator_is_refused(String operation) {
    Dataset data = Examples.of("diabetes.csv", "target");
    Model model = trained("loss mine(z | y) = (z - y)^2 response " + operation + "(exp(z))", data);
    assertThatThrownBy(() -> SavedModel.bytes(model, Card.of(data, model)))
        .isInstanceOf(PlumbException.class)
        .hasMessageContaining("uses " + operation + ", which ONNX has no operator for");
  }

  private static void agree(String loss, String file) {
    Dataset all = Examples.of(file, file.equals("rain.csv") ? "weather" : "target");
    Dataset data = Examples.few(all, 60);
    Model model = trained(loss, data);
    RuntimeTest.agree(model, data);
    byte[] bytes = SavedModel.bytes(model, Card.of(data, model));
    float[] served = SavedModel.of(bytes, "mine").predict(data.features(), data.rows()).values();
    double[] known = model.predict(data);
    for (int i = 0; i < served.length; i++) {
      assertThat((double) served[i])
          .as("%s, number %d", loss, i)
          .isCloseTo(
              known[i], org.assertj.core.api.Assertions.within(1e-5 * (1 + Math.abs(known[i]))));
    }
  }

  private static Model trained(String loss, Dataset data) {
    return Trainer.linear()
        .loss(Loss.of(loss))
        .optimiser(new Optimiser.Lbfgs(2, 1e-9))
        .threads(1)
        .fit(data)
        .model();
  }
}
