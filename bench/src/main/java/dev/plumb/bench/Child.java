package dev.plumb.bench;

import java.nio.ByteBuffer;
import java.util.Optional;

/// A peer in a process of its own, which waits for its turn: `peers/peer.py`.
final class Child implements Peer {
  private final String word;
  private final int threads;
  private final Script script;

  /// @param word which peer the script is to be: `torch`, `sklearn`, `sklearn-hessian`
  Child(String word, Options options) {
    this.word = word;
    this.threads = options.threads();
    script = new Script("peer.py", threads, word, options.cpu() ? "--cpu" : "");
  }

  @Override
  public String name() {
    return script.name() + (word.endsWith("-hessian") ? ", hessian" : "");
  }

  @Override
  public String word() {
    return word;
  }

  @Override
  public Optional<Contender> enter(Case data) {
    String loaded =
        script.ask(
            "load %s %d %d %s %s"
                .formatted(
                    data.loss(),
                    data.classes(),
                    threads,
                    script.write("predictions", data.predictions()),
                    script.write("targets", data.targets())));
    return loaded.equals("none") ? Optional.empty() : Optional.of(new Turns());
  }

  private final class Turns implements Contender {
    @Override
    public long nanoseconds(int times) {
      return Long.parseLong(script.ask("time " + times));
    }

    @Override
    public Answer answer() {
      double cost = Double.parseDouble(script.ask("answer " + script.file("gradient")));
      ByteBuffer bytes = script.read("gradient");
      float[] gradient = new float[bytes.capacity() / Float.BYTES];
      bytes.asFloatBuffer().get(gradient);
      return new Answer(cost, gradient);
    }
  }

  @Override
  public void close() {
    script.close();
  }
}
