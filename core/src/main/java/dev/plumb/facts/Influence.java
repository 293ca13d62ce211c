package dev.plumb.facts;

/// How hard a prediction that is far off pulls: the slope far out (Hampel et al. 1986, "Robust
/// statistics").
public enum Influence {
  UNBOUNDED("unbounded influence"),
  BOUNDED("bounded influence"),
  REDESCENDING("redescending influence");

  private final String words;

  Influence(String words) {
    this.words = words;
  }

  public String text() {
    return words;
  }
}
