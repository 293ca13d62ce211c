package dev.plumb.cli;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;

/// A stretch of numbers laid along a stretch of a picture.
///
/// @param low the number at the start
/// @param high the number at the end
/// @param start where the picture begins
/// @param end where it ends; before `start` when it runs backwards, as upwards in an SVG
record Scale(double low, double high, double start, double end) {
  private static final double[] STEPS = {1, 2, 5, 10};

  /// The place of a number in the picture.
  double place(double number) {
    return start + (end - start) * ((number - low) / (high - low));
  }

  /// About so many round numbers inside, from the lowest.
  List<Double> ticks(int wanted) {
    double rough = (high - low) / wanted;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double step = 10 * power;
    for (int i = STEPS.length - 1; i >= 0; i--) {
      step = STEPS[i] * power >= 0.8 * rough ? STEPS[i] * power : step;
    }
    var ticks = new ArrayList<Double>();
    for (double k = Math.ceil(low / step - 1e-9); k * step <= high + 1e-9 * step; k++) {
      ticks.add(k * step + 0.0);
    }
    return ticks;
  }

  /// A place with at most one decimal, the same text on every machine.
  static String text(double place) {
    BigDecimal rounded = new BigDecimal(place).setScale(1, RoundingMode.HALF_EVEN);
    return rounded.signum() == 0 ? "0" : rounded.stripTrailingZeros().toPlainString();
  }
}
