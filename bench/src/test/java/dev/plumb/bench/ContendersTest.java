package dev.plumb.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.bench.Contender.Answer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ContendersTest {
  private static final int[] WIDTHS = {16, 1000, 131072};

  @Test
  void what_is_written_by_hand_agrees_with_plumb() throws Exception {
    int compared = 0;
    for (Peer peer : List.of(new Lanes(), new Loops())) {
      for (String loss : Options.LOSSES) {
        boolean rows = loss.equals("sparse_softmax_cross_entropy");
        for (int width : rows ? WIDTHS : new int[] {1}) {
          compared += agrees(peer, Case.of(loss, width, Math.max(4096, 8 * width)));
        }
      }
    }
    assertThat(compared).isEqualTo(9 + 12);
  }

  private static int agrees(Peer peer, Case data) {
    Contender ours = new Plumb(1).enter(data).orElseThrow();
    ours.nanoseconds(1);
    return peer.enter(data)
        .map(other -> {
          other.nanoseconds(1);
          assertThat(Agreement.difference(ours.answer(), other.answer(), 1e-5))
              .as(peer.name() + ", " + data.title())
              .isEmpty();
          return 1;
        })
        .orElse(0);
  }

  @Test
  void variants_agree_with_value_and_gradient() {
    Case data = Case.of("huber", 1, 8192);
    var plumb = new Plumb(1);
    Contender ours = plumb.enter(data).orElseThrow();
    ours.nanoseconds(1);
    for (Contender other :
        List.of(
            plumb.hessian(data), plumb.inPlace(data), plumb.offHeap(data), Lanes.unordered(data))) {
      other.nanoseconds(1);
      assertThat(Agreement.difference(ours.answer(), other.answer(), 1e-5)).isEmpty();
      other.close();
    }
    Contender value = plumb.value(data);
    value.nanoseconds(1);
    assertThat(value.answer().cost()).isEqualTo(ours.answer().cost());
  }

  @Test
  void loops_allocate_nothing_and_that_is_what_is_measured() {
    Contender loop = new Loops().enter(Case.of("huber", 1, 4096)).orElseThrow();
    loop.nanoseconds(100);
    assertThat(loop.allocated()).isZero();
    Contender wasteful =
        new InProcess() {
          @Override
          double once() {
            return new double[1000].length;
          }

          @Override
          public Answer answer() {
            throw new UnsupportedOperationException();
          }
        };
    assertThat(wasteful.allocated()).isBetween(8000L, 8100L);
  }

  @Test
  void a_table_is_written_between_the_comments_of_a_page(@TempDir Path folder) throws Exception {
    Path page = folder.resolve("page.md");
    Files.writeString(page, "above\n" + Page.BEGIN + "\nold\n\n" + Page.END + "below\n");
    Page.write(page, "| new |\n");
    assertThat(page).hasContent("above\n" + Page.BEGIN + "\n| new |\n\n" + Page.END + "below\n");
    Files.writeString(page, "nothing");
    assertThatThrownBy(() -> Page.write(page, "")).hasMessageContaining("no place for a table");
  }

  @Test
  void the_readme_has_a_place_for_the_table() throws Exception {
    assertThat(Path.of("../README.md")).content().contains(Page.BEGIN, Page.END);
  }

  @Test
  void answers_that_differ_are_told_apart() {
    var ours = new Answer(1, new float[] {1, -2});
    assertThat(Agreement.difference(ours, new Answer(1.000001, new float[] {1, -2}), 1e-5))
        .isEmpty();
    assertThat(Agreement.difference(ours, new Answer(1.1, new float[] {1, -2}), 1e-5))
        .isEqualTo("the cost is 1.1, ours 1.0");
    assertThat(Agreement.difference(ours, new Answer(Double.NaN, new float[] {1, -2}), 1e-5))
        .startsWith("the cost is NaN");
    assertThat(Agreement.difference(ours, new Answer(1, new float[] {1, -2.1f}), 1e-5))
        .isEqualTo("derivative 1 is -2.1, ours -2.0");
    assertThat(Agreement.difference(ours, new Answer(1, new float[] {1}), 1e-5))
        .isEqualTo("1 derivatives, ours 2");
  }

  @Test
  void a_contender_that_is_twice_as_slow_is_measured_so() {
    var contenders = new LinkedHashMap<String, Contender>();
    contenders.put("one", new Paced(1_000));
    contenders.put("two", new Paced(2_000));
    var times = new Rounds(15, 1e-5, 1e-5).run(contenders);
    assertThat(times.get("one").median()).isEqualTo(1_000);
    assertThat(times.get("two").median()).isEqualTo(2_000);
    assertThat(times.get("two").spread()).isZero();
  }

  /// Takes the time that it says.
  private record Paced(long nanosecondsEach) implements Contender {
    @Override
    public long nanoseconds(int times) {
      return times * nanosecondsEach;
    }

    @Override
    public Answer answer() {
      return new Answer(0, new float[0]);
    }
  }
}
