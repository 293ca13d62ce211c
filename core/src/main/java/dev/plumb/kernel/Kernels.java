package dev.plumb.kernel;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/// Compiled programs, each compiled once: parameters are arguments of a kernel, so that all values
/// of a parameter share one class.
public final class Kernels {
  private static final Map<Key, Kernel> COMPILED = new ConcurrentHashMap<>();

  private record Key(Program program, List<Boolean> floats) {}

  private Kernels() {}

  /// The kernel of a program.
  ///
  /// @param floats for each input whether its column is a `float[]`
  public static Kernel of(Program program, List<Boolean> floats) {
    return COMPILED.computeIfAbsent(
        new Key(program, floats), k -> Emit.kernel(k.program(), k.floats()));
  }
}
