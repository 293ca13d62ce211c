package dev.plumb;

import static dev.plumb.formula.Operation.ADD;
import static dev.plumb.formula.Operation.DIVIDE;
import static dev.plumb.formula.Operation.IF;
import static dev.plumb.formula.Operation.LENGTH;
import static dev.plumb.formula.Operation.MULTIPLY;
import static dev.plumb.formula.Operation.PICK;
import static dev.plumb.formula.Operation.SUBTRACT;
import static dev.plumb.formula.Operation.SUM;

import dev.plumb.calculus.Derive;
import dev.plumb.calculus.Simplify;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Definition.Input;
import dev.plumb.formula.Definition.Parameter;
import dev.plumb.formula.Domain;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Formula.Apply;
import dev.plumb.formula.Formula.Name;
import dev.plumb.formula.Formula.Number;
import dev.plumb.formula.Formulas;
import dev.plumb.formula.Operation;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/// From a definition and modifiers to the definition of the modified loss: smoothing first, then
/// class weights, then what is ignored. Everything after it sees one formula as any other.
final class Modify {
  static final String SMOOTHING = "label_smoothing";
  private static final Operation INDEX = Operation.named("index", 1);
  private static final Operation ONEHOT = Operation.named("onehot", 1);
  private static final Operation EQUAL = Operation.named("equal", 2);
  private static final Operation MEAN = Operation.named("mean", 1);
  private static final Formula ZERO = new Number(0);
  private static final Formula ONE = new Number(1);
  private static final Formula SHARE = new Name(SMOOTHING);

  private final Definition base;
  private final Modifiers modifiers;
  private final boolean smooth;
  private final Input target;
  private final TargetKind kind;
  private final Formula y;
  private final ClassTerms terms;

  /// A modified definition.
  ///
  /// @param weight what a sample counts for in the mean, a formula of targets and parameters
  record Modified(Definition definition, Formula weight) {}

  private Modify(Definition base, Modifiers modifiers, boolean smooth) {
    this.base = base;
    this.modifiers = modifiers;
    this.smooth = smooth;
    this.target = target(base);
    this.kind = TargetKind.of(target);
    this.y = new Name(target.name());
    this.terms = new ClassTerms(target.name(), known(base, target));
  }

  /// @param smooth whether the base has a smoothing of its own that is at work
  static Modified of(Definition base, Modifiers modifiers, boolean smooth) {
    return new Modify(base, modifiers, smooth || modifiers.smoothing().isPresent()).modified();
  }

  /// The target that modifiers speak of: `y`, or the only one.
  private static Input target(Definition base) {
    return base.targets().stream()
        .filter(t -> t.name().equals(Formulas.TARGET_NAME) || base.targets().size() == 1)
        .findFirst()
        .orElseThrow(
            () -> new PlumbException(base.name() + " has no target y, so nothing to modify"));
  }

  private static Set<String> known(Definition base, Input target) {
    return Stream.concat(
            Stream.of(target.name(), SMOOTHING), base.parameters().stream().map(Parameter::name))
        .collect(Collectors.toSet());
  }

  private Modified modified() {
    Formula formula = modifiers.smoothing().isPresent() ? smoothed() : base.formula();
    Formula weight = ONE;
    if (!modifiers.classWeights().isEmpty()) {
      weight = weight();
      formula = weighed(formula, weight);
    }
    if (modifiers.ignored().isPresent()) {
      formula = unlessIgnored(pickedSafely(formula));
      weight = unlessIgnored(weight);
    }
    return new Modified(definition(formula), weight);
  }

  // Smoothing

  private Formula smoothed() {
    Formula formula = base.formula();
    return switch (kind) {
      case SHARE, SHARES -> replaced(formula, y, spread(y, new Number(2)));
      case SIMPLEX -> replaced(formula, y, spread(y, LENGTH.of(y)));
      case CLASS -> smoothedClass(formula);
      case EITHER, NONE ->
          throw new PlumbException(
              "%s has no label smoothing: its target %s is in %s, where no share of a class can be told"
                  .formatted(base.name(), target.name(), target.domain().text()));
    };
  }

  private Formula smoothedClass(Formula formula) {
    Optional<Formula> row = terms.row(formula);
    if (row.isPresent()) {
      return mixed(formula, MEAN.of(row.get()));
    }
    Formula spread = replaced(formula, ONEHOT.of(y), spread(ONEHOT.of(y), LENGTH.of(anyRow())));
    if (!spread.equals(formula) && terms.weighed(spread, ONE).isPresent()) {
      return spread;
    }
    throw new PlumbException(
        "%s has no label smoothing: it is neither a sum over the classes of the target's probability times a term, nor does it only pick from rows by %s"
            .formatted(base.name(), target.name()));
  }

  private static Formula spread(Formula target, Formula classes) {
    return ADD.of(MULTIPLY.of(SUBTRACT.of(ONE, SHARE), target), DIVIDE.of(SHARE, classes));
  }

  private static Formula mixed(Formula sharp, Formula even) {
    return ADD.of(MULTIPLY.of(SUBTRACT.of(ONE, SHARE), sharp), MULTIPLY.of(SHARE, even));
  }

  // Class weights

  private Formula weight() {
    int count = modifiers.classWeights().size();
    if (!kind.hasRow() && count != 2 && (kind == TargetKind.EITHER || kind == TargetKind.SHARE)) {
      throw new PlumbException(
          "%s: %d class weights, but a target in %s has two classes"
              .formatted(base.name(), count, target.domain().text()));
    }
    return switch (kind) {
      case CLASS -> chosen(y);
      case EITHER -> IF.of(EQUAL.of(y, Formula.number(target.domain().hull().high())), w(1), w(0));
      case SHARE -> ADD.of(MULTIPLY.of(w(0), SUBTRACT.of(ONE, y)), MULTIPLY.of(w(1), y));
      case SIMPLEX -> SUM.of(MULTIPLY.of(chosen(INDEX.of(y)), y));
      case SHARES, NONE ->
          throw new PlumbException(
              "%s has no class weights: its target %s%s is in %s, not of one class"
                  .formatted(
                      base.name(),
                      target.name(),
                      target.row() ? "[]" : "",
                      target.domain().text()));
    };
  }

