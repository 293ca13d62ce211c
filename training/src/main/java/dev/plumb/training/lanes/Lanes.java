package dev.plumb.training.lanes;

/// Whether the vector module is there, and lanes are not switched off by `-Ddev.plumb.lanes=off`.
final class Lanes {
  private Lanes() {}

  static boolean present() {
    if ("off".equals(System.getProperty("dev.plumb.lanes"))) {
      return false;
    }
    try {
      // The module may have been loaded after this one, which then does not read it yet.
      Class<?> vector = Class.forName("jdk.incubator.vector.DoubleVector");
      Lanes.class.getModule().addReads(vector.getModule());
      return LaneProducts.fits();
    } catch (ClassNotFoundException missing) {
      return false;
    }
  }
}
