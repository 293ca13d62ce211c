package dev.plumb.bench;

import java.util.Optional;
import smile.model.cart.Loss;

/// The losses of Smile's boosting, in double. They work on residuals that the trainer keeps, so a
/// run fills those, asks for the response, which points downhill, and for the value.
///
/// Smile is GPL-3. It is measured here and used nowhere.
final class Smile implements Peer {
  @Override
  public String name() {
    return "Smile 6.3.0";
  }

  @Override
  public String word() {
    return "smile";
  }

  @Override
  public Optional<Contender> enter(Case data) {
    return Optional.ofNullable(
        switch (data.loss()) {
          case "squared_error" -> new Boosting(data, Loss.ls(), 1, 2);
          case "absolute_error" -> new Boosting(data, Loss.lad(), 1, 1);
          default -> null;
        });
  }

  private static final class Boosting extends InProcess {
    private final Case data;
    private final Loss loss;
    private final double factor;
    private final double slope;
    private double[] response;
    private double value;

    /// @param factor what the value is multiplied by to become ours
    /// @param slope the same for the response
    Boosting(Case data, Loss loss, double factor, double slope) {
      this.data = data;
      this.loss = loss;
      this.factor = factor;
      this.slope = slope;
      double[] targets = new double[data.samples()];
      for (int i = 0; i < targets.length; i++) {
        targets[i] = data.targets()[i];
      }
      loss.intercept(targets);
    }

    @Override
    double once() {
      double[] residual = loss.residual();
      for (int i = 0; i < residual.length; i++) {
        residual[i] = data.targets()[i] - data.predictions()[i];
      }
      response = loss.response();
      value = loss.value();
      return value;
    }

    @Override
    public Answer answer() {
      float[] gradient = new float[response.length];
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = (float) (-slope * response[i] / gradient.length);
      }
      return new Answer(factor * value, gradient);
    }
  }
}
