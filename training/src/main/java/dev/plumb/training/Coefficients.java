package dev.plumb.training;

import java.util.Arrays;
import java.util.List;

/// A linear model as the data sees it: score = intercept + Σ slope · x + Σ weight of the row's
/// level, in the features' own units.
///
/// @param intercepts one an output
/// @param slopes for each output one a number
/// @param levels for each output and category one a level, and 0 for what contributes nothing
record Coefficients(double[] intercepts, double[][] slopes, double[][][] levels) {
  int outputs() {
    return intercepts.length;
  }

  /// How the optimiser's variables lie: for each output the intercept, then the numbers, then the
  /// levels of each category; or first the intercepts of all outputs, then what they share. A
  /// variable of a number is a weight on the standardised number. A variable of a level is its
  /// weight divided by its unit, one over the root of its share, which gives rare levels the same
  /// pace as common ones.
  ///
  /// @param numbers what is read as numbers
  /// @param categories what is read as categories
  /// @param outputs how many scores
  /// @param shared whether the outputs differ by their intercepts alone
  record Layout(
      List<Encoding.Scaled> numbers,
      List<Encoding.Levels> categories,
      int outputs,
      boolean shared) {
    private static final double SMALLEST_SHARE = 1e-4;

    static Layout of(Encoding encoding, Pairing pairing) {
      return new Layout(
          encoding.numbers(), encoding.categories(), pairing.outputs(), pairing.isOfLevels());
    }

    /// How many variables there are.
    int size() {
      return shared ? outputs + weights() : outputs * (1 + weights());
    }

    private int weights() {
      return numbers.size() + categories.stream().mapToInt(c -> c.levels().size()).sum();
    }

    private int intercept(int output) {
      return shared ? output : output * (1 + weights());
    }

    /// Where the weights of an output begin.
    private int first(int output) {
      return shared ? outputs : intercept(output) + 1;
    }

    /// How many sums a pass over the data gives: the loss; and for each output Σ g, Σ g·x of each
    /// number, Σ g of each level and of the rows that have none.
    int sums() {
      int levels = categories.stream().mapToInt(c -> c.levels().size() + 1).sum();
      return 1 + outputs * (1 + numbers.size() + levels);
    }

    /// The model at a point.
    Coefficients at(double[] point) {
      var intercepts = new double[outputs];
      var slopes = new double[outputs][numbers.size()];
      var levels = new double[outputs][categories.size()][];
      for (int k = 0; k < outputs; k++) {
        intercepts[k] = point[intercept(k)];
        int at = first(k);
        for (int j = 0; j < slopes[k].length; j++) {
          slopes[k][j] = point[at++] / numbers.get(j).deviation();
          intercepts[k] -= slopes[k][j] * numbers.get(j).mean();
        }
        for (int c = 0; c < levels[k].length; c++) {
          double[] shares = categories.get(c).shares();
          levels[k][c] = new double[shares.length + 1];
          for (int level = 0; level < shares.length; level++) {
            levels[k][c][level] = point[at++] * unit(shares[level]);
          }
        }
      }
      return new Coefficients(intercepts, slopes, levels);
    }

    /// The gradient with respect to the variables from the sums of a pass, all divided by the
    /// weight.
    void gradient(double[] sums, double weight, double[] gradient) {
      Arrays.fill(gradient, 0);
      int from = 1;
      for (int k = 0; k < outputs; k++) {
        double all = sums[from++];
        gradient[intercept(k)] = all / weight;
        int at = first(k);
        for (Encoding.Scaled number : numbers) {
          gradient[at++] += (sums[from++] - number.mean() * all) / (number.deviation() * weight);
        }
        for (Encoding.Levels category : categories) {
          for (double share : category.shares()) {
            gradient[at++] += sums[from++] * unit(share) / weight;
          }
          from++;
        }
      }
    }

    /// What a variable is multiplied by to be the weight of a standardised number or of a level; 1
    /// for an intercept.
    double[] units() {
      var units = new double[size()];
      Arrays.fill(units, 1);
      for (int k = 0; k < outputs; k++) {
        int at = first(k) + numbers.size();
        for (Encoding.Levels category : categories) {
          for (double share : category.shares()) {
            units[at++] = unit(share);
          }
        }
      }
      return units;
    }

    /// Whether a variable is an intercept, which no penalty pulls.
    boolean isIntercept(int variable) {
      return shared ? variable < outputs : variable % (1 + weights()) == 0;
    }

    /// A point whose scores are constants.
    double[] constant(double[] intercepts) {
      var point = new double[size()];
      for (int k = 0; k < outputs; k++) {
        point[intercept(k)] = intercepts[k];
      }
      return point;
    }

    private static double unit(double share) {
      return 1 / Math.sqrt(Math.max(share, SMALLEST_SHARE));
    }
  }
}
