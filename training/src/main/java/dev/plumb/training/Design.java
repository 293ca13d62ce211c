package dev.plumb.training;

import dev.plumb.training.lanes.Products;
import java.util.Arrays;
import java.util.List;

/// The rows that a model is trained on or asked about, as an encoding reads them.
///
/// Rows are cut into blocks, whose size depends on the number of columns alone, and blocks into
/// strips of [Products#STRIP] rows, in which the numbers lie column by column: a pass over the data
/// reads memory from end to end, and a few strips stay in the second-level cache while they are
/// read twice. The last block is padded to whole chunks.
///
/// Numbers keep their own units, in float; centring and scaling are part of the weights, in double,
/// so nothing is rounded twice.
final class Design {
  private static final int CHUNKS = 8;
  private static final int WIDE = 64;

  /// Numbers in a line of the cache.
  private static final int LINE = 16;

  final Encoding encoding;
  final int[] rows;
  final double[] targets;
  final double[] weights;

  /// How many numbers and categories a row has.
  final int numbers;

  final int categories;

  private final int rowsPerBlock;
  private final float[][] numberBlocks;
  private final int[][] codeBlocks;

  private Design(Encoding encoding, int[] rows, double[] targets, double[] weights) {
    this.encoding = encoding;
    this.rows = rows;
    this.targets = targets;
    this.weights = weights;
    numbers = encoding.numbers().size();
    categories = encoding.categories().size();
    rowsPerBlock = chunksPerBlock(numbers + categories) * Columns.CHUNK;
    numberBlocks = new float[blocks()][];
    codeBlocks = new int[blocks()][];
  }

  /// Gathers rows of the data.
  ///
  /// @param rows row numbers from 0
  /// @throws dev.plumb.PlumbException when a feature that the encoding reads is not there
  static Design of(Encoding encoding, Dataset data, int[] rows, Workers workers) {
    double[] values = data.target().values();
    double[] all = data.weights();
    var design = new Design(encoding, rows, of(values, rows), all == null ? null : of(all, rows));
    var source = new Source(encoding, data);
    workers.each(
        design.blocks(),
        block -> {
          boolean consecutive =
              areConsecutive(rows, block * design.rowsPerBlock, design.count(block));
          design.gather(
              block,
              new Reading() {
                @Override
                public void numbers(int column, int from, int count, float[] to, int at) {
                  source.numbers(column, rows, from, count, consecutive, to, at);
                }

                @Override
                public void codes(int category, int from, int count, int[] to, int at) {
                  source.codes(category, rows, from, count, to, at);
                }
              });
        });
    return design;
  }

  /// One a row of the data; itself where the rows are all.
  private static double[] of(double[] values, int[] rows) {
    if (rows.length == values.length && areConsecutive(rows, 0, rows.length)) {
      return values;
    }
    var some = new double[rows.length];
    for (int i = 0; i < some.length; i++) {
      some[i] = values[rows[i]];
    }
    return some;
  }

  /// Whether each row is the one behind the one before.
  private static boolean areConsecutive(int[] rows, int from, int count) {
    int off = 0;
    for (int i = 0; i < count; i++) {
      off |= rows[from + i] - rows[from] - i;
    }
    return off == 0;
  }

  /// Every row of the data.
  static int[] all(Dataset data) {
    var rows = new int[data.rows()];
    for (int i = 0; i < rows.length; i++) {
      rows[i] = i;
    }
    return rows;
  }

  /// A few of these rows.
  ///
  /// @param order places in this design, of which those from `from` to `to - 1` are taken
  Design pick(int[] order, int from, int to) {
    int[] places = Arrays.copyOfRange(order, from, to);
    var few =
        new Design(
            encoding,
            Arrays.stream(places).map(i -> rows[i]).toArray(),
            Arrays.stream(places).mapToDouble(i -> targets[i]).toArray(),
            weights == null ? null : Arrays.stream(places).mapToDouble(i -> weights[i]).toArray());
    for (int block = 0; block < few.blocks(); block++) {
      few.gather(
          block,
          new Reading() {
            @Override
            public void numbers(int column, int from, int count, float[] to, int at) {
              for (int i = 0; i < count; i++) {
                int block = places[from + i] / rowsPerBlock;
                int place = place(column, places[from + i] % rowsPerBlock);
                to[at + i] = numberBlocks[block][place];
              }
            }

            @Override
            public void codes(int category, int from, int count, int[] to, int at) {
              for (int i = 0; i < count; i++) {
                int block = places[from + i] / rowsPerBlock;
                int place = category * stride(block) + places[from + i] % rowsPerBlock;
                to[at + i] = codeBlocks[block][place];
              }
            }
          });
    }
    return few;
  }

  int blocks() {
    return (rows.length + rowsPerBlock - 1) / rowsPerBlock;
  }

  int rowsPerBlock() {
    return rowsPerBlock;
  }

  /// How many rows a block has.
  int count(int block) {
    return Math.min(rowsPerBlock, rows.length - block * rowsPerBlock);
  }

  /// How many rows a block has with those that fill up its last chunk.
  int padded(int block) {
    return (count(block) + Columns.CHUNK - 1) / Columns.CHUNK * Columns.CHUNK;
  }

  /// How many rows of a block are worked on at once where so many numbers fit into the cache: a
  /// power of two of strips.
  int rowsFor(int fitting) {
    return Math.max(Products.STRIP, Integer.highestOneBit(fitting / Math.max(1, numbers)));
  }

  /// Where a number of a row lies in its block.
  int place(int column, int row) {
    return (row / Products.STRIP * numbers + column) * Products.STRIP + row % Products.STRIP;
  }

  /// From one category of a block to the next. A line of the cache more than the rows: were columns
  /// a power of two apart, all would want the same places of it.
  int stride(int block) {
    return padded(block) + LINE;
  }

  /// The numbers of a block, strip by strip, in a strip column by column.
  float[] numbers(int block) {
    return numberBlocks[block];
  }

  /// The levels of a block, category by category; one above the last level for what contributes
  /// nothing.
  int[] codes(int block) {
    return codeBlocks[block];
  }

  /// The sum of the weights; the number of rows where there are none.
  double weight() {
    return weights == null ? rows.length : Arrays.stream(weights).sum();
  }

  /// Eight chunks, fewer where there are many columns.
  private static int chunksPerBlock(int columns) {
    return Math.max(
        1, Math.min(CHUNKS, CHUNKS * WIDE / Math.max(1, Integer.highestOneBit(columns))));
  }

  /// Where a design's numbers come from.
  interface Reading {
    /// Writes the numbers of a column in some rows of the design.
    void numbers(int column, int from, int count, float[] to, int at);

    /// Writes the levels of a category in some rows of the design.
    void codes(int category, int from, int count, int[] to, int at);
  }

  private void gather(int block, Reading source) {
    int stride = stride(block);
    int from = block * rowsPerBlock;
    var values = new float[numbers * padded(block)];
    for (int j = 0; j < numbers; j++) {
      for (int row = 0; row < count(block); row += Products.STRIP) {
        int rows = Math.min(Products.STRIP, count(block) - row);
        source.numbers(j, from + row, rows, values, place(j, row));
      }
    }
    List<Encoding.Levels> levels = encoding.categories();
    var codes = new int[categories * stride];
    for (int j = 0; j < categories; j++) {
      Arrays.fill(codes, j * stride, (j + 1) * stride, levels.get(j).levels().size());
      source.codes(j, from, count(block), codes, j * stride);
    }
    numberBlocks[block] = values;
    codeBlocks[block] = codes;
  }
}
