package dev.plumb.report;

import dev.plumb.PlumbException;
import dev.plumb.training.ComparisonResult;
import java.nio.file.Path;
import java.util.Objects;

/// The report of a comparison: one HTML file that opens without a network, with the same answer as
/// the terminal and its pictures.
///
/// ```java
/// Report.of(comparison.run()).write(Path.of("stackloss.html"));
/// ```
///
/// The same result gives the same bytes: a report holds no time, and no machine's name.
///
/// @param result what is reported
/// @param command how to make the comparison again, as typed into a shell
public record Report(ComparisonResult result, String command) {
  public Report {
    Objects.requireNonNull(result, "result");
    Objects.requireNonNull(command, "command");
  }

  /// The report of a result, with the command that its own words give.
  public static Report of(ComparisonResult result) {
    return new Report(result, Command.of(result));
  }

  /// The same report with the command that the user typed.
  public Report withCommand(String command) {
    return new Report(result, command);
  }

  /// The page.
  public String html() {
    return Page.of(this).html();
  }

  /// Writes the page, whole or not at all: beside the file first, then moved onto it.
  ///
  /// @throws PlumbException when the folder is missing or cannot be written
  public void write(Path file) {
    WholeFile.write(file, html());
  }
}
