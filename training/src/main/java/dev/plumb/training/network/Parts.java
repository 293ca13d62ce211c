package dev.plumb.training.network;

import java.util.function.IntConsumer;

/// Runs parts of some work, on as many threads as there are.
@FunctionalInterface
public interface Parts {
  /// One after the other, on the caller's thread.
  Parts ALONE =
      (parts, part) -> {
        for (int i = 0; i < parts; i++) {
          part.accept(i);
        }
      };

  /// Runs the parts 0 … parts − 1, in any order.
  void each(int parts, IntConsumer part);
}
