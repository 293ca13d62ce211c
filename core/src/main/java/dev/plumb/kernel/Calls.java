package dev.plumb.kernel;

import dev.plumb.calculus.Special;

/// Functions that have no exact form yet: called by plain kernels for one number at a time.
final class Calls {
  private Calls() {}

  static double exp(double a) {
    return StrictMath.exp(a);
  }

  static float exp(float a) {
    return (float) StrictMath.exp(a);
  }

  static double expm1(double a) {
    return StrictMath.expm1(a);
  }

  static float expm1(float a) {
    return (float) StrictMath.expm1(a);
  }

  static double log(double a) {
    return StrictMath.log(a);
  }

  static float log(float a) {
    return (float) StrictMath.log(a);
  }

  static double log1p(double a) {
    return StrictMath.log1p(a);
  }

  static float log1p(float a) {
    return (float) StrictMath.log1p(a);
  }

  static double sin(double a) {
    return StrictMath.sin(a);
  }

  static float sin(float a) {
    return (float) StrictMath.sin(a);
  }

  static double cos(double a) {
    return StrictMath.cos(a);
  }

  static float cos(float a) {
    return (float) StrictMath.cos(a);
  }

  static double atan(double a) {
    return StrictMath.atan(a);
  }

  static float atan(float a) {
    return (float) StrictMath.atan(a);
  }

  static double tanh(double a) {
    return StrictMath.tanh(a);
  }

  static float tanh(float a) {
    return (float) StrictMath.tanh(a);
  }

  static double erf(double a) {
    return Special.erf(a);
  }

  static float erf(float a) {
    return (float) Special.erf(a);
  }

  static double erfc(double a) {
    return Special.erfc(a);
  }

  static float erfc(float a) {
    return (float) Special.erfc(a);
  }

  static double lgamma(double a) {
    return Special.lgamma(a);
  }

  static float lgamma(float a) {
    return (float) Special.lgamma(a);
  }

  static double digamma(double a) {
    return Special.digamma(a);
  }

  static float digamma(float a) {
    return (float) Special.digamma(a);
  }

  static double trigamma(double a) {
    return Special.trigamma(a);
  }

  static float trigamma(float a) {
    return (float) Special.trigamma(a);
  }

  static double power(double a, double b) {
    return StrictMath.pow(a, b);
  }

  static float power(float a, float b) {
    return (float) StrictMath.pow(a, b);
  }
}
