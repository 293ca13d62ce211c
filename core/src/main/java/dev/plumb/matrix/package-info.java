/// Products of matrices of floats, with the same bits on every machine.
///
/// The order of a sum is fixed by its length alone: an element of `a b` is cut into blocks of
/// [dev.plumb.matrix.Product#DEPTH] terms; a block is one chain of fused multiply-adds that starts
/// at 0, and the blocks are added one after the other. Threads and lanes share out elements, never
/// the terms of one element, so none of them can change a bit.
///
/// [dev.plumb.matrix.Matrix] is a view of an array, [dev.plumb.matrix.Product] multiplies on the
/// caller's thread, [dev.plumb.matrix.Products] on all. [dev.plumb.matrix.Exponentials] are what a
/// softmax needs of a row. Each innermost loop has two forms, on lanes and plain.
package dev.plumb.matrix;
