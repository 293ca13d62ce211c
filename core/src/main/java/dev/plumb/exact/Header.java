package dev.plumb.exact;

import java.util.List;

/// What stands above the steps of a function in its text.
///
/// @param isPart whether other functions alone use it
/// @param errors the largest errors in units of the last place, for each precision from the first
/// @param precisions those that the steps are written for
record Header(
    String name,
    boolean isPart,
    List<Precision> precisions,
    List<String> arguments,
    List<Double> errors,
    String documentation) {

  double error(Precision precision) {
    return isPart ? Double.NaN : errors.get(precisions.indexOf(precision));
  }
}
