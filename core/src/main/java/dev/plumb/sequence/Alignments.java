package dev.plumb.sequence;

import static java.lang.Double.NEGATIVE_INFINITY;

import java.util.Arrays;

/// Every way in which the frames of one sample can spell its labels: the forward-backward recursion
/// of Graves et al. 2006, section 4.1, in logarithms.
///
/// The states are the labels with a blank before, between and after them: an even state is blank,
/// state 2i + 1 is label i. A path may stay, step to the next state, or step over a blank between
/// two labels that differ.
final class Alignments {
  private final double[] logs;
  private final int classes;
  private final int frames;
  private final int[] states;

  /// The logarithm of the probability of all paths that end in a state at a frame.
  private final double[] forward;

  /// @param logs the logarithms of the probabilities, `classes` a frame
  Alignments(double[] logs, int classes, int[] labels, int blank) {
    this.logs = logs;
    this.classes = classes;
    this.frames = logs.length / classes;
    this.states = states(labels, blank);
    this.forward = new double[frames * states.length];
    forward();
  }

  private static int[] states(int[] labels, int blank) {
    int[] states = new int[2 * labels.length + 1];
    Arrays.fill(states, blank);
    for (int i = 0; i < labels.length; i++) {
      states[2 * i + 1] = labels[i];
    }
    return states;
  }

  private void forward() {
    for (int t = 0; t < frames; t++) {
      for (int s = 0; s < states.length; s++) {
        forward[t * states.length + s] = emission(t, s) + (t == 0 ? entry(s) : arrival(t - 1, s));
      }
    }
  }

  private static double entry(int state) {
    return state <= 1 ? 0 : NEGATIVE_INFINITY;
  }

  private double arrival(int frame, int state) {
    int at = frame * states.length + state;
    double sum = forward[at];
    sum = state >= 1 ? added(sum, forward[at - 1]) : sum;
    return isSkipped(state) ? added(sum, forward[at - 2]) : sum;
  }

  /// Whether a path may step over the blank before this state.
  private boolean isSkipped(int state) {
    return state >= 3 && state % 2 == 1 && states[state] != states[state - 2];
  }

  private double emission(int frame, int state) {
    return logs[frame * classes + states[state]];
  }

  /// The logarithm of the probability of the labels; minus infinity when no path spells them.
  double logProbability() {
    int end = states.length;
    if (frames == 0) {
      return end == 1 ? 0 : NEGATIVE_INFINITY;
    }
    double last = forward[frames * end - 1];
    return end == 1 ? last : added(last, forward[frames * end - 2]);
  }

  /// Writes the derivative of `-logProbability()` by the scores: the probability of each class at
  /// each frame, less its share among the paths.
  void gradient(double[] gradient, int start) {
    double[] onward = new double[states.length];
    Arrays.fill(onward, NEGATIVE_INFINITY);
    onward[states.length - 1] = 0;
    onward[Math.max(0, states.length - 2)] = 0;
    for (int t = frames - 1; t >= 0; t--) {
      difference(t, shares(t, onward), gradient, start + t * classes);
      onward = departure(t, onward);
    }
  }

  /// What share of the paths, by probability, passes each class at a frame. The shares are made to
  /// sum to 1 here, so that the rounding of large logarithms does not tilt them.
  private double[] shares(int frame, double[] onward) {
    double[] joint = new double[states.length];
    double largest = NEGATIVE_INFINITY;
    for (int s = 0; s < states.length; s++) {
      joint[s] = forward[frame * states.length + s] + onward[s];
      largest = Math.max(largest, joint[s]);
    }
    double total = 0;
    for (int s = 0; s < states.length; s++) {
      joint[s] = StrictMath.exp(joint[s] - largest);
      total += joint[s];
    }
    double[] shares = new double[classes];
    for (int s = 0; s < states.length; s++) {
      shares[states[s]] += joint[s] / total;
    }
    return shares;
  }

  /// The logarithms of the probabilities of what follows, one frame earlier.
  private double[] departure(int frame, double[] onward) {
    double[] earlier = new double[states.length];
    for (int s = 0; s < states.length; s++) {
      double sum = emission(frame, s) + onward[s];
      if (s + 1 < states.length) {
        sum = added(sum, emission(frame, s + 1) + onward[s + 1]);
      }
      if (s + 2 < states.length && isSkipped(s + 2)) {
        sum = added(sum, emission(frame, s + 2) + onward[s + 2]);
      }
      earlier[s] = sum;
    }
    return earlier;
  }

  /// Probability less share. Where both are near 1, what the other classes have of each is
  /// subtracted instead, which keeps the digits.
  private void difference(int frame, double[] shares, double[] gradient, int at) {
    for (int k = 0; k < classes; k++) {
      double probability = StrictMath.exp(logs[frame * classes + k]);
      gradient[at + k] =
          probability > 0.5 && shares[k] > 0.5
              ? rest(shares, k) - rest(frame, k)
              : probability - shares[k];
    }
  }

  private static double rest(double[] shares, int but) {
    double sum = 0;
    for (int k = 0; k < shares.length; k++) {
      sum += k == but ? 0 : shares[k];
    }
    return sum;
  }

  private double rest(int frame, int but) {
    double sum = 0;
    for (int k = 0; k < classes; k++) {
      sum += k == but ? 0 : StrictMath.exp(logs[frame * classes + k]);
    }
    return sum;
  }

  /// `log(exp(a) + exp(b))`.
  private static double added(double a, double b) {
    if (a == NEGATIVE_INFINITY || b == NEGATIVE_INFINITY) {
      return a == NEGATIVE_INFINITY ? b : a;
    }
    return Math.max(a, b) + StrictMath.log1p(StrictMath.exp(-Math.abs(a - b)));
  }
}
