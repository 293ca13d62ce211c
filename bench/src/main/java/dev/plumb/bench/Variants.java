package dev.plumb.bench;

import dev.plumb.bench.Rounds.Times;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.SequencedMap;

/// What else Plumb computes, as multiples of its value and gradient.
record Variants(Options options) {
  private static final String GRADIENT = "gradient";

  String table() {
    var table = new Table();
    try (var sklearn = new Child("sklearn-hessian", options)) {
      for (Options.Shape shape : options.shapes()) {
        var line = line(shape.data(), sklearn);
        System.err.println(String.join("  ", line.values()));
        table.add(line);
      }
    }
    return Bench.heading(
            options,
            "Variants are told as multiples of value and gradient; \"bound in place\" is `b = b + s * c`; \"no order\" sums by reduceLanes; scikit-learn gives gradient and hessian.")
        + table.markdown();
  }

  private SequencedMap<String, String> line(Case data, Peer sklearn) {
    var plumb = new Plumb(options.threads());
    var contenders = new LinkedHashMap<String, Contender>();
    contenders.put(Bench.BOUND, Triad.of(data.bytes()));
    contenders.put(GRADIENT, plumb.enter(data).orElseThrow());
    contenders.put("value only", plumb.value(data));
    contenders.put("in place", plumb.inPlace(data));
    contenders.put("bound in place", Triad.inPlace(data.bytes()));
    contenders.put("with hessian", plumb.hessian(data));
    if (data.classes() == 1) {
      contenders.put("off the heap", plumb.offHeap(data));
    }
    if (data.loss().equals("huber")) {
      contenders.put("by hand, no order", Lanes.unordered(data));
    }
    sklearn.enter(data).ifPresent(contender -> contenders.put(sklearn.name(), contender));
    SequencedMap<String, Times> times = options.rounds().run(contenders);
    double base = times.get(GRADIENT).median();
    var line = Bench.start(data);
    line.put(
        "ns a prediction", String.format(Locale.ROOT, "%.3f", base / data.predictions().length));
    line.put("bound", Table.ratio(base / times.get(Bench.BOUND).median()));
    contenders.sequencedKeySet().stream()
        .skip(2)
        .forEach(name -> line.put(name, Table.ratio(times.get(name).median() / base)));
    double spread = times.values().stream().mapToDouble(Times::spread).max().orElse(0);
    line.put("spread", String.format(Locale.ROOT, "%.0f %%", 100 * spread));
    contenders.values().forEach(Contender::close);
    return line;
  }
}
