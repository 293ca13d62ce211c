package dev.plumb.cli;

import dev.plumb.PlumbException;
import dev.plumb.formula.FormulaException;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/// What is said when a command cannot do its work, and the exit code: never a stack trace, unless
/// `PLUMB_DEBUG=1` asks for one.
record Complaints(Screen screen) implements IExecutionExceptionHandler, IParameterExceptionHandler {
  static final int WORK_FAILED = 1;
  static final int WRONG_USAGE = 2;

  @Override
  public int handleExecutionException(Exception e, CommandLine line, ParseResult result) {
    return switch (e) {
      case Mistake mistake -> said(mistake, WRONG_USAGE);
      case FormulaException formula -> said(formula, WRONG_USAGE);
      case PlumbException known -> said(known, WORK_FAILED);
      default -> unexpected(e);
    };
  }

  /// What runs out is an error to Java, but a plain complaint to the user.
  int exhausted(VirtualMachineError error) {
    screen.complain(
        error instanceof StackOverflowError
            ? "this is nested too deeply to be worked on"
            : "the memory does not suffice; take a sample by a query, or fewer columns");
    trace(error);
    return WORK_FAILED;
  }

  private int said(Exception e, int code) {
    screen.complain(e.getMessage());
    trace(e);
    return code;
  }

  private int unexpected(Exception e) {
    screen.complain(
        "this should not have happened; please report it with the command that you typed (%s: %s)"
            .formatted(e.getClass().getSimpleName().replace("Exception", ""), e.getMessage()));
    trace(e);
    return WORK_FAILED;
  }

  private void trace(Throwable e) {
    if ("1".equals(System.getenv("PLUMB_DEBUG"))) {
      e.printStackTrace(screen.err());
    }
  }

  @Override
  public int handleParseException(ParameterException e, String[] arguments) {
    CommandLine line = e.getCommandLine();
    screen.complain(
        e instanceof UnmatchedArgumentException unmatched
            ? unknown(unmatched)
            : decapitalised(e.getMessage()));
    screen.say("Try: " + line.getCommandSpec().qualifiedName() + " --help");
    return WRONG_USAGE;
  }

  private static String unknown(UnmatchedArgumentException e) {
    String first = e.getUnmatched().getFirst();
    CommandLine line = e.getCommandLine();
    String what =
        first.startsWith("-")
            ? "option"
            : line.getSubcommands().isEmpty() ? "further argument" : "command";
    if (first.matches("-[^-].*[( ^*/+].*")) {
      return "%s looks like an option; put -- before a formula that starts with a minus"
          .formatted(first);
    }
    List<String> near = e.getSuggestions();
    return "there is no %s %s%s"
        .formatted(
            what, first, near.isEmpty() ? "" : "; did you mean " + String.join(" or ", near) + "?");
  }

  private static String decapitalised(String message) {
    return message.isEmpty()
        ? message
        : message.substring(0, 1).toLowerCase() + message.substring(1);
  }
}
