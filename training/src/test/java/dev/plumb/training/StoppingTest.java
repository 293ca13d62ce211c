package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.Loss;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoppingTest {
  private static final Dataset ALL = RealData.of("breast_cancer");

  @ParameterizedTest
  @ValueSource(strings = {"lbfgs", "newton", "proximal", "sgd", "adam"})
  void theBestModelByTheLossOfTheValidationRowsIsKept(String solver) {
    var heard = new ArrayList<TrainingStep>();
    Fit fit = trainer(solver).stopEarly(4).listener(heard::add).fit(part(0));
    double least = heard.stream().mapToDouble(TrainingStep::validationLoss).min().orElseThrow();
    assertThat(fit.last().validationLoss()).isEqualTo(least);
    assertThat(heard.size() - fit.steps().size()).isBetween(0, 4);
    Dataset validation = part(1);
    double[] scores = fit.model().scores(validation);
    double loss =
        Loss.of("sigmoid_cross_entropy")
            .mean()
            .of(dev.plumb.Batch.of(scores, validation.target().values()));
    assertThat(loss).isCloseTo(least, within(1e-12));
  }

  @Test
  void exactlyTheNamedMetricDecides() {
    var heard = new ArrayList<TrainingStep>();
    Fit fit = trainer("lbfgs").stopEarly("auc", 3).listener(heard::add).fit(part(0));
    assertThat(fit.reason()).isEqualTo("the metric on the validation rows no longer improves");
    double[] scores = fit.model().scores(part(1));
    double area = dev.plumb.training.statistics.Ranks.area(scores, part(1).target().values(), null);
    assertThat(area).isGreaterThan(0.99);
    assertThat(heard.size() - fit.steps().size()).isEqualTo(3);
  }

  @Test
  void withoutValidationRowsThereIsNothingToStopBy() {
    assertThatThrownBy(() -> Trainer.linear().loss(Loss.of("logistic")).stopEarly(3).fit(ALL))
        .hasMessage("early stopping needs validation rows: validation(data)");
    assertThatThrownBy(() -> trainer("lbfgs").stopEarly("auk", 3).fit(part(0)))
        .hasMessageContaining("no metric auk");
  }

  private static Trainer trainer(String solver) {
    return Trainer.linear()
        .loss(Loss.of("sigmoid_cross_entropy"))
        .penalty(0)
        .optimiser(Optimiser.named(solver, 0))
        .validation(part(1));
  }

  private static Dataset part(int half) {
    int[] rows = IntStream.range(0, ALL.rows()).filter(i -> i % 2 == half).toArray();
    List<Feature> features =
        ALL.features().stream()
            .<Feature>map(f -> {
              float[] values = ((Feature.Numeric) f).values();
              var some = new float[rows.length];
              IntStream.range(0, rows.length).forEach(i -> some[i] = values[rows[i]]);
              return new Feature.Numeric(f.name(), some);
            })
            .toList();
    double[] y = Arrays.stream(rows).mapToDouble(i -> ALL.target().values()[i]).toArray();
    return new Dataset(
        "half" + half,
        features,
        new Target("target", Target.Kind.TWO_CLASSES, y, ALL.target().labels()),
        null);
  }
}
