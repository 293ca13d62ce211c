package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.plumb.training.ComparisonResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/// The page as a reader sees it.
class ReportInBrowserTest {
  private static final String HOSTILE = "</script><script>document.title='owned'</script>";

  @TempDir Path folder;

  @BeforeAll
  static void needs_a_browser() {
    boolean installed = Browser.installed().isPresent();
    if (!installed) {
      System.err.println(
          "SKIPPED: THE REPORT WAS NOT TESTED IN A BROWSER. There is no chromium on the PATH;"
              + " install it (Debian: apt-get install chromium) and run again.");
    }
    assumeTrue(installed, "no chromium on the PATH: the report was not tested in a browser");
  }

  static List<ComparisonResult> results() {
    return List.of(Samples.stackloss(), Samples.rain(), Samples.named(HOSTILE));
  }

  @ParameterizedTest
  @MethodSource("results")
  void every_chart_is_drawn_without_a_word_on_the_console(ComparisonResult result)
      throws Exception {
    Browser.Visit visit = visit(Report.of(result).html());
    long charts = count(visit.document(), "<figure");
    assertThat(charts).isGreaterThanOrEqualTo(6);
    assertThat(visit.document())
        .contains("data-charts=\"%d of %d drawn\"".formatted(charts, charts))
        .doesNotContain("class=\"chart failed", "<title>owned");
    assertThat(count(visit.document(), "<svg[^>]*class=\"marks\"")).isEqualTo(charts);
    assertThat(visit.console()).isEmpty();
  }

  @Test
  void a_script_that_the_page_does_not_name_does_not_run() throws Exception {
    String html = Report.of(Samples.rain()).html();
    String smuggled = html.replace("<main>", "<main><script>document.title = 'owned'</script>");
    Browser.Visit visit = visit(smuggled);
    assertThat(visit.document()).doesNotContain("<title>owned");
    assertThat(visit.console()).singleElement().asString().contains("Content Security Policy");
  }

  private Browser.Visit visit(String html) throws Exception {
    Path page = Files.writeString(folder.resolve("page.html"), html);
    return new Browser(Browser.installed().orElseThrow(), folder).visit(page);
  }

  private static long count(String document, String pattern) {
    return Pattern.compile(pattern).matcher(document).results().count();
  }
}
