package dev.plumb.sequence;

import dev.plumb.Each;
import dev.plumb.PlumbException;

/// Whether sequences fit a loss that spells labels.
final class Spelling {
  private Spelling() {}

  /// The fewest frames that spell the labels: one each, and a blank between two that are equal.
  static int framesNeeded(int[] labels) {
    int needed = labels.length;
    for (int i = 1; i < labels.length; i++) {
      needed += labels[i] == labels[i - 1] ? 1 : 0;
    }
    return needed;
  }

  static void check(Ctc loss, Sequences sequences, int from, int to, Each each) {
    if (from < 0 || to < from || to > sequences.samples()) {
      throw new PlumbException(
          "%s: samples %d to %d of %d".formatted(loss.name(), from, to, sequences.samples()));
    }
    if (loss.blank() >= sequences.classes()) {
      throw new PlumbException(
          "%s: blank = %d, but the classes are 0 to %d"
              .formatted(loss.name(), loss.blank(), sequences.classes() - 1));
    }
    arrays(loss, sequences, to, each);
    for (int sample = from; sample < to; sample++) {
      labels(loss, sequences, sample);
    }
  }

  private static void labels(Ctc loss, Sequences sequences, int sample) {
    for (int label : sequences.labels(sample)) {
      if (label < 0 || label >= sequences.classes() || label == loss.blank()) {
        throw new PlumbException(
            "%s: sample %d has label %d, but the labels are 0 to %d without the blank %d"
                .formatted(loss.name(), sample, label, sequences.classes() - 1, loss.blank()));
      }
    }
  }

  private static void arrays(Ctc loss, Sequences sequences, int to, Each each) {
    if (each.hessian() != null) {
      throw new PlumbException(loss.name() + " has no hessian: it is not diagonal");
    }
    if (each.values() != null && each.values().length < to) {
      throw new PlumbException(
          "%s: %d places for the values of %d samples"
              .formatted(loss.name(), each.values().length, to));
    }
    if (each.gradient() != null
        && (each.gradient().length != 1 || each.gradient()[0].length < sequences.start(to))) {
      throw new PlumbException(
          "%s: the gradient is one array of %d places".formatted(loss.name(), sequences.start(to)));
    }
  }
}
