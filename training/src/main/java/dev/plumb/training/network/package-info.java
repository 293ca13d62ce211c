/// Dense feed-forward networks: their architecture, weights, and the passes forward and backward.
///
/// The words, each with one meaning:
///
/// * an *architecture* says how many units each hidden layer has, what they do to their sums, and
///   what part of them drops out at a step;
/// * a *point* is all weights in one array of doubles, layer after layer: the weights of each input
///   of the layer, then its biases. The inputs of the first layer are numbers and levels;
/// * *passes* compute in float, by matrix products of a fixed order ([dev.plumb.matrix]), so the
///   same point and rows give the same bits on any machine and for any number of threads.
///
/// Nothing here knows data sets or losses: rows come in, scores go out; slopes of the scores come
/// in, slopes of the point go out.
package dev.plumb.training.network;
