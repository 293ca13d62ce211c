package dev.plumb.bench;

import java.util.Optional;

/// A system that computes losses.
interface Peer extends AutoCloseable {

  /// As it is named in tables: name and version.
  String name();

  /// The word that chooses it on the command line.
  String word();

  /// Its contender in a case, unless it has no such loss.
  Optional<Contender> enter(Case data);

  @Override
  default void close() {}
}
