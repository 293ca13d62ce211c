/// From scores to probabilities, learnt on rows that the scores were not: where the response of a
/// loss is none, or class weights bent it.
package dev.plumb.training.calibration;
