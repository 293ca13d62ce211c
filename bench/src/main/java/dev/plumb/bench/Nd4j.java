package dev.plumb.bench;

import java.util.Optional;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationSigmoid;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4jBackend;
import org.nd4j.linalg.lossfunctions.ILossFunction;
import org.nd4j.linalg.lossfunctions.impl.LossBinaryXENT;
import org.nd4j.linalg.lossfunctions.impl.LossHinge;
import org.nd4j.linalg.lossfunctions.impl.LossMAE;
import org.nd4j.linalg.lossfunctions.impl.LossMSE;
import org.nd4j.linalg.lossfunctions.impl.LossSparseMCXENT;

/// The losses of ND4J: `computeGradientAndScore` on arrays that stay in native memory.
final class Nd4j implements Peer {
  Nd4j() throws Nd4jBackend.NoAvailableBackendException {
    Nd4jBackend.load();
  }

  @Override
  public String name() {
    return "ND4J 1.0.0-M2.1";
  }

  @Override
  public String word() {
    return "nd4j";
  }

  @Override
  public Optional<Contender> enter(Case data) {
    var identity = new ActivationIdentity();
    return Optional.ofNullable(
        switch (data.loss()) {
          case "squared_error" -> new Function(data, new LossMSE(), identity);
          case "absolute_error" -> new Function(data, new LossMAE(), identity);
          case "hinge" -> new Function(data, new LossHinge(), identity);
          case "sigmoid_cross_entropy" ->
              // Without its clipping, which would change the answers.
              new Function(data, new LossBinaryXENT(0, null), new ActivationSigmoid());
          case "sparse_softmax_cross_entropy" ->
              new Function(data, new LossSparseMCXENT(), new ActivationSoftmax());
          default -> null;
        });
  }

  private static final class Function extends InProcess {
    private final ILossFunction loss;
    private final IActivation activation;
    private final INDArray p;
    private final INDArray y;
    private final int samples;
    private double cost;
    private INDArray gradient;

    Function(Case data, ILossFunction loss, IActivation activation) {
      this.loss = loss;
      this.activation = activation;
      samples = data.samples();
      p =
          org.nd4j.linalg.factory.Nd4j.createFromArray(data.predictions())
              .reshape(samples, data.classes());
      y =
          org.nd4j.linalg.factory.Nd4j.createFromArray(data.targets())
              .castTo(data.classes() > 1 ? DataType.INT32 : DataType.FLOAT)
              .reshape(samples, 1);
    }

    @Override
    double once() {
      if (gradient != null) {
        gradient.close();
      }
      // An activation may write over its input, so each run has a copy, as a network's layer gives.
      var computed = loss.computeGradientAndScore(y, p, activation, null, true);
      cost = computed.getFirst();
      gradient = computed.getSecond();
      return cost;
    }

    /// It adds floats to a float, which at 2^25 samples loses a twelfth of the squared error.
    @Override
    public double tolerance() {
      return 0.2;
    }

    @Override
    public Answer answer() {
      return new Answer(cost, gradient.div(samples).reshape(gradient.length()).toFloatVector());
    }
  }
}
