package dev.plumb.kernel;

/// Where samples lie on lanes: the element of each that its own index points at.
record PickedLanes(Rows rows, int index) implements Place {
  @Override
  public void input(Machine machine, int input) {
    rows.picked(input);
  }

  @Override
  public void index(Machine machine) {
    rows.body.load(index, machine);
  }

  @Override
  public boolean isWithKept() {
    return false;
  }

  @Override
  public void kept(Machine machine, int step) {
    throw new IllegalStateException("picked elements are computed, not kept");
  }
}
