package dev.plumb.cli;

import dev.plumb.Loss;
import java.io.IOException;
import java.util.Arrays;
import java.util.concurrent.CancellationException;
import java.util.function.DoubleSupplier;

/// How fast a loss is: value and gradient, in float.
///
/// @param loss as it was typed, with its parameters
/// @param setup how it was measured
/// @param samples in the batch
/// @param classes the length of a row; 1 without rows
/// @param rounds how often both were timed
/// @param nanoseconds for one batch, the median of the rounds
/// @param bound the same for `a = b + s * c` over as many bytes
/// @param spread the middle half of the rounds, as a share of the median
record Pace(
    String loss,
    Setup setup,
    int samples,
    int classes,
    int rounds,
    double nanoseconds,
    double bound,
    double spread) {
  /// For so long at least a loss runs before it is measured: kernels on lanes are made in the
  /// background, and until they are ready plain ones answer at an even pace.
  private static final double WARM_SECONDS = 1.5;

  private static final double MOST_WARM_SECONDS = 6;

  /// After so long a slow loss has fewer rounds than were asked for.
  private static final double LONG_SECONDS = 15;

  private static final int LEAST_ROUNDS = 3;
  private static final double TURN_SECONDS = 0.005;
  private static final double FASTER = 0.9;

  /// @param size predictions in a batch
  /// @param classes the length of a row, for losses of rows
  record Setup(int size, int classes, int threads) {
    /// Below this a batch stays on the caller's thread, or is too short to gain from others.
    static final int SPREAD = 1 << 16;

    String threadsText() {
      return threads == 1 ? "1 thread" : threads + " threads";
    }
  }

  /// Measures; loss and loop take turns, so that what the machine does meanwhile hits both.
  ///
  /// @throws CancellationException when the thread is interrupted
  static Pace measured(Loss loss, Setup setup, int rounds) {
    int width = loss.definition().hasRows() ? setup.classes() : 1;
    int samples = Math.max(1, setup.size() / width);
    var numbers = new PaceNumbers(loss, samples, width);
    var cost = loss.mean().threads(setup.threads());
    var triad = new Triad(numbers.bytes(), setup.threads());
    DoubleSupplier ours = () -> cost.gradient(numbers.batch(), numbers.gradient());
    int ourTimes = warm(ours, WARM_SECONDS);
    int itsTimes = warm(triad, WARM_SECONDS / 5);
    double[] taken = new double[rounds];
    double[] bounds = new double[rounds];
    int done = 0;
    long began = System.nanoTime();
    while (done < rounds && (done < LEAST_ROUNDS || !isLong(began))) {
      taken[done] = time(ours, ourTimes);
      bounds[done] = time(triad, itsTimes);
      done++;
    }
    Arrays.sort(taken, 0, done);
    Arrays.sort(bounds, 0, done);
    double median = taken[done / 2];
    double spread = (taken[done * 3 / 4] - taken[done / 4]) / median;
    return new Pace(loss.text(), setup, samples, width, done, median, bounds[done / 2], spread);
  }

  private static boolean isLong(long began) {
    return System.nanoTime() - began > LONG_SECONDS * 1e9;
  }

  double nanosecondsEach() {
    return nanoseconds / samples;
  }

  double ratio() {
    return nanoseconds / bound;
  }

  /// Runs for some seconds, and on until it is no longer getting faster.
  ///
  /// @return how often to run in a turn
  private static int warm(DoubleSupplier work, double seconds) {
    double best = Double.POSITIVE_INFINITY;
    double spent = 0;
    double since = 0;
    int times = 1;
    while (spent < MOST_WARM_SECONDS && (spent < seconds || since < seconds)) {
      double once = time(work, times);
      double took = once * times / 1e9;
      spent += took;
      since = once < best * FASTER ? 0 : since + took;
      best = Math.min(best, once);
      times = (int) Math.clamp(Math.ceil(TURN_SECONDS * 1e9 / best), 1, 1 << 20);
    }
    return times;
  }

  /// Nanoseconds of one run, the mean over some.
  private static double time(DoubleSupplier work, int times) {
    long began = System.nanoTime();
    for (int i = 0; i < times; i++) {
      work.getAsDouble();
    }
    double once = (double) (System.nanoTime() - began) / times;
    if (Thread.interrupted()) {
      throw new CancellationException();
    }
    return once;
  }

  void write(Json json) throws IOException {
    json.object(object -> {
      object.name("loss").text(loss);
      object.name("samples").whole(samples);
      object.name("classes").whole(classes);
      object.name("threads").whole(setup.threads());
      object.name("rounds").whole(rounds);
      object.name("nanoseconds_a_sample").number(nanosecondsEach());
      object.name("triad_nanoseconds_a_sample").number(bound / samples);
      object.name("ratio").number(ratio());
      object.name("spread").number(spread);
    });
  }
}
