package dev.plumb.training;

import java.util.ArrayList;
import java.util.List;

/// Where the training of a network stands after an epoch: all that the next one needs. What is
/// random in an epoch follows from the seed and its number.
///
/// @param epoch how many epochs are done
/// @param point the weights
/// @param memory what the method remembers of earlier gradients
/// @param best the weights of the best epoch
/// @param bestEpoch its number
/// @param bestValue what decided that; NaN where nothing has
/// @param steps where training stood after each epoch
public record NetworkState(
    int epoch,
    double[] point,
    List<double[]> memory,
    double[] best,
    int bestEpoch,
    double bestValue,
    List<TrainingStep> steps) {

  public NetworkState {
    memory = List.copyOf(memory);
    steps = List.copyOf(steps);
  }

  /// Keeps states, so that a training that was killed can go on.
  public interface Keeper {
    /// Keeps nothing.
    Keeper NONE = state -> {};

    /// An epoch was done.
    void keep(NetworkState state);
  }

  static List<double[]> copied(List<double[]> memory) {
    return memory.stream().map(double[]::clone).toList();
  }

  List<TrainingStep> withStep(TrainingStep step) {
    var more = new ArrayList<>(steps);
    more.add(step);
    return more;
  }
}
