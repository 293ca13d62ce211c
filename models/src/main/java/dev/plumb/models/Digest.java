package dev.plumb.models;

import dev.plumb.training.Dataset;
import dev.plumb.training.Feature;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// SHA-256 of what a model comes from.
final class Digest {
  private static final int AT_ONCE = 8192;

  private final MessageDigest digest;
  private final ByteBuffer buffer = ByteBuffer.allocate(AT_ONCE);

  private Digest() {
    try {
      digest = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e); // every Java platform has it
    }
  }

  static String of(String text) {
    var digest = new Digest();
    digest.text(text);
    return digest.hex();
  }

  /// Of the columns, target and weights as they were trained on: names, kinds and every number's
  /// bits. The name of the file does not count.
  static String of(Dataset data) {
    var digest = new Digest();
    for (Feature feature : data.features()) {
      digest.text(feature.name());
      switch (feature) {
        case Feature.Numeric(_, var values) -> {
          for (float value : values) {
            digest.room(Float.BYTES).putInt(Float.floatToIntBits(value));
          }
        }
        case Feature.Categorical(_, var codes, var levels) -> {
          levels.forEach(digest::text);
          for (int code : codes) {
            digest.room(Integer.BYTES).putInt(code);
          }
        }
      }
    }
    digest.text(data.target().name());
    data.target().labels().forEach(digest::text);
    digest.numbers(data.target().values());
    if (data.weights() != null) {
      digest.text("weights");
      digest.numbers(data.weights());
    }
    return digest.hex();
  }

  private void numbers(double[] values) {
    for (double value : values) {
      room(Double.BYTES).putLong(Double.doubleToLongBits(value));
    }
  }

  private void text(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    room(Integer.BYTES).putInt(bytes.length);
    flush();
    digest.update(bytes);
  }

  private ByteBuffer room(int bytes) {
    if (buffer.remaining() < bytes) {
      flush();
    }
    return buffer;
  }

  private void flush() {
    digest.update(buffer.flip());
    buffer.clear();
  }

  private String hex() {
    flush();
    return HexFormat.of().formatHex(digest.digest());
  }
}
