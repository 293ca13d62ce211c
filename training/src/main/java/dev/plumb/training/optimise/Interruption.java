package dev.plumb.training.optimise;

/// A search that met a point without a value.
///
/// The last good point is the last that was accepted: the objective is finite there.
public final class Interruption extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final int iteration;
  private final transient double[] lastGood;

  /// @param iteration the iteration under way, from 1; 0 at the start
  /// @param lastGood the last accepted point; at iteration 0 the start
  public Interruption(int iteration, double[] lastGood, UndefinedException cause) {
    super(cause.getMessage(), cause, false, false);
    this.iteration = iteration;
    this.lastGood = lastGood;
  }

  /// The iteration under way, from 1; 0 at the start.
  public int iteration() {
    return iteration;
  }

  /// The last accepted point.
  public double[] lastGood() {
    return lastGood;
  }
}
