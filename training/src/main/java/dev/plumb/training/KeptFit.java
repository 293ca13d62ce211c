package dev.plumb.training;

import dev.plumb.training.ComparisonResult.CurvePoint;
import java.util.List;
import java.util.Optional;

/// One training of a comparison that is done: all that is needed not to do it again.
///
/// @param point where it ended, in the variables of its method
/// @param curve loss, penalty and held-out loss by iteration, where they were asked for
/// @param seconds spent training
public record KeptFit(double[] point, List<CurvePoint> curve, double seconds) {
  public KeptFit {
    curve = List.copyOf(curve);
  }

  /// Keeps trainings, so that a comparison that was killed can go on. It is called by any thread.
  public interface Keeper {
    /// Keeps nothing.
    Keeper NONE =
        new Keeper() {
          @Override
          public Optional<KeptFit> kept(String training) {
            return Optional.empty();
          }

          @Override
          public void keep(String training, KeptFit fit) {}
        };

    /// A training that was done before.
    ///
    /// @param training what tells it from any other of the comparison
    Optional<KeptFit> kept(String training);

    /// A training is done.
    void keep(String training, KeptFit fit);
  }
}
