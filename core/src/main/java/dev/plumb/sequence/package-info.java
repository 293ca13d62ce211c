/// Losses of whole sequences, written by hand: a sum over alignments is no formula of one row.
///
/// They keep the contract of [dev.plumb.Loss] where it speaks of values, gradients, weights and
/// reductions, over [dev.plumb.sequence.Sequences] instead of a batch of rows.
package dev.plumb.sequence;
