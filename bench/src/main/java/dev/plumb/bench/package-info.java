/// Plumb beside its peers: every contender computes the same numbers from the same arrays, is
/// checked against Plumb's, and is timed in turns with the others.
package dev.plumb.bench;
