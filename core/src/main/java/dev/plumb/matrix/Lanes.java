package dev.plumb.matrix;

/// Whether the vector module is there, and this module may use it.
final class Lanes {
  private Lanes() {}

  static boolean present() {
    try {
      Class<?> vector = Class.forName("jdk.incubator.vector.FloatVector");
      return Lanes.class.getModule().canRead(vector.getModule());
    } catch (ClassNotFoundException missing) {
      return false;
    }
  }
}
