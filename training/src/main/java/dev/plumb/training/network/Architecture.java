package dev.plumb.training.network;

import dev.plumb.PlumbException;
import dev.plumb.formula.Numbers;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/// What a network looks like between its inputs and its scores.
///
/// @param hidden how many units each hidden layer has, first layer first
/// @param activation of the hidden layers
/// @param dropout the part of each hidden layer's units that is left out at a step, from 0 to below
///   1 [Srivastava et al. 2014, jmlr.org/papers/v15/srivastava14a.html]
public record Architecture(List<Integer> hidden, Activation activation, double dropout) {
  private static final Pattern TEXT = Pattern.compile("\\s*network\\s*\\(([^()]*)\\)\\s*");
  private static final int MOST_UNITS = 65_536;

  public Architecture {
    hidden = List.copyOf(hidden);
    if (hidden.isEmpty() || hidden.stream().anyMatch(units -> units < 1 || units > MOST_UNITS)) {
      throw new PlumbException(
          "a network has at least one hidden layer of 1 to %d units: network(64, 32)"
              .formatted(MOST_UNITS));
    }
    if (!(dropout >= 0 && dropout < 1)) {
      throw new PlumbException("dropout is in [0, 1), not " + Numbers.text(dropout));
    }
  }

  /// Hidden layers of rectified units.
  public static Architecture of(Integer... hidden) {
    return new Architecture(List.of(hidden), Activation.RELU, 0);
  }

  /// Whether a text names a network.
  public static boolean isNetwork(String text) {
    return text.strip().startsWith("network");
  }

  /// Reads `network(64, 32)` or `network(64, activation = gelu, dropout = 0.1)`.
  ///
  /// @throws PlumbException saying what is wrong
  public static Architecture of(String text) {
    Matcher whole = TEXT.matcher(text);
    if (!whole.matches()) {
      throw new PlumbException(
          "%s is no network; one is network(64, 32), or network(64, activation = gelu, dropout = 0.1)"
              .formatted(text));
    }
    var hidden = new ArrayList<Integer>();
    var activation = Activation.RELU;
    double dropout = 0;
    for (String part : whole.group(1).split(",")) {
      String[] sides = part.strip().split("\\s*=\\s*");
      switch (sides.length == 2 ? sides[0] : "") {
        case "activation" -> activation = Activation.named(sides[1]);
        case "dropout" -> dropout = number(part, sides[1]);
        default -> hidden.add((int) number(part, part.strip()));
      }
    }
    return new Architecture(hidden, activation, dropout);
  }

  private static double number(String part, String text) {
    try {
      return text.contains(".") ? Double.parseDouble(text) : Integer.parseInt(text);
    } catch (NumberFormatException e) {
      throw new PlumbException(
          "network: '%s' is neither a number of units nor activation = … nor dropout = …"
              .formatted(part.strip()),
          e);
    }
  }

  /// As it can be typed again.
  public String text() {
    return hidden.stream().map(String::valueOf).collect(Collectors.joining(", ", "network(", ""))
        + (activation == Activation.RELU ? "" : ", activation = " + activation.text())
        + (dropout == 0 ? "" : ", dropout = " + Numbers.text(dropout))
        + ")";
  }
}
