/// Elementary functions as little programs over operations that IEEE 754 rounds the same way
/// everywhere: additions, products, quotients, fused multiply-adds, square roots, comparisons,
/// choices and moves of bits.
///
/// The functions are text, in `*.exact` beside this package; [dev.plumb.exact.Functions] reads
/// them. A [dev.plumb.exact.Function] is a list of [dev.plumb.exact.Instruction]s, without loops,
/// branches or tables, so that it can be inlined into a kernel on lanes. What a
/// [dev.plumb.exact.Primitive] means is said there, once.
package dev.plumb.exact;
