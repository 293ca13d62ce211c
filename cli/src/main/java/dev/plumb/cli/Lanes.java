package dev.plumb.cli;

/// The door to the vector module, opened by the commands that compute over data.
///
/// The documented way is `--add-modules jdk.incubator.vector`. It would make every start of every
/// command slower, because it switches the archived module graph off, and print a warning above
/// every result. So the launcher exports the JDK's own way of loading a module late (it is what
/// loads agents), and this class asks for it. Whatever goes wrong, the kernels then run plain: the
/// same bits, slower.
final class Lanes {

  private static final String MODULE = "jdk.incubator.vector";

  private Lanes() {}

  /// Loads the vector module unless it is there; says whether lanes can be used from now on.
  static boolean open() {
    if (ModuleLayer.boot().findModule(MODULE).isPresent()) {
      return true;
    }
    try {
      Class.forName("jdk.internal.module.Modules")
          .getMethod("loadModule", String.class)
          .invoke(null, MODULE);
      return true;
    } catch (ReflectiveOperationException | RuntimeException unavailable) {
      return false;
    }
  }
}
