/// Data sets, models, optimisers and comparisons under any loss.
module dev.plumb.training {
  requires transitive dev.plumb;

  // Lanes: where the module is missing, each loop has a plain form with the same bits.
  requires static jdk.incubator.vector;

  exports dev.plumb.training;
  exports dev.plumb.training.calibration;
  exports dev.plumb.training.network;
}
