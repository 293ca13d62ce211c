package dev.plumb.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.IVersionProvider;

/// The `plumb` command. Exit codes: 0 done, 1 the work failed, 2 wrong usage.
@Command(
    name = "plumb",
    description = "Loss functions for the JVM.",
    mixinStandardHelpOptions = true,
    versionProvider = Plumb.Version.class)
public final class Plumb implements Runnable {

  private Plumb() {}

  public static void main(String... arguments) {
    System.exit(new CommandLine(new Plumb()).execute(arguments));
  }

  @Override
  public void run() {
    CommandLine.usage(this, System.out);
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
