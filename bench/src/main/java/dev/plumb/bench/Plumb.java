package dev.plumb.bench;

import dev.plumb.Batch;
import dev.plumb.Cost;
import dev.plumb.Loss;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.util.Optional;
import java.util.function.DoubleSupplier;

/// Plumb itself, as a program that embeds it would call it.
record Plumb(int threads) implements Peer {
  @Override
  public String name() {
    return "Plumb";
  }

  @Override
  public String word() {
    return "plumb";
  }

  @Override
  public Optional<Contender> enter(Case data) {
    Cost cost = cost(data);
    Batch batch = batch(data);
    float[] gradient = new float[data.predictions().length];
    return Optional.of(new Computed(() -> cost.gradient(batch, gradient), gradient));
  }

  /// The values alone.
  Contender value(Case data) {
    Cost cost = cost(data);
    Batch batch = batch(data);
    return new Computed(() -> cost.of(batch), new float[0]);
  }

  /// Value, gradient and hessian.
  Contender hessian(Case data) {
    Cost cost = cost(data);
    Batch batch = batch(data);
    float[] gradient = new float[data.predictions().length];
    float[] hessian = new float[gradient.length];
    return new Computed(() -> cost.hessian(batch, gradient, hessian), gradient);
  }

  /// Value and gradient, the gradient written over the predictions. From the second time on the
  /// predictions are what the last time left: finite, and far from denormal.
  Contender inPlace(Case data) {
    Cost cost = cost(data);
    float[] predictions = data.predictions().clone();
    Batch batch = batch(new Case(data.loss(), data.classes(), predictions, data.targets()));
    return new Computed(() -> cost.gradient(batch, predictions), predictions);
  }

  /// Value and gradient of a pointwise loss, with all numbers off the heap.
  Contender offHeap(Case data) {
    Cost cost = cost(data);
    Arena arena = Arena.ofShared();
    Batch batch =
        Batch.of(
            ValueLayout.JAVA_FLOAT, copy(arena, data.predictions()), copy(arena, data.targets()));
    MemorySegment gradient = copy(arena, new float[data.predictions().length]);
    return new Computed(
        () -> cost.gradient(batch, ValueLayout.JAVA_FLOAT, gradient), new float[0]) {
      @Override
      public Answer answer() {
        return new Answer(super.answer().cost(), gradient.toArray(ValueLayout.JAVA_FLOAT));
      }

      @Override
      public void close() {
        arena.close();
      }
    };
  }

  private static MemorySegment copy(Arena arena, float[] numbers) {
    MemorySegment memory = arena.allocate((long) Float.BYTES * numbers.length, 64);
    return memory.copyFrom(MemorySegment.ofArray(numbers));
  }

  private static Batch batch(Case data) {
    return data.classes() == 1
        ? Batch.of(data.predictions(), data.targets())
        : Batch.rows(data.predictions(), data.classes(), data.targets());
  }

  private Cost cost(Case data) {
    return Loss.of(data.loss()).mean().threads(threads);
  }

  /// A cost, computed again and again.
  private static class Computed extends InProcess {
    private final DoubleSupplier cost;
    private final float[] gradient;
    private double last;

    Computed(DoubleSupplier cost, float[] gradient) {
      this.cost = cost;
      this.gradient = gradient;
    }

    @Override
    double once() {
      last = cost.getAsDouble();
      return last;
    }

    @Override
    public Answer answer() {
      return new Answer(last, gradient);
    }
  }
}
