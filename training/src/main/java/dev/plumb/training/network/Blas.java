package dev.plumb.training.network;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_FLOAT;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import dev.plumb.PlumbException;
import dev.plumb.matrix.Matrix;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.SymbolLookup;
import java.lang.invoke.MethodHandle;
import java.util.Arrays;

/// The products of a native library with the C interface of BLAS, such as OpenBLAS: `cblas_sgemm`.
/// The order of its sums is its own, so the bits of a model then depend on the library, its threads
/// and the processor.
public final class Blas implements Multiplier {
  private static final String FUNCTION = "cblas_sgemm";
  private static final int ROW_BY_ROW = 101;
  private static final int AS_IT_IS = 111;
  private static final int TRANSPOSED = 112;

  private final String library;
  private final MethodHandle function;

  private Blas(String library, MethodHandle function) {
    this.library = library;
    this.function = function;
  }

  /// Opens a library.
  ///
  /// @param library a path, or the name by which the system's loader finds it: `libopenblas.so.0`
  /// @throws PlumbException when there is none, or it has no `cblas_sgemm`
  @SuppressWarnings("restricted") // that is what it is for
  public static Blas of(String library) {
    Linker linker = Linker.nativeLinker();
    FunctionDescriptor type =
        FunctionDescriptor.ofVoid(
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_INT,
            JAVA_FLOAT,
            ADDRESS,
            JAVA_INT,
            ADDRESS,
            JAVA_INT,
            JAVA_FLOAT,
            ADDRESS,
            JAVA_INT);
    MemorySegment address;
    try {
      address =
          SymbolLookup.libraryLookup(library, Arena.global())
              .find(FUNCTION)
              .orElseThrow(() ->
                  new PlumbException(
                      "the library %s has no %s; name one with the C interface of BLAS, such as libopenblas.so.0"
                          .formatted(library, FUNCTION)));
    } catch (IllegalArgumentException e) {
      throw new PlumbException(
          "there is no library %s; give its path, or install one: the package libopenblas0"
              .formatted(library),
          e);
    }
    // Arrays of the heap are handed over as they lie.
    return new Blas(library, linker.downcallHandle(address, type, Linker.Option.critical(true)));
  }

  /// The library's name, as it was given.
  public String library() {
    return library;
  }

  @Override
  public void set(Matrix c, Matrix a, Matrix b) {
    if (c.rows() == 0 || c.columns() == 0) {
      return;
    }
    if (a.columns() == 0) {
      for (int i = 0; i < c.rows(); i++) {
        Arrays.fill(c.numbers(), c.index(i, 0), c.index(i, c.columns()), 0);
      }
      return;
    }
    try {
      function.invokeExact(
          ROW_BY_ROW,
          order(a),
          order(b),
          c.rows(),
          c.columns(),
          a.columns(),
          1f,
          address(a),
          step(a),
          address(b),
          step(b),
          0f,
          address(c),
          step(c));
    } catch (Throwable e) {
      throw new IllegalStateException(e); // a downcall throws nothing
    }
  }

  private static int order(Matrix matrix) {
    return matrix.columnStep() == 1 ? AS_IT_IS : TRANSPOSED;
  }

  /// From a line of the array to the next.
  private static int step(Matrix matrix) {
    return matrix.columnStep() == 1 ? matrix.rowStep() : matrix.columnStep();
  }

  private static MemorySegment address(Matrix matrix) {
    return MemorySegment.ofArray(matrix.numbers()).asSlice((long) matrix.start() * Float.BYTES);
  }
}
