package dev.plumb.tables;

/// A feature that a model wants from a table.
///
/// @param name of a column, or of a part of a date: `date.month`
/// @param text whether it is text, not numbers
public record Wanted(String name, boolean text) {}
