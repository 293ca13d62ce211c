/// Saved models: one ONNX file that holds all it takes to predict.
///
/// ```java
/// Fit fit = Trainer.linear().loss(huber).fit(data);
/// Path file = Path.of("houses.onnx");
/// SavedModel.write(file, fit.model(), Card.of(data, fit.model()));
/// Predictions predictions = SavedModel.read(file).predict(data.features(), data.rows());
/// ```
///
/// The words, each with one meaning:
///
/// * the *graph* is what a runtime computes, from the columns of the data to score, prediction and
///   label, by operators of the ONNX standard alone;
/// * the *card* says where a model comes from: loss, data, seed, versions, metrics. It lies in the
///   file's metadata;
/// * a *column* of the file is an input of the graph: numbers (float, NaN where missing) or texts
///   (empty where missing), one a row.
///
/// The graph is written from a model ([Inputs], [Scores], [Response]) and run from the file ([Run],
/// [Operators]): what Plumb predicts is what the file says, not what the program remembers.
package dev.plumb.models;
