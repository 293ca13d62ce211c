package dev.plumb.training.lanes;

/// Products in plain loops.
final class PlainProducts implements Products {
  @Override
  public void add(double[] a, double[][] tile, int columns, double[] sums, int at) {
    for (int j = 0; j < columns; j++) {
      sums[at + j] += product(a, tile[j]);
    }
  }

  private static double product(double[] a, double[] b) {
    double s0 = 0;
    double s1 = 0;
    double s2 = 0;
    double s3 = 0;
    double s4 = 0;
    double s5 = 0;
    double s6 = 0;
    double s7 = 0;
    for (int i = 0; i < a.length; i += SUMS) {
      s0 += a[i] * b[i];
      s1 += a[i + 1] * b[i + 1];
      s2 += a[i + 2] * b[i + 2];
      s3 += a[i + 3] * b[i + 3];
      s4 += a[i + 4] * b[i + 4];
      s5 += a[i + 5] * b[i + 5];
      s6 += a[i + 6] * b[i + 6];
      s7 += a[i + 7] * b[i + 7];
    }
    return ((s0 + s1) + (s2 + s3)) + ((s4 + s5) + (s6 + s7));
  }

  @Override
  public void combine(
      double[] weights, float[] columns, int from, int strips, double[] to, int at) {
    for (int strip = 0; strip < strips; strip++) {
      for (int j = 0; j < weights.length; j++) {
        double weight = weights[j];
        int place = from + (strip * weights.length + j) * STRIP;
        int row = at + strip * STRIP;
        for (int i = 0; i < STRIP; i++) {
          to[row + i] += weight * columns[place + i];
        }
      }
    }
  }

  @Override
  public void project(
      double[] gradient,
      int start,
      int strips,
      float[] columns,
      int from,
      int count,
      double[] lanes) {
    for (int strip = 0; strip < strips; strip++) {
      for (int j = 0; j < count; j++) {
        project(
            gradient,
            start + strip * STRIP,
            columns,
            from + (strip * count + j) * STRIP,
            lanes,
            j * SUMS);
      }
    }
  }

  private static void project(
      double[] gradient, int start, float[] columns, int place, double[] lanes, int sum) {
    double s0 = lanes[sum];
    double s1 = lanes[sum + 1];
    double s2 = lanes[sum + 2];
    double s3 = lanes[sum + 3];
    double s4 = lanes[sum + 4];
    double s5 = lanes[sum + 5];
    double s6 = lanes[sum + 6];
    double s7 = lanes[sum + 7];
    for (int i = 0; i < STRIP; i += SUMS) {
      s0 += gradient[start + i] * columns[place + i];
      s1 += gradient[start + i + 1] * columns[place + i + 1];
      s2 += gradient[start + i + 2] * columns[place + i + 2];
      s3 += gradient[start + i + 3] * columns[place + i + 3];
      s4 += gradient[start + i + 4] * columns[place + i + 4];
      s5 += gradient[start + i + 5] * columns[place + i + 5];
      s6 += gradient[start + i + 6] * columns[place + i + 6];
      s7 += gradient[start + i + 7] * columns[place + i + 7];
    }
    lanes[sum] = s0;
    lanes[sum + 1] = s1;
    lanes[sum + 2] = s2;
    lanes[sum + 3] = s3;
    lanes[sum + 4] = s4;
    lanes[sum + 5] = s5;
    lanes[sum + 6] = s6;
    lanes[sum + 7] = s7;
  }

  @Override
  public void distances(float[] values, int from, int count, float middle, double[] lanes) {
    for (int i = from; i < from + count; i += DISTANCES) {
      for (int k = 0; k < DISTANCES; k++) {
        double distance = (double) values[i + k] - middle;
        lanes[k] += distance;
        lanes[DISTANCES + k] += distance * distance;
      }
    }
  }

  @Override
  public void distances(
      float[] values, double[] weights, int from, int count, float middle, double[] lanes) {
    for (int i = from; i < from + count; i += DISTANCES) {
      for (int k = 0; k < DISTANCES; k++) {
        double weight = weights[i + k];
        double distance = (double) values[i + k] - middle;
        double weighted = weight * distance;
        lanes[k] += weighted;
        lanes[DISTANCES + k] += weighted * distance;
        lanes[2 * DISTANCES + k] += weight;
      }
    }
  }

  @Override
  public void copy(float[] values, int from, int count, float instead, float[] to, int at) {
    for (int i = 0; i < count; i++) {
      float x = values[from + i];
      to[at + i] = x == x ? x : instead;
    }
  }

  @Override
  public void combine(
      float[] weights, float[] means, float[] columns, int from, int strips, float[] to, int at) {
    for (int strip = 0; strip < strips; strip++) {
      for (int j = 0; j < weights.length; j++) {
        float weight = weights[j];
        float mean = means[j];
        int place = from + (strip * weights.length + j) * STRIP;
        int row = at + strip * STRIP;
        for (int i = 0; i < STRIP; i++) {
          to[row + i] += weight * (columns[place + i] - mean);
        }
      }
    }
  }

  @Override
  public void project(
      float[] gradient,
      int start,
      int strips,
      float[] means,
      float[] columns,
      int from,
      float[] lanes) {
    for (int strip = 0; strip < strips; strip++) {
      for (int j = 0; j < means.length; j++) {
        float mean = means[j];
        int place = from + (strip * means.length + j) * STRIP;
        int row = start + strip * STRIP;
        for (int i = 0; i < STRIP; i += FLOAT_SUMS) {
          for (int k = 0; k < FLOAT_SUMS; k++) {
            lanes[j * FLOAT_SUMS + k] += gradient[row + i + k] * (columns[place + i + k] - mean);
          }
        }
      }
    }
  }
}
