package dev.plumb.facts;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/// Whether a loss keeps its promises: value and derivatives against many digits, no NaN on legal
/// input, finite inside its domain, at its best where its optimal constant says, for all values of
/// its parameters. The points are always the same, and bounded in number.
///
/// In a JUnit test: `LossCheck.of(loss).assertPasses()`.
public final class LossCheck {
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
    var verdicts = new ArrayList<Verdict>();
    var points = new Points(loss);
    var accuracy = new Accuracy(loss, points.samples());
    accuracy.compare(points.ordinary(points.samples().classes() > 1 ? 12 : 32));
    accuracy.compare(points.borders());
    accuracy.compare(points.extreme().stream().filter(Points::isModerate).limit(24).toList());
    verdicts.addAll(accuracy.verdicts());
    verdicts.add(Numbers.notANumber(loss));
    verdicts.add(Numbers.domain(loss));
    verdicts.add(Numbers.floats(loss));
    verdicts.add(Shape.convexity(facts));
    verdicts.add(Shape.jumps(facts));
    verdicts.add(Shape.below(facts));
    verdicts.add(Optimum.of(loss));
    verdicts.add(Shape.scale(loss));
    Parameters.of(loss).ifPresent(verdicts::add);
    Examples.of(loss).ifPresent(verdicts::add);
    return new LossCheck(loss, facts, verdicts);
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
