package dev.plumb.training;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.Loss;
import dev.plumb.training.statistics.SplitMix;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.IntUnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class TelltaleTest {
  private static final int ROWS = 120;
  private static final double[] AMOUNTS = amounts(ROWS);

  @Test
  void aFlagTellsTwoClasses() {
    Target churn = classes(ROWS, 2, row -> row % 3 == 0 ? 1 : 0);
    tells(churn, numeric(row -> row % 3 == 0 ? 1 : 0));
    tells(churn, numeric(row -> row % 3 == 0 ? -7 : 1e6 + row));
    tellsNot(churn, numeric(row -> row % 3 == 0 && row != 60 ? 1 : 0));
    tellsNot(churn, numeric(row -> row % 3 == 0 && row != 60 ? 1 + row : -row));
    tellsNot(churn, numeric(row -> 5));
  }

  @Test
  void classesLieInIntervalsApart() {
    Target three = classes(ROWS, 4, row -> 3 - row % 3);
    tells(three, numeric(row -> row % 3 + (row % 10) * 0.09));
    tells(three, numeric(row -> new double[] {5, -2, 9}[row % 3]));
    tellsNot(three, numeric(row -> row % 3 + (row % 10) * 0.12));
    tellsNot(three, numeric(row -> row % 3 + (row % 10 == 9 ? 1 : 0)));
    tellsNot(three, numeric(row -> row % 3 == 1 ? 1 : 0));
  }

  @ParameterizedTest
  @EnumSource(names = {"TWO_CLASSES", "MANY_CLASSES", "ORDINAL"})
  void everyKindOfClassesIsTold(Target.Kind kind) {
    var target = new Target("y", kind, values(ROWS, row -> row % 2), List.of("no", "yes"));
    tells(target, numeric(row -> row % 2));
    tells(target, categorical(4, row -> row % 4));
    tellsNot(target, numeric(row -> row % 4 / 2));
    tellsNot(target, categorical(3, row -> row % 3));
  }

  @Test
  void aLevelHoldsOneClass() {
    Target three = classes(ROWS, 3, row -> row % 3);
    tells(three, categorical(3, row -> 2 - row % 3));
    tells(three, categorical(20, row -> row % 6));
    tellsNot(three, categorical(3, row -> row == 50 ? row % 3 : 2 - row % 3));
    tellsNot(three, categorical(1, row -> 0));
  }

  @Test
  void aNameForNearlyEveryRowIsNoFinding() {
    Target three = classes(ROWS, 3, row -> row % 3);
    tellsNot(three, categorical(ROWS, row -> row));
    tellsNot(three, categorical(15, row -> row % 15));
    tells(three, categorical(12, row -> row % 12));
  }

  @Test
  void fewRowsAgreeByChance() {
    tells(classes(20, 2, row -> row % 2), numeric(20, row -> row % 2));
    tellsNot(classes(19, 2, row -> row % 2), numeric(19, row -> row % 2));
    tellsNot(classes(19, 2, row -> row % 2), categorical(19, 2, row -> row % 2));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5})
  void aClassOfFewRowsIsNoEvidence(int few) {
    Target rare = classes(ROWS, 2, row -> row < few ? 1 : 0);
    assertThat(told(rare, numeric(row -> row < few ? 1 : 0))).isEqualTo(few == 5);
    assertThat(told(rare, categorical(2, row -> row < few ? 1 : 0))).isEqualTo(few == 5);
    Target beside = classes(ROWS, 3, row -> row < few ? 2 : row % 2);
    tells(beside, numeric(row -> row < few ? 2 : row % 2));
  }

  @Test
  void rowsOfClassesThatAreNearlyAloneDoNotCount() {
    tellsNot(
        classes(24, 14, row -> row < 12 ? row % 2 : row - 10),
        numeric(24, row -> row < 12 ? row % 2 : row));
    tells(
        classes(32, 14, row -> row < 20 ? row % 2 : row - 18),
        numeric(32, row -> row < 20 ? row % 2 : row));
  }

  @Test
  void missingRowsAreLeftOutWhereHalfRemain() {
    Target two = classes(ROWS, 2, row -> row % 2);
    tells(two, numeric(row -> row < 60 ? Double.NaN : row % 2));
    tellsNot(two, numeric(row -> row < 61 ? Double.NaN : row % 2));
    tells(two, categorical(2, row -> row < 60 ? -1 : row % 2));
    tellsNot(two, categorical(2, row -> row < 61 ? -1 : row % 2));
    tellsNot(two, numeric(row -> Double.NaN));
    tellsNot(amount(AMOUNTS), numeric(row -> Double.NaN));
    tells(amount(AMOUNTS), numeric(row -> row % 2 == 0 ? Double.NaN : 3 * AMOUNTS[row]));
  }

  @Test
  void rowsWithoutWeightDoNotCount() {
    Target two = classes(ROWS, 2, row -> row % 2);
    Feature spoilt = numeric(row -> row == 7 ? 0 : row % 2);
    Dataset data = data(two, spoilt);
    assertThat(Telltale.of(data.weights(values(ROWS, row -> 2)), all(data))).isEmpty();
    assertThat(Telltale.of(data.weights(values(ROWS, row -> row == 7 ? 0 : 2)), all(data)))
        .containsExactly(spoilt);
    Dataset few = data(two, numeric(row -> row % 2));
    assertThat(Telltale.of(few.weights(values(ROWS, row -> row < 19 ? 1 : 0)), all(few))).isEmpty();
  }

  @Test
  void onlyTheRowsThatTakePartAreLookedAt() {
    Feature spoilt = numeric(row -> row < 10 ? 0 : row % 2);
    Dataset data = data(classes(ROWS, 2, row -> row % 2), spoilt);
    assertThat(Telltale.of(data, all(data))).isEmpty();
    assertThat(Telltale.of(data, IntStream.range(10, ROWS).toArray())).containsExactly(spoilt);
  }

  @Test
  void anAmountInAnotherUnitTellsIt() {
    Target amount = amount(AMOUNTS);
    tells(amount, numeric(row -> AMOUNTS[row]));
    tells(amount, numeric(row -> 1.8 * AMOUNTS[row] + 32));
    tells(amount, numeric(row -> -AMOUNTS[row] / 1e9));
    tells(amount, numeric(row -> AMOUNTS[row] * 1e-30));
    tells(amount, numeric(row -> Math.rint(AMOUNTS[row] * 2.2 * 100) / 100));
    tells(amount(values(ROWS, row -> row % 4)), numeric(row -> row % 4 * 25));
    tells(amount(values(ROWS, row -> row % 2)), numeric(row -> row % 2));
  }

  @Test
  void whatIsMerelyNearAnAmountDoesNotTellIt() {
    Target amount = amount(AMOUNTS);
    tellsNot(amount, numeric(row -> AMOUNTS[row] * (1 + 0.001 * (row % 2))));
    tellsNot(amount, numeric(row -> Math.rint(AMOUNTS[row])));
    tellsNot(amount, numeric(row -> AMOUNTS[row] * AMOUNTS[row]));
    tellsNot(amount, numeric(row -> row == 50 ? 0 : AMOUNTS[row]));
    tellsNot(amount, numeric(row -> 5));
    tellsNot(amount, numeric(row -> row));
  }

  @Test
  void theRoundingOfAFloatIsForgivenAndNoMore() {
    double[] seconds = values(ROWS, row -> 1.7e9 + 3e7 * AMOUNTS[row] / 1000);
    tells(amount(seconds), numeric(row -> seconds[row]));
    tellsNot(amount(seconds), numeric(row -> seconds[row] + (row % 2 == 0 ? 9000 : 0)));
    double[] day = values(ROWS, row -> 1.7e9 + 86.4 * AMOUNTS[row]);
    tellsNot(amount(day), numeric(row -> day[row]));
    double[] mostlyNone = values(ROWS, row -> row % 5 == 0 ? 0.1 * row : 0);
    tells(amount(mostlyNone), numeric(row -> 1e6 + mostlyNone[row] * 12345.678));
    tellsNot(amount(mostlyNone), numeric(row -> 1e6 + mostlyNone[row] * 12345.678 + row % 2));
    double[] highUp = values(ROWS, row -> 1e9 + mostlyNone[row] / 1000);
    tells(amount(highUp), numeric(row -> mostlyNone[row]));
  }

  @Test
  void oneRowFarFromAllOthersMakesNoLine() {
    double[] far = AMOUNTS.clone();
    far[3] = 1e9;
    var random = new SplitMix(8);
    double[] others = values(ROWS, row -> 1000 * random.nextDouble());
    tellsNot(amount(far), numeric(row -> row == 3 ? 1e9 : others[row]));
    tells(amount(far), numeric(row -> far[row] / 3));
  }

  @ParameterizedTest
  @ValueSource(ints = {4, 5})
  void endsOfFewRowsAreNoEvidence(int few) {
    Target rare = amount(values(ROWS, row -> row < few ? 40 + row : 0));
    assertThat(told(rare, numeric(row -> row < few ? 40 + row : 0))).isEqualTo(few == 5);
    Target common = amount(values(ROWS, row -> row < few ? 0 : 1));
    assertThat(told(common, numeric(row -> row < few ? 0 : 3))).isEqualTo(few == 5);
  }

  @Test
  void aConstantPartOfAnAmountIsNoLine() {
    Target amount = amount(values(ROWS, row -> row < 60 ? AMOUNTS[row] : 7));
    tellsNot(amount, numeric(row -> row < 60 ? Double.NaN : row));
    tellsNot(amount(AMOUNTS, 19), numeric(19, row -> 2 * AMOUNTS[row]));
    tells(amount(AMOUNTS, 20), numeric(20, row -> 2 * AMOUNTS[row]));
  }

  @Test
  void aLevelHoldsOneAmount() {
    Target price = amount(values(ROWS, row -> 10.5 * (row % 6)));
    tells(price, categorical(6, row -> 5 - row % 6));
    tells(price, categorical(12, row -> row % 12));
    tellsNot(price, categorical(15, row -> row % 30 / 2));
    tellsNot(price, categorical(30, row -> row % 30));
    tellsNot(price, categorical(6, row -> row == 70 ? 0 : 5 - row % 6));
    tellsNot(amount(values(ROWS, row -> 10.5 * (row % 5))), categorical(5, row -> row % 5));
  }

  @Test
  void aContradictionInAnyOfManyRowsIsFound() {
    int many = 50_000;
    Target two = classes(many, 2, row -> row / (many / 2));
    tells(two, numeric(many, row -> row));
    double[] amounts = amounts(many);
    for (int odd : new int[] {0, 1, 777, many - 1}) {
      tellsNot(two, numeric(many, row -> row == odd ? many - 1 - row : row));
      tellsNot(two, categorical(many, 2, row -> (row == odd ? many - 1 - row : row) / (many / 2)));
      tellsNot(amount(amounts), numeric(many, row -> amounts[row] + (row == odd ? 1 : 0)));
    }
  }

  @Test
  void aNoteNamesThreeColumnsAndCountsTheOthers() {
    Target churn = classes(ROWS, 2, row -> row % 2);
    Dataset one = data(churn, numeric("churn_flag", row -> row % 2), numeric("age", row -> row));
    assertThat(Telltale.notes(one, all(one)))
        .containsExactly(
            "Column churn_flag alone tells y in every row that has it: if it is known only afterwards, leave it out (--exclude churn_flag).");
    assertThat(note(2))
        .isEqualTo(
            "Each of the columns flag 0 and it's 1 alone tells y in every row that has it: leave out what is known only afterwards (--exclude 'flag 0','it'\\''s 1').");
    assertThat(note(3)).contains("columns flag 0, it's 1 and flag_2 alone").contains(",flag_2).");
    assertThat(note(4)).contains("columns flag 0, it's 1, flag_2 and 1 other alone");
    assertThat(note(5)).contains("flag_2 and 2 others alone").endsWith(",flag_2,…).");
    Dataset none = data(churn, numeric("age", row -> row));
    assertThat(Telltale.notes(none, all(none))).isEmpty();
  }

  private static String note(int columns) {
    var names = List.of("flag 0", "it's 1", "flag_2", "flag_3", "flag_4");
    Feature[] flags =
        names.stream()
            .limit(columns)
            .map(name -> numeric(name, row -> row % 2))
            .toArray(Feature[]::new);
    Dataset data = data(classes(ROWS, 2, row -> row % 2), flags);
    return Telltale.notes(data, all(data)).getFirst();
  }

  static Stream<Dataset> realData() {
    return Stream.concat(
        RealData.NAMES.stream().map(RealData::of),
        Stream.of(
            RealData.weather(),
            RealData.classes("rain", "weather"),
            RealData.classes("rain", "rain_tomorrow"),
            RealData.amounts("rain", "precipitation"),
            RealData.amounts("rain", "temp_max")));
  }

  @ParameterizedTest
  @MethodSource("realData")
  void noColumnOfTheRealDataTellsTheTarget(Dataset data) {
    assertThat(Telltale.of(data, all(data))).isEmpty();
  }

  @Test
  void aComparisonNotesTheColumn() {
    Dataset diabetes = RealData.of("diabetes");
    double[] y = diabetes.target().values();
    Dataset spoilt = data(diabetes.target(), numeric("in_grams", y.length, row -> y[row] * 1000));
    List<Loss> one = List.of(Loss.of("squared_error"));
    assertThat(Comparison.of(spoilt).losses(one).run().notes())
        .anyMatch(note -> note.startsWith("Column in_grams alone tells target in every row"));
    assertThat(Comparison.of(spoilt).losses(one).holdOut(0.2).run().notes())
        .anyMatch(note -> note.startsWith("Column in_grams alone tells target in every row"));
    assertThat(Comparison.of(diabetes).losses(one).run().notes())
        .noneMatch(note -> note.contains("alone tells"));
  }

  private static void tells(Target target, Feature feature) {
    assertThat(told(target, feature)).as(feature.name()).isTrue();
  }

  private static void tellsNot(Target target, Feature feature) {
    assertThat(told(target, feature)).as(feature.name()).isFalse();
  }

  private static boolean told(Target target, Feature feature) {
    Dataset data = data(target, feature);
    return Telltale.of(data, all(data)).equals(List.of(feature));
  }

  private static Dataset data(Target target, Feature... features) {
    return new Dataset("drawn", List.of(features), target, null);
  }

  private static int[] all(Dataset data) {
    return IntStream.range(0, data.rows()).toArray();
  }

  private static Target classes(int rows, int classes, IntToDoubleFunction value) {
    List<String> labels = IntStream.range(0, classes).mapToObj(String::valueOf).toList();
    var kind = classes == 2 ? Target.Kind.TWO_CLASSES : Target.Kind.MANY_CLASSES;
    return new Target("y", kind, values(rows, value), labels);
  }

  private static Target amount(double[] values) {
    return new Target("y", Target.Kind.NUMBER, values, List.of());
  }

  private static Target amount(double[] values, int rows) {
    return amount(Arrays.copyOf(values, rows));
  }

  private static Feature numeric(IntToDoubleFunction value) {
    return numeric(ROWS, value);
  }

  private static Feature numeric(int rows, IntToDoubleFunction value) {
    return numeric("x", rows, value);
  }

  private static Feature numeric(String name, IntToDoubleFunction value) {
    return numeric(name, ROWS, value);
  }

  private static Feature numeric(String name, int rows, IntToDoubleFunction value) {
    var values = new float[rows];
    IntStream.range(0, rows).forEach(row -> values[row] = (float) value.applyAsDouble(row));
    return new Feature.Numeric(name, values);
  }

  private static Feature categorical(int levels, IntUnaryOperator code) {
    return categorical(ROWS, levels, code);
  }

  private static Feature categorical(int rows, int levels, IntUnaryOperator code) {
    List<String> names = IntStream.range(0, levels).mapToObj(level -> "level " + level).toList();
    return new Feature.Categorical("x", IntStream.range(0, rows).map(code).toArray(), names);
  }

  /// Amounts from 0 to 1000 that no pattern of the row tells.
  private static double[] amounts(int rows) {
    var random = new SplitMix(5);
    return values(rows, row -> 1000 * random.nextDouble());
  }

  private static double[] values(int rows, IntToDoubleFunction value) {
    return IntStream.range(0, rows).mapToDouble(value::applyAsDouble).toArray();
  }
}
