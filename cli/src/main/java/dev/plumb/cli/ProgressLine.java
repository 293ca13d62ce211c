package dev.plumb.cli;

import dev.plumb.training.Progress;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Locale;
import java.util.function.LongSupplier;

/// How far the work is: on a terminal one line that is written over, elsewhere a line every few
/// seconds.
final class ProgressLine implements Progress.Listener {
  private static final double WATCHED_SECONDS = 0.1;
  private static final double LOGGED_SECONDS = 5;
  private static final long LARGE = 10_000_000;
  private static final String ERASE = "\r\033[K";

  private final PrintWriter err;
  private final boolean watched;
  private final LongSupplier nanoseconds;
  private long last;
  private boolean shown;

  ProgressLine(PrintWriter err, boolean watched, LongSupplier nanoseconds) {
    this.err = err;
    this.watched = watched;
    this.nanoseconds = nanoseconds;
    this.last = nanoseconds.getAsLong();
  }

  /// The work begins with reading, which takes long for large files only.
  synchronized void reading(String data) {
    if (watched || isLarge(data)) {
      shown = true;
      err.print(watched ? "reading " + data : "reading " + data + "\n");
      err.flush();
    }
  }

  private static boolean isLarge(String data) {
    try {
      return Files.size(Path.of(data)) > LARGE;
    } catch (IOException | InvalidPathException e) {
      return false; // a query, or a file that is complained about later
    }
  }

  @Override
  public synchronized void at(Progress progress) {
    long now = nanoseconds.getAsLong();
    if ((now - last) / 1e9 < (watched ? WATCHED_SECONDS : LOGGED_SECONDS)) {
      return;
    }
    last = now;
    shown = true;
    err.print(watched ? ERASE + text(progress) : text(progress) + "\n");
    err.flush();
  }

  /// Takes the line away.
  synchronized void clear() {
    if (watched && shown) {
      err.print(ERASE);
      err.flush();
    }
  }

  private static String text(Progress progress) {
    double share = progress.total() == 0 ? 1 : (double) progress.done() / progress.total();
    var text = new StringBuilder(String.format(Locale.ROOT, "%3.0f %%", 100 * share));
    if (!progress.loss().isEmpty()) {
      text.append("  ").append(progress.loss()).append(", ").append(progress.part());
    }
    if (Double.isFinite(progress.secondsLeft()) && progress.done() < progress.total()) {
      text.append("  ").append(time(progress.secondsLeft())).append(" left");
    }
    return text.toString();
  }

  private static String time(double seconds) {
    long whole = Math.max(1, Math.round(seconds));
    return whole < 90 ? whole + " s" : (whole + 30) / 60 + " min";
  }
}
