/// Charts and the self-contained HTML report.
module dev.plumb.report {
  requires transitive dev.plumb.training;
  requires com.fasterxml.jackson.databind;

  exports dev.plumb.report;
}
