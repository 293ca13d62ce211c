/// Rewrites the jars of a folder so that a program starts sooner from them:
///
/// - classes older than Java 6 (picocli's) get today's version, because an AOT cache skips the old ones;
/// - DuckDB's native library for this machine moves out of its jar, beside it, where DuckDB looks next: otherwise it
///   is unpacked into the temporary folder on every start. The libraries for other machines are dropped.
///
/// Run as `java build/QuickStart.java FOLDER`.
static final int OLDEST_CACHED = 50;

void main(String... arguments) throws IOException {
  List<Path> jars;
  try (var files = Files.list(Path.of(arguments[0]))) {
    jars = files.filter(file -> file.toString().endsWith(".jar")).toList();
  }
  for (var jar : jars) {
    var fresh = Path.of(jar + ".fresh");
    if (rewrite(jar, fresh)) {
      Files.move(fresh, jar, StandardCopyOption.REPLACE_EXISTING);
    } else {
      Files.delete(fresh);
    }
  }
}

/// Whether the new jar differs from the old one.
boolean rewrite(Path jar, Path fresh) throws IOException {
  var differs = false;
  try (var zip = new ZipFile(jar.toFile());
      var loader = new URLClassLoader(new URL[] {jar.toUri().toURL()});
      var out = new ZipOutputStream(Files.newOutputStream(fresh))) {
    for (var entry : Collections.list(zip.entries())) {
      if (isNative(entry.getName())) {
        differs = true;
        if (isOfThisMachine(entry.getName())) {
          Files.copy(zip.getInputStream(entry), jar.resolveSibling(entry.getName()));
        }
      } else {
        var bytes = zip.getInputStream(entry).readAllBytes();
        if (isOldClass(bytes)) {
          differs = true;
          bytes = freshen(bytes, loader);
        }
        out.putNextEntry(new ZipEntry(entry.getName()));
        out.write(bytes);
      }
    }
  }
  return differs;
}

/// DuckDB names its libraries `libduckdb_java.so_SYSTEM_PROCESSOR`.
boolean isNative(String name) {
  return name.startsWith("libduckdb_java.so_");
}

boolean isOfThisMachine(String library) {
  var system = System.getProperty("os.name").toLowerCase(Locale.ROOT);
  var processor = System.getProperty("os.arch");
  return library.endsWith(
      (system.startsWith("mac") ? "macos" : system)
          + "_"
          + (processor.equals("aarch64") ? "arm64" : processor.replace("x86_64", "amd64")));
}

/// A class file begins with 0xCAFEBABE and its version, minor before major.
boolean isOldClass(byte[] bytes) {
  var header = ByteBuffer.wrap(bytes);
  return bytes.length > 8 && header.getInt() == 0xCAFEBABE && header.getInt() < OLDEST_CACHED;
}

/// Newer classes must carry stack maps, and making those needs to know which class extends which.
byte[] freshen(byte[] bytes, ClassLoader loader) {
  var hierarchy =
      ClassHierarchyResolver.ofResourceParsing(loader)
          .orElse(ClassHierarchyResolver.defaultResolver());
  var classFile =
      ClassFile.of(
          ClassFile.StackMapsOption.GENERATE_STACK_MAPS,
          ClassFile.ClassHierarchyResolverOption.of(hierarchy));
  ClassTransform version =
      (builder, element) -> {
        if (element instanceof ClassFileVersion) {
          builder.withVersion(ClassFile.latestMajorVersion(), 0);
        } else {
          builder.with(element);
        }
      };
  return classFile.transformClass(
      classFile.parse(bytes),
      ClassTransform.transformingMethodBodies(CodeTransform.ACCEPT_ALL).andThen(version));
}
