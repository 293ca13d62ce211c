package dev.plumb.exact;

import dev.plumb.exact.Instruction.Constant;
import java.util.Arrays;

/// The meaning of a function of doubles: its instructions run one after the other, each over a
/// block of points. A mask is 1 or 0. The twin of [FloatTape].
final class DoubleTape {
  private static final int BLOCK = 256;

  private final Function function;
  private final Tape tape;
  private final ThreadLocal<double[][]> one = ThreadLocal.withInitial(() -> registers(1));
  private final ThreadLocal<double[][]> many = ThreadLocal.withInitial(() -> registers(BLOCK));

  DoubleTape(Function function) {
    this.function = function;
    this.tape = Tape.of(function);
  }

  double apply(double... values) {
    check(values.length);
    double[][] registers = one.get();
    for (int i = 0; i < values.length; i++) {
      registers[tape.arguments()[i]][0] = values[i];
    }
    run(registers, 1);
    return registers[function.result()][0];
  }

  void apply(double[] values, double[]... points) {
    check(points.length);
    double[][] registers = many.get();
    for (int from = 0; from < values.length; from += BLOCK) {
      int length = Math.min(BLOCK, values.length - from);
      for (int i = 0; i < points.length; i++) {
        System.arraycopy(points[i], from, registers[tape.arguments()[i]], 0, length);
      }
      run(registers, length);
      System.arraycopy(registers[function.result()], 0, values, from, length);
    }
  }

  private void check(int arguments) {
    if (arguments != function.arguments()) {
      throw new IllegalArgumentException(
          "%s takes %d arguments, not %d".formatted(function, function.arguments(), arguments));
    }
  }

  private double[][] registers(int length) {
    var registers = new double[function.instructions().size()][length];
    for (int i = 0; i < registers.length; i++) {
      if (function.instructions().get(i) instanceof Constant(double value)) {
        Arrays.fill(registers[i], value);
      }
    }
    return registers;
  }

  private void run(double[][] registers, int length) {
    for (Tape.Step s : tape.steps()) {
      step(
          s.primitive(),
          length,
          registers[s.to()],
          registers[s.a()],
          registers[s.b()],
          registers[s.c()]);
    }
  }

  private static void step(
      Primitive primitive, int n, double[] r, double[] a, double[] b, double[] c) {
    switch (primitive) {
      case ADD -> {
        for (int k = 0; k < n; k++) {
          r[k] = a[k] + b[k];
        }
      }
      case SUBTRACT -> {
        for (int k = 0; k < n; k++) {
          r[k] = a[k] - b[k];
        }
      }
      case MULTIPLY -> {
        for (int k = 0; k < n; k++) {
          r[k] = a[k] * b[k];
        }
      }
      case DIVIDE -> {
        for (int k = 0; k < n; k++) {
          r[k] = a[k] / b[k];
        }
      }
      case FMA -> {
        for (int k = 0; k < n; k++) {
          r[k] = Math.fma(a[k], b[k], c[k]);
        }
      }
      case NEGATE -> {
        for (int k = 0; k < n; k++) {
          r[k] = -a[k];
        }
      }
      case ABS -> {
        for (int k = 0; k < n; k++) {
          r[k] = Math.abs(a[k]);
        }
      }
      case SQRT -> {
        for (int k = 0; k < n; k++) {
          r[k] = Math.sqrt(a[k]);
        }
      }
      case COPY_SIGN -> {
        for (int k = 0; k < n; k++) {
          r[k] = Math.copySign(a[k], b[k]);
        }
      }
      case TO_EXPONENT -> {
        for (int k = 0; k < n; k++) {
          r[k] = Double.longBitsToDouble(Double.doubleToRawLongBits(a[k]) << 52);
        }
      }
      case FROM_EXPONENT -> {
        for (int k = 0; k < n; k++) {
          r[k] =
              Double.longBitsToDouble(
                  Double.doubleToRawLongBits(a[k]) >>> 52 | 0x4330000000000000L);
        }
      }
      case LESS -> {
        for (int k = 0; k < n; k++) {
          r[k] = a[k] < b[k] ? 1 : 0;
        }
      }
      case LESS_EQUAL -> {
        for (int k = 0; k < n; k++) {
          r[k] = a[k] <= b[k] ? 1 : 0;
        }
      }
      case EQUAL -> {
        for (int k = 0; k < n; k++) {
          r[k] = a[k] == b[k] ? 1 : 0;
        }
      }
      case AND -> {
        for (int k = 0; k < n; k++) {
          r[k] = a[k] * b[k];
        }
      }
      case OR -> {
        for (int k = 0; k < n; k++) {
          r[k] = a[k] + b[k] != 0 ? 1 : 0;
        }
      }
      case NOT -> {
        for (int k = 0; k < n; k++) {
          r[k] = 1 - a[k];
        }
      }
      case SELECT -> {
        for (int k = 0; k < n; k++) {
          r[k] = a[k] != 0 ? b[k] : c[k];
        }
      }
    }
  }
}
