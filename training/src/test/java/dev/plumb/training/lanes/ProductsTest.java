package dev.plumb.training.lanes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import dev.plumb.training.statistics.SplitMix;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Lanes and plain loops give the same bits.
class ProductsTest {
  private static final int STRIPS = 2;
  private static final int ROWS = STRIPS * Products.STRIP;
  private final SplitMix random = new SplitMix(9);
  private final Products plain = new PlainProducts();

  @Test
  void thisMachineHasLanes() {
    assertThat(Products.FASTEST).isInstanceOf(LaneProducts.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 3, 4, 5, 8, 11, 70})
  void everyFormGivesTheSameBits(int columns) {
    var lanes = new LaneProducts();
    double[] a = doubles(ROWS);
    double[][] tile = new double[columns][];
    Arrays.setAll(tile, j -> doubles(ROWS));
    double[][] sums = {new double[columns + 2], new double[columns + 2]};
    plain.add(a, tile, columns, sums[0], 1);
    lanes.add(a, tile, columns, sums[1], 1);
    assertThat(sums[1]).isEqualTo(sums[0]);

    float[] matrix = floats((columns + 1) * 3 * ROWS);
    double[] weights = doubles(columns);
    double[] start = doubles(3 * ROWS);
    double[][] scores = {start.clone(), start.clone()};
    plain.combine(weights, matrix, 5, STRIPS, scores[0], ROWS);
    lanes.combine(weights, matrix, 5, STRIPS, scores[1], ROWS);
    assertThat(scores[1]).isEqualTo(scores[0]);
    assertThat(Arrays.copyOf(scores[0], ROWS)).isEqualTo(Arrays.copyOf(start, ROWS));

    double[] before = doubles(columns * Products.SUMS);
    double[][] projected = {before.clone(), before.clone()};
    plain.project(a, 0, STRIPS, matrix, 5, columns, projected[0]);
    lanes.project(a, 0, STRIPS, matrix, 5, columns, projected[1]);
    assertThat(projected[1]).isEqualTo(projected[0]);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 7, 8, 21, 70})
  void floatsHaveTheSameBitsOnLanes(int columns) {
    float[] matrix = floats((columns + 1) * 3 * ROWS);
    float[] weights = floats(columns);
    float[] means = floats(columns);
    float[][] scores = {floats(2 * ROWS), null};
    scores[1] = scores[0].clone();
    float[] gradient = floats(2 * ROWS);
    float[][] lanes = {floats(columns * Products.FLOAT_SUMS), null};
    lanes[1] = lanes[0].clone();
    for (int k = 0; k < 2; k++) {
      Products products = k == 0 ? new PlainProducts() : new LaneProducts();
      products.combine(weights, means, matrix, 5, STRIPS, scores[k], ROWS);
      products.project(gradient, ROWS, STRIPS, means, matrix, 5, lanes[k]);
    }
    assertThat(scores[1]).isEqualTo(scores[0]);
    assertThat(lanes[1]).isEqualTo(lanes[0]);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 16, 48, 112})
  void distancesHaveTheSameBitsOnLanes(int count) {
    float[] values = floats(2 * ROWS);
    double[] weights = doubles(2 * ROWS);
    double[] start = doubles(3 * Products.DISTANCES);
    double[][] lanes = new double[4][];
    Arrays.setAll(lanes, k -> start.clone());
    for (int k = 0; k < 2; k++) {
      Products products = k == 0 ? plain : new LaneProducts();
      products.distances(values, 5, count, 0.25f, lanes[k]);
      products.distances(values, weights, 5, count, 0.25f, lanes[2 + k]);
    }
    assertThat(lanes[1]).isEqualTo(lanes[0]);
    assertThat(lanes[3]).isEqualTo(lanes[2]);
    double sum = 0;
    for (int i = 0; i < count; i++) {
      sum += values[5 + i] - 0.25;
    }
    double added = Arrays.stream(lanes[0], 0, 16).sum() - Arrays.stream(start, 0, 16).sum();
    assertThat(added).isCloseTo(sum, within(1e-13));
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 3, 16, 37})
  void copiesHaveAnotherNumberInPlaceOfEachMissingOne(int count) {
    float[] values = floats(ROWS);
    values[9] = values[20] = Float.NaN;
    values[10] = Float.POSITIVE_INFINITY;
    for (Products products : new Products[] {plain, new LaneProducts()}) {
      float[] copied = new float[ROWS];
      products.copy(values, 7, count, 0.5f, copied, 2);
      float[] expected = new float[ROWS];
      for (int i = 0; i < count; i++) {
        expected[2 + i] = Float.isNaN(values[7 + i]) ? 0.5f : values[7 + i];
      }
      assertThat(copied).isEqualTo(expected);
    }
  }

  @Test
  void productsAreSumsOfProducts() {
    double[] a = new double[ROWS];
    Arrays.setAll(a, i -> i);
    double[] sums = {5};
    Products.FASTEST.add(a, new double[][] {a}, 1, sums, 0);
    assertThat(sums[0]).isEqualTo(5 + 127 * 128 * 255 / 6);
    float[] ones = new float[ROWS];
    Arrays.fill(ones, 2);
    double[] lanes = new double[Products.SUMS];
    Products.FASTEST.project(a, 0, STRIPS, ones, 0, 1, lanes);
    assertThat(Products.join(lanes, 0)).isEqualTo(127 * 128);
    double[] to = new double[ROWS];
    Products.FASTEST.combine(new double[] {0.5}, ones, 0, STRIPS, to, 0);
    assertThat(to).containsOnly(1);
  }

  private double[] doubles(int count) {
    double[] numbers = new double[count];
    Arrays.setAll(numbers, i -> 2 * random.nextDouble() - 1);
    return numbers;
  }

  private float[] floats(int count) {
    var numbers = new float[count];
    for (int i = 0; i < count; i++) {
      numbers[i] = (float) random.nextDouble() - 0.5f;
    }
    return numbers;
  }
}
