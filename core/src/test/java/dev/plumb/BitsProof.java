package dev.plumb;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// The same bits of every loss of the catalogue, on every kind of Java machine that this one can
/// be, on any number of threads, and in any pieces: `./verify -Pproof`.
class BitsProof {
  private static final int CLASSES = 5;

  /// A way to run Java on this machine that changes how kernels are computed.
  ///
  /// @param lengths of batches
  private record Machine(int[] lengths, String... options) {}

  /// Lanes without a compiler make an object of every vector: short batches take minutes there.
  private static final List<Machine> MACHINES =
      List.of(
          new Machine(Bits.MANY, "-Ddev.plumb.lanes=off", "-Xint"),
          new Machine(Bits.MANY, "-Ddev.plumb.lanes=always"),
          new Machine(Bits.FEW, "-Ddev.plumb.lanes=always", "-Xint"),
          new Machine(Bits.MANY, "-Ddev.plumb.lanes=always", "-XX:MaxVectorSize=16"),
          new Machine(Bits.MANY, "-Ddev.plumb.lanes=always", "-XX:UseAVX=1"),
          new Machine(Bits.MANY, "-Ddev.plumb.lanes=always", "-XX:UseAVX=2"));

  @TestFactory
  Stream<DynamicTest> other_machines_give_the_same_bits() {
    String few = Bits.of(Bits.FEW);
    String many = Bits.of(Bits.MANY);
    return MACHINES.stream()
        .map(machine ->
            DynamicTest.dynamicTest(
                String.join(" ", machine.options()),
                () ->
                    assertThat(elsewhere(machine))
                        .isEqualTo(machine.lengths() == Bits.FEW ? few : many)));
  }

  private static String elsewhere(Machine machine) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--add-modules");
    command.add("jdk.incubator.vector");
    command.addAll(List.of(machine.options()));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(Bits.class.getName());
    Arrays.stream(machine.lengths()).mapToObj(String::valueOf).forEach(command::add);
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output.strip();
  }

  @TestFactory
  Stream<DynamicTest> threads_do_not_change_a_bit() {
    return each(
        1_000_003,
        batch -> {
          Outcome alone = batch.outcome(1);
          for (int threads : new int[] {2, 3, 7, 64}) {
            Outcome together = batch.outcome(threads);
            assertThat(together.cost()).isEqualTo(alone.cost());
            assertThat(together.gradient())
                .as("%d threads", threads)
                .isDeepEqualTo(alone.gradient());
          }
        });
  }

  @TestFactory
  Stream<DynamicTest> a_batch_may_be_cut_at_any_block() {
    return each(
        4097,
        batch -> {
          float[] whole = batch.values(4097);
          IntStream.of(1024, 2048, 4096)
              .forEach(cut -> assertThat(batch.values(cut)).isEqualTo(whole));
        });
  }

  /// The mean loss with its gradient.
  private record Outcome(double cost, float[][] gradient) {}

  private record Numbers(Loss loss, int samples, Batch batch) {
    Outcome outcome(int threads) {
      float[][] gradient =
          loss.definition().predictions().stream()
              .map(p -> new float[samples * (p.row() ? CLASSES : 1)])
              .toArray(float[][]::new);
      return new Outcome(loss.mean().threads(threads).gradient(batch, gradient), gradient);
    }

    /// The loss of each sample, computed in two pieces.
    float[] values(int cut) {
      var values = new float[samples];
      loss.evaluate(batch, 0, cut, EachFloat.values(values));
      loss.evaluate(batch, cut, samples, EachFloat.values(values));
      return values;
    }
  }

  private static Stream<DynamicTest> each(int numbers, Consumer<Numbers> check) {
    List<Definition> all = Catalogue.builtin().all();
    assertThat(all).isNotEmpty();
    return all.stream()
        .map(definition ->
            DynamicTest.dynamicTest(
                definition.name(), () -> check.accept(numbers(definition, numbers))));
  }

  private static Numbers numbers(Definition definition, int samples) {
    var random = new SplittableRandom(definition.name().hashCode());
    Object[] columns =
        Arrays.stream(Bits.columns(definition, samples, CLASSES, random))
            .map(Bits::floats)
            .toArray();
    return new Numbers(Loss.of(definition.name()), samples, Batch.of(CLASSES, samples, columns));
  }
}
