package dev.plumb.bench;

import dev.plumb.Batch;
import dev.plumb.Cost;
import dev.plumb.Loss;
import java.util.Optional;

/// Plumb itself, as a program that embeds it would call it: the only file that knows which arrays
/// Plumb takes.
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
    double[] gradient = new double[data.predictions().length];
    return Optional.of(new Computed(() -> cost.gradient(batch, gradient), gradient));
  }

  /// The values alone.
  Contender value(Case data) {
    Cost cost = cost(data);
    Batch batch = batch(data);
    return new Computed(() -> cost.of(batch), new double[0]);
  }

  /// Value, gradient and hessian.
  Contender hessian(Case data) {
    Cost cost = cost(data);
    Batch batch = batch(data);
    double[] gradient = new double[data.predictions().length];
    double[] hessian = new double[gradient.length];
    return new Computed(() -> cost.hessian(batch, gradient, hessian), gradient);
  }

  private static Batch batch(Case data) {
    return data.classes() == 1
        ? Batch.of(data.predictions(), data.targets())
        : Batch.rows(data.predictions(), data.classes(), data.targets());
  }

  private Cost cost(Case data) {
    return Loss.of(data.loss()).mean();
  }

  /// A cost, computed again and again.
  private static final class Computed extends InProcess {
    private final java.util.function.DoubleSupplier cost;
    private final double[] gradient;
    private double last;

    Computed(java.util.function.DoubleSupplier cost, double[] gradient) {
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
      float[] floats = new float[gradient.length];
      for (int i = 0; i < floats.length; i++) {
        floats[i] = (float) gradient[i];
      }
      return new Answer(last, floats);
    }
  }
}
