package dev.plumb;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// The same bits, always: for any number of threads, any width of lanes, compiled or interpreted.
class BitsTest {
  private static final Path GOLDEN = Path.of("src/test/resources/dev/plumb/bits.sha256");

  /// Whether the long proofs run: `./verify -Pproof`.
  private static final boolean PROOF = Boolean.getBoolean("dev.plumb.proof");

  /// Every other way to run Java on this machine that changes how kernels are computed.
  private static final List<List<String>> MACHINES =
      List.of(
          List.of("-Ddev.plumb.lanes=off", "-Xint"),
          List.of("-Ddev.plumb.lanes=always"),
          List.of("-Ddev.plumb.lanes=always", "-Xint"),
          List.of("-Ddev.plumb.lanes=always", "-XX:MaxVectorSize=16"),
          List.of("-Ddev.plumb.lanes=always", "-XX:UseAVX=1"),
          List.of("-Ddev.plumb.lanes=always", "-XX:UseAVX=2"));

  /// The first line is for [Bits#SOME] lengths, the second for [Bits#MANY].
  @Test
  void the_catalogue_has_the_bits_that_it_had() throws IOException {
    List<String> golden = Files.readAllLines(GOLDEN);
    same(Bits.of(Bits.SOME), golden.get(0));
    if (PROOF) {
      same(Bits.of(Bits.MANY), golden.get(1));
    }
  }

  private static void same(String found, String golden) {
    assertThat(found)
        .as("the bits of some loss have changed; if that is meant, write this number to %s", GOLDEN)
        .isEqualTo(golden);
  }

  @TestFactory
  Stream<DynamicTest> other_machines_give_the_same_bits() {
    String here = Bits.of(Bits.FEW);
    List<List<String>> machines = PROOF ? MACHINES : MACHINES.subList(0, 1);
    return machines.stream()
        .map(options ->
            DynamicTest.dynamicTest(
                String.join(" ", options), () -> assertThat(elsewhere(options)).isEqualTo(here)));
  }

  private static String elsewhere(List<String> options) throws IOException, InterruptedException {
    var command = new ArrayList<String>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.add("--add-modules");
    command.add("jdk.incubator.vector");
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(Bits.class.getName(), "few"));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.DISCARD).start();
    String output = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).isZero();
    return output.strip();
  }

  @Test
  void threads_do_not_change_a_bit() {
    int samples = 1_000_003;
    var random = new SplittableRandom(7);
    float[] p = Bits.floats(random.doubles(samples, -3, 3).toArray());
    float[] y = Bits.floats(random.doubles(samples, -3, 3).toArray());
    float[] w = Bits.floats(random.doubles(samples).toArray());
    Batch batch = Batch.of(p, y).weights(w);
    float[] alone = new float[samples];
    double cost = Loss.of("huber").mean().threads(1).gradient(batch, alone);
    for (int threads : new int[] {2, 3, 7, 64}) {
      float[] gradient = new float[samples];
      assertThat(Loss.of("huber").mean().threads(threads).gradient(batch, gradient))
          .as("%d threads", threads)
          .isEqualTo(cost);
      assertThat(gradient).isEqualTo(alone);
    }
  }

  @Test
  void long_rows_on_threads_do_not_change_a_bit() {
    int samples = 99;
    int classes = 3001;
    var random = new SplittableRandom(8);
    float[] z = Bits.floats(random.doubles((long) samples * classes, -3, 3).toArray());
    float[] y = Bits.floats(random.ints(samples, 0, classes).asDoubleStream().toArray());
    Batch batch = Batch.rows(z, classes, y);
    Loss loss = Loss.of("sparse_softmax_cross_entropy");
    float[] alone = new float[z.length];
    double cost = loss.mean().threads(1).gradient(batch, alone);
    for (int threads : new int[] {2, 3, 7}) {
      float[] gradient = new float[z.length];
      assertThat(loss.mean().threads(threads).gradient(batch, gradient)).isEqualTo(cost);
      assertThat(gradient).isEqualTo(alone);
    }
  }

  @Test
  void a_batch_may_be_cut_at_any_block() {
    int samples = 5000;
    var random = new SplittableRandom(9);
    double[] p = random.doubles(samples, -3, 3).toArray();
    double[] y = random.doubles(samples, -3, 3).toArray();
    Loss loss = Loss.of("log_cosh");
    double[] whole = new double[samples];
    loss.values(Batch.of(p, y), whole);
    double[] parts = new double[samples];
    for (int cut : IntStream.of(1024, 2048, 4096).toArray()) {
      loss.evaluate(Batch.of(p, y), 0, cut, Each.values(parts));
      loss.evaluate(Batch.of(p, y), cut, samples, Each.values(parts));
      assertThat(parts).isEqualTo(whole);
    }
  }
}
