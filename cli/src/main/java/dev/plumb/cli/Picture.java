package dev.plumb.cli;

import dev.plumb.Loss;
import java.util.function.Function;

/// The curves of a loss of one number as an SVG: value, gradient and hessian over the prediction.
///
/// The same bytes on every machine; readable on a light and on a dark page.
final class Picture {
  private static final int POINTS = 2049;
  private static final double LEFT = 44;
  private static final double RIGHT = 392;
  private static final double TOP = 24;
  private static final double BOTTOM = 214;

  private final Loss loss;
  private final Region region;
  private final Curve curve;
  private final Scale across;
  private final Scale up;

  private Picture(Loss loss) {
    this.loss = loss;
    this.region = Region.of(loss);
    this.curve = Curve.of(loss, region.targets(), region.predictions(POINTS));
    double[] range = Plot.range(curve);
    this.across = new Scale(region.from(), region.to(), LEFT, RIGHT);
    this.up = new Scale(range[0], range[1], BOTTOM, TOP);
  }

  /// The SVG of a loss that has a curve.
  static String of(Loss loss) {
    return new Picture(loss).svg();
  }

  private String svg() {
    return Texts.read("picture.svg")
        .replace("{title}", "Value, gradient and hessian of " + loss.text())
        .replace("{grid}\n", grid())
        .replace(
            "{curves}\n",
            line("hessian", Curve::hessian)
                + line("gradient", Curve::gradient)
                + line("value", Curve::values))
        .replace("{caption}", Plot.caption(loss, region));
  }

  private String line(String kind, Function<Curve, double[]> numbers) {
    var trace = new Trace(across, up, x -> numbers.apply(Curve.of(loss, region.targets(), x))[0]);
    String path = trace.path(curve.predictions(), numbers.apply(curve));
    return path.isEmpty() ? "" : "<path class=\"line %s\" d=\"%s\"/>\n".formatted(kind, path);
  }

  private String grid() {
    var grid = new StringBuilder();
    for (double tick : across.ticks(8)) {
      String x = Scale.text(across.place(tick));
      grid.append(rule(tick, "M" + x + " 24V214"));
      grid.append(label(x, "229", "middle", tick));
    }
    for (double tick : up.ticks(5)) {
      double y = up.place(tick);
      grid.append(rule(tick, "M44 " + Scale.text(y) + "H392"));
      grid.append(label("38", Scale.text(y + 4), "end", tick));
    }
    return grid.toString();
  }

  private static String rule(double tick, String path) {
    return "<path class=\"%s\" d=\"%s\"/>\n".formatted(tick == 0 ? "axis" : "grid", path);
  }

  private static String label(String x, String y, String anchor, double tick) {
    return "<text x=\"%s\" y=\"%s\" text-anchor=\"%s\">%s</text>\n"
        .formatted(x, y, anchor, Digits.rounded(tick, 3));
  }
}
