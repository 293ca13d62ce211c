package dev.plumb.bench;

import ai.djl.engine.Engine;
import ai.djl.ndarray.NDList;
import ai.djl.ndarray.NDManager;
import ai.djl.ndarray.types.DataType;
import ai.djl.ndarray.types.Shape;
import ai.djl.pytorch.engine.PtNDArray;
import ai.djl.pytorch.engine.PtNDManager;
import ai.djl.pytorch.engine.PtSymbolBlock;
import ai.djl.pytorch.jni.JniUtils;
import ai.djl.training.ParameterStore;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/// libtorch through DJL: PyTorch's own losses as TorchScript, forward and backward. Predictions,
/// targets and gradient stay in native memory.
///
/// DJL's gradient collector would subtract last time's gradient from itself before every run, and
/// autograd would add to it; here each run has a fresh leaf over the same numbers, as `p.grad =
/// None` gives in Python, so neither pass is paid.
final class Libtorch implements Peer {
  private final Path scripts;
  private final PtNDManager manager;
  private final String version;

  /// @param scripts the folder that `peers/scripts.py` wrote
  Libtorch(Path scripts, int threads) {
    this.scripts = scripts;
    Engine engine = Engine.getEngine("PyTorch");
    version = engine.getVersion();
    JniUtils.setNumThreads(threads);
    manager = (PtNDManager) NDManager.newBaseManager(null, "PyTorch");
  }

  @Override
  public String name() {
    return "libtorch " + version;
  }

  @Override
  public String word() {
    return "libtorch";
  }

  @Override
  public Optional<Contender> enter(Case data) {
    Path script = scripts.resolve(data.loss() + ".pt");
    return Files.exists(script) ? Optional.of(new Script(script, data)) : Optional.empty();
  }

  private final class Script implements Contender {
    private final PtNDManager own = (PtNDManager) manager.newSubManager();
    private final ParameterStore parameters = new ParameterStore(own, false);
    private final PtSymbolBlock loss;
    private final PtNDArray p;
    private final PtNDArray y;
    private final PtNDArray one;

    Script(Path script, Case data) {
      loss = JniUtils.loadModule(own, script, false, new String[0], new String[0], true);
      boolean rows = data.classes() > 1;
      Shape shape = rows ? new Shape(data.samples(), data.classes()) : new Shape(data.samples());
      p = (PtNDArray) own.create(data.predictions(), shape);
      var targets = own.create(data.targets());
      y = (PtNDArray) (rows ? targets.toType(DataType.INT64, false) : targets);
      one = (PtNDArray) own.create(1f);
      JniUtils.setGradMode(true);
    }

    @Override
    public long nanoseconds(int times) {
      long began = Clock.now();
      for (int i = 0; i < times; i++) {
        try (PtNDManager scope = (PtNDManager) own.newSubManager()) {
          leaf(scope);
        }
      }
      return Clock.now() - began;
    }

    /// Runs forward and backward; the gradient is then in the leaf.
    private Run leaf(PtNDManager scope) {
      PtNDArray leaf = JniUtils.detachGradient(p);
      leaf.attach(scope);
      JniUtils.attachGradient(leaf, true);
      var cost = (PtNDArray) loss.forward(parameters, new NDList(leaf, y), true).head();
      JniUtils.backward(cost, one, false, false);
      return new Run(leaf, cost);
    }

    private record Run(PtNDArray leaf, PtNDArray cost) {}

    @Override
    public Answer answer() {
      try (PtNDManager scope = (PtNDManager) own.newSubManager()) {
        Run run = leaf(scope);
        PtNDArray gradient = JniUtils.getGradient(run.leaf());
        gradient.attach(scope);
        return new Answer(run.cost().getFloat(), gradient.toFloatArray());
      }
    }

    @Override
    public void close() {
      own.close();
    }
  }

  @Override
  public void close() {
    manager.close();
  }
}
