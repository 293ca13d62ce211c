package dev.plumb.tables;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.TreeMap;
import java.util.stream.Collectors;

/// Codes of labels, and the labels in the order of the codes.
///
/// @param codes one a row
/// @param labels each the label of at least one row
record Labels(int[] codes, List<String> labels) {
  private static final int SHOWN = 10;

  /// The labels of numbers: the different ones, ascending.
  static Labels of(double[] numbers) {
    double[] different = Arrays.stream(numbers).map(n -> n + 0.0).sorted().distinct().toArray();
    int[] codes = new int[numbers.length];
    for (int row = 0; row < codes.length; row++) {
      codes[row] = Arrays.binarySearch(different, numbers[row] + 0.0);
    }
    return new Labels(codes, Arrays.stream(different).mapToObj(Labels::text).toList());
  }

  /// The same with the labels in another order, which holds all of them.
  Labels in(List<String> order) {
    List<String> used = order.stream().distinct().filter(labels::contains).toList();
    int[] place = labels.stream().mapToInt(used::indexOf).toArray();
    return new Labels(Arrays.stream(codes).map(code -> place[code]).toArray(), used);
  }

  /// The class number of each row.
  double[] numbers() {
    return Arrays.stream(codes).asDoubleStream().toArray();
  }

  /// `No, NO; Yes, yes`: labels that differ in upper and lower case alone; empty where none do.
  String alike() {
    return labels.stream()
        .collect(
            Collectors.groupingBy(
                label -> label.toLowerCase(Locale.ROOT), TreeMap::new, Collectors.toList()))
        .values()
        .stream()
        .filter(group -> group.size() > 1)
        .limit(SHOWN)
        .map(group -> String.join(", ", group))
        .collect(Collectors.joining("; "));
  }

  /// A number as text; a whole one without a point.
  static String text(double number) {
    return number == Math.rint(number) && Math.abs(number) < 1e15
        ? String.valueOf((long) number)
        : String.valueOf(number);
  }

  static String text(float number) {
    return number == Math.rint(number) && Math.abs(number) < 1e7
        ? String.valueOf((long) number)
        : String.valueOf(number);
  }

  /// `in all 21 rows`.
  static String everywhere(int rows) {
    return rows == 1 ? "in its only row" : "in all " + rows + " rows";
  }

  /// `drizzle, fog, rain`; the first few of many.
  String words() {
    String list = String.join(", ", labels.stream().limit(SHOWN).toList());
    return labels.size() > SHOWN ? list + ", …" : list;
  }
}
