package dev.plumb.models;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.TensorProto.DataType;
import com.google.protobuf.InvalidProtocolBufferException;
import dev.plumb.PlumbException;
import dev.plumb.models.Tensor.Numbers;
import dev.plumb.models.Tensor.Texts;
import dev.plumb.training.Calibrated;
import dev.plumb.training.Feature;
import dev.plumb.training.Model;
import dev.plumb.training.calibration.Calibration;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/// A model that lies in an ONNX file.
public final class SavedModel {
  static final String SCORE = "score";
  static final String PREDICTION = "prediction";
  static final String LABEL = "label";

  private static final int OPERATORS = 17;
  private static final int ML_OPERATORS = 2;
  private static final int FORMAT = 8;
  private static final int ROWS_AT_ONCE = 4096;

  private final GraphProto graph;
  private final Card card;

  private SavedModel(GraphProto graph, Card card) {
    this.graph = graph;
    this.card = card;
  }

  /// A column that the model reads.
  ///
  /// @param levels the texts it knows; null for numbers
  public record Column(String name, List<String> levels) {
    public boolean isText() {
      return levels != null;
    }
  }

  /// Writes a model and its card; the file is there whole or not at all.
  ///
  /// @throws PlumbException when it cannot be written, or the response of its loss has no form in
  ///   ONNX
  public static void write(Path file, Model model, Card card) {
    WholeFile.write(file, bytes(model, card));
  }

  /// Writes a model whose predictions are the probabilities of its calibration.
  ///
  /// @throws PlumbException when it cannot be written
  public static void write(Path file, Calibrated calibrated, Card card) {
    WholeFile.write(file, bytes(calibrated, card));
  }

  /// What [#write] writes.
  ///
  /// @throws PlumbException when the response of the loss has no form in ONNX, or the model reads
  ///   no column
  public static byte[] bytes(Model model, Card card) {
    return bytes(model, Optional.empty(), card);
  }

  /// What [#write] writes of a calibrated model.
  ///
  /// @throws PlumbException when the model reads no column
  public static byte[] bytes(Calibrated calibrated, Card card) {
    return bytes(calibrated.fit().model(), Optional.of(calibrated.calibration()), card);
  }

  private static byte[] bytes(Model model, Optional<Calibration> calibration, Card card) {
    var proto =
        ModelProto.newBuilder()
            .setIrVersion(FORMAT)
            .setProducerName("plumb")
            .setProducerVersion(version())
            .setGraph(graph(model, calibration, card));
    proto.addOpsetImportBuilder().setDomain("").setVersion(OPERATORS);
    proto.addOpsetImportBuilder().setDomain(Graph.ML).setVersion(ML_OPERATORS);
    card.facts()
        .forEach((name, value) -> proto.addMetadataPropsBuilder().setKey(name).setValue(value));
    proto.addMetadataPropsBuilder().setKey(Card.SEAL).setValue(card.seal());
    return proto.build().toByteArray();
  }

  private static GraphProto graph(Model model, Optional<Calibration> calibration, Card card) {
    if (model.encoding().columns().isEmpty()) {
      throw new PlumbException(
          "no column of the data varies, so the model reads none: there is nothing to save");
    }
    var graph = new Graph("plumb");
    List<String> labels = card.labels();
    String scores = Scores.of(model.layers(), Inputs.of(model.encoding(), graph), graph);
    graph.output(SCORE, graph.cast(scores, DataType.FLOAT), DataType.FLOAT, model.outputs());
    String response =
        calibration
            .map(c -> Probabilities.of(c, scores, graph))
            .orElseGet(() -> Response.of(model.loss(), scores, model.outputs(), graph));
    graph.output(PREDICTION, graph.cast(response, DataType.FLOAT), DataType.FLOAT, model.outputs());
    if (!labels.isEmpty()) {
      String flat =
          graph.of(
              "Reshape",
              label(model, calibration.isPresent(), scores, response, graph),
              graph.whole(new int[] {1}, -1));
      String text = graph.along("Gather", 0, graph.texts(labels), flat);
      graph.output(LABEL, text, DataType.STRING, 0);
    }
    return graph.built();
  }

  /// The number of the label of each row.
  private static String label(
      Model model, boolean calibrated, String scores, String response, Graph graph) {
    if (model.isOfLevels()) {
      String reached = graph.cast(above(scores, 0, graph), DataType.DOUBLE);
      return graph.cast(graph.fold("ReduceSum", reached), DataType.INT64);
    }
    if (model.outputs() > 1) {
      return graph.fold("ArgMax", scores);
    }
    return calibrated ? above(response, 0.5, graph) : above(scores, model.boundary(), graph);
  }

  /// 1 where a number is above a limit, else 0.
  private static String above(String number, double limit, Graph graph) {
    return graph.cast(graph.of("Greater", number, graph.number(limit)), DataType.INT64);
  }

  private static String version() {
    String version = SavedModel.class.getPackage().getImplementationVersion();
    return version == null ? "" : version;
  }

