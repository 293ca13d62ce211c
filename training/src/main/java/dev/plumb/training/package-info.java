/// Training under any loss: data in arrays, linear models, optimisers, cross-validation and the
/// comparison of losses.
package dev.plumb.training;
