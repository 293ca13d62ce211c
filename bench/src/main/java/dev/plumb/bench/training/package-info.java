/// Trainers of linear models side by side.
package dev.plumb.bench.training;
