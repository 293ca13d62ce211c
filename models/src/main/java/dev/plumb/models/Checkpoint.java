package dev.plumb.models;

import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.training.Dataset;
import dev.plumb.training.NetworkState;
import dev.plumb.training.TrainingStep;
import java.io.DataInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The state of a training as a file beside the model that it is to give: there whole or not at
/// all, and gone when the model is there.
public final class Checkpoint implements NetworkState.Keeper {
  private static final String FORMAT = "plumb checkpoint 1\n";
  private static final double NANOSECONDS = 1e9;

  private final Path file;
  private final String training;
  private final double seconds;
  private final LongSupplier clock;
  private long last;

  /// @param model where the model goes
  /// @param training what tells this training from any other
  /// @param seconds at least so long from one state kept to the next
  public Checkpoint(Path model, String training, double seconds) {
    this(model, training, seconds, System::nanoTime);
  }

  Checkpoint(Path model, String training, double seconds, LongSupplier clock) {
    this.file = of(model);
    this.training = Digest.of(training);
    this.seconds = seconds;
    this.clock = clock;
    this.last = clock.getAsLong();
  }

  /// Where the state of the training of a model lies.
  public static Path of(Path model) {
    return model.resolveSibling(model.getFileName() + ".checkpoint");
  }

  /// What tells a training from any other: its loss, data and options.
  ///
  /// @param data that are learnt from, and held out
  public static String training(Loss loss, List<Dataset> data, Object... options) {
    var parts = new ArrayList<String>(List.of(DefinitionText.of(loss)));
    data.forEach(some -> parts.add(Digest.of(some)));
    for (Object option : options) {
      parts.add(String.valueOf(option));
    }
    return String.join("\n", parts);
  }

  @Override
  public void keep(NetworkState state) {
    long now = clock.getAsLong();
    if ((now - last) / NANOSECONDS >= seconds) {
      last = now;
      WholeFile.write(file, bytes(state));
    }
  }

  /// The state that was kept last; empty where there is none.
  ///
  /// @throws PlumbException when it is of another training
  public Optional<NetworkState> read() {
    try {
      byte[] bytes = Files.readAllBytes(file);
      if (!new String(bytes, StandardCharsets.ISO_8859_1).startsWith(FORMAT)) {
        throw new PlumbException(file + " is no state of a training by this version of Plumb");
      }
      return Optional.of(Binary.read(bytes, this::state));
    } catch (NoSuchFileException e) {
      return Optional.empty();
    } catch (IOException e) {
      throw new PlumbException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /// Takes the file away, and what a killed process left beside it.
  public void remove() {
    WholeFile.remove(file);
  }

  private byte[] bytes(NetworkState state) {
    return Binary.written(out -> {
      out.writeBytes(FORMAT);
      out.writeUTF(training);
      out.writeInt(state.epoch());
      out.writeInt(state.bestEpoch());
      out.writeDouble(state.bestValue());
      Binary.write(state.point(), out);
      Binary.write(state.best(), out);
      out.writeInt(state.memory().size());
      for (double[] part : state.memory()) {
        Binary.write(part, out);
      }
      out.writeInt(state.steps().size());
      for (TrainingStep step : state.steps()) {
        out.writeInt(step.iteration());
        Binary.write(new double[] {step.loss(), step.penalty(), step.validationLoss()}, out);
      }
    });
  }

  private NetworkState state(DataInputStream in) throws IOException {
    in.skipBytes(FORMAT.length());
    if (!in.readUTF().equals(training)) {
      throw new PlumbException(
          file
              + " is the state of another training: its data, loss or options differ; repeat them, or"
              + " leave out --resume to begin anew");
    }
    int epoch = in.readInt();
    int bestEpoch = in.readInt();
    double bestValue = in.readDouble();
    double[] point = Binary.doubles(in);
    double[] best = Binary.doubles(in);
    List<double[]> memory = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      memory.add(Binary.doubles(in));
    }
    List<TrainingStep> steps = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      int iteration = in.readInt();
      double[] told = Binary.doubles(in);
      steps.add(new TrainingStep(iteration, told[0], told[1], told[2]));
    }
    return new NetworkState(epoch, point, memory, best, bestEpoch, bestValue, steps);
  }
}
