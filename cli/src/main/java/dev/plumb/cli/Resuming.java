package dev.plumb.cli;

import dev.plumb.PlumbException;
import dev.plumb.models.ComparisonCheckpoint;
import dev.plumb.training.Comparison;
import dev.plumb.training.Dataset;
import dev.plumb.training.KeptFit;
import java.util.Optional;
import picocli.CommandLine.Option;

/// The options that say what becomes of an interrupted comparison.
final class Resuming {
  @Option(
      names = "--resume",
      description =
          "Go on from what an interrupted comparison of the same data and options has done: the same"
              + " answer as without the interruption.")
  private boolean resume;

  @Option(
      names = "--checkpoint",
      paramLabel = "SECONDS",
      description =
          "How often what is done is kept, at least, in a file that is gone at the end; 10 unless"
              + " told.")
  private double seconds = 10;

  private ComparisonCheckpoint state;

  /// Lets a comparison go on from where it was, and keeps where it is.
  void begin(Dataset data, Comparison comparison, Screen screen) {
    state = new ComparisonCheckpoint(ComparisonCheckpoint.folder(), data, comparison, seconds);
    if (resume) {
      int done = state.resume();
      screen.say(
          done == 0
              ? "no interrupted comparison of these data and options is kept; beginning anew"
              : "going on after %d trainings".formatted(done));
    }
    prune(screen);
    comparison.keeper(new Careful(state, screen));
  }

  /// Takes away what was left long ago, but for what is taken up now.
  private static void prune(Screen screen) {
    try {
      int pruned = ComparisonCheckpoint.prune(ComparisonCheckpoint.folder());
      if (pruned > 0) {
        screen.say(
            "removed %s of comparisons that were interrupted more than %d days ago"
                .formatted(
                    pruned == 1 ? "1 state" : pruned + " states", ComparisonCheckpoint.DAYS));
      }
    } catch (PlumbException e) {
      screen.say(e.getMessage());
    }
  }

  /// The answer is there.
  void end() {
    state.remove();
  }

  /// Keeps what it can: where no state can be written, the comparison goes on, and that is said.
  private static final class Careful implements KeptFit.Keeper {
    private final KeptFit.Keeper keeper;
    private final Screen screen;
    private volatile boolean fails;

    Careful(KeptFit.Keeper keeper, Screen screen) {
      this.keeper = keeper;
      this.screen = screen;
    }

    @Override
    public Optional<KeptFit> kept(String training) {
      return keeper.kept(training);
    }

    @Override
    public void keep(String training, KeptFit fit) {
      if (fails) {
        return;
      }
      try {
        keeper.keep(training, fit);
      } catch (PlumbException e) {
        fails = true;
        screen.say("this comparison could not go on after an interruption: " + e.getMessage());
      }
    }
  }
}
