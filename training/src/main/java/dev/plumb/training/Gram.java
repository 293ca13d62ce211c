package dev.plumb.training;

import dev.plumb.training.lanes.Products;
import java.util.Arrays;
import java.util.List;

/// The sums of the products of a design's columns, weighted row by row, of which the curvature of a
/// linear model is made: those of the intercept, the standardised numbers and the levels, as one
/// triangle of numbers, row after row.
///
/// A block is read in tiles, whose standardised numbers stay in the second-level cache while every
/// pair of columns is multiplied.
final class Gram {
  /// Rows in a tile.
  static final int TILE = 128;

  private final Design design;
  private final List<Encoding.Scaled> numbers;
  private final int[] offsets;
  private final int size;
  private final double[][] tile;
  private final double[] bent = new double[TILE];

  Gram(Design design) {
    this.design = design;
    numbers = design.encoding.numbers();
    offsets = new int[design.categories];
    int at = 1 + numbers.size();
    for (int c = 0; c < offsets.length; c++) {
      offsets[c] = at;
      at += design.encoding.categories().get(c).levels().size();
    }
    size = at;
    tile = new double[numbers.size()][TILE];
  }

  /// How many sums a triangle of so many columns has.
  static int length(int columns) {
    return columns * (columns + 1) / 2;
  }

  /// Adds the sums of a block.
  ///
  /// @param weights of the rows of a block, 0 beyond them
  void add(int block, double[] weights, double[] sums, int at) {
    int stride = design.stride(block);
    for (int from = 0; from < design.count(block); from += TILE) {
      gather(block, from);
      double all = 0;
      for (int i = 0; i < TILE; i++) {
        all += weights[from + i];
      }
      sums[at] += all;
      for (int j = 0; j < tile.length; j++) {
        for (int i = 0; i < TILE; i++) {
          bent[i] = weights[from + i] * tile[j][i];
        }
        int row = at + length(j + 1);
        sums[row] += sum(bent);
        Products.FASTEST.add(bent, tile, j + 1, sums, row + 1);
        for (int c = 0; c < offsets.length; c++) {
          scatter(design.codes(block), c * stride + from, c, sums, at + 1 + j);
        }
      }
      for (int c = 0; c < offsets.length; c++) {
        levels(block, c, from, weights, sums, at);
      }
    }
  }

  private static double sum(double[] rows) {
    var lanes = new double[Products.SUMS];
    for (int i = 0; i < rows.length; i++) {
      lanes[i % Products.SUMS] += rows[i];
    }
    return Products.join(lanes, 0);
  }

  private void gather(int block, int from) {
    float[] values = design.numbers(block);
    for (int j = 0; j < tile.length; j++) {
      double mean = numbers.get(j).mean();
      double factor = 1 / numbers.get(j).deviation();
      double[] column = tile[j];
      for (int row = 0; row < TILE; row += Products.STRIP) {
        int place = design.place(j, from + row);
        for (int i = 0; i < Products.STRIP; i++) {
          column[row + i] = (values[place + i] - mean) * factor;
        }
      }
    }
  }

  /// Products of the bent number with the levels of a category.
  ///
  /// @param at the place of the number in the first row
  private void scatter(int[] codes, int from, int category, double[] sums, int at) {
    int levels = levels(category);
    int first = offsets[category];
    for (int i = 0; i < TILE; i++) {
      int code = codes[from + i];
      if (code < levels) {
        sums[at + length(first + code)] += bent[i];
      }
    }
  }

  /// Products of the levels of a category with the intercept, and with those of it and the
  /// categories before.
  private void levels(int block, int category, int from, double[] weights, double[] sums, int at) {
    int[] codes = design.codes(block);
    int stride = design.stride(block);
    for (int i = 0; i < TILE; i++) {
      int code = codes[category * stride + from + i];
      double weight = weights[from + i];
      if (code >= levels(category) || weight == 0) {
        continue;
      }
      int row = at + length(offsets[category] + code);
      sums[row] += weight;
      for (int other = 0; other <= category; other++) {
        int level = codes[other * stride + from + i];
        if (level < levels(other)) {
          sums[row + offsets[other] + level] += weight;
        }
      }
    }
  }

  private int levels(int category) {
    return design.encoding.categories().get(category).levels().size();
  }

  /// Unpacks a triangle into the lower half of a matrix, divided by the weight and in the units of
  /// variables.
  ///
  /// @param units one a variable: 1 for intercept and numbers
  static void unpack(double[] sums, int at, double weight, double[] units, double[][] matrix) {
    for (int i = 0; i < matrix.length; i++) {
      Arrays.fill(matrix[i], 0);
      for (int j = 0; j <= i; j++) {
        matrix[i][j] = sums[at++] * units[i] * units[j] / weight;
      }
    }
  }
}
