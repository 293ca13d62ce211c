package dev.plumb.cli;

import dev.plumb.Batch;
import dev.plumb.Cost;
import dev.plumb.Each;
import dev.plumb.Loss;
import dev.plumb.PlumbException;
import dev.plumb.Reduction;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Printer;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/// A loss over samples: the cost, and the outputs of every sample where they are wanted.
///
/// @param each values, and gradient and hessian or null
/// @param remarks what should not go unnoticed
record Evaluation(
    Loss loss, Reduction reduction, Samples samples, double cost, Each each, List<String> remarks) {

  /// Evaluates.
  ///
  /// @param derivatives whether gradient and hessian are wanted; then samples without a number give
  ///   NaN instead of a complaint
  static Evaluation of(
      Loss loss, Reduction reduction, Samples samples, boolean floats, boolean derivatives) {
    var checks = new Checks(loss, samples, floats);
    var remarks = new ArrayList<String>();
    checks.missing().ifPresent(place -> noted(place, derivatives, remarks));
    if (remarks.isEmpty()) {
      checks.domains();
    }
    Batch batch = samples.batch(floats);
    Each each = outputs(loss, samples, derivatives);
    loss.evaluate(batch, 0, batch.samples(), each);
    checks.values(each.values()).ifPresent(remarks::add);
    for (int k = 0; derivatives && k < each.gradient().length; k++) {
      Input by = loss.definition().predictions().get(k);
      checks.derivatives(by, each.gradient()[k], "gradient").ifPresent(remarks::add);
      checks.derivatives(by, each.hessian()[k], "hessian").ifPresent(remarks::add);
    }
    double cost = new Cost(loss, reduction).of(batch);
    return new Evaluation(loss, reduction, samples, cost, each, List.copyOf(remarks));
  }

  private static void noted(String place, boolean derivatives, List<String> remarks) {
    if (!derivatives) {
      throw new PlumbException(
          place
              + "; fill it, leave the row out by a query, or give it weight 0 by --weight (--each evaluates the other rows)");
    }
    remarks.add(place + ", so its loss and the cost are NaN; domains were not checked");
  }

  private static Each outputs(Loss loss, Samples samples, boolean derivatives) {
    double[] values = new double[samples.rows()];
    return derivatives
        ? new Each(values, places(loss, samples), places(loss, samples))
        : Each.values(values);
  }

  private static double[][] places(Loss loss, Samples samples) {
    return loss.definition().predictions().stream()
        .map(input -> new double[samples.rows() * samples.binding().columns().get(input).size()])
        .toArray(double[][]::new);
  }

  // As JSON

  void write(Json json) throws IOException {
    json.object(object -> {
      object.name("loss").text(loss.text());
      object.name("formula").text(Printer.text(loss.definition().formula()));
      object.name("reduction").text(reduction.text());
      object.name("cost").number(cost);
      object.name("count").whole(samples.rows());
      if (each.gradient() != null) {
        object.name("each").object(this::writeEach);
      }
    });
  }

  private void writeEach(Json json) throws IOException {
    json.name("value").numbers(each.values(), 0, each.values().length);
    json.name("gradient").object(object -> write(each.gradient(), object));
    json.name("hessian").object(object -> write(each.hessian(), object));
  }

  private void write(double[][] derivatives, Json json) throws IOException {
    List<Input> predictions = loss.definition().predictions();
    for (int k = 0; k < derivatives.length; k++) {
      double[] all = derivatives[k];
      json.name(predictions.get(k).name());
      if (predictions.get(k).row()) {
        int width = all.length / samples.rows();
        json.array(array -> rows(all, width, array));
      } else {
        json.numbers(all, 0, all.length);
      }
    }
  }

  private static void rows(double[] all, int width, Json json) throws IOException {
    for (int from = 0; from < all.length; from += width) {
      json.numbers(all, from, from + width);
    }
  }

  // As text

  void print(Screen screen) {
    if (each.gradient() != null) {
      printEach(screen);
    }
    screen.print(
        "%s of %s over %s\ncost   %s\ncount  %d\n"
            .formatted(
                reduction.text().replace('_', ' '),
                loss.text(),
                samples.table(),
                Double.isNaN(cost) ? "NaN" : dev.plumb.formula.Numbers.text(cost),
                samples.rows()));
  }

  private void printEach(Screen screen) {
    var head = new ArrayList<>(List.of("row", "value"));
    loss.definition().predictions().forEach(p -> head.add("gradient " + p.name()));
    loss.definition().predictions().forEach(p -> head.add("hessian " + p.name()));
    screen.print(line(head));
    for (int row = 0; row < samples.rows(); row++) {
      var cells = new ArrayList<String>();
      cells.add(Integer.toString(row + 1));
      cells.add(Digits.six(each.values()[row]));
      cells(each.gradient(), row, cells);
      cells(each.hessian(), row, cells);
      screen.print(line(cells));
    }
    screen.print("");
  }

  private void cells(double[][] derivatives, int row, List<String> cells) {
    for (int k = 0; k < derivatives.length; k++) {
      boolean isRow = loss.definition().predictions().get(k).row();
      int width = derivatives[k].length / samples.rows();
      double[] own = java.util.Arrays.copyOfRange(derivatives[k], row * width, (row + 1) * width);
      cells.add(isRow ? Digits.row(own) : Digits.six(own[0]));
    }
  }

  private static String line(List<String> cells) {
    var line = new StringBuilder();
    for (int k = 0; k < cells.size(); k++) {
      line.append((k == 0 ? "%7s" : "  %14s").formatted(cells.get(k)));
    }
    return line.toString();
  }
}
