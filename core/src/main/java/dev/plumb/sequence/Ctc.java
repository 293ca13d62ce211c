package dev.plumb.sequence;

import dev.plumb.Each;
import dev.plumb.PlumbException;
import java.util.Arrays;
import java.util.List;

/// Connectionist temporal classification: the negative log-probability that the frames spell the
/// labels, summed over every alignment (Graves et al. 2006, doi:10.1145/1143844.1143891).
///
/// The scores are raw: the softmax of each frame is part of the loss, and the gradient is by the
/// scores. Everything is computed in logarithms, so that scores of ±1e4 lose nothing.
///
/// A target that no alignment can spell, because it has more labels and repeats than frames or
/// because a score of minus infinity forbids it, has a loss of +infinity and a gradient of 0: no
/// small step changes it. A score that is NaN makes value and gradient NaN. A sample without labels
/// asks for blanks alone.
///
/// @param blank the class that spells nothing
public record Ctc(int blank) implements SequenceLoss {
  /// The blank is class 0.
  public Ctc() {
    this(0);
  }

  public Ctc {
    if (blank < 0) {
      throw new PlumbException("ctc: blank = " + blank + " is no class number");
    }
  }

  @Override
  public String name() {
    return "ctc";
  }

  @Override
  public String text() {
    return blank == 0 ? "ctc" : "ctc(blank = " + blank + ")";
  }

  @Override
  public SequenceLoss with(String parameter, double value) {
    if (!parameter.equals("blank")) {
      throw new PlumbException("ctc has no parameter " + parameter + "; it has blank");
    }
    if (!(value >= 0 && value == (int) value)) {
      throw new PlumbException("ctc: blank = " + value + " is no class number");
    }
    return new Ctc((int) value);
  }

  @Override
  public void evaluate(Sequences sequences, int from, int to, Each each) {
    Spelling.check(this, sequences, from, to, each);
    for (int sample = from; sample < to; sample++) {
      evaluate(sequences, sample, each);
    }
  }

  private void evaluate(Sequences sequences, int sample, Each each) {
    int[] labels = sequences.labels(sample);
    double value = Double.POSITIVE_INFINITY;
    if (Spelling.framesNeeded(labels) <= sequences.frames(sample)) {
      var alignments =
          new Alignments(LogSoftmax.of(sequences, sample), sequences.classes(), labels, blank);
      value = Math.max(0, -alignments.logProbability());
      if (each.gradient() != null && value != Double.POSITIVE_INFINITY) {
        alignments.gradient(each.gradient()[0], sequences.start(sample));
      }
    }
    if (each.gradient() != null && value == Double.POSITIVE_INFINITY) {
      Arrays.fill(each.gradient()[0], sequences.start(sample), sequences.start(sample + 1), 0);
    }
    if (each.values() != null) {
      each.values()[sample] = value;
    }
  }

  @Override
  public SequencePage page() {
    return new SequencePage(
        "ctc(z[][] | labels; blank = 0)",
        "The negative log-probability that the frames spell the labels, summed over every"
            + " alignment. A path takes one class a frame; it spells what is left when repeats are"
            + " joined and blanks dropped.",
        List.of(
            "-log(sum over the paths that spell the labels of product over t of p[t, path(t)])"
                + "   where p[t] = softmax(z[t])",
            "states    blank, label 1, blank, label 2, ..., blank: c(s) is the class of state s",
            "forward   a[t, s] = log(exp(a[t-1, s]) + exp(a[t-1, s-1]) + skip(s) * exp(a[t-1, s-2]))"
                + " + log p[t, c(s)]",
            "skip      skip(s) = 1 where c(s) is a label that differs from c(s-2), else 0",
            "backward  b[t, s], the same from the last frame on, without frame t",
            "value     -log(exp(a[T, S]) + exp(a[T, S-1]))",
            "gradient  p[t, k] - sum over the states s of class k of exp(a[t, s] + b[t, s] + value)"),
        List.of(
            "z[][] scores: a row of C numbers for each of T frames",
            "labels, class numbers from 0 to C - 1 without the blank, at most one a frame",
            "blank = 0, the class that spells nothing"),
        List.of(
            "+inf with gradient 0 where no path spells the labels",
            "the gradient of each frame sums to 0",
            "no hessian: it is not diagonal"),
        List.of("connectionist temporal classification", "ctc_loss"),
        "Graves et al. 2006, doi:10.1145/1143844.1143891");
  }
}
