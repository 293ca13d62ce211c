/// Linear scores under softmax cross-entropy, without the matrix of scores.
///
/// A model of words scores every class of a vocabulary for every sample: `z = X W' + b`, n × V
/// numbers, which for 16,384 samples and 131,072 classes are 8 GB. Here a block of scores is
/// computed, used and forgotten. For 1024 rows at a time, first the logarithm of the sum of
/// exponentials is gathered over blocks of 512 classes (online, after Milakov and Gimelshein,
/// "Online normalizer calculation for softmax", 2018), then each block is computed again and
/// overwritten by its gradient, from which the gradients of features and weights take their share
/// (as Wijmans and others, "Cut your losses in large-vocabulary language models", 2024). That is
/// four products of matrices where a stored matrix of scores needs three.
///
/// It is no [dev.plumb.Loss]: a loss sees the scores, and here nobody does. The words, weights and
/// reductions are the same, and so is the promise that bits do not depend on threads or lanes.
package dev.plumb.vocabulary;
