package dev.plumb.report;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// The whole page: head, sections in reading order, and the scripts that draw.
///
/// Its policy names every script and the style sheet by their sums, and forbids the rest: what is
/// not in this file does not load, and what data might smuggle in does not run.
record Page(Report report, List<Section> sections) {
  private static final List<Function<Report, Optional<Section>>> PARTS =
      List.of(
          Ranking::section,
          Precision::section,
          LossCurves::section,
          Pull::section,
          ResidualShapes::section,
          LearningCurves::section,
          HardRows::section,
          Closing::notes,
          Closing::words,
          Closing::again);

  private static final List<String> SCRIPTS =
      List.of(
          "vendor/vega.min.js",
          "vendor/vega-lite.min.js",
          "vendor/vega-embed.min.js",
          "page/page.js");

  static Page of(Report report) {
    return new Page(
        report, PARTS.stream().map(part -> part.apply(report)).flatMap(Optional::stream).toList());
  }

  String html() {
    List<String> scripts = SCRIPTS.stream().map(Page::script).toList();
    String style = "\n" + Resource.text("page/page.css");
    return Template.of("page")
            .with("title", Heading.title(report.result()))
            .with("script sums", sums(scripts))
            .with("style sum", sums(List.of(style)))
            .with("style", new Markup(style))
            .with("heading", Heading.of(report.result()))
            .with("links", Markup.of(sections.stream().map(Section::link).toList()))
            .with("sections", Markup.of(sections.stream().map(Section::markup).toList()))
            .with("config", new Markup(Resource.text("charts/config.json").strip()))
            .with("licences", new Markup(Resource.text("vendor/LICENSES.txt").strip()))
            .with("scripts", Markup.of(scripts.stream().map(Page::tag).toList()))
            .markup()
            .html()
        + "\n";
  }

  /// Without the line that names a map for debugging, which is not there.
  private static String script(String name) {
    return "\n" + Resource.text(name).replaceAll("(?m)^//# sourceMappingURL=.*\\R?", "");
  }

  private static Markup tag(String script) {
    return new Markup("<script>" + script + "</script>");
  }

  private static Markup sums(List<String> texts) {
    return new Markup(texts.stream().map(Page::sum).collect(Collectors.joining(" ")));
  }

  private static String sum(String text) {
    try {
      byte[] digest =
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
      return "'sha256-" + Base64.getEncoder().encodeToString(digest) + "'";
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every JDK has SHA-256", e);
    }
  }
}
