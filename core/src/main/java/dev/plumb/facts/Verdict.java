package dev.plumb.facts;

import java.util.Optional;

/// What one check found.
///
/// @param check the name of the check: `gradient`
/// @param grade how it went
/// @param finding what was found, in words
/// @param worst the worst input, in words; empty where there is none
public record Verdict(String check, Grade grade, String finding, Optional<String> worst) {
  static Verdict ok(String check, String finding) {
    return new Verdict(check, Grade.OK, finding, Optional.empty());
  }

  static Verdict of(String check, Grade grade, String finding, String worst) {
    return new Verdict(check, grade, finding, Optional.of(worst));
  }

  /// `gradient ok within 2.1e-16 on 120 points`.
  public String text() {
    String line = "%-10s %-8s %s".formatted(check, grade.text(), finding);
    return worst.map(w -> line + "\n%20sat %s".formatted("", w)).orElse(line);
  }
}
