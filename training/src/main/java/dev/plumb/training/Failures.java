package dev.plumb.training;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The losses that met a number that is not finite, by the fold in which they did. Whatever the
/// order in which folds were run, the first fold tells.
final class Failures {
  private final List<Map<Candidate, TrainingException>> folds = new ArrayList<>();

  /// @param count of folds
  Failures(int count) {
    for (int i = 0; i < count; i++) {
      folds.add(new HashMap<>());
    }
  }

  synchronized void add(int fold, Candidate candidate, TrainingException failure) {
    folds.get(fold).put(candidate, failure);
  }

  /// Whether a loss failed in an earlier fold, so that nothing more is asked of it.
  synchronized boolean before(int fold, Candidate candidate) {
    return folds.subList(0, fold).stream().anyMatch(f -> f.containsKey(candidate));
  }

  /// The losses without a failure. Of each other one that no one asked for a note is made.
  ///
  /// @throws TrainingException of one that was asked for
  List<Candidate> left(List<Candidate> running, List<String> notes) {
    var left = new ArrayList<>(running);
    for (Map<Candidate, TrainingException> fold : folds) {
      for (Candidate candidate : running) {
        TrainingException failure = fold.get(candidate);
        if (failure == null || !left.contains(candidate)) {
          continue;
        }
        if (candidate.asked()) {
          throw failure;
        }
        left.remove(candidate);
        notes.add("%s is left out.".formatted(failure.getMessage()));
      }
    }
    return List.copyOf(left);
  }
}
