package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.catalogue.Catalogue;
import dev.plumb.sequence.Ctc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class PeersTest {
  private static final String BY_HAND = new Ctc().name();

  private final Peers peers = Peers.read(Files.readString(Path.of("../docs/comparison.csv")));

  PeersTest() throws IOException {}

  @Test
  void ten_systems_have_their_column() {
    assertThat(peers.systems())
        .containsExactly(
            "PyTorch",
            "Keras",
            "TensorFlow",
            "optax",
            "scikit-learn",
            "XGBoost",
            "LightGBM",
            "CatBoost",
            "DJL",
            "DL4J");
    assertThat(peers.rows())
        .hasSizeGreaterThan(80)
        .allSatisfy(row -> assertThat(row.ticks()).hasSize(10).allMatch(t -> t.matches("[xo]?")));
  }

  @Test
  void every_loss_that_is_named_is_there() {
    assertThat(peers.rows().stream().flatMap(row -> row.names().stream()))
        .hasSizeGreaterThan(70)
        .contains(BY_HAND)
        .filteredOn(name -> !name.equals(BY_HAND))
        .allSatisfy(name ->
            assertThat(Catalogue.builtin().find(name))
                .hasValueSatisfying(loss -> assertThat(loss.name()).isEqualTo(name)));
  }

  @Test
  void every_loss_of_two_systems_is_there_or_says_why_not() {
    assertThat(peers.rows().stream().filter(row -> row.systems() >= 2))
        .hasSizeGreaterThanOrEqualTo(37)
        .allSatisfy(row -> assertThat(row.names().isEmpty()).isEqualTo(!row.why().isEmpty()));
  }
}
