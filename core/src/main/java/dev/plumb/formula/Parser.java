package dev.plumb.formula;

import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formula.Number;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;

/// Tokens to formulas, by recursive descent.
///
/// ```
/// formula    = condition | "if" condition "then" formula "else" formula
/// condition  = conjunction { "or" conjunction }         conjunction = negation { "and" negation }
/// negation   = "not" negation | comparison              comparison  = sum [ ("<"|"<="|">"|">="|"=="|"!=") sum ]
/// sum        = product { ("+"|"-") product }            product     = signed { ("*"|"/") signed }
/// signed     = "-" signed | power                       power       = indexed [ "^" signed ]
/// indexed    = atom { "[" formula "]" }
/// atom       = number | "inf" | name | name "(" formula { "," formula } ")" | "(" formula ")"
/// ```
final class Parser {
  private static final int DEEPEST = 200;
  private static final int LARGEST = 20_000;

  private final String text;
  private final List<Token> tokens;
  private int at = 0;
  private int depth = 0;
  private int size = 0;

  /// Names that may appear; null when any may.
  private Set<String> known;

  private final SequencedMap<String, Formula> bindings = new LinkedHashMap<>();
  private final Map<String, Macro> macros = new HashMap<>();

  /// `where norm(v) = sqrt(sum(v^2))`
  private record Macro(List<String> parameters, Formula body) {}

  Parser(String text) {
    this.text = text;
    this.tokens = Lexer.tokens(text);
  }

  /// Reads a whole text as a formula in which any name may appear, with an optional `where`.
  static Formula formula(String text) {
    var parser = new Parser(text);
    Formula formula = parser.formulaWithWhere();
    parser.expectEnd();
    return formula;
  }

  // Tokens

  Token peek() {
    return tokens.get(at);
  }

  Token next() {
    Token token = tokens.get(at);
    at = Math.min(at + 1, tokens.size() - 1);
    return token;
  }

  boolean sees(String word) {
    Token token = peek();
    return (token.kind() == Token.Kind.SYMBOL || token.kind() == Token.Kind.NAME)
        && token.text().equals(word);
  }

  boolean sees(Token.Kind kind) {
    return peek().kind() == kind;
  }

  boolean accept(String word) {
    boolean seen = sees(word);
    if (seen) {
      next();
    }
    return seen;
  }

  void expect(String word) {
    if (!accept(word)) {
      throw error("expected '" + word + "', found " + peek().described());
    }
  }

  void expectEnd() {
    if (!sees(Token.Kind.END)) {
      throw error("expected an operator or the end, found " + peek().described());
    }
  }

  String expectName(String what) {
    Token token = peek();
    if (token.kind() != Token.Kind.NAME) {
      throw error("expected " + what + ", found " + token.described());
    }
    if (Syntax.RESERVED.contains(token.text())) {
      throw error("'" + token.text() + "' is a word of the language and cannot be " + what);
    }
    return next().text();
  }

  FormulaException error(String what) {
    return FormulaException.at(text, peek().offset(), what);
  }

  FormulaException error(Token token, String what) {
    return FormulaException.at(text, token.offset(), what);
  }

  // Formulas

  /// Lets only these names appear from here on.
  void declare(Set<String> names) {
    known = new LinkedHashSet<>(names);
  }

  /// Forgets the names of the loss before.
  void forget() {
    known = null;
    bindings.clear();
    macros.clear();
    size = 0;
  }

  /// The `where` names met so far, with their formulas.
  SequencedMap<String, Formula> bindings() {
    return bindings;
  }

  /// A formula and the `where` that may follow it: the names that it defines stand after the
  /// formula that uses them, so the definitions are read first.
  Formula formulaWithWhere() {
    int start = at;
    int where = findWhere();
    if (where < 0) {
      return formula();
    }
    at = where + 1;
    do {
      binding();
    } while (accept(","));
    int end = at;
    at = start;
    Formula formula = formula();
    if (at != where) {
      throw error("expected an operator or 'where', found " + peek().described());
    }
    at = end;
    return within(formula.with(bindings));
  }

  /// The next `where` before the text or the definition ends, or −1.
  private int findWhere() {
    for (int i = at; i < tokens.size(); i++) {
      Token token = tokens.get(i);
      if (token.kind() == Token.Kind.DOCUMENTATION || token.kind() == Token.Kind.STRING) {
        return -1;
      }
      if (token.kind() == Token.Kind.NAME) {
        if (token.text().equals("where")) {
          return i;
        }
        if (Set.of("loss", "response", "estimates", "also", "common", "example", "source")
            .contains(token.text())) {
          return -1;
        }
      }
    }
    return -1;
  }

  private void binding() {
    Token token = peek();
    String name = expectName("a name for this part of the formula");
    if (bindings.containsKey(name) || macros.containsKey(name)) {
      throw error(token, "'" + name + "' is defined twice");
    }
    if (accept("(")) {
      macro(name);
    } else {
      expect("=");
      bindings.put(name, within(formula().with(bindings)));
      if (known != null) {
        known.add(name);
      }
    }
  }

  private void macro(String name) {
    var parameters = new ArrayList<String>();
    do {
      parameters.add(expectName("a parameter"));
    } while (accept(","));
    expect(")");
    expect("=");
    Set<String> outside = known;
    if (known != null) {
      known = new LinkedHashSet<>(known);
      known.addAll(parameters);
    }
    Formula body = within(formula().with(bindings));
    known = outside;
    macros.put(name, new Macro(List.copyOf(parameters), body));
  }