  private static Formula w(int number) {
    return new Name("w_" + number);
  }

  /// The weight of a class number, by one choice after another.
  private Formula chosen(Formula number) {
    int last = modifiers.classWeights().size() - 1;
    Formula chosen = w(last);
    for (int k = last - 1; k >= 0; k--) {
      chosen = IF.of(EQUAL.of(number, new Number(k)), w(k), chosen);
    }
    return chosen;
  }

  private Formula weighed(Formula formula, Formula weight) {
    Formula weighed = byTerms(formula).orElseGet(() -> MULTIPLY.of(weight, formula));
    boolean mayBeZero = modifiers.classWeights().contains(0.0);
    return mayBeZero && !smooth ? IF.of(EQUAL.of(weight, ZERO), ZERO, weighed) : weighed;
  }

  /// The formula with each term weighed by its class, where it is made of such terms and a target
  /// may hold several classes.
  private Optional<Formula> byTerms(Formula formula) {
    return switch (kind) {
      case SHARE -> byShares(formula);
      case SIMPLEX -> terms.weighed(formula, chosen(INDEX.of(y)));
      case CLASS -> smooth ? bySmoothedClasses(formula) : Optional.empty();
      case EITHER, SHARES, NONE -> Optional.empty();
    };
  }

  private Optional<Formula> bySmoothedClasses(Formula formula) {
    Optional<Formula> row = terms.row(base.formula());
    return row.isPresent()
        ? Optional.of(
            mixed(
                MULTIPLY.of(chosen(y), base.formula()),
                MEAN.of(MULTIPLY.of(chosen(INDEX.of(anyRow())), row.get()))))
        : terms.weighed(formula, chosen(INDEX.of(anyRow())));
  }

  /// A loss that is straight in the target is the mean of the losses of the two classes.
  private Optional<Formula> byShares(Formula formula) {
    var shapes = Formulas.shapes(base);
    var simplify = new Simplify(shapes, List.of(target.name()), Map.of());
    var derive = new Derive(shapes, simplify);
    if (!derive.by(target.name(), derive.by(target.name(), formula)).is(0)) {
      return Optional.empty();
    }
    Formula one = simplify.of(replaced(base.formula(), y, ONE));
    Formula zero = simplify.of(replaced(base.formula(), y, ZERO));
    Formula share = modifiers.smoothing().isPresent() ? spread(y, new Number(2)) : y;
    return Optional.of(
        ADD.of(
            MULTIPLY.of(MULTIPLY.of(w(1), share), one),
            MULTIPLY.of(MULTIPLY.of(w(0), SUBTRACT.of(ONE, share)), zero)));
  }

  private Formula anyRow() {
    return Formulas.shapes(base).anyRow().orElseThrow();
  }

  // What is ignored

  private Formula unlessIgnored(Formula formula) {
    return IF.of(isIgnored(), ZERO, formula);
  }

  private Formula isIgnored() {
    if (target.row()) {
      throw new PlumbException(
          "%s: its target %s[] is a row, so no label can be ignored; give its sample a weight of 0"
              .formatted(base.name(), target.name()));
    }
    return EQUAL.of(y, Formula.number(modifiers.ignored().getAsDouble()));
  }

  /// An ignored class number points to no element: the first is picked instead, and thrown away.
  /// What is one-hot may become a pick.
  private Formula pickedSafely(Formula formula) {
    Formula inner = formula.map(this::pickedSafely);
    return switch (inner) {
      case Apply(var o, var a) when o == PICK -> PICK.of(a.get(0), safe(a.get(1)));
      case Apply(var o, var a) when o == ONEHOT -> ONEHOT.of(safe(a.getFirst()));
      default -> inner;
    };
  }

  private Formula safe(Formula place) {
    return replaced(place, y, IF.of(isIgnored(), ZERO, y));
  }

  // The definition

  private static Formula replaced(Formula formula, Formula part, Formula by) {
    return formula.equals(part) ? by : formula.map(f -> replaced(f, part, by));
  }

  private Definition definition(Formula formula) {
    List<Input> targets =
        base.targets().stream().map(t -> t.equals(target) ? marked(t) : t).toList();
    boolean sameSamples = modifiers.classWeights().isEmpty() && modifiers.smoothing().isEmpty();
    return new Definition(
        base.documentation(),
        base.name(),
        base.predictions(),
        targets,
        parameters(),
        formula,
        Map.of(),
        base.response(),
        base.estimates().filter(_ -> sameSamples),
        List.of(),
        List.of(),
        base.sources(),
        base.common(),
        base.family());
  }

  private Input marked(Input target) {
    OptionalDouble ignored = modifiers.ignored();
    return new Input(target.name(), target.row(), target.domain(), ignored);
  }

  private List<Parameter> parameters() {
    var parameters = new ArrayList<>(base.parameters());
    modifiers
        .smoothing()
        .ifPresent(share ->
            parameters.add(new Parameter(SMOOTHING, share, new Domain.Interval(0, 1, true, true))));
    var positive = new Domain.Interval(0, Double.POSITIVE_INFINITY, true, false);
    IntStream.range(0, modifiers.classWeights().size())
        .mapToObj(k -> new Parameter("w_" + k, modifiers.classWeights().get(k), positive))
        .forEach(parameters::add);
    return parameters;
  }
}
