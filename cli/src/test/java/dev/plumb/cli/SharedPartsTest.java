package dev.plumb.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.plumb.Loss;
import dev.plumb.calculus.Calculus;
import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import dev.plumb.formula.Formula;
import dev.plumb.formula.Printer;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/// Parts of formulas that occur more than once are named, and nothing is lost by that.
class SharedPartsTest {
  @Test
  void names_put_back_give_the_formulas_of_every_loss() {
    List<Calculus> all =
        Catalogue.builtin().all().stream()
            .map(Definition::name)
            .map(Loss::of)
            .map(Loss::calculus)
            .flatMap(Optional::stream)
            .toList();
    assertThat(all).hasSizeGreaterThan(200);
    for (Calculus calculus : all) {
      List<Formula> lowered = calculus.lowered(2);
      var shared = new SharedParts(lowered);
      assertThat(shared.formulas().stream().map(f -> f.with(whole(shared))).toList())
          .isEqualTo(lowered);
      assertThat(shared.parts().values().stream().mapToLong(Formula::size).sum())
          .isLessThan(10_000);
    }
  }

  /// What names stand for, without names.
  private static Map<String, Formula> whole(SharedParts shared) {
    var whole = new LinkedHashMap<String, Formula>();
    shared.parts().forEach((name, part) -> whole.put(name, part.with(whole)));
    return whole;
  }

  @Test
  void a_part_is_written_once_with_the_parts_before_it() {
    List<Formula> lowered = Loss.of("focal").calculus().orElseThrow().lowered(2);
    var shared = new SharedParts(lowered);
    assertThat(shared.formulas())
        .allSatisfy(f -> assertThat(Printer.text(f).length()).isLessThan(1000));
    assertThat(shared.parts().keySet()).startsWith("part_1", "part_2");
    assertThat(Printer.text(shared.parts().firstEntry().getValue())).doesNotContain("part_");
  }
}
