package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

class TemplateTest {
  @Test
  void text_is_escaped_and_markup_is_not() {
    assertThat(Template.of("code").with("text", "a < \"b\" & 'c' {{d}} $1").markup().html())
        .isEqualTo("<code>a &lt; &quot;b&quot; &amp; &#39;c&#39; {{d}} $1</code>");
    assertThat(Template.of("code").with("text", new Markup("<b>a</b>")).markup().html())
        .isEqualTo("<code><b>a</b></code>");
  }

  @Test
  void letters_that_no_page_may_hold_are_replaced() {
    assertThat(Markup.text("a\u0000\u0007\uFFFE\uD800b\n").html())
        .isEqualTo("a\uFFFD\uFFFD\uFFFD\uFFFDb\n");
  }

  @Test
  void an_empty_place_is_an_error() {
    assertThatThrownBy(() -> Template.of("code").markup()).hasMessageContaining("{{text}}");
  }

  @Test
  void a_value_without_a_place_is_an_error() {
    assertThatThrownBy(() -> Template.of("code").with("text", "").with("more", "").markup())
        .hasMessageContaining("more");
  }
}
