package dev.plumb.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;
import picocli.CommandLine.Mixin;

/// The `plumb` command. Exit codes: 0 done, 1 the work failed (the data, say), 2 what was typed
/// cannot be done: an option, a formula, a name, a file that is not there.
@Command(
    name = "plumb",
    description = "Loss functions for the JVM: from one formula everything else.",
    version = "plumb",
    versionProvider = Plumb.Version.class,
    synopsisSubcommandLabel = "COMMAND",
    exitCodeListHeading = "Exit codes:%n",
    exitCodeList = {
      "0:done",
      "1:the work failed: the data, or something on the way",
      "2:what was typed cannot be done: an option, a name, a formula, a file that is not there"
    })
public final class Plumb implements Runnable {
  private final Screen screen;

  @Mixin private Help help;

  @CommandLine.Option(
      names = {"-V", "--version"},
      versionHelp = true,
      description = "Print the version.")
  private boolean version;

  private Plumb(Screen screen) {
    this.screen = screen;
  }

  public static void main(String... arguments) {
    System.exit(run(Screen.standard(), arguments));
  }

  /// Runs one command line and tells its exit code.
  static int run(Screen screen, String... arguments) {
    try {
      return commandLine(screen).execute(arguments);
    } catch (VirtualMachineError exhausted) {
      return new Complaints(screen).exhausted(exhausted);
    }
  }

  /// The command and its subcommands, all writing to one screen.
  static CommandLine commandLine(Screen screen) {
    CommandLine line =
        new CommandLine(new Plumb(screen))
            .addSubcommand(new CompareCommand(screen))
            .addSubcommand(new TrainCommand(screen))
            .addSubcommand(new PredictCommand(screen))
            .addSubcommand(new InspectCommand(screen))
            .addSubcommand(new ExplainCommand(screen))
            .addSubcommand(new CheckCommand(screen))
            .addSubcommand(new EvaluateCommand(screen))
            .addSubcommand(new ListCommand(screen))
            .addSubcommand(new BenchCommand(screen))
            .addSubcommand(new GalleryCommand(screen));
    var complaints = new Complaints(screen);
    return line.addSubcommand(new CommandLine.HelpCommand())
        .setExpandAtFiles(false)
        .setOut(screen.out())
        .setErr(screen.err())
        .setUsageHelpWidth(Math.max(60, screen.width()))
        .setUsageHelpLongOptionsMaxWidth(32)
        .setExecutionExceptionHandler(complaints)
        .setParameterExceptionHandler(complaints);
  }

  @Override
  public void run() {
    screen.print(Texts.read("welcome.txt"));
  }

  /// The option that every command has.
  static final class Help {
    @CommandLine.Option(
        names = {"-h", "--help"},
        usageHelp = true,
        description = "Show what this command takes.")
    private boolean help;
  }

  /// The version in the jar's manifest; classes that come from no jar have none.
  static final class Version implements IVersionProvider {
    @Override
    public String[] getVersion() {
      var version = Plumb.class.getPackage().getImplementationVersion();
      return new String[] {"plumb " + (version == null ? "(unpackaged)" : version)};
    }
  }
}
