/// Programs to machine code: the only room that names `java.lang.classfile`.
///
/// A [dev.plumb.kernel.Program] is a list of steps over one sample, each a primitive operation;
/// equal steps are shared. [dev.plumb.kernel.Emit] writes it as one class with one method over a
/// range of samples. [dev.plumb.kernel.Sums] adds losses in an order that does not depend on
/// threads. Kernels on SIMD lanes belong here, beside the plain ones.
package dev.plumb.kernel;
