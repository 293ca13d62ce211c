package dev.plumb.bench;

/// Somebody who computes a case, over and over.
interface Contender extends AutoCloseable {

  /// What was computed: the mean of the losses, and its gradient by the predictions.
  record Answer(double cost, float[] gradient) {}

  /// Computes cost and gradient so many times, and tells how long it took.
  long nanoseconds(int times);

  /// What the last time gave.
  Answer answer();

  /// How far from ours, relatively, the cost may be; the gradient is held to [Agreement#TOLERANCE].
  default double tolerance() {
    return Agreement.TOLERANCE;
  }

  /// Bytes of memory that this thread allocates each time; -1 where nobody can know.
  default long allocated() {
    return -1;
  }

  @Override
  default void close() {}
}
