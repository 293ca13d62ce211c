package dev.plumb.proof;

import static dev.plumb.formula.Operation.ABS;
import static dev.plumb.formula.Operation.ACROSS;
import static dev.plumb.formula.Operation.ADD;
import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.NEGATE;
import static dev.plumb.formula.Operation.SUBTRACT;

import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/// The sizes of what sums across pairs take together.
///
/// Each pull of a pair is right to its last digits, and so is their sum when it is compared with
/// what was added: a sum of n numbers has an error of n units in the last place of the sum of their
/// sizes (Higham 2002, section 4.2). Where pulls nearly balance, less of it is left.
final class Pulls {
  private static final List<String> BALANCING = read();

  private Pulls() {}

  /// The losses of `limits/balance.txt`.
  static List<String> balancing() {
    return BALANCING;
  }

  /// A formula with the sizes of its terms and pairs in place of these.
  static Formula of(Formula formula) {
    if (!(formula instanceof Apply(var operation, var arguments))) {
      return ABS.of(formula);
    }
    if (operation == ADD || operation == SUBTRACT) {
      return ADD.of(of(arguments.get(0)), of(arguments.get(1)));
    }
    if (operation == MULTIPLY) {
      return MULTIPLY.of(of(arguments.get(0)), of(arguments.get(1)));
    }
    if (operation == NEGATE) {
      return of(arguments.getFirst());
    }
    return operation == ACROSS ? ACROSS.of(of(arguments.getFirst())) : ABS.of(formula);
  }

  private static List<String> read() {
    try (InputStream in = Pulls.class.getResourceAsStream("/limits/balance.txt")) {
      String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
      return text.lines().filter(l -> !l.startsWith("#")).toList();
    } catch (IOException e) {
      throw new UncheckedIOException("limits/balance.txt cannot be read", e);
    }
  }
}
