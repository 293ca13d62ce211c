/// CSV, Parquet, JSON and SQL to columns and data sets.
module dev.plumb.tables {
  requires transitive dev.plumb.training;
  requires java.sql;
  requires duckdb.jdbc;

  exports dev.plumb.tables;
}
