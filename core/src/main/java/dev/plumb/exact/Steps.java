package dev.plumb.exact;

import dev.plumb.formula.FormulaException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.IntSupplier;

/// Reads the steps of a function, and builds its instructions.
///
/// ```
/// steps      = { name "=" formula } "=" formula
/// formula    = "if" either "then" formula "else" formula | either
/// either     = both { "or" both }                 both    = negation { "and" negation }
/// negation   = "not" negation | comparison        comparison = sum [ ("<"|"<="|">"|">="|"=="|"!=") sum ]
/// sum        = product { ("+"|"-") product }      product = signed { ("*"|"/") signed }
/// signed     = "-" signed | atom
/// atom       = number | "inf" | "nan" | name | name "(" [ formula { "," formula } ] ")" | "(" formula ")"
/// ```
///
/// `horner(x, c0, c1, c2)` is `fma(x, fma(x, c2, c1), c0)`; the calls of a primitive are its name
/// in small letters.
final class Steps {
  private static final Map<String, Primitive> CALLED =
      Map.of(
          "fma", Primitive.FMA,
          "abs", Primitive.ABS,
          "sqrt", Primitive.SQRT,
          "copy_sign", Primitive.COPY_SIGN,
          "to_exponent", Primitive.TO_EXPONENT,
          "from_exponent", Primitive.FROM_EXPONENT);

  private static final Map<String, Primitive> EITHER = Map.of("or", Primitive.OR);
  private static final Map<String, Primitive> BOTH = Map.of("and", Primitive.AND);
  private static final Map<String, Primitive> SUM =
      Map.of("+", Primitive.ADD, "-", Primitive.SUBTRACT);
  private static final Map<String, Primitive> PRODUCT =
      Map.of("*", Primitive.MULTIPLY, "/", Primitive.DIVIDE);

  /// Finds a function by its name, for a call at a place.
  interface Finder {
    Optional<Function> find(String name);
  }

  private final Words words;
  private final Precision precision;
  private final Finder finder;
  private final Builder builder;
  private final Map<String, Integer> named = new HashMap<>();
  private final Set<String> unused = new HashSet<>();

  private Steps(Words words, Precision precision, Finder finder) {
    this.words = words;
    this.precision = precision;
    this.finder = finder;
    this.builder = new Builder(precision);
  }

  static Function function(Header header, Words words, Precision precision, Finder finder) {
    var steps = new Steps(words, precision, finder);
    List<String> arguments = header.arguments();
    for (int i = 0; i < arguments.size(); i++) {
      steps.named.put(arguments.get(i), steps.builder.argument(i));
    }
    steps.unused.addAll(arguments);
    return new Function(header, precision, steps.builder.leadingTo(steps.all()));
  }

  private int all() {
    while (!words.accept("=")) {
      step();
    }
    int result = formula();
    if (!words.atEnd()) {
      throw words.error("expected an operator or the end, found " + words.found());
    }
    if (!unused.isEmpty()) {
      throw words.error("no step uses " + String.join(", ", unused));
    }
    return result;
  }

  private void step() {
    if (!words.seesName()) {
      throw words.error("expected a name for this step, found " + words.found());
    }
    int at = words.at();
    String name = words.next();
    words.expect("=");
    int place = formula();
    if (named.put(name, place) != null) {
      throw words.error(at, "'" + name + "' is defined twice");
    }
    unused.add(name);
  }

  private int formula() {
    if (!words.accept("if")) {
      return either();
    }
    int at = words.at();
    int condition = either();
    words.expect("then");
    int then = formula();
    words.expect("else");
    return apply(at, Primitive.SELECT, condition, then, formula());
  }

  private int either() {
    return chain(EITHER, this::both);
  }

  private int both() {
    return chain(BOTH, this::negation);
  }

  private int negation() {
    int at = words.at();
    return words.accept("not") ? apply(at, Primitive.NOT, negation()) : comparison();
  }

