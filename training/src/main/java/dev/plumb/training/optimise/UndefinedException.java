package dev.plumb.training.optimise;

/// The objective has no number at a point that the search tried.
public final class UndefinedException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /// @param message what was found, and where
  public UndefinedException(String message) {
    super(message, null, false, false);
  }
}
