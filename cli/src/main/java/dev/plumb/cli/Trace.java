package dev.plumb.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleUnaryOperator;

/// The line of one curve in a picture: cut where the curve jumps or leaves the picture, and with
/// the fewest corners that the eye cannot tell from all.
final class Trace {
  private static final double TOLERANCE = 0.12;
  private static final double OUTSIDE = 40;
  private static final double JUMP = 2;
  private static final int HALVINGS = 50;

  /// A corner, in the picture's own units.
  private record Point(double x, double y) {}

  private final Scale across;
  private final Scale up;
  private final DoubleUnaryOperator function;
  private final List<List<Point>> pieces = new ArrayList<>();
  private List<Point> piece = new ArrayList<>();

  /// @param function any point of the curve, for looking closer where it may jump
  Trace(Scale across, Scale up, DoubleUnaryOperator function) {
    this.across = across;
    this.up = up;
    this.function = function;
  }

  /// The path of a curve through these points: `M44 106L48.5 101.2…`; empty where none is inside.
  String path(double[] x, double[] y) {
    for (int i = 0; i < x.length; i++) {
      if (i > 0 && isSteep(y[i - 1], y[i])) {
        split(x[i - 1], y[i - 1], x[i], y[i]);
      }
      add(x[i], y[i]);
    }
    end();
    var path = new StringBuilder();
    pieces.forEach(corners -> write(corners, path));
    return path.toString();
  }

  private void add(double x, double y) {
    double height = Double.isFinite(y) ? up.place(y) : Double.NaN;
    double top = Math.min(up.start(), up.end()) - OUTSIDE;
    double bottom = Math.max(up.start(), up.end()) + OUTSIDE;
    if (height >= top && height <= bottom) {
      piece.add(new Point(across.place(x), height));
    } else if (Double.isNaN(height)) {
      end();
    } else {
      leave(new Point(across.place(x), height), height < top ? top : bottom);
    }
  }

  /// Follows the curve out of the picture, or back into it, up to the given height.
  private void leave(Point outside, double edge) {
    if (piece.size() == 1 && piece.getFirst().y == edge) {
      piece.clear();
    }
    piece.add(new Point(outside.x, edge));
    end();
    piece.add(new Point(outside.x, edge));
  }

  private void end() {
    if (piece.size() > 1) {
      pieces.add(simplified(piece));
    }
    piece = new ArrayList<>();
  }

  // Jumps

  private boolean isSteep(double before, double after) {
    return Double.isFinite(before)
        && Double.isFinite(after)
        && Math.abs(up.place(after) - up.place(before)) > JUMP;
  }

  /// Looks closer at a steep stretch: what does not get smaller with the stretch is a jump.
  private void split(double from, double yFrom, double to, double yTo) {
    double whole = Math.abs(yTo - yFrom);
    for (int i = 0; i < HALVINGS; i++) {
      double middle = from + (to - from) / 2;
      double y = function.applyAsDouble(middle);
      if (Math.abs(y - yFrom) < Math.abs(y - yTo)) {
        from = middle;
        yFrom = y;
      } else {
        to = middle;
        yTo = y;
      }
    }
    if (Math.abs(yTo - yFrom) > whole / 2) {
      add(from, yFrom);
      end();
      add(to, yTo);
    }
  }

  // Fewer corners

  /// Keeps the corner farthest from the straight line as long as it shows (Douglas, Peucker 1973,
  /// doi:10.3138/FM57-6770-U75U-7727).
  private static List<Point> simplified(List<Point> points) {
    boolean[] kept = new boolean[points.size()];
    kept[0] = true;
    kept[points.size() - 1] = true;
    keep(points, 0, points.size() - 1, kept);
    var corners = new ArrayList<Point>();
    for (int i = 0; i < kept.length; i++) {
      if (kept[i]) {
        corners.add(points.get(i));
      }
    }
    return corners;
  }

  private static void keep(List<Point> points, int from, int to, boolean[] kept) {
    double most = TOLERANCE;
    int farthest = -1;
    for (int i = from + 1; i < to; i++) {
      double distance = distance(points.get(from), points.get(to), points.get(i));
      if (distance > most) {
        most = distance;
        farthest = i;
      }
    }
    if (farthest >= 0) {
      kept[farthest] = true;
      keep(points, from, farthest, kept);
      keep(points, farthest, to, kept);
    }
  }

  private static double distance(Point a, Point b, Point p) {
    double x = b.x - a.x;
    double y = b.y - a.y;
    double length = Math.sqrt(x * x + y * y);
    return length == 0 ? 0 : Math.abs(x * (p.y - a.y) - y * (p.x - a.x)) / length;
  }

  private static void write(List<Point> corners, StringBuilder path) {
    String before = "";
    for (Point corner : corners) {
      String place = Scale.text(corner.x) + " " + Scale.text(corner.y);
      if (!place.equals(before)) {
        path.append(before.isEmpty() ? "M" : "L").append(place);
      }
      before = place;
    }
  }
}
