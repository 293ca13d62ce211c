package dev.plumb.tables;

import dev.plumb.training.Dataset;
import java.util.List;

/// What came out of a table.
///
/// @param dataset the columns in memory, in the order of the source
/// @param notes what was left out or decided, and why, each a line for the user
public record Reading(Dataset dataset, List<String> notes) {
  public Reading {
    notes = List.copyOf(notes);
  }
}
