package dev.plumb.cli;

import dev.plumb.training.ComparisonResult;
import dev.plumb.training.ComparisonResult.Entry;
import dev.plumb.training.ComparisonResult.MetricDescription;
import dev.plumb.training.ComparisonResult.Score;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/// The answer of `plumb compare` on a terminal: what was compared, the ranking, the advice.
///
/// @param notes remarks on the data and on losses that were left out
/// @param all whether to show the whole ranking
record Answer(ComparisonResult result, List<String> notes, boolean all, int width) {
  private static final int MOST = 10;
  private static final int FEW = 3;
  private static final int MOST_DECIMALS = 6;

  String page() {
    var page = new Page(width, 2);
    page.paragraph(head());
    List<Entry> shown = shown();
    page.lines(table(shown).lines(width));
    int more = result.ranking().size() - shown.size();
    if (more > 0) {
      page.lines(List.of("  …  %d more (--all)".formatted(more)));
    }
    page.blank().paragraph(result.advice());
    result.check().ifPresent(check -> page.paragraph(checked(check)));
    if (!notes.isEmpty()) {
      page.blank();
      remarks().forEach(note -> page.entry("·", note));
    }
    return page.text();
  }

  /// How the winner did on rows set apart.
  private String checked(ComparisonResult.Check check) {
    MetricDescription ranking = result.metrics().getFirst();
    double value = check.metrics().get(ranking.name());
    String text = decimal(value, decimals(ranking, result.ranking().subList(0, 1)));
    return "On %s that took no part, %s has %s %s."
        .formatted(counted(check.rows(), "row"), check.loss(), ranking.name(), text);
  }

  /// The notes; where many tell of losses left out, one line for these.
  private List<String> remarks() {
    long leftOut = notes.stream().filter(Answer::isLeftOut).count();
    if (all || leftOut <= FEW) {
      return notes;
    }
    var few = new ArrayList<>(notes.stream().filter(note -> !isLeftOut(note)).toList());
    few.add("%d losses are left out (--all says which, and why).".formatted(leftOut));
    return few;
  }

  private static boolean isLeftOut(String note) {
    return note.endsWith("is left out.");
  }

  /// The best; all, where few more would be left.
  private List<Entry> shown() {
    List<Entry> ranking = result.ranking();
    boolean whole = all || ranking.size() <= MOST + FEW;
    return whole ? ranking : ranking.subList(0, MOST);
  }

  private String head() {
    return "%s · %s, %s · target %s (%s) · %s · %s, seed %d"
        .formatted(
            result.data(),
            counted(result.rows(), "row"),
            counted(result.features(), "feature"),
            result.target(),
            result.kind().text(),
            model(),
            result.folds()
                + " folds"
                + (result.repeats() > 1 ? " × " + result.repeats() : "")
                + (result.arrangement().isEmpty() ? "" : " " + result.arrangement()),
            result.seed());
  }

  private String model() {
    return result.model()
        + (result.classWeights().isEmpty() ? "" : ", classes " + result.classWeights())
        + (result.calibration().isEmpty() ? "" : ", calibrated by " + result.calibration());
  }

  private static String counted(int count, String what) {
    return String.format(Locale.ROOT, "%,d %s%s", count, what, count == 1 ? "" : "s");
  }

  private Grid table(List<Entry> shown) {
    var grid = new Grid();
    grid.left("", ranks(shown));
    grid.left("", shown.stream().map(Entry::loss).toList());
    for (MetricDescription metric : result.metrics()) {
      int place = result.metrics().indexOf(metric);
      grid.right(metric.name(), scores(metric, shown, place == 0), place > 1);
    }
    grid.right("worst 1 % carry", shown.stream().map(Answer::carried).toList(), false);
    grid.left("estimates", shown.stream().map(Entry::estimates).toList());
    return grid;
  }

  private static List<String> ranks(List<Entry> shown) {
    var ranks = new ArrayList<String>();
    for (int k = 0; k < shown.size(); k++) {
      boolean alike = k > 0 && shown.get(k).group() == shown.get(k - 1).group();
      ranks.add(alike ? "≈" : Integer.toString(k + 1));
    }
    return ranks;
  }

  /// Means with as many decimals as the error of the best leaves meaning to.
  private static List<String> scores(MetricDescription metric, List<Entry> shown, boolean error) {
    int decimals = decimals(metric, shown);
    return shown.stream()
        .map(entry -> entry.metrics().get(metric.name()))
        .map(score -> text(score, decimals, error))
        .toList();
  }

  private static String text(Score score, int decimals, boolean error) {
    if (score == null || Double.isNaN(score.mean())) {
      return "-";
    }
    String mean = decimal(score.mean(), decimals);
    return error ? mean + " ± " + decimal(score.se(), decimals) : mean;
  }

  private static String decimal(double value, int decimals) {
    boolean isHidden = decimals == MOST_DECIMALS && value != 0 && Math.abs(value) < 1e-4;
    return Math.abs(value) >= 1e9 || isHidden
        ? String.format(Locale.ROOT, "%.3g", value)
        : String.format(Locale.ROOT, "%." + decimals + "f", value);
  }

  /// So many that the smallest standard error keeps two digits.
  private static int decimals(MetricDescription metric, List<Entry> shown) {
    double least =
        shown.stream()
            .map(entry -> entry.metrics().get(metric.name()))
            .mapToDouble(score -> score == null ? Double.NaN : score.se())
            .filter(se -> se > 0)
            .min()
            .orElse(0.01);
    return Math.clamp((int) Math.ceil(1 - Math.log10(least)), 0, MOST_DECIMALS);
  }

  private static String carried(Entry entry) {
    double share = entry.top1PercentShare();
    return Double.isNaN(share) ? "-" : String.format(Locale.ROOT, "%.0f %%", 100 * share);
  }
}
