package dev.plumb.cli;

import dev.plumb.models.Card;
import dev.plumb.models.SavedModel;
import dev.plumb.training.Calibrated;
import dev.plumb.training.Dataset;
import dev.plumb.training.Model;
import dev.plumb.training.Scorecard;
import java.nio.file.Path;
import java.util.Optional;

/// What a training gave, and what its card tells so far.
record Trained(Model model, Optional<Calibrated> calibrated, Card card) {

  Trained with(Card card) {
    return new Trained(model, calibrated, card);
  }

  /// With what the metrics say of some rows; nothing where the model says several numbers about an
  /// amount.
  ///
  /// @param rows as the card calls them
  Trained judged(String rows, Dataset data) {
    if (!data.target().kind().isClasses() && model.outputs() > 1) {
      return this;
    }
    return with(
        card.with(
            rows,
            calibrated.map(c -> Scorecard.of(c, data)).orElseGet(() -> Scorecard.of(model, data))));
  }

  void write(Path out) {
    calibrated.ifPresentOrElse(
        c -> SavedModel.write(out, c, card), () -> SavedModel.write(out, model, card));
  }
}
