package dev.plumb;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.plumb.catalogue.Catalogue;
import dev.plumb.formula.Definition;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class LossesTest {

  @Test
  void every_loss_has_its_factory() {
    assertThat(factories().filter(m -> m.getParameterCount() == 0).map(LossesTest::made))
        .hasSizeGreaterThanOrEqualTo(217)
        .extracting(Loss::name)
        .containsExactlyInAnyOrderElementsOf(
            Catalogue.builtin().all().stream().map(Definition::name).toList());
  }

  @Test
  void parameters_come_in_the_order_of_the_definition() {
    List<Method> general = factories().filter(m -> m.getParameterCount() > 0).toList();
    assertThat(general)
        .hasSizeGreaterThan(80)
        .allSatisfy(factory -> {
          Loss usual = Loss.of(made(usual(factory)).name());
          Object[] values = usual.parameters().values().toArray();
          assertThat(((Loss) factory.invoke(null, values)).text()).isEqualTo(usual.text());
        });
  }

  @Test
  void a_parameter_is_passed_on() {
    assertThat(Losses.huber(1.5).text()).isEqualTo("huber(delta = 1.5)");
    assertThat(Losses.huber().parameters()).containsEntry("delta", 1.0);
    assertThatThrownBy(() -> Losses.huber(-1)).hasMessageContaining("outside (0, inf)");
  }

  private static Stream<Method> factories() {
    return Stream.of(Losses.class.getDeclaredMethods())
        .filter(m -> Modifier.isPublic(m.getModifiers()));
  }

  private static Method usual(Method factory) {
    try {
      return Losses.class.getDeclaredMethod(factory.getName());
    } catch (NoSuchMethodException e) {
      throw new AssertionError(e);
    }
  }

  private static Loss made(Method factory) {
    try {
      return (Loss) factory.invoke(null);
    } catch (ReflectiveOperationException e) {
      throw new AssertionError(e);
    }
  }
}
