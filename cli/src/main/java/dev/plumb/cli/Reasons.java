package dev.plumb.cli;

import dev.plumb.calculus.Rule;
import java.util.LinkedHashMap;
import java.util.Map;

/// Why a rule was applied, in a few words: a line of `reasons.txt` for each rule that has one.
final class Reasons {
  private static final Map<String, String> REASONS = read();

  private Reasons() {}

  /// The rule and its reason: `log(1 + exp(a)) → softplus(a): no overflow beyond 709`.
  static String line(Rule rule) {
    String reason = REASONS.getOrDefault(rule.text(), "");
    return reason.isEmpty() ? rule.text() : rule.text() + ": " + reason;
  }

  /// The reasons by the text of their rule.
  static Map<String, String> all() {
    return REASONS;
  }

  private static Map<String, String> read() {
    var reasons = new LinkedHashMap<String, String>();
    Texts.read("reasons.txt")
        .lines()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .map(line -> line.split("\\|", 2))
        .forEach(row -> reasons.put(row[0].strip(), row[1].strip()));
    return reasons;
  }
}
