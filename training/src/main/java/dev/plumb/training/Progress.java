package dev.plumb.training;

/// How far a comparison is.
///
/// @param done fits that are done
/// @param total fits in all
/// @param loss the loss whose fit begins; empty at the end
/// @param part what it is fitted on: `all rows`, `fold 3`, `fold 3 of draw 2`
/// @param secondsLeft an estimate; NaN before anything is known
public record Progress(int done, int total, String loss, String part, double secondsLeft) {

  /// Hears of the progress of a comparison; one call at a time, on any thread.
  @FunctionalInterface
  public interface Listener {
    /// Hears of nothing.
    Listener NONE = progress -> {};

    /// A fit begins, or the last has ended.
    void at(Progress progress);
  }
}
