/// Losses written by hand on the Vector API, as well as we can: what generated kernels are measured
/// against.
///
/// Each gives the mean of the losses and its gradient in one pass, in float, with sums in a fixed
/// order: blocks of 1024 samples, a lane a sum, lanes joined by halving, blocks added in double.
/// Exponentials and logarithms are polynomials in the loop. Their coefficients were fitted to the
/// least greatest relative error (below 1e-8 before rounding) on the ranges that reduction leaves.
package dev.plumb.bench.twin;
