package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// Comparisons that are killed, and go on.
class KilledComparisonTest {
  /// `-Dplumb.kills=10` takes longer.
  private static final int KILLS = Integer.getInteger("plumb.kills", 2);

  private static final String DATA = Path.of("..", "examples", "engel.csv").toString();

  @TempDir private Path folder;

  private List<String> arguments(String model) {
    return List.of(
        "compare",
        DATA,
        "--target",
        "foodexp",
        "--losses",
        "squared_error,absolute_error,huber,tukey",
        "--model",
        model,
        "--repeats",
        "6",
        "--hold-out",
        "0.2",
        "--report",
        folder.resolve("page.html").toString(),
        "--checkpoint",
        "0",
        "--threads",
        "2");
  }

  /// The only state that lies there.
  private static Path state(Path states) {
    try (var files = Files.list(Files.createDirectories(states.resolve("plumb")))) {
      return files.filter(f -> f.toString().endsWith(".comparison")).findAny().orElse(null);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"linear", "network(6)"})
  void kills_leave_the_same_page_and_nothing_else(String model, @TempDir Path states)
      throws Exception {
    Path page = folder.resolve("page.html");
    Typed.plumb(arguments(model).toArray(String[]::new)).done();
    Path whole = Files.move(page, folder.resolve("whole.html"));

    Path log = folder.resolve("log");
    var again = new ArrayList<>(arguments(model));
    again.add("--resume");
    var apart = new Apart(again, Map.of("XDG_STATE_HOME", states.toString()), log);
    var random = new Random(7);
    for (int kill = 0; kill < KILLS; kill++) {
      apart.killed(() -> state(states), random.nextInt(50));
      assertThat(page).doesNotExist();
    }
    apart.done();
    assertThat(Files.readString(log))
        .containsOnlyOnce("no interrupted comparison")
        .contains("going on after");
    assertThat(page).hasSameTextualContentAs(whole);
    try (var left = Files.list(states.resolve("plumb"))) {
      assertThat(left).isEmpty();
    }
  }

  @Test
  void states_of_long_ago_are_taken_away_and_that_is_told(@TempDir Path states) throws Exception {
    Path old = Files.createDirectories(states.resolve("plumb")).resolve("old.comparison");
    Files.writeString(old, "");
    Files.setLastModifiedTime(old, FileTime.from(Instant.now().minus(Duration.ofDays(31))));
    Path log = folder.resolve("log");
    var environment = Map.of("XDG_STATE_HOME", states.toString());
    new Apart(arguments("linear"), environment, log).done();
    assertThat(Files.readString(log))
        .containsOnlyOnce(
            "removed 1 state of comparisons that were interrupted more than 30 days ago");
    assertThat(old).doesNotExist();
    new Apart(arguments("linear"), environment, log).done();
    assertThat(Files.readString(log)).containsOnlyOnce("removed");
  }

  @Test
  void without_a_place_for_its_state_a_comparison_still_answers() throws Exception {
    Path states = Files.createFile(folder.resolve("no folder"));
    Path log = folder.resolve("log");
    new Apart(arguments("linear"), Map.of("XDG_STATE_HOME", states.toString()), log).done();
    assertThat(Files.readString(log))
        .containsOnlyOnce("could not go on after an interruption: the folder")
        .contains("report:");
  }
}
