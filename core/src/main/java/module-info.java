/// Losses as formulas: the language, its calculus, its kernels and the public API.
module dev.plumb {
  // Lanes: where the module is missing, each kernel has a plain form with the same bits.
  requires static jdk.incubator.vector;

  exports dev.plumb;
  exports dev.plumb.formula;
  exports dev.plumb.exact;
  exports dev.plumb.catalogue;
  exports dev.plumb.calculus;
  exports dev.plumb.kernel;
  exports dev.plumb.matrix;
  exports dev.plumb.sequence;
  exports dev.plumb.facts;
  exports dev.plumb.vocabulary;
}
