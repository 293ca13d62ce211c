package dev.plumb.facts;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/// Whether a loss keeps its promises: value and derivatives against many digits, no NaN on legal
/// input, finite inside its domain, at its best where its optimal constant says, for all values of
/// its parameters. The points are always the same, and bounded in number.
///
/// In a JUnit test: `LossCheck.of(loss).assertPasses()`.
public final class LossCheck {
  /// The checks in the order of the report; the slowest are begun first.
  private static final int[] REPORTED = {0, 2, 3, 4, 5, 6, 7, 1, 8};

  private final Loss loss;
  private final Facts facts;
  private final List<Verdict> verdicts;

  private LossCheck(Loss loss, Facts facts, List<Verdict> verdicts) {
    this.loss = loss;
    this.facts = facts;
    this.verdicts = List.copyOf(verdicts);
  }

  /// Checks a loss that is a formula.
  ///
  /// @throws PlumbException when it is none
  public static LossCheck of(Loss loss) {
    Facts facts = Facts.of(loss);
    List<Supplier<List<Verdict>>> checks =
        List.of(
            () -> accuracy(loss),
            () -> Parameters.of(loss).stream().toList(),
            () -> List.of(Numbers.notANumber(loss)),
            () -> List.of(Numbers.domain(loss)),
            () -> List.of(Numbers.floats(loss)),
            () -> List.of(Shape.convexity(facts), Shape.jumps(facts), Shape.below(facts)),
            () -> List.of(Optimum.of(loss)),
            () -> List.of(Shape.scale(loss)),
            () -> Examples.of(loss).stream().toList());
    List<List<Verdict>> found = checks.parallelStream().map(Supplier::get).toList();
    var verdicts = new ArrayList<Verdict>();
    IntStream.of(REPORTED).forEach(i -> verdicts.addAll(found.get(i)));
    return new LossCheck(loss, facts, verdicts);
  }

  private static List<Verdict> accuracy(Loss loss) {
    var points = new Points(loss);
    var accuracy = new Accuracy(loss, points.samples());
    accuracy.compare(points.ordinary(points.samples().classes() > 1 ? 12 : 32));
    accuracy.compare(points.borders());
    accuracy.compare(points.extreme().stream().filter(Points::isModerate).limit(24).toList());
    return accuracy.verdicts();
  }

  public Loss loss() {
    return loss;
  }

  /// The facts of the loss, for the report.
  public Facts facts() {
    return facts;
  }

  /// What each check found.
  public List<Verdict> verdicts() {
    return verdicts;
  }

  /// Whether no check fails; warnings pass.
  public boolean passes() {
    return verdicts.stream().noneMatch(v -> v.grade() == Grade.FAIL);
  }

  /// Throws the report when a check fails: one line in a test of any framework.
  ///
  /// @throws AssertionError with the report
  public LossCheck assertPasses() {
    if (!passes()) {
      throw new AssertionError(text());
    }
    return this;
  }

  /// The last sentence of the report.
  public String verdict() {
    List<String> failed = named(Grade.FAIL);
    List<String> warned = named(Grade.WARNING);
    if (!failed.isEmpty()) {
      return "%s fails: %s.".formatted(loss.text(), String.join(", ", failed));
    }
    return warned.isEmpty()
        ? loss.text() + " keeps its promises."
        : "%s can be used; look at %s.".formatted(loss.text(), String.join(", ", warned));
  }

  private List<String> named(Grade grade) {
    return verdicts.stream().filter(v -> v.grade() == grade).map(Verdict::check).toList();
  }

  /// The whole report.
  public String text() {
    return verdicts.stream().map(Verdict::text).collect(Collectors.joining("\n"))
        + "\n"
        + verdict()
        + "\n";
  }

  @Override
  public String toString() {
    return text();
  }
}
