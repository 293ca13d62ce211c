package dev.plumb.cli;

import static dev.plumb.cli.Typed.plumb;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.plumb.Loss;
import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class BenchCommandTest {

  @Test
  void a_loss_has_a_line_with_its_pace_and_its_ratio_to_the_loop() {
    String out = plumb("bench", "huber", "--sizes", "4096", "--rounds", "3").done().out();
    assertThat(out).contains("4,096", "ns/sample   × triad", "1.00 is the speed of memory");
    assertThat(out.lines().filter(line -> line.startsWith("huber")).findFirst().orElse(""))
        .matches("huber\\(delta = 1\\) +\\d+\\.\\d{3} +\\d+\\.\\d{2}");
  }

  @Test
  void json_has_every_number() {
    JsonNode json =
        plumb(
                "bench",
                "sparse_softmax_cross_entropy",
                "abs(p - y)^1.5",
                "--sizes",
                "1000,70000",
                "--classes",
                "10",
                "--rounds",
                "3",
                "--json")
            .json();
    assertThat(json.get("machine").asText()).contains("core");
    JsonNode paces = json.get("paces");
    int threads = Runtime.getRuntime().availableProcessors() > 1 ? 3 : 2;
    assertThat(paces).hasSize(2 * threads);
    assertThat(paces.get(0).get("samples").asInt()).isEqualTo(100);
    assertThat(paces.get(0).get("classes").asInt()).isEqualTo(10);
    assertThat(paces.get(threads).get("loss").asText()).isEqualTo("abs(p - y)^1.5");
    for (JsonNode pace : paces) {
      double each = pace.get("nanoseconds_a_sample").asDouble();
      double bound = pace.get("triad_nanoseconds_a_sample").asDouble();
      assertThat(each).isPositive();
      assertThat(pace.get("rounds").asInt()).isEqualTo(3);
      assertThat(pace.get("ratio").asDouble()).isEqualTo(each / bound, within(each / bound));
    }
  }

  private static org.assertj.core.data.Offset<Double> within(double of) {
    return org.assertj.core.api.Assertions.within(1e-9 * of);
  }

  @Test
  void every_loss_of_the_catalogue_gets_numbers_of_its_domain() {
    int losses = 0;
    for (Definition definition : Catalogue.builtin().all()) {
      Loss loss = Loss.of(definition.name());
      var numbers = new PaceNumbers(loss, 200, definition.hasRows() ? 6 : 1);
      assertThat(loss.violation(numbers.batch())).as(loss.name()).isEmpty();
      assertThat(numbers.bytes()).isGreaterThanOrEqualTo(200 * 8L);
      losses++;
    }
    assertThat(losses).isGreaterThan(200);
  }

  @Test
  void an_interrupt_ends_it_with_what_was_measured_so_far() throws Exception {
    var typed = new AtomicReference<Typed>();
    var thread =
        new Thread(
            () -> typed.set(plumb("bench", "huber", "--sizes", "4096", "--rounds", "100000")));
    thread.start();
    thread.interrupt();
    thread.join();
    assertThat(typed.get().code()).isEqualTo(1);
    assertThat(typed.get().err()).contains("plumb: stopped");
  }

  @Test
  void what_cannot_be_measured_is_refused() {
    plumb("bench", "hubber").fails(2, "hubber", "did you mean huber?");
    plumb("bench", "huber", "--rounds", "0").fails(2, "--rounds must be at least 1, not 0");
    plumb("bench", "huber", "--sizes", "0").fails(2, "--sizes must be at least 1, not 0");
  }
}
