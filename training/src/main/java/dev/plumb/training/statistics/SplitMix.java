package dev.plumb.training.statistics;

/// Random numbers by SplitMix64 [Steele, Lea and Flood 2014, doi:10.1145/2660193.2660195], whose
/// every step is written here: the state grows by 0x9E3779B97F4A7C15 and is mixed by two
/// xor-shift-multiplies. The same seed gives the same numbers on every machine and in every
/// version.
public final class SplitMix {
  private long state;

  /// @param seed any number
  public SplitMix(long seed) {
    state = seed;
  }

  /// The next 64 bits.
  public long nextLong() {
    state += 0x9E3779B97F4A7C15L;
    long z = state;
    z = (z ^ (z >>> 30)) * 0xBF58476D1CE4E5B9L;
    z = (z ^ (z >>> 27)) * 0x94D049BB133111EBL;
    return z ^ (z >>> 31);
  }

  /// A number from 0 to `bound - 1`, each as likely as any other: the high half of a product, drawn
  /// again where the low half falls into the uneven rest [Lemire 2019, doi:10.1145/3230636].
  ///
  /// @param bound above 0
  public int nextInt(int bound) {
    long rest = Long.remainderUnsigned(-bound, bound);
    while (true) {
      long bits = nextLong();
      if (Long.compareUnsigned(bits * bound, rest) >= 0) {
        return (int) Math.unsignedMultiplyHigh(bits, bound);
      }
    }
  }

  /// A number in [0, 1), of 53 random bits.
  public double nextDouble() {
    return (nextLong() >>> 11) * 0x1p-53;
  }

  /// Puts the elements into a random order [Fisher–Yates, Knuth volume 2, algorithm P].
  public void shuffle(int[] values) {
    for (int i = values.length - 1; i > 0; i--) {
      int j = nextInt(i + 1);
      int value = values[i];
      values[i] = values[j];
      values[j] = value;
    }
  }
}
