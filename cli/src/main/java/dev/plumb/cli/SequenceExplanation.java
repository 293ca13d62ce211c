package dev.plumb.cli;

import dev.plumb.sequence.SequenceLoss;
import dev.plumb.sequence.SequencePage;

/// A loss of sequences on a page: it is no formula, so its recursion stands where others have one.
final class SequenceExplanation {
  private static final int MARGIN = 11;

  private SequenceExplanation() {}

  static String page(SequenceLoss loss, int width) {
    SequencePage words = loss.page();
    return new Page(width, MARGIN)
        .entry("loss", words.signature())
        .entry("", words.documentation())
        .entry("formula", words.recursion())
        .entry("inputs", words.inputs())
        .entry("facts", words.facts())
        .entry("also", String.join(", ", words.also()))
        .entry("source", words.source())
        .text();
  }
}
