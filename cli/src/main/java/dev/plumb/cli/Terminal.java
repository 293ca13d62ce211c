package dev.plumb.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalInt;

/// What is known of the terminal that this process writes to.
final class Terminal {
  private static final int STANDARD_OUTPUT = 1;
  private static final int STANDARD_ERROR = 2;

  private Terminal() {}

  /// The width that `COLUMNS` or the terminal itself gives; empty when the output goes to a file or
  /// a pipe.
  static OptionalInt width() {
    OptionalInt asked = number(System.getenv("COLUMNS"));
    return asked.isPresent() || !isTerminal(STANDARD_OUTPUT) ? asked : columns();
  }

  /// Whether a person may be watching the standard error.
  static boolean isWatched() {
    return isTerminal(STANDARD_ERROR);
  }

  /// Java tells this of input and output together only; the system tells it of each.
  private static boolean isTerminal(int descriptor) {
    Path link = Path.of("/proc/self/fd", Integer.toString(descriptor));
    try {
      String target = Files.readSymbolicLink(link).toString();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException | UnsupportedOperationException e) {
      return System.console() != null && System.console().isTerminal();
    }
  }

  /// `stty size` answers "rows columns".
  private static OptionalInt columns() {
    try {
      Process stty =
          new ProcessBuilder("stty", "size")
              .redirectInput(new File("/dev/tty"))
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      String answer =
          new String(stty.getInputStream().readAllBytes(), StandardCharsets.US_ASCII).strip();
      return number(answer.substring(answer.indexOf(' ') + 1));
    } catch (IOException e) {
      return OptionalInt.empty();
    }
  }

  private static OptionalInt number(String text) {
    return text != null && text.matches("[1-9][0-9]{0,4}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}
