package dev.plumb.cli;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.DoubleStream;

/// A picture of a curve in characters: the value as a line, the gradient as dots.
///
/// A character holds 2 × 4 dots of Braille, or one ASCII character.
final class Plot {
  private static final String MARGIN = " ".repeat(11);
  private static final int ROWS = 12;
  private static final int WIDEST = 64;
  private static final double MOST_OF_USUAL = 3;

  private final Curve curve;
  private final int columns;
  private final boolean plain;
  private final double low;
  private final double high;

  private Plot(Curve curve, int columns, boolean plain) {
    this.curve = curve;
    this.columns = columns;
    this.plain = plain;
    double[] range = range(curve);
    this.low = range[0];
    this.high = range[1];
  }

  /// The lines of a picture of a curve, and the words below it.
  static List<String> of(dev.plumb.Loss loss, int width, boolean plain) {
    int columns = Math.clamp(width - 12, 20, WIDEST);
    Region region = Region.of(loss);
    Curve curve = Curve.of(loss, region.targets(), region.predictions(columns * (plain ? 1 : 2)));
    return new Plot(curve, columns, plain).lines(caption(loss, region));
  }

  /// What the picture shows: `p from -4 to 4, y = 0`.
  static String caption(dev.plumb.Loss loss, Region region) {
    var definition = loss.definition();
    var words = new StringBuilder();
    words.append(definition.predictions().getFirst().name());
    words.append(" from ").append(Digits.six(region.from()));
    words.append(" to ").append(Digits.six(region.to()));
    for (int i = 0; i < region.targets().length; i++) {
      words.append(", ").append(definition.targets().get(i).name());
      words.append(" = ").append(Digits.six(region.targets()[i]));
    }
    return words.toString();
  }

  private List<String> lines(String caption) {
    char[][] picture = plain ? ascii() : braille();
    double step = step();
    int decimals = (int) Math.max(0, Math.ceil(-Math.log10(step) - 1e-9));
    var lines = new ArrayList<String>();
    for (int row = 0; row < ROWS; row++) {
      String label = label(row, step, decimals);
      String bar = label.isEmpty() ? (plain ? "|" : "│") : (plain ? "+" : "┤");
      lines.add("%9s %s%s".formatted(label, bar, new String(picture[row])));
    }
    lines.add(" ".repeat(10) + (plain ? "+" + "-".repeat(columns) : "└" + "─".repeat(columns)));
    String key = plain ? "* value   . gradient" : "⠤⠤ value   ⠄⠠ gradient";
    boolean fits = key.length() + caption.length() + 3 <= columns;
    lines.add(MARGIN + (fits ? key + "   " + caption : key));
    if (!fits) {
      Page.broken(caption, columns).forEach(line -> lines.add(MARGIN + line));
    }
    return lines;
  }

  /// The multiple of the step that lies in a row, or nothing.
  private String label(int row, double step, int decimals) {
    double top = high - (high - low) * row / ROWS;
    double bottom = high - (high - low) * (row + 1) / ROWS;
    double tick = Math.floor(top / step + 1e-9) * step;
    if (tick <= bottom + 1e-9 * step) {
      return "";
    }
    return step >= 1e6 || decimals > 5
        ? Digits.rounded(tick, 3)
        : String.format(Locale.ROOT, "%." + decimals + "f", tick + 0.0);
  }

  /// 1, 2 or 5 times a power of ten, so that there are about four ticks.
  private double step() {
    double rough = (high - low) / 4;
    double power = Math.pow(10, Math.floor(Math.log10(rough)));
    double[] choices = {1, 2, 5, 10};
    return power
        * Arrays.stream(choices).filter(c -> c * power >= rough * 0.8).findFirst().orElse(10);
  }

  /// What both curves span, without the little that would dwarf the rest.
  static double[] range(Curve curve) {
    double[] sizes = finite(curve).map(Math::abs).sorted().toArray();
    double usual = sizes.length == 0 ? 1 : MOST_OF_USUAL * sizes[sizes.length * 3 / 4];
    double low = finite(curve).filter(v -> v >= -usual).min().orElse(-1);
    double high = finite(curve).filter(v -> v <= usual).max().orElse(1);
    double margin = high > low ? 0.02 * (high - low) : 1;
    return new double[] {Math.min(0, low) - margin, Math.max(0, high) + margin};
  }

  private static DoubleStream finite(Curve curve) {
    return DoubleStream.concat(Arrays.stream(curve.values()), Arrays.stream(curve.gradient()))
        .filter(Double::isFinite);
  }

  // Dots

  private char[][] ascii() {
    char[][] picture = new char[ROWS][columns];
    for (char[] row : picture) {
      Arrays.fill(row, ' ');
    }
    mark(picture, curve.gradient(), '.');
    mark(picture, curve.values(), '*');
    return picture;
  }

  private void mark(char[][] picture, double[] numbers, char sign) {
    for (int x = 0; x < columns; x++) {
      int y = dot(numbers[x], ROWS);
      if (y >= 0) {
        picture[y][x] = sign;
      }
    }
  }

  private char[][] braille() {
    boolean[][] dots = new boolean[ROWS * 4][columns * 2];
    for (int x = 0; x < columns * 2; x++) {
      int y = dot(curve.values()[x], ROWS * 4);
      int last = x == 0 ? y : dot(curve.values()[x - 1], ROWS * 4);
      if (y >= 0) {
        line(dots, x, y, last < 0 ? y : last);
      }
      int slope = dot(curve.gradient()[x], ROWS * 4);
      if (x % 3 == 0 && slope >= 0) {
        dots[slope][x] = true;
      }
    }
    return characters(dots);
  }

  /// The dots of one column down or up to where the column before ended.
  private static void line(boolean[][] dots, int x, int y, int before) {
    int towards = before + Integer.signum(y - before);
    for (int k = Math.min(y, towards); k <= Math.max(y, towards); k++) {
      dots[k][x] = true;
    }
  }

  /// Which of so many rows of dots a number lies in, from the top; −1 outside.
  private int dot(double number, int rows) {
    boolean inside = number >= low && number <= high;
    return inside
        ? (int) Math.min(rows - 1, Math.floor((high - number) / (high - low) * rows))
        : -1;
  }

  private char[][] characters(boolean[][] dots) {
    int[][] bits = {{0x01, 0x08}, {0x02, 0x10}, {0x04, 0x20}, {0x40, 0x80}};
    char[][] picture = new char[ROWS][columns];
    for (int row = 0; row < ROWS; row++) {
      for (int column = 0; column < columns; column++) {
        int pattern = 0;
        for (int k = 0; k < 8; k++) {
          pattern |= dots[row * 4 + k / 2][column * 2 + k % 2] ? bits[k / 2][k % 2] : 0;
        }
        picture[row][column] = pattern == 0 ? ' ' : (char) (0x2800 + pattern);
      }
    }
    return picture;
  }
}
