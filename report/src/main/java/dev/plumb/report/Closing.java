package dev.plumb.report;

import dev.plumb.training.ComparisonResult;
import java.util.List;
import java.util.Optional;

/// Notes, the words, and how to do it again.
final class Closing {
  private Closing() {}

  static Optional<Section> notes(Report report) {
    List<Markup> notes =
        report.result().notes().stream()
            .map(note -> Template.of("note").with("text", note).markup())
            .toList();
    return notes.isEmpty()
        ? Optional.empty()
        : Optional.of(
            new Section(
                "notes", "Notes", Template.of("notes").with("notes", Markup.of(notes)).markup()));
  }

  static Optional<Section> words(Report report) {
    return Optional.of(
        new Section(
            "words",
            "The words",
            Template.of("glossary").with("metric", report.result().metric()).markup()));
  }

  static Optional<Section> again(Report report) {
    ComparisonResult result = report.result();
    Markup body =
        Template.of("again").with("command", report.command()).with("seed", result.seed()).markup();
    return Optional.of(new Section("again", "Do it again", body));
  }
}
