/// What follows from a loss beyond its derivatives: the facts of its shape
/// ([dev.plumb.facts.Facts]), and whether it keeps its promises ([dev.plumb.facts.LossCheck]), told
/// apart by arithmetic in as many digits as it takes ([dev.plumb.facts.Decimals]).
package dev.plumb.facts;
