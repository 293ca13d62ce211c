package dev.plumb.bench;

/// A contender that writes its gradient to an array of floats.
abstract class Written extends InProcess {
  private final float[] gradient;
  private double last;

  Written(int length) {
    gradient = new float[length];
  }

  /// The mean, with its gradient written.
  abstract double run(float[] gradient);

  @Override
  final double once() {
    last = run(gradient);
    return last;
  }

  @Override
  public final Answer answer() {
    return new Answer(last, gradient);
  }
}
