/// The innermost loops of a linear model over the rows of a block: on the vector lanes of the
/// processor where their module is there, plain otherwise, with the same bits. One class,
/// [dev.plumb.training.lanes.LaneProducts], names the module.
package dev.plumb.training.lanes;
