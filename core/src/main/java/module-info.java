/// Losses as formulas: the language, its calculus, its kernels and the public API.
module dev.plumb {
  exports dev.plumb;
  exports dev.plumb.formula;
  exports dev.plumb.catalogue;
  exports dev.plumb.calculus;
  exports dev.plumb.kernel;
  exports dev.plumb.sequence;
  exports dev.plumb.facts;
}
