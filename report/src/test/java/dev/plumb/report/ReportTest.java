package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.training.ComparisonResult;
import java.io.StringReader;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;

/// The page as text.
class ReportTest {
  private static final String HOSTILE = "</script><script>alert(1)</script><!--\"'&\\u0000]]>{{x}}";
  private static final Pattern SCRIPT =
      Pattern.compile("(<script[^>]*>)(.*?)(</script>)", Pattern.DOTALL);

  static List<ComparisonResult> results() {
    return List.of(
        Samples.stackloss(),
        Samples.rain(),
        Samples.digits(),
        Samples.named(HOSTILE),
        Samples.bare());
  }

  @ParameterizedTest
  @MethodSource("results")
  void is_well_formed(ComparisonResult result) throws Exception {
    Document page = parsed(result);
    assertThat(page.getDocumentElement().getTagName()).isEqualTo("html");
    assertThat(ids(page)).doesNotHaveDuplicates();
    assertThat(links(page)).isNotEmpty().allMatch(ids(page)::contains);
  }

  @ParameterizedTest
  @MethodSource("results")
  void loads_nothing(ComparisonResult result) {
    String markup = SCRIPT.matcher(html(result)).replaceAll("");
    assertThat(markup)
        .doesNotContain("http:", "https:", "//", "src=", "<link", "<iframe", "@import", "url(");
    assertThat(Pattern.compile("href=\"([^\"]*)\"").matcher(markup).results().map(m -> m.group(1)))
        .allMatch(to -> to.startsWith("#"));
    assertThat(markup).contains("default-src 'none'").doesNotContain("unsafe", "connect-src");
  }

  @ParameterizedTest
  @MethodSource("results")
  void names_every_script_that_runs(ComparisonResult result) throws Exception {
    String html = html(result);
    List<String> run = scripts(html, "<script>");
    assertThat(run).hasSize(4);
    for (String script : run) {
      byte[] sum =
          java.security.MessageDigest.getInstance("SHA-256")
              .digest(script.getBytes(java.nio.charset.StandardCharsets.UTF_8));
      assertThat(html)
          .contains("'sha256-" + java.util.Base64.getEncoder().encodeToString(sum) + "'");
    }
  }

  @ParameterizedTest
  @MethodSource("results")
  void has_a_header_for_every_column(ComparisonResult result) throws Exception {
    NodeList tables = parsed(result).getElementsByTagName("table");
    assertThat(tables.getLength()).isPositive();
    for (int i = 0; i < tables.getLength(); i++) {
      NodeList rows = ((Element) tables.item(i)).getElementsByTagName("tr");
      int columns = cells((Element) rows.item(0), "th");
      for (int k = 1; k < rows.getLength(); k++) {
        Element row = (Element) rows.item(k);
        assertThat(cells(row, "th") + cells(row, "td")).isEqualTo(columns);
        assertThat(cells(row, "th")).isEqualTo(1);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("results")
  void describes_every_chart_in_words(ComparisonResult result) {
    String html = html(result);
    long charts = Pattern.compile("class=\"chart\"").matcher(html).results().count();
    assertThat(scripts(html, "<script type=\"application/json\">")).hasSize((int) charts);
    assertThat(
            Pattern.compile("class=\"chart\" role=\"img\" aria-label=\"[^\"]{20,}")
                .matcher(html)
                .results())
        .hasSize((int) charts);
  }

  @ParameterizedTest
  @MethodSource("results")
  void is_the_same_every_time(ComparisonResult result) {
    assertThat(html(result)).isEqualTo(html(result));
  }

  @Test
  void says_what_the_terminal_says() throws Exception {
    String text = parsed(Samples.stackloss()).getElementsByTagName("body").item(0).getTextContent();
    assertThat(text)
        .contains("Train with huber(delta = 2.6): rows 1, 3, 4 and 21 lie far from the rest")
        .contains("2.35", "± 0.40", "≈", "21\u00a0%", "the median", "delta = 2.584")
        .contains("Rows 1, 3, 4 and 21 pull hard under most losses")
        .contains("smooth_l1 is huber on another scale")
        .contains(
            "./plumb compare stackloss.csv --target stack_loss --metric mae --model linear --folds 5 --repeats 10 --seed 0");
  }

  @Test
  void keeps_the_users_own_command() {
    assertThat(Report.of(Samples.rain()).withCommand("plumb compare rain.csv <x>").html())
        .contains("<code>plumb compare rain.csv &lt;x&gt;</code>");
  }

  @Test
  void names_from_data_stay_text() throws Exception {
    String html = html(Samples.named(HOSTILE));
    assertThat(html).doesNotContain("<script>alert", "<!--\"'");
    assertThat(SCRIPT.matcher(html).results().map(m -> m.group(2)))
        .noneMatch(script -> script.contains("alert(1)</script>"));
    assertThat(parsed(Samples.named(HOSTILE)).getElementsByTagName("h1").item(0).getTextContent())
        .contains("<script>alert(1)</script>");
  }

  @Test
  void classes_have_no_residuals() {
    assertThat(html(Samples.rain())).doesNotContain("id=\"residuals\"").contains("id=\"curves\"");
  }

  @Test
  void a_score_that_is_no_number_is_a_dash() {
    assertThat(html(Samples.rain())).contains("<td class=\"number other\">–</td>");
  }

  private static String html(ComparisonResult result) {
    return Report.of(result).html();
  }

  private static List<String> scripts(String html, String opening) {
    return SCRIPT
        .matcher(html)
        .results()
        .filter(m -> m.group(1).equals(opening))
        .map((MatchResult m) -> m.group(2))
        .toList();
  }

  /// Read as XML, which forgives nothing; scripts and style, which are no XML, are left out.
  private static Document parsed(ComparisonResult result) throws Exception {
    String page = SCRIPT.matcher(html(result)).replaceAll("$1$3");
    page = page.replaceAll("(?s)(<style>).*?(</style>)", "$1$2");
    return DocumentBuilderFactory.newInstance()
        .newDocumentBuilder()
        .parse(new InputSource(new StringReader(page)));
  }

  private static List<String> ids(Document page) {
    return attributes(page, "*", "id");
  }

  private static List<String> links(Document page) {
    return attributes(page, "a", "href").stream().map(to -> to.substring(1)).toList();
  }

  private static List<String> attributes(Document page, String tag, String name) {
    NodeList all = page.getElementsByTagName(tag);
    return java.util.stream.IntStream.range(0, all.getLength())
        .mapToObj(i -> ((Element) all.item(i)).getAttribute(name))
        .filter(value -> !value.isEmpty())
        .toList();
  }

  private static int cells(Element row, String tag) {
    return row.getElementsByTagName(tag).getLength();
  }
}
