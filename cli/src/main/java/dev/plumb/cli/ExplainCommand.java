package dev.plumb.cli;

import dev.plumb.Loss;
import dev.plumb.sequence.SequenceLoss;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `plumb explain`: what a loss is, or what one loss does.
@Command(
    name = "explain",
    description = "Say what a loss function is, or what one loss does and what follows from it.")
final class ExplainCommand implements Runnable {
  private final Screen screen;

  @Mixin private Plumb.Help help;

  @Mixin private LossesFrom losses;

  @Parameters(
      arity = "0..1",
      paramLabel = "LOSS",
      description =
          "A name (huber), an alias (mae), a call (huber(delta = 2)), a formula ('log(1 + (p - y)^2)')"
              + " or a .loss file. Without one: what a loss function is, and how to choose.")
  private String loss;

  @Option(names = "--stages", description = "Show every stage from the formula to the program.")
  private boolean stages;

  @Option(names = "--plain", description = "Use ASCII characters only.")
  private boolean plain;

  ExplainCommand(Screen screen) {
    this.screen = screen;
  }

  @Override
  public void run() {
    Screen page = screen.plainly(plain);
    if (loss == null) {
      page.print(Introduction.page());
      return;
    }
    var sequence = Mistake.unless(() -> SequenceLoss.find(loss));
    if (sequence.isPresent()) {
      page.print(SequenceExplanation.page(sequence.get(), page.pageWidth()));
      return;
    }
    Loss read = losses.loss(loss);
    page.print(stages ? Stages.page(read, page.pageWidth()) : new Explanation(read, page).page());
  }
}
