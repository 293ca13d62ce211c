package dev.plumb.bench;

import java.util.Optional;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.common.sgd.SGDObjective;
import org.tribuo.math.la.DenseVector;
import org.tribuo.math.la.SGDVector;
import org.tribuo.regression.sgd.objectives.AbsoluteLoss;
import org.tribuo.regression.sgd.objectives.Huber;
import org.tribuo.regression.sgd.objectives.SquaredLoss;

/// The objectives of Tribuo, in double. A regression of n outputs is one call for all of them; of
/// class scores each row is a call, whose value is the log-likelihood. Gradients point downhill.
final class Tribuo implements Peer {
  @Override
  public String name() {
    return "Tribuo 4.3.2";
  }

  @Override
  public String word() {
    return "tribuo";
  }

  @Override
  public Optional<Contender> enter(Case data) {
    return Optional.ofNullable(
        switch (data.loss()) {
          case "squared_error" -> new Outputs(data, new SquaredLoss(), 2, 0);
          // It takes one half off every absolute error.
          case "absolute_error" -> new Outputs(data, new AbsoluteLoss(), 1, 0.5);
          case "huber" -> new Outputs(data, new Huber(1), 1, 0);
          case "sparse_softmax_cross_entropy" -> new Rows(data);
          default -> null;
        });
  }

  private static double[] doubles(float[] numbers, int from, int to) {
    double[] doubles = new double[to - from];
    for (int i = from; i < to; i++) {
      doubles[i - from] = numbers[i];
    }
    return doubles;
  }

  private static final class Outputs extends InProcess {
    private final SGDObjective<DenseVector> objective;
    private final double factor;
    private final double shift;
    private final DenseVector p;
    private final DenseVector y;
    private double cost;
    private SGDVector downhill;

    Outputs(Case data, SGDObjective<DenseVector> objective, double factor, double shift) {
      this.objective = objective;
      this.factor = factor;
      this.shift = shift;
      p = DenseVector.createDenseVector(doubles(data.predictions(), 0, data.samples()));
      y = DenseVector.createDenseVector(doubles(data.targets(), 0, data.samples()));
    }

    @Override
    double once() {
      var computed = objective.lossAndGradient(y, p);
      cost = computed.getA();
      downhill = computed.getB();
      return cost;
    }

    @Override
    public Answer answer() {
      float[] gradient = new float[p.size()];
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = (float) (-factor * downhill.get(i) / gradient.length);
      }
      return new Answer(factor * cost / gradient.length + shift, gradient);
    }
  }

  private static final class Rows extends InProcess {
    private final LogMulticlass objective = new LogMulticlass();
    private final DenseVector[] rows;
    private final int[] targets;
    private final SGDVector[] downhill;
    private final int classes;
    private double sum;

    Rows(Case data) {
      classes = data.classes();
      rows = new DenseVector[data.samples()];
      targets = new int[rows.length];
      downhill = new SGDVector[rows.length];
      for (int i = 0; i < rows.length; i++) {
        int from = i * classes;
        rows[i] = DenseVector.createDenseVector(doubles(data.predictions(), from, from + classes));
        targets[i] = (int) data.targets()[i];
      }
    }

    @Override
    double once() {
      sum = 0;
      for (int i = 0; i < rows.length; i++) {
        var computed = objective.lossAndGradient(targets[i], rows[i]);
        sum += computed.getA();
        downhill[i] = computed.getB();
      }
      return sum;
    }

    @Override
    public Answer answer() {
      float[] gradient = new float[rows.length * classes];
      for (int i = 0; i < gradient.length; i++) {
        gradient[i] = (float) (-downhill[i / classes].get(i % classes) / rows.length);
      }
      return new Answer(-sum / rows.length, gradient);
    }
  }
}