  private int comparison() {
    int a = sum();
    int at = words.at();
    return switch (words.peek()) {
      case "<" -> apply(at, Primitive.LESS, a, right(this::sum));
      case "<=" -> apply(at, Primitive.LESS_EQUAL, a, right(this::sum));
      case ">" -> apply(at, Primitive.LESS, right(this::sum), a);
      case ">=" -> apply(at, Primitive.LESS_EQUAL, right(this::sum), a);
      case "==" -> apply(at, Primitive.EQUAL, a, right(this::sum));
      case "!=" -> apply(at, Primitive.NOT, apply(at, Primitive.EQUAL, a, right(this::sum)));
      default -> a;
    };
  }

  private int sum() {
    return chain(SUM, this::product);
  }

  private int product() {
    return chain(PRODUCT, this::signed);
  }

  /// Parts joined by signs of one strength, from the left.
  private int chain(Map<String, Primitive> signs, IntSupplier part) {
    int left = part.getAsInt();
    while (signs.containsKey(words.peek())) {
      int at = words.at();
      Primitive primitive = signs.get(words.peek());
      left = apply(at, primitive, left, right(part));
    }
    return left;
  }

  private int right(IntSupplier operand) {
    words.next();
    return operand.getAsInt();
  }

  private int signed() {
    int at = words.at();
    return words.accept("-") ? apply(at, Primitive.NEGATE, signed()) : atom();
  }

  private int atom() {
    if (words.accept("(")) {
      int inside = formula();
      words.expect(")");
      return inside;
    }
    if (words.seesNumber()) {
      return builder.constant(precision.number(words.next()));
    }
    if (!words.seesName()) {
      throw words.error("expected a number, a name or a call, found " + words.found());
    }
    int at = words.at();
    String name = words.next();
    return words.accept("(") ? call(at, name, operands()) : value(at, name);
  }

  private List<Integer> operands() {
    var operands = new ArrayList<Integer>();
    if (words.accept(")")) {
      return operands;
    }
    do {
      operands.add(formula());
    } while (words.accept(","));
    words.expect(")");
    return operands;
  }

  private int value(int at, String name) {
    Integer place = named.get(name);
    if (place != null) {
      unused.remove(name);
      return place;
    }
    return switch (name) {
      case "inf" -> builder.constant(Double.POSITIVE_INFINITY);
      case "nan" -> builder.constant(Double.NaN);
      default -> throw words.error(at, "no step above gives '" + name + "'");
    };
  }

  private int call(int at, String name, List<Integer> operands) {
    if (name.equals("horner")) {
      return horner(at, operands);
    }
    Primitive primitive = CALLED.get(name);
    if (primitive != null) {
      expectCount(at, name, primitive.arity(), operands.size());
      return apply(at, primitive, operands.toArray(Integer[]::new));
    }
    Function function =
        finder
            .find(name)
            .orElseThrow(() ->
                words.error(
                    at,
                    "no function '%s' for %ss above"
                        .formatted(name, precision.name().toLowerCase(Locale.ROOT))));
    expectCount(at, name, function.arguments(), operands.size());
    return builder.call(function, operands);
  }

  private int horner(int at, List<Integer> operands) {
    if (operands.size() < 3) {
      throw words.error(at, "horner takes an argument and two coefficients or more");
    }
    int sum = operands.getLast();
    for (int i = operands.size() - 2; i >= 1; i--) {
      sum = apply(at, Primitive.FMA, operands.getFirst(), sum, operands.get(i));
    }
    return sum;
  }

  private void expectCount(int at, String name, int expected, int found) {
    if (expected != found) {
      throw words.error(at, "%s takes %d arguments, not %d".formatted(name, expected, found));
    }
  }

  private int apply(int at, Primitive primitive, Integer... operands) {
    try {
      return builder.apply(primitive, operands);
    } catch (IllegalArgumentException e) {
      FormulaException located = words.error(at, e.getMessage());
      located.initCause(e);
      throw located;
    }
  }
}
