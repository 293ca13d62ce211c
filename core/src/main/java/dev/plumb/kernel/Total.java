package dev.plumb.kernel;

/// One sum over data, cut into units for the threads: a few blocks, or part of one where rows are
/// long.
///
/// The lane sums of a block's units are added in the order of the units, which is the order in
/// which one thread would have added the samples.
final class Total implements Crew.Task {
  /// About how many numbers are worth the attention of a thread.
  private static final int UNIT = 65_536;

  private final Runner runner;
  private Data data;
  private double scale;
  private int unit;
  private double[] lanes = new double[0];
  private double[] sums = new double[0];

  Total(Runner runner) {
    this.runner = runner;
  }

  double of(Data data, double scale, int threads) {
    this.data = data;
    this.scale = scale;
    this.unit = unit(data);
    int units = (data.samples + unit - 1) / unit;
    int blocks = Sums.blocks(data.samples);
    if (sums.length < blocks) {
      sums = new double[blocks];
    }
    if (unit < Sums.BLOCK && lanes.length < units * Sums.LANES) {
      lanes = new double[units * Sums.LANES];
    }
    boolean worth = (long) data.samples * data.classes >= 2 * UNIT;
    Crew.run(this, units, worth ? threads : 1);
    if (unit < Sums.BLOCK) {
      join(blocks, units);
    }
    this.data = null;
    return Sums.tree(sums, 0, blocks);
  }

  /// Joins the lane sums of the units of each block.
  private void join(int blocks, int units) {
    int each = Sums.BLOCK / unit;
    for (int block = 0; block < blocks; block++) {
      int first = block * each * Sums.LANES;
      int end = Math.min(units, (block + 1) * each) * Sums.LANES;
      for (int at = first + Sums.LANES; at < end; at += Sums.LANES) {
        runner.add(lanes, first, lanes, at);
      }
      sums[block] = Sums.joined(lanes, first);
    }
  }

  private int unit(Data data) {
    int samples = UNIT / (runner.twins().hasRows() ? data.classes : 1);
    return Math.clamp(
        Integer.highestOneBit(Math.max(1, samples)), Sums.LANES, Sums.SPAN * Sums.BLOCK);
  }

  @Override
  public void unit(int number) {
    Scratch scratch = Scratch.ofThread();
    int start = number * unit;
    int span = start / Sums.BLOCK * Sums.BLOCK;
    int end = Math.min(data.samples, start + unit);
    runner.clear(scratch, Sums.blocks(end - span));
    runner.run(data, span, start - span, end - span, scale, scratch);
    if (unit < Sums.BLOCK) {
      runner.lanes(scratch, 0, lanes, number * Sums.LANES);
      return;
    }
    for (int block = start / Sums.BLOCK; block < Sums.blocks(end); block++) {
      sums[block] = runner.joined(scratch, block - start / Sums.BLOCK);
    }
  }
}
