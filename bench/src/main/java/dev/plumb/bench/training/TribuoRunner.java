package dev.plumb.bench.training;

import dev.plumb.bench.Clock;
import java.util.stream.IntStream;
import org.tribuo.MutableDataset;
import org.tribuo.classification.Label;
import org.tribuo.classification.LabelFactory;
import org.tribuo.classification.sgd.linear.LinearSGDTrainer;
import org.tribuo.classification.sgd.objectives.LogMulticlass;
import org.tribuo.impl.ArrayExample;
import org.tribuo.math.la.DenseMatrix;
import org.tribuo.math.optimisers.AdaGrad;
import org.tribuo.provenance.SimpleDataSourceProvenance;

/// Tribuo's linear model by mini-batches, which has no penalty; a rung is a number of epochs.
record TribuoRunner(Problem problem, MutableDataset<Label> data) implements Runner {
  private static final int[] EPOCHS = {5, 20};

  static TribuoRunner of(Problem problem) {
    var factory = new LabelFactory();
    var data = new MutableDataset<>(new SimpleDataSourceProvenance("race", factory), factory);
    // In the order of their texts, in which Tribuo numbers them.
    String[] names =
        IntStream.range(0, problem.width()).mapToObj("x%05d"::formatted).toArray(String[]::new);
    Label[] labels = {new Label("0"), new Label("1")};
    for (int i = 0; i < problem.rows(); i++) {
      var row = new double[problem.width()];
      for (int j = 0; j < row.length; j++) {
        row[j] = problem.features()[i * row.length + j];
      }
      data.add(new ArrayExample<>(labels[(int) problem.targets()[i]], names, row));
    }
    return new TribuoRunner(problem, data);
  }

  @Override
  public String name() {
    return "Tribuo 4.3.2";
  }

  @Override
  public int rungs() {
    return EPOCHS.length;
  }

  @Override
  public Trained train(int rung) {
    var trainer =
        new LinearSGDTrainer(
            new LogMulticlass(), new AdaGrad(0.1), EPOCHS[rung], 1_000_000_000, 32, 1);
    long began = Clock.now();
    var trained = trainer.train(data);
    double seconds = (Clock.now() - began) / 1e9;
    DenseMatrix weights = trained.getWeightsCopy();
    int one = trained.getOutputIDInfo().getID(new Label("1"));
    var model = new double[problem.width() + 1];
    for (int j = 0; j <= problem.width(); j++) {
      model[(j + 1) % model.length] = weights.get(one, j) - weights.get(1 - one, j);
    }
    return new Trained(seconds, model);
  }
}