  Formula formula() {
    deeper();
    try {
      if (!accept("if")) {
        return infix(Syntax.OR);
      }
      Formula condition = infix(Syntax.OR);
      expect("then");
      Formula then = formula();
      expect("else");
      return Operation.IF.of(condition, then, formula());
    } finally {
      depth--;
    }
  }

  private void deeper() {
    if (++depth > DEEPEST) {
      throw error("the formula is nested more than " + DEEPEST + " deep");
    }
    if (++size > LARGEST) {
      throw error("the formula has more than " + LARGEST + " parts");
    }
  }

  /// A formula that is not too deep or too large, also after names and functions of a `where` were
  /// put in.
  private Formula within(Formula formula) {
    if (formula.depth() > DEEPEST) {
      throw error("the formula is nested more than " + DEEPEST + " deep");
    }
    if (formula.size() > LARGEST) {
      throw error("the formula has more than " + LARGEST + " parts");
    }
    return formula;
  }

  private Formula infix(int level) {
    if (level == Syntax.NOT) {
      return negation();
    }
    if (level == Syntax.SIGN) {
      return signed();
    }
    Formula left = infix(level + 1);
    Optional<Syntax.Infix> sign = Syntax.at(peek().text(), level);
    while (sign.isPresent() && !sees(Token.Kind.STRING)) {
      next();
      deeper();
      left = within(sign.get().operation().of(left, infix(level + 1)));
      depth--;
      sign = level == Syntax.COMPARISON ? Optional.empty() : Syntax.at(peek().text(), level);
    }
    return left;
  }

  private Formula negation() {
    if (!accept("not")) {
      return infix(Syntax.COMPARISON);
    }
    deeper();
    Formula negated = Syntax.NOT_OPERATION.of(negation());
    depth--;
    return negated;
  }

  private Formula signed() {
    if (accept("-")) {
      deeper();
      Formula negated = Operation.NEGATE.of(signed());
      depth--;
      return negated;
    }
    Formula base = indexed();
    if (!accept("^")) {
      return base;
    }
    deeper();
    Formula power = Operation.POWER.of(base, signed());
    depth--;
    return power;
  }

  private Formula indexed() {
    Formula row = atom();
    while (sees("[") && !sees(Token.Kind.STRING)) {
      next();
      row = Operation.PICK.of(row, formula());
      expect("]");
    }
    return row;
  }

  private Formula atom() {
    Token token = peek();
    deeper();
    try {
      if (token.kind() == Token.Kind.NUMBER) {
        return new Number(Double.parseDouble(next().text()));
      }
      if (accept("inf")) {
        return new Number(Double.POSITIVE_INFINITY);
      }
      if (accept("(")) {
        Formula inside = formula();
        expect(")");
        return inside;
      }
      if (token.kind() != Token.Kind.NAME || Syntax.RESERVED.contains(token.text())) {
        throw error("expected a term (a number, a name or a call), found " + token.described());
      }
      next();
      return accept("(") ? call(token) : name(token);
    } finally {
      depth--;
    }
  }

  private Formula name(Token token) {
    if (known != null && !known.contains(token.text())) {
      throw error(
          token,
          "unknown input '%s'%s".formatted(token.text(), Near.hint(token.text(), known))
              + (known.isEmpty() ? "" : "; there are " + String.join(", ", known)));
    }
    return new Name(token.text());
  }

  private Formula call(Token token) {
    var arguments = new ArrayList<Formula>();
    do {
      arguments.add(formula());
    } while (accept(","));
    if (!sees(")")) {
      throw error("expected ',' or ')', found " + peek().described());
    }
    next();
    Macro macro = macros.get(token.text());
    return macro == null ? applied(token, arguments) : expanded(token, macro, arguments);
  }

  private Formula applied(Token token, List<Formula> arguments) {
    String name = token.text();
    if (!Syntax.UNNAMED.contains(name)) {
      Optional<Operation> operation = Operation.find(name, arguments.size());
      if (operation.isPresent()) {
        return operation.get().of(arguments.toArray(Formula[]::new));
      }
    }
    List<Operation> same =
        Operation.all().stream()
            .filter(o -> o.name().equals(name) && !Syntax.UNNAMED.contains(name))
            .toList();
    if (!same.isEmpty()) {
      throw error(
          token,
          "%s takes %d argument%s, not %d"
              .formatted(
                  name,
                  same.getFirst().arity(),
                  same.getFirst().arity() == 1 ? "" : "s",
                  arguments.size()));
    }
    List<String> names = Operation.all().stream().map(Operation::name).toList();
    throw error(token, "unknown operation '%s'%s".formatted(name, Near.hint(name, names)));
  }

  private Formula expanded(Token token, Macro macro, List<Formula> arguments) {
    if (arguments.size() != macro.parameters().size()) {
      throw error(
          token,
          "%s takes %d arguments, not %d"
              .formatted(token.text(), macro.parameters().size(), arguments.size()));
    }
    var values = new HashMap<String, Formula>();
    for (int i = 0; i < arguments.size(); i++) {
      values.put(macro.parameters().get(i), arguments.get(i));
    }
    return within(macro.body().with(values));
  }
}
