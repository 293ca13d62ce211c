package dev.plumb;

/// The outputs that a call wants, whatever their type.
final class Wanted {
  private static final ThreadLocal<Wanted> OF_THREAD = ThreadLocal.withInitial(Wanted::new);

  private Object values;
  private Object gradient;
  private Object hessian;

  private Wanted() {}

  /// @param values a column, or null
  /// @param gradient a column, or an array of columns, or null
  /// @param hessian a column, or an array of columns, or null
  Wanted(Object values, Object gradient, Object hessian) {
    this.values = values;
    this.gradient = gradient;
    this.hessian = hessian;
  }

  /// The derivatives that a cost wants: one object a thread, so that a call allocates nothing.
  static Wanted ofThread(Object gradient, Object hessian) {
    Wanted wanted = OF_THREAD.get();
    wanted.gradient = gradient;
    wanted.hessian = hessian;
    return wanted;
  }

  /// Lets go of the caller's arrays.
  void end() {
    gradient = null;
    hessian = null;
  }

  Object values() {
    return values;
  }

  Object gradient() {
    return gradient;
  }

  Object hessian() {
    return hessian;
  }

  static Wanted of(Each each) {
    return new Wanted(each.values(), each.gradient(), each.hessian());
  }

  static Wanted of(EachFloat each) {
    return new Wanted(each.values(), each.gradient(), each.hessian());
  }

  /// 0 for the value, 1 with gradients, 2 with hessians.
  int order() {
    return hessian != null ? 2 : gradient != null ? 1 : 0;
  }

  /// How many columns there are.
  static int count(Object columns) {
    return columns instanceof Object[] several ? several.length : 1;
  }

  /// One of the columns.
  static Object column(Object columns, int index) {
    return columns instanceof Object[] several ? several[index] : columns;
  }

  /// Whether all outputs are in float.
  boolean isFloat() {
    return isFloat(values) && isFloat(gradient) && isFloat(hessian);
  }

  private static boolean isFloat(Object columns) {
    for (int i = 0; columns != null && i < count(columns); i++) {
      if (!Batch.isFloat(column(columns, i))) {
        return false;
      }
    }
    return true;
  }
}
