package dev.plumb.training;

import java.util.Arrays;

/// What a model says about rows whose targets are known, in the forms that metrics ask for.
///
/// @param targets amounts, or class numbers
/// @param weights one a row, or null
/// @param classes how many classes; 1 for amounts
/// @param numbers for amounts the prediction on the target's scale; for two classes a score that is
///   higher for class 1; empty for many
/// @param labels the class number predicted for each row; empty for amounts
/// @param probabilities for two classes that of class 1, for many `classes` a row; empty where the
///   loss gives none
record Prediction(
    double[] targets,
    double[] weights,
    int classes,
    double[] numbers,
    double[] labels,
    double[] probabilities) {
  private static final double[] NONE = {};

  /// From the scores of a model, `outputs` consecutive numbers a row.
  static Prediction of(
      Pairing pairing, Target target, double[] targets, double[] weights, double[] scores) {
    double[] responses = scores.clone();
    pairing.scored().respond(responses, pairing.outputs());
    int classes = target.kind().isClasses() ? target.labels().size() : 1;
    if (classes == 1) {
      return new Prediction(targets, weights, 1, responses, NONE, NONE);
    }
    boolean probable = Likelihoods.are(pairing);
    if (pairing.isOfLevels()) {
      double[] told = probable ? betweenLevels(responses, classes) : NONE;
      return new Prediction(targets, weights, classes, NONE, reached(scores, classes), told);
    }
    if (pairing.outputs() > 1) {
      double[] labels = highest(scores, classes);
      double[] margins = classes == 2 ? margins(scores) : NONE;
      double[] told = classes == 2 ? second(responses) : responses;
      return new Prediction(targets, weights, classes, margins, labels, probable ? told : NONE);
    }
    double[] labels =
        probable
            ? Arrays.stream(responses).map(p -> p > 0.5 ? 1 : 0).toArray()
            : cheaper(pairing, scores);
    return new Prediction(targets, weights, 2, scores, labels, probable ? responses : NONE);
  }

  /// The same with the class of least expected cost where probabilities are told.
  ///
  /// @param costs of each class (first) by predicted class (second)
  Prediction cheapest(double[][] costs) {
    if (!isProbable()) {
      return this;
    }
    var cheapest = new double[targets.length];
    for (int i = 0; i < cheapest.length; i++) {
      double least = Double.POSITIVE_INFINITY;
      for (int j = 0; j < classes; j++) {
        double cost = 0;
        for (int k = 0; k < classes; k++) {
          cost += probability(i, k) * costs[k][j];
        }
        if (cost < least) {
          least = cost;
          cheapest[i] = j;
        }
      }
    }
    return new Prediction(targets, weights, classes, numbers, cheapest, probabilities);
  }

  /// The same with other probabilities, and the labels that are likeliest by them.
  ///
  /// @param told of class 1, or of each class of a row
  Prediction likely(double[] told) {
    if (told.length == targets.length) {
      double[] labels = Arrays.stream(told).map(p -> p > 0.5 ? 1 : 0).toArray();
      return new Prediction(targets, weights, classes, numbers, labels, told);
    }
    double[] likely = classes == 2 ? second(told) : told;
    return new Prediction(targets, weights, classes, numbers, highest(told, classes), likely);
  }

  private double probability(int row, int k) {
    if (classes == 2) {
      return k == 1 ? probabilities[row] : 1 - probabilities[row];
    }
    return probabilities[row * classes + k];
  }

  /// The same with class 1 where the score is above a threshold.
  Prediction above(double threshold) {
    double[] above = Arrays.stream(numbers).map(z -> z > threshold ? 1 : 0).toArray();
    return new Prediction(targets, weights, classes, numbers, above, probabilities);
  }

  /// Whether the loss tells how likely each class is.
  boolean isProbable() {
    return probabilities.length > 0;
  }

  /// The label whose loss is smaller at each score: without a probability nothing else says where
  /// one class ends.
  private static double[] cheaper(Pairing pairing, double[] scores) {
    double[] zero = pairing.losses(scores, 0);
    double[] one = pairing.losses(scores, 1);
    var labels = new double[scores.length];
    Arrays.setAll(labels, i -> one[i] < zero[i] ? 1 : 0);
    return labels;
  }

  /// How many levels are reached: more likely than not, which is where a score is above 0.
  private static double[] reached(double[] scores, int classes) {
    var reached = new double[scores.length / (classes - 1)];
    for (int place = 0; place < scores.length; place++) {
      reached[place / (classes - 1)] += scores[place] > 0 ? 1 : 0;
    }
    return reached;
  }

  /// How likely each level is the last that is reached.
  ///
  /// @param reached how likely each but the lowest is reached
  private static double[] betweenLevels(double[] reached, int classes) {
    var told = new double[reached.length / (classes - 1) * classes];
    for (int i = 0; i < told.length; i++) {
      int row = i / classes * (classes - 1);
      int level = i % classes;
      double here = level == 0 ? 1 : reached[row + level - 1];
      double next = level == classes - 1 ? 0 : reached[row + level];
      told[i] = Math.max(0, here - next);
    }
    return told;
  }

  private static double[] highest(double[] scores, int classes) {
    var labels = new double[scores.length / classes];
    for (int i = 0; i < labels.length; i++) {
      int best = 0;
      for (int k = 1; k < classes; k++) {
        best = scores[i * classes + k] > scores[i * classes + best] ? k : best;
      }
      labels[i] = best;
    }
    return labels;
  }

  private static double[] margins(double[] scores) {
    var margins = new double[scores.length / 2];
    Arrays.setAll(margins, i -> scores[2 * i + 1] - scores[2 * i]);
    return margins;
  }

  private static double[] second(double[] rows) {
    var second = new double[rows.length / 2];
    Arrays.setAll(second, i -> rows[2 * i + 1]);
    return second;
  }
}
