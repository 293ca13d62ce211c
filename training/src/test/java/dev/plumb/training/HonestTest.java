package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.Loss;
import dev.plumb.training.statistics.SplitMix;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// A comparison that chooses inside its folds, and judges its winner on rows set apart.
class HonestTest {
  private static final List<Loss> LOSSES =
      List.of(Loss.of("squared_error"), Loss.of("huber"), Loss.of("tukey_biweight"));

  @Test
  void theWinnerIsJudgedOnRowsThatTookNoPart() {
    Dataset data = RealData.of("diabetes");
    ComparisonResult result = Comparison.of(data).losses(LOSSES).holdOut(0.2).seed(3).run();
    ComparisonResult.Check check = result.check().orElseThrow();
    assertThat(check.rows()).isBetween(80, 96);
    assertThat(result.rows()).isEqualTo(data.rows() - check.rows());
    assertThat(check.loss()).isEqualTo(result.ranking().getFirst().loss());
    assertThat(check.metrics()).containsKeys("mae", "rmse");
    double mae = result.ranking().getFirst().metrics().get("mae").mean();
    assertThat(check.metrics().get("mae")).isBetween(mae / 2, mae * 2);
  }

  @Test
  void rowsSetApartChangeNothingInTheComparison() {
    Dataset data = RealData.of("diabetes");
    Comparison comparison = Comparison.of(data).losses(LOSSES).time(days(data)).holdOut(0.25);
    ComparisonResult result = comparison.run();
    Dataset other = RealData.of("diabetes");
    int apart = result.check().orElseThrow().rows();
    for (int row = data.rows() - apart; row < data.rows(); row++) {
      other.target().values()[row] = 1e6;
    }
    ComparisonResult spoilt =
        Comparison.of(other).losses(LOSSES).time(days(data)).holdOut(0.25).run();
    for (int k = 0; k < LOSSES.size(); k++) {
      assertThat(spoilt.ranking().get(k).metrics()).isEqualTo(result.ranking().get(k).metrics());
      assertThat(spoilt.ranking().get(k).worstRows()).allMatch(row -> row <= data.rows() - apart);
    }
    assertThat(spoilt.check()).isNotEqualTo(result.check());
  }

  @Test
  void aPenaltyChosenInsideTheFoldsHelpsWhereColumnsAreManyAndRowsFew() {
    Dataset few = Samples.line(60, 25, 9);
    var random = new SplitMix(2);
    Arrays.setAll(few.target().values(), i -> 20 * Samples.normal(random));
    List<Loss> one = List.of(Loss.of("squared_error"));
    double plain = mae(Comparison.of(few).losses(one).repeats(2).run());
    double tuned = mae(Comparison.of(few).losses(one).repeats(2).tuned().run());
    assertThat(tuned).isLessThan(plain);
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 5})
  void threadsChangeNothing(int threads) {
    Dataset data = RealData.of("stackloss");
    Comparison comparison =
        Comparison.of(data).losses(LOSSES).repeats(3).folds(4).tuned().holdOut(0.2);
    ComparisonResult one = comparison.threads(1).run();
    ComparisonResult several = comparison.threads(threads).run();
    assertThat(several.check()).isEqualTo(one.check());
    for (int k = 0; k < LOSSES.size(); k++) {
      assertThat(several.ranking().get(k).loss()).isEqualTo(one.ranking().get(k).loss());
      assertThat(several.ranking().get(k).metrics()).isEqualTo(one.ranking().get(k).metrics());
      assertThat(several.ranking().get(k).group()).isEqualTo(one.ranking().get(k).group());
    }
  }

  @Test
  void groupsBeginWithTheBestAndGrow() {
    Dataset data = RealData.of("diabetes");
    List<Loss> low = List.of(Loss.of("quantile(quantile = 0.05)"));
    ComparisonResult result = Comparison.of(data).also(low).run();
    int[] groups = result.ranking().stream().mapToInt(ComparisonResult.Entry::group).toArray();
    assertThat(groups[0]).isEqualTo(1);
    assertThat(groups).isSorted();
    assertThat(groups[groups.length - 1]).isGreaterThan(1);
    result.ranking().stream()
        .filter(entry -> entry.group() == 1)
        .forEach(entry -> assertThat(entry.tied()).isTrue());
  }

  @Test
  void aShareHeldOutIsAtMostOneHalf() {
    assertThatThrownBy(() -> Comparison.of(RealData.of("engel")).holdOut(0.7))
        .hasMessage("the share held out for a final check is above 0 and at most 0.5, not 0.7");
  }

  private static double mae(ComparisonResult result) {
    return result.ranking().getFirst().metrics().get("mae").mean();
  }

  private static double[] days(Dataset data) {
    return IntStream.range(0, data.rows()).asDoubleStream().toArray();
  }
}
