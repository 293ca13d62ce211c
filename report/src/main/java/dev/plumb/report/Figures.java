package dev.plumb.report;

import java.math.BigDecimal;
import java.math.MathContext;
import java.util.Arrays;
import java.util.Locale;

/// Numbers as a reader wants them.
final class Figures {
  static final String NONE = "–";
  private static final MathContext DRAWN = new MathContext(5);
  private static final MathContext BRIEF = new MathContext(3);
  private static final int DIGITS = 4;
  private static final int MOST_DECIMALS = 6;
  private static final double LARGE = 1e7;
  private static final double SMALL = 1e-4;

  private Figures() {}

  /// Three significant digits, enough for a sentence.
  static String brief(double value) {
    return Double.isFinite(value)
        ? number(new BigDecimal(value).round(BRIEF).doubleValue())
        : number(value);
  }

  /// Three significant digits as a formula reads them.
  static String typed(double value) {
    return Double.toString(new BigDecimal(value).round(BRIEF).doubleValue());
  }

  /// Four significant digits; a dash for what is no number.
  static String number(double value) {
    if (Double.isNaN(value)) {
      return NONE;
    }
    if (Double.isInfinite(value)) {
      return value > 0 ? "∞" : "−∞";
    }
    double size = Math.abs(value);
    if (size != 0 && (size >= LARGE || size < SMALL)) {
      return minus(String.format(Locale.ROOT, "%.2e", value));
    }
    BigDecimal rounded = new BigDecimal(value).round(new MathContext(DIGITS));
    return minus(size >= 1000 ? grouped(value, 0) : plain(rounded));
  }

  /// How many decimals show two digits of a standard error.
  static int decimals(double error) {
    if (!(error > 0) || Double.isInfinite(error)) {
      return 3;
    }
    return (int) Math.clamp(1 - Math.floor(Math.log10(error)), 0, MOST_DECIMALS);
  }

  /// So many decimals, thousands set apart; as a power of ten what the most decimals do not show.
  static String grouped(double value, int decimals) {
    boolean isHidden = decimals == MOST_DECIMALS && value != 0 && Math.abs(value) < SMALL;
    return Double.isFinite(value) && !isHidden
        ? minus(String.format(Locale.ROOT, "%,." + decimals + "f", value))
        : number(value);
  }

  /// A share of 1 in percent.
  static String percent(double share) {
    if (Double.isNaN(share)) {
      return NONE;
    }
    double percent = 100 * share;
    return grouped(percent, percent > 0 && percent < 1 ? 1 : 0) + "\u00a0%";
  }

  /// How many times: one decimal below ten.
  static String times(double factor) {
    return grouped(factor, factor < 10 && Math.abs(factor - Math.rint(factor)) > 0.05 ? 1 : 0);
  }

  /// `1 row`, `21 rows`.
  static String count(long count, String one) {
    return grouped(count, 0) + "\u00a0" + (count == 1 ? one : one + "s");
  }

  /// Five significant digits, as much as a screen shows.
  static double[] rounded(double[] values) {
    return Arrays.stream(values)
        .map(v -> Double.isFinite(v) ? new BigDecimal(v).round(DRAWN).doubleValue() : v)
        .toArray();
  }

  private static String plain(BigDecimal value) {
    return value.signum() == 0 ? "0" : value.stripTrailingZeros().toPlainString();
  }

  private static String minus(String number) {
    return number.startsWith("-") ? "−" + number.substring(1) : number;
  }
}
