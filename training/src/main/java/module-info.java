/// Data sets, models, optimisers and comparisons under any loss.
module dev.plumb.training {
  requires transitive dev.plumb;

  exports dev.plumb.training;
  exports dev.plumb.training.calibration;
  exports dev.plumb.training.network;
}