  /// Reads a file that Plumb wrote.
  ///
  /// @throws PlumbException when there is no such file, it is no ONNX, or Plumb did not write it
  public static SavedModel read(Path file) {
    try {
      return of(Files.readAllBytes(file), file.toString());
    } catch (NoSuchFileException e) {
      throw new PlumbException("there is no model " + file, e);
    } catch (IOException e) {
      throw new PlumbException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  /// Reads the bytes of such a file.
  ///
  /// @param name how complaints name it
  /// @throws PlumbException when they are no ONNX, or Plumb did not write them
  public static SavedModel of(byte[] bytes, String name) {
    try {
      ModelProto proto = ModelProto.parseFrom(bytes);
      var facts = new LinkedHashMap<String, String>();
      proto.getMetadataPropsList().forEach(p -> facts.put(p.getKey(), p.getValue()));
      if (!proto.getProducerName().equals("plumb") || !facts.containsKey(Card.DEFINITION)) {
        throw new PlumbException(
            name + " is no model of Plumb; it reads those that plumb train wrote");
      }
      String seal = facts.remove(Card.SEAL);
      var card = new Card(facts);
      if (!card.seal().equals(seal)) {
        throw new PlumbException(name + " was cut off or changed: write it again by plumb train");
      }
      return new SavedModel(proto.getGraph(), card);
    } catch (InvalidProtocolBufferException e) {
      throw new PlumbException(name + " is no ONNX file, or was cut off", e);
    }
  }

  /// Where it comes from.
  public Card card() {
    return card;
  }

  /// The columns it reads, in the order of the file.
  public List<Column> columns() {
    Map<String, List<String>> levels =
        graph.getNodeList().stream()
            .filter(n -> n.getOpType().equals("LabelEncoder"))
            .collect(
                Collectors.toMap(
                    n -> n.getInput(0),
                    n ->
                        Operators.attribute(n, "keys_strings").getStringsList().stream()
                            .map(key -> key.toStringUtf8())
                            .toList()));
    return graph.getInputList().stream()
        .map(input -> new Column(input.getName(), levels.get(input.getName())))
        .toList();
  }

  /// How many numbers were learnt or measured: the constants of the graph.
  public long constants() {
    return graph.getInitializerList().stream().mapToLong(c -> c.getDoubleDataCount()).sum();
  }

  /// Predicts rows.
  ///
  /// @param features among others the columns that it reads
  /// @param rows how many rows they have
  /// @throws PlumbException when a column that it reads is not there, or of another kind
  public Predictions predict(List<Feature> features, int rows) {
    Map<String, Feature> known =
        features.stream().collect(Collectors.toMap(Feature::name, Function.identity()));
    List<Column> columns = columns();
    columns.forEach(column -> Columns.check(column, known.get(column.name())));
    int outputs =
        (int) graph.getOutput(0).getType().getTensorType().getShape().getDim(1).getDimValue();
    var scores = new float[Math.multiplyExact(rows, outputs)];
    var values = new float[scores.length];
    String[] labels = card.labels().isEmpty() ? null : new String[rows];
    var run = new Run(graph);
    for (int from = 0; from < rows; from += ROWS_AT_ONCE) {
      int to = Math.min(rows, from + ROWS_AT_ONCE);
      var inputs = new HashMap<String, Tensor>();
      for (Column column : columns) {
        inputs.put(column.name(), Columns.part(known.get(column.name()), from, to));
      }
      Map<String, Tensor> results = run.of(inputs);
      copy((Numbers) results.get(SCORE), scores, from * outputs);
      copy((Numbers) results.get(PREDICTION), values, from * outputs);
      if (labels != null) {
        String[] part = ((Texts) results.get(LABEL)).values();
        System.arraycopy(part, 0, labels, from, part.length);
      }
    }
    return new Predictions(outputs, scores, values, labels);
  }

  private static void copy(Numbers from, float[] to, int at) {
    double[] values = from.values();
    for (int i = 0; i < values.length; i++) {
      to[at + i] = (float) values[i];
    }
  }

  /// Levels of the data that the model does not know, by column; they count as missing.
  public Map<String, Unseen> unseen(List<Feature> features) {
    var unseen = new LinkedHashMap<String, Unseen>();
    for (Column column : columns()) {
      for (Feature feature : features) {
        if (feature instanceof Feature.Categorical(var name, var codes, var levels)
            && name.equals(column.name())) {
          List<String> strange =
              levels.stream().filter(level -> !column.levels().contains(level)).toList();
          long rows =
              Arrays.stream(codes).filter(c -> c >= 0 && strange.contains(levels.get(c))).count();
          if (rows > 0) {
            unseen.put(name, new Unseen(rows, strange));
          }
        }
      }
    }
    return unseen;
  }

  /// What a model has not seen of a column.
  ///
  /// @param rows that hold such a level
  /// @param levels the levels
  public record Unseen(long rows, List<String> levels) {}
}
