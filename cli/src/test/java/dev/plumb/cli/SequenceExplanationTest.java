package dev.plumb.cli;

import static dev.plumb.cli.Typed.plumb;
import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.sequence.SequenceLoss;
import org.junit.jupiter.api.Test;

class SequenceExplanationTest {

  @Test
  void every_loss_of_sequences_is_listed_and_has_its_page() {
    String list = plumb("list").done().out();
    assertThat(SequenceLoss.all()).hasSize(1);
    for (SequenceLoss loss : SequenceLoss.all()) {
      assertThat(list).contains("\n" + SequenceLoss.FAMILY + "\n  " + loss.name() + " ");
      assertThat(plumb("explain", loss.name(), "--plain").done().out())
          .matches("[\\x00-\\x7f]*")
          .contains("loss       " + loss.page().signature(), "source     " + loss.page().source());
    }
  }

  @Test
  void a_parameter_that_is_not_there_is_a_mistake() {
    plumb("explain", "ctc(blanc = 1)").fails(2, "ctc has no parameter blanc; it has blank");
  }
}
