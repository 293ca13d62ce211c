/// The statistics that an honest comparison needs, and the random numbers that it draws, with the
/// same bits on every machine.
package dev.plumb.training.statistics;
