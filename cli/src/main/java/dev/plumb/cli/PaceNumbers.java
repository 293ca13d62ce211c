package dev.plumb.cli;

import dev.plumb.Batch;
import dev.plumb.Loss;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Domain.Interval;
import java.util.ArrayList;
import java.util.SplittableRandom;

/// Random numbers for a loss, inside the domains of its inputs, the same every time, and the arrays
/// that its gradient goes to.
final class PaceNumbers {
  /// After so many samples the numbers begin again: enough that no branch predictor knows them.
  private static final int PERIOD = 1 << 15;

  private static final double INSIDE = 0.01;
  private static final double WIDE = 4;

  private final int samples;
  private final int classes;
  private final SplittableRandom random = new SplittableRandom(4);
  private final Batch batch;
  private final float[][] gradient;

  PaceNumbers(Loss loss, int samples, int classes) {
    this.samples = samples;
    this.classes = classes;
    var columns = new ArrayList<Object>();
    var slopes = new ArrayList<float[]>();
    for (Input prediction : loss.definition().predictions()) {
      columns.add(column(prediction, 2));
      slopes.add(new float[length(prediction)]);
    }
    for (Input target : loss.definition().targets()) {
      columns.add(column(target, 1));
    }
    batch = Batch.of(classes, samples, columns.toArray());
    gradient = slopes.toArray(float[][]::new);
  }

  Batch batch() {
    return batch;
  }

  float[][] gradient() {
    return gradient;
  }

  /// What one pass over memory moves: every input read, every derivative written.
  long bytes() {
    long numbers = 0;
    for (Object column : batch.columns()) {
      numbers += ((float[]) column).length;
    }
    for (float[] slopes : gradient) {
      numbers += slopes.length;
    }
    return Float.BYTES * numbers;
  }

  private int length(Input input) {
    return input.row() ? Math.multiplyExact(samples, classes) : samples;
  }

  private float[] column(Input input, double scale) {
    int width = input.row() ? classes : 1;
    float[] column = new float[length(input)];
    int drawn = Math.min(samples, PERIOD);
    for (int sample = 0; sample < drawn; sample++) {
      draw(input.domain(), scale, column, sample * width, width);
    }
    for (int done = drawn * width; done < column.length; ) {
      int next = Math.min(done, column.length - done);
      System.arraycopy(column, 0, column, done, next);
      done += next;
    }
    return column;
  }

  private void draw(Domain domain, double scale, float[] into, int at, int width) {
    double sum = 0;
    for (int k = at; k < at + width; k++) {
      into[k] = (float) number(domain, scale);
      sum += into[k];
    }
    if (domain instanceof Domain.Simplex) {
      for (int k = at; k < at + width; k++) {
        into[k] = (float) (into[k] / sum);
      }
    }
  }

  private double number(Domain domain, double scale) {
    return switch (domain) {
      case Interval interval -> between(interval, scale);
      case Domain.Values labels -> labels.values().get(random.nextInt(labels.values().size()));
      case Domain.ClassNumber _ -> random.nextInt(classes);
      case Domain.Simplex _ -> INSIDE + random.nextDouble();
    };
  }

  private double between(Interval interval, double scale) {
    if (interval.unbounded()) {
      return scale * random.nextGaussian();
    }
    double low = interval.low();
    double high = interval.high();
    double share = INSIDE + (1 - 2 * INSIDE) * random.nextDouble();
    if (Double.isInfinite(high)) {
      return low + WIDE * share;
    }
    return Double.isInfinite(low) ? high - WIDE * share : low + share * (high - low);
  }
}
