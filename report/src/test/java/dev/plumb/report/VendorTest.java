package dev.plumb.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VendorTest {
  @ParameterizedTest
  @ValueSource(strings = {"vega.min.js", "vega-lite.min.js", "vega-embed.min.js"})
  void is_what_the_table_says(String file) throws Exception {
    String script = Resource.text("vendor/" + file);
    byte[] sum =
        MessageDigest.getInstance("SHA-256").digest(script.getBytes(StandardCharsets.UTF_8));
    assertThat(Resource.text("vendor/README.md"))
        .containsPattern(file + ".*" + HexFormat.of().formatHex(sum));
    assertThat(script).doesNotContainIgnoringCase("</script", "<!--", "\r");
  }
}
