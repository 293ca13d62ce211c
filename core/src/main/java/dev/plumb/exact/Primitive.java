package dev.plumb.exact;

import static dev.plumb.exact.Primitive.Kind.MASK;
import static dev.plumb.exact.Primitive.Kind.NUMBER;

import java.util.List;

/// The operations that functions are made of. Each is one operation of IEEE 754, rounded to nearest
/// even, or moves bits; so each gives the same bits in the interpreter, in plain Java and on lanes.
///
/// The sign and the payload of a NaN are the only bits that are not fixed: no function lets them
/// decide anything but the sign of a NaN.
public enum Primitive {
  /// `a + b`
  ADD(NUMBER, NUMBER, NUMBER),
  /// `a - b`
  SUBTRACT(NUMBER, NUMBER, NUMBER),
  /// `a * b`
  MULTIPLY(NUMBER, NUMBER, NUMBER),
  /// `a / b`
  DIVIDE(NUMBER, NUMBER, NUMBER),
  /// `a * b + c`, rounded once
  FMA(NUMBER, NUMBER, NUMBER, NUMBER),
  /// `a` with the other sign, also of 0 and of NaN
  NEGATE(NUMBER, NUMBER),
  /// `a` without its sign: `abs(-0.0)` is 0.0
  ABS(NUMBER, NUMBER),
  /// The square root: −0.0 of −0.0, NaN below
  SQRT(NUMBER, NUMBER),
  /// The magnitude of `a` with the sign bit of `b`. Where b is NaN the sign of the result is open.
  COPY_SIGN(NUMBER, NUMBER, NUMBER),
  /// The bits shifted left by the 23 (52) bits of the significand: the low bits become sign and
  /// exponent. Of `n + 12582912 + 127` in float, of `n + 6755399441055744 + 1023` in double, it is
  /// 2^n for every whole n from −126 to 127 (−1022 to 1023). Of other numbers, NaN among them, it
  /// is any number.
  TO_EXPONENT(NUMBER, NUMBER),
  /// The biased exponent as a number: of a positive normal `2^n ≤ a < 2^(n+1)` in float `n + 127 +
  /// 8388608`, in double `n + 1023 + 4503599627370496`. It is the bits, shifted right by 23 (52)
  /// without sign, under the bits of 8388608 (4503599627370496): `bits >>> 23 | 0x4B000000`, `bits
  /// > > > 52 | 0x4330000000000000`. The sign bit counts as 256 (2048); 0 and subnormal numbers are
  /// > > > as n = −127 (−1023), infinity and NaN as 128 (1024).
  FROM_EXPONENT(NUMBER, NUMBER),
  /// `a < b`; false where either is NaN
  LESS(MASK, NUMBER, NUMBER),
  /// `a <= b`; false where either is NaN
  LESS_EQUAL(MASK, NUMBER, NUMBER),
  /// `a == b`; false where either is NaN, true of 0.0 and −0.0
  EQUAL(MASK, NUMBER, NUMBER),
  /// Both masks
  AND(MASK, MASK, MASK),
  /// Either mask
  OR(MASK, MASK, MASK),
  /// The other truth
  NOT(MASK, MASK),
  /// `a` where the mask is true, `b` where it is not: all bits as they are
  SELECT(NUMBER, MASK, NUMBER, NUMBER);

  /// What an operand or a result is.
  public enum Kind {
    /// A number of the function's precision
    NUMBER,
    /// True or false
    MASK
  }

  private final Kind result;
  private final List<Kind> operands;

  Primitive(Kind result, Kind... operands) {
    this.result = result;
    this.operands = List.of(operands);
  }

  /// What it gives.
  public Kind result() {
    return result;
  }

  /// Whether it gives a mask.
  public boolean isMask() {
    return result == MASK;
  }

  /// What it takes.
  public List<Kind> operands() {
    return operands;
  }

  /// How many operands it takes.
  public int arity() {
    return operands.size();
  }
}
