/// The plumb command.
module dev.plumb.cli {
  requires com.fasterxml.jackson.databind;
  requires dev.plumb.models;
  requires dev.plumb.report;
  requires dev.plumb.tables;
  requires info.picocli;
  requires java.compiler;

  opens dev.plumb.cli to
      info.picocli;
}
