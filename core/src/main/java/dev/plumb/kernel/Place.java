package dev.plumb.kernel;

/// Which elements of a row are computed.
interface Place {
  /// Pushes the elements of an input.
  void input(Machine machine, int input);

  /// Pushes their numbers in the row, from 0.
  void index(Machine machine);

  /// Whether what earlier loops have kept can be read here.
  boolean isWithKept();

  /// Pushes elements that an earlier loop has kept.
  void kept(Machine machine, int step);
}
