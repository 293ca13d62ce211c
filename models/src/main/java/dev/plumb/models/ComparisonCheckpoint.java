package dev.plumb.models;

import dev.plumb.PlumbException;
import dev.plumb.training.Comparison;
import dev.plumb.training.ComparisonResult.CurvePoint;
import dev.plumb.training.Dataset;
import dev.plumb.training.KeptFit;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.LongSupplier;

/// The trainings of a comparison that are done, as a file: there whole or not at all. Its name is
/// the SHA-256 of the data and of the options that the trainings depend on, so an interrupted
/// comparison finds what it left, and nothing else.
public final class ComparisonCheckpoint implements KeptFit.Keeper {
  /// For so many days a state waits to be taken up.
  public static final int DAYS = 30;

  private static final String ENDING = ".comparison";
  private static final String FORMAT = "plumb comparison 1\n";
  private static final double NANOSECONDS = 1e9;

  private final Path folder;
  private final Dataset data;
  private final Comparison comparison;
  private final double seconds;
  private final LongSupplier clock;
  private final Map<String, KeptFit> fits = new HashMap<>();
  private long last;

  /// Found when it is needed, for the digest of much data takes time.
  private Path file;

  /// @param folder where states lie; made when something is kept
  /// @param seconds at least so long from one state kept to the next
  public ComparisonCheckpoint(Path folder, Dataset data, Comparison comparison, double seconds) {
    this(folder, data, comparison, seconds, System::nanoTime);
  }

  ComparisonCheckpoint(
      Path folder, Dataset data, Comparison comparison, double seconds, LongSupplier clock) {
    this.folder = folder;
    this.data = data;
    this.comparison = comparison;
    this.seconds = seconds;
    this.clock = clock;
    this.last = clock.getAsLong();
  }

  /// The folder where programs of a user keep their state, by the XDG base directories.
  public static Path folder() {
    String told = System.getenv("XDG_STATE_HOME");
    Path states =
        told == null || told.isEmpty()
            ? Path.of(System.getProperty("user.home"), ".local", "state")
            : Path.of(told);
    return states.resolve("plumb");
  }

  /// Takes away the states that nobody took up for [#DAYS] days, each file by its own age: one that
  /// is being written, or was taken up, is young.
  ///
  /// @return how many
  /// @throws PlumbException when one cannot be taken away
  public static int prune(Path folder) {
    Instant oldest = Instant.now().minus(Duration.ofDays(DAYS));
    if (!Files.isDirectory(folder)) {
      return 0;
    }
    int pruned = 0;
    try (var files = Files.newDirectoryStream(folder, "{*,.*}" + ENDING + "{,.part}")) {
      for (Path file : files) {
        if (isOlder(file, oldest)) {
          Files.deleteIfExists(file);
          pruned += file.toString().endsWith(ENDING) ? 1 : 0;
        }
      }
    } catch (IOException | DirectoryIteratorException e) {
      throw new PlumbException(
          "old states in %s cannot be removed: %s".formatted(folder, e.getMessage()), e);
    }
    return pruned;
  }

  private static boolean isOlder(Path file, Instant oldest) throws IOException {
    try {
      return Files.getLastModifiedTime(file).toInstant().isBefore(oldest);
    } catch (NoSuchFileException goneMeanwhile) {
      return false;
    }
  }

  /// Where the state lies.
  public synchronized Path file() {
    if (file == null) {
      String identity = Digest.of(data) + "\n" + comparison.identity();
      file = folder.resolve(Digest.of(identity) + ENDING);
    }
    return file;
  }

  /// Takes up the trainings that an interrupted comparison has done; their file is as young as if
  /// it had been written now.
  ///
  /// @return how many
  /// @throws PlumbException when the file cannot be read
  public synchronized int resume() {
    try {
      byte[] bytes = Files.readAllBytes(file());
      if (!new String(bytes, StandardCharsets.ISO_8859_1).startsWith(FORMAT)) {
        throw unreadable("it is no state of a comparison by this version of Plumb", null);
      }
      fits.putAll(Binary.read(bytes, ComparisonCheckpoint::fits));
      Files.setLastModifiedTime(file, FileTime.from(Instant.now()));
    } catch (NoSuchFileException e) {
      return 0;
    } catch (IOException e) {
      throw unreadable(e.getMessage(), e);
    }
    return fits.size();
  }

  private PlumbException unreadable(String why, IOException cause) {
    String message = "%s cannot be read: %s; leave out --resume to begin anew".formatted(file, why);
    return new PlumbException(message, cause);
  }

  @Override
  public synchronized Optional<KeptFit> kept(String training) {
    return Optional.ofNullable(fits.get(training));
  }

  @Override
  public synchronized void keep(String training, KeptFit fit) {
    fits.put(training, fit);
    long now = clock.getAsLong();
    if ((now - last) / NANOSECONDS >= seconds) {
      last = now;
      makeFolder();
      WholeFile.write(file(), Binary.written(this::write));
    }
  }

  private void makeFolder() {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new PlumbException(
          "the folder %s, for the state of long comparisons, cannot be made: %s"
              .formatted(folder, e.getMessage()),
          e);
    }
  }

  /// Takes away the file that was kept or taken up, and what a killed process left beside it.
  public synchronized void remove() {
    if (file != null) {
      WholeFile.remove(file);
    }
  }

  private void write(DataOutputStream out) throws IOException {
    out.writeBytes(FORMAT);
    out.writeInt(fits.size());
    for (var fit : fits.entrySet()) {
      out.writeUTF(fit.getKey());
      Binary.write(fit.getValue().point(), out);
      out.writeDouble(fit.getValue().seconds());
      out.writeInt(fit.getValue().curve().size());
      for (CurvePoint at : fit.getValue().curve()) {
        out.writeInt(at.iteration());
        Binary.write(new double[] {at.trainingLoss(), at.penalty(), at.validationLoss()}, out);
      }
    }
  }

  private static Map<String, KeptFit> fits(DataInputStream in) throws IOException {
    in.skipBytes(FORMAT.length());
    var fits = new HashMap<String, KeptFit>();
    for (int left = in.readInt(); left > 0; left--) {
      String training = in.readUTF();
      double[] point = Binary.doubles(in);
      double seconds = in.readDouble();
      var curve = new ArrayList<CurvePoint>();
      for (int points = in.readInt(); points > 0; points--) {
        int iteration = in.readInt();
        double[] told = Binary.doubles(in);
        curve.add(new CurvePoint(iteration, told[0], told[1], told[2]));
      }
      fits.put(training, new KeptFit(point, curve, seconds));
    }
    return fits;
  }
}
