package dev.plumb.cli;

import dev.plumb.formula.Near;
import dev.plumb.training.Calibrated;
import dev.plumb.training.calibration.Calibration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine.Option;

/// The option that says how scores become probabilities.
final class Probabilities {
  @Option(
      names = "--calibrate",
      paramLabel = "METHOD",
      description =
          "Linear: learn on folds held out how scores become probabilities: platt or isotonic for"
              + " two classes, temperature for any number.")
  private String calibrate;

  /// The method that was typed; empty where none was.
  Optional<Calibration.Method> method() {
    if (calibrate == null) {
      return Optional.empty();
    }
    List<String> names = Stream.of(Calibration.Method.values()).map(Calibrated::text).toList();
    if (!names.contains(calibrate)) {
      throw new Mistake(
          "--calibrate: no method %s%s; there are %s"
              .formatted(calibrate, Near.hint(calibrate, names), String.join(", ", names)));
    }
    return Optional.of(Calibration.Method.valueOf(calibrate.toUpperCase(Locale.ROOT)));
  }
}
