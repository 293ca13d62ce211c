/// Programs to machine code: the only room that names `java.lang.classfile`.
///
/// ```
/// Program ─Expand→ exact steps ─Emit→ kernels: plain, samples on lanes, classes on lanes ─Runner→ blocks ─Total→ sum
/// ```
///
/// A [dev.plumb.kernel.Program] is a list of steps over one sample, each a primitive operation;
/// equal steps are shared. [dev.plumb.kernel.Expand] turns it into steps that IEEE 754 rounds the
/// same way everywhere, in one precision. [dev.plumb.kernel.Emit] writes those as a class with one
/// flat method ([dev.plumb.kernel.Body]), for one of two machines: [dev.plumb.kernel.Scalar] and
/// [dev.plumb.kernel.Lanes]. [dev.plumb.kernel.Runner] runs the kernels over blocks of samples, on
/// whichever twin is fast already, and [dev.plumb.kernel.Total] adds the losses in an order that
/// depends on the row numbers alone.
package dev.plumb.kernel;
