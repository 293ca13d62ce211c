package dev.plumb.cli;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.catalogue.Catalogue;
import dev.plumb.facts.Facts;
import dev.plumb.facts.LossCheck;
import dev.plumb.facts.Verdict;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plumb check`: whether a loss, or every loss of a file, keeps its promises.
@Command(
    name = "check",
    description = "Check a loss of one's own: derivatives, NaN, domains, convexity, optimum.")
final class CheckCommand implements Callable<Integer> {
  private static final int MARGIN = 12;

  private final Screen screen;

  @Mixin private Plumb.Help help;

  @Mixin private LossesFrom from;

  @Parameters(
      paramLabel = "LOSS",
      description = "A formula ('log(1 + (p - y)^2)'), a name (huber), a call or a .loss file.")
  private String loss;

  @Option(names = "--json", description = "Print the reports as JSON.")
  private boolean json;

  @Option(names = "--plain", description = "Use ASCII characters only.")
  private boolean plain;

  CheckCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public Integer call() {
    Screen page = screen.plainly(plain);
    List<LossCheck> checks = Mistake.unless(this::losses).stream().map(LossCheck::of).toList();
    if (json) {
      Json.print(
          page,
          out ->
              out.array(array -> {
                for (LossCheck check : checks) {
                  write(array, check);
                }
              }));
    } else {
      checks.forEach(check -> page.print(page(check, page)));
    }
    return checks.stream().allMatch(LossCheck::passes) ? 0 : 1;
  }

  /// The losses that the argument names; a file is read loss by loss.
  private List<Loss> losses() {
    if (!loss.strip().endsWith(".loss")) {
      return List.of(from.loss(loss));
    }
    try {
      Catalogue own = Catalogue.read(Path.of(loss.strip()));
      return own.all().stream().map(definition -> Loss.of(definition.name(), own)).toList();
    } catch (IOException e) {
      throw new PlumbException("the loss file " + loss + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static String page(LossCheck check, Screen screen) {
    var page = new Page(screen.pageWidth(), MARGIN);
    page.entry("loss", check.loss().text());
    page.entry("facts", check.facts().text());
    for (Verdict verdict : check.verdicts()) {
      page.entry(verdict.check(), "%-8s %s".formatted(verdict.grade().text(), verdict.finding()));
      verdict.worst().ifPresent(worst -> page.entry("", "         at " + worst));
    }
    return page.blank().lines(List.of(check.verdict())).text();
  }

  private static void write(Json json, LossCheck check) throws IOException {
    Facts facts = check.facts();
    json.object(report -> {
      report.name("loss").text(check.loss().text());
      report.name("passes").truth(check.passes());
      report.name("verdict").text(check.verdict());
      report.name("facts").texts(facts.lines());
      report
          .name("checks")
          .array(checks -> {
            for (Verdict verdict : check.verdicts()) {
              write(checks, verdict);
            }
          });
    });
  }

  private static void write(Json json, Verdict verdict) throws IOException {
    json.object(line -> {
      line.name("check").text(verdict.check());
      line.name("grade").text(verdict.grade().text());
      line.name("finding").text(verdict.finding());
      if (verdict.worst().isPresent()) {
        line.name("worst").text(verdict.worst().get());
      }
    });
  }
}
