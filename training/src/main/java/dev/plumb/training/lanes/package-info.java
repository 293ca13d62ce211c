/// The innermost loops of a linear model over the rows of a block: on the vector lanes of the
/// processor where their module is there, plain otherwise, with the same bits. Two classes,
/// [dev.plumb.training.lanes.LaneProducts] and [dev.plumb.training.lanes.FloatLanes], name the
/// module.
package dev.plumb.training.lanes;
