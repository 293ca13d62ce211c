package dev.plumb.tables;

import dev.plumb.PlumbException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.zip.GZIPInputStream;

/// The lines of a text file, plain or packed by gzip.
final class TextFile implements AutoCloseable {
  private static final int LONGEST = 2_000_000;

  private final Path path;
  private final BufferedReader text;

  private TextFile(Path path, BufferedReader text) {
    this.path = path;
    this.text = text;
  }

  static TextFile open(Path path) throws IOException {
    InputStream bytes = Files.newInputStream(path);
    try {
      boolean packed = path.toString().toLowerCase(Locale.ROOT).endsWith(".gz");
      InputStream plain = packed ? new GZIPInputStream(bytes) : bytes;
      var reader = new InputStreamReader(plain, StandardCharsets.UTF_8);
      return new TextFile(path, new BufferedReader(reader));
    } catch (IOException e) {
      bytes.close();
      throw e;
    }
  }

  /// The next line, which goes on where a quote is open; null at the end.
  String line() throws IOException {
    var line = new StringBuilder();
    boolean quoted = false;
    int c = text.read();
    if (c < 0) {
      return null;
    }
    for (; c >= 0 && (quoted || c != '\n' && c != '\r'); c = text.read()) {
      quoted ^= c == '"';
      line.append((char) c);
      check(c != 0 && line.length() < LONGEST);
    }
    if (c == '\r') {
      passLineFeed();
    }
    check(line.indexOf("\uFFFD") < 0);
    return line.indexOf("\uFEFF") == 0 ? line.substring(1) : line.toString();
  }

  private void check(boolean isText) {
    if (!isText) {
      throw new PlumbException(path.getFileName() + " is no UTF-8 text; save it as UTF-8");
    }
  }

  private void passLineFeed() throws IOException {
    text.mark(1);
    if (text.read() != '\n') {
      text.reset();
    }
  }

  /// How many of the next lines are empty.
  long emptyLines(long lines) {
    return text.lines().limit(lines).filter(String::isEmpty).count();
  }

  @Override
  public void close() throws IOException {
    text.close();
  }
}
