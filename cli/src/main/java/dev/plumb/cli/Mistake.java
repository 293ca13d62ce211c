package dev.plumb.cli;

import dev.plumb.PlumbException;
import java.util.function.Supplier;

/// What was typed cannot be done: exit code 2, where data that fails gives 1.
final class Mistake extends PlumbException {
  private static final long serialVersionUID = 1L;

  Mistake(String message) {
    super(message);
  }

  Mistake(PlumbException cause) {
    super(cause.getMessage(), cause);
  }

  /// What the typed words lead to; what is wrong with it is the fault of the words.
  static <T> T unless(Supplier<T> words) {
    try {
      return words.get();
    } catch (PlumbException e) {
      throw new Mistake(e);
    }
  }

  /// Checks the typed words; what is wrong with them is their fault.
  static void check(Runnable words) {
    unless(() -> {
      words.run();
      return null;
    });
  }
}
