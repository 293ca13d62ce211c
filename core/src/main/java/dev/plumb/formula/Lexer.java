package dev.plumb.formula;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Text to tokens. `#` starts a comment that ends with its line, `##` a line of documentation.
final class Lexer {
  private static final Pattern NUMBER =
      Pattern.compile("(?:[0-9]++(?:\\.[0-9]*+)?|\\.[0-9]++)(?:[eE][+-]?[0-9]++)?");
  private static final Pattern NAME = Pattern.compile("[\\p{L}_][\\p{L}\\p{N}_]*+");
  private static final Pattern SYMBOL = Pattern.compile("<=|>=|==|!=|[-+*/^<>=(){},;|\\[\\]]");
  private static final Pattern STRING = Pattern.compile("\"([^\"\\n]*+)\"");

  private final String text;
  private final List<Token> tokens = new ArrayList<>();
  private int at = 0;

  private Lexer(String text) {
    this.text = text;
  }

  static List<Token> tokens(String text) {
    var lexer = new Lexer(text);
    while (lexer.at < text.length()) {
      lexer.next();
    }
    lexer.tokens.add(new Token(Token.Kind.END, "", text.length()));
    return lexer.tokens;
  }

  private void next() {
    char c = text.charAt(at);
    if (Character.isWhitespace(c)) {
      at++;
    } else if (c == '#') {
      comment();
    } else if (c == '"') {
      string();
    } else if (!take(NUMBER, Token.Kind.NUMBER)
        && !take(NAME, Token.Kind.NAME)
        && !take(SYMBOL, Token.Kind.SYMBOL)) {
      throw FormulaException.at(
          text, at, "'" + Character.toString(text.codePointAt(at)) + "' has no meaning here");
    }
  }

  private void comment() {
    int end = text.indexOf('\n', at);
    end = end < 0 ? text.length() : end;
    if (text.startsWith("##", at)) {
      String line = text.substring(at + 2, end).strip();
      tokens.add(new Token(Token.Kind.DOCUMENTATION, line, at));
    }
    at = end;
  }

  private void string() {
    Matcher matcher = STRING.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      throw FormulaException.at(text, at, "this text in quotes does not end on its line");
    }
    tokens.add(new Token(Token.Kind.STRING, matcher.group(1), at));
    at = matcher.end();
  }

  private boolean take(Pattern pattern, Token.Kind kind) {
    Matcher matcher = pattern.matcher(text).region(at, text.length());
    if (!matcher.lookingAt()) {
      return false;
    }
    tokens.add(new Token(kind, matcher.group(), at));
    at = matcher.end();
    return true;
  }
}
