/// Tables: files and queries to columns, columns to a [dev.plumb.training.Dataset].
///
/// ```java
/// try (var table = Table.open("houses.csv")) {
///   Reading reading = table.dataset(Options.target("price"));
///   reading.notes().forEach(System.err::println);
/// }
/// ```
///
/// The words, each with one meaning:
///
/// * a *source* is what the user named: a file by its ending, or an SQL query;
/// * a *cell* is the text between two delimiters, trimmed, or missing when it is one of
///   [Cell#MISSING];
/// * a *column* has a name and holds numbers, booleans, texts, dates, or something that Plumb does
///   not read;
/// * *rows* are numbered from 1, the header not counted, in the order of the source;
/// * *labels* are the different texts of a column, sorted by character, so that a class number
///   means the same every time;
/// * a *note* says what was left out or decided, and why; nothing is left out without one.
///
/// DuckDB does the parsing, in memory, with two threads or more. It never reaches beyond this
/// machine: extensions are neither installed nor loaded, and queries are confined to one select.
package dev.plumb.tables;
