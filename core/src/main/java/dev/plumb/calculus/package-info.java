/// From a formula to the numbers a trainer needs, in named stages that can each be printed:
/// simplify, derive, simplify, stabilise, lower. Derivatives come before numerics: a stable form is
/// never differentiated.
package dev.plumb.calculus;
