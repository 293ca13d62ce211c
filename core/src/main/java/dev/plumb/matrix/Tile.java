package dev.plumb.matrix;

/// The innermost product: [#HEIGHT] rows by [#width] columns, from two packed panels.
interface Tile {
  /// Rows of a tile. Six rows of two vectors leave four of sixteen registers for the operands.
  int HEIGHT = 6;

  /// The fastest form that this machine has.
  Tile FASTEST = Lanes.present() ? new LaneTile() : new PlainTile();

  /// Columns of a tile.
  int width();

  /// `c[i][j] = Σ a[k * HEIGHT + i] * b[k * width + j]` over k from 0 to `depth - 1`, one chain of
  /// fused multiply-adds that starts at 0.
  ///
  /// @param at where the panel begins in `a`
  /// @param bt where the panel begins in `b`
  /// @param ct where the tile begins in `c`
  /// @param step from a row of the tile in `c` to the next
  /// @param add whether the sums are added to what `c` holds, or replace it
  void run(
      float[] a, int at, float[] b, int bt, int depth, float[] c, int ct, int step, boolean add);
}
