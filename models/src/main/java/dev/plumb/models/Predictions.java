package dev.plumb.models;

/// What a model says about rows.
///
/// @param outputs how many scores and predictions a row has
/// @param scores before the response, `outputs` consecutive numbers a row
/// @param values on the scale of the response, `outputs` consecutive numbers a row
/// @param labels for a target of classes the label of each row; null for amounts
public record Predictions(int outputs, float[] scores, float[] values, String[] labels) {}
