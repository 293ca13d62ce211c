package dev.plumb.proof;

import dev.plumb.facts.LossCheck;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/// What `plumb check` says of the catalogue: every loss passes, but for those of `open/checks.txt`.
class ChecksTest {
  @TestFactory
  Stream<DynamicTest> pass() {
    return OpenFaults.of("checks.txt").each(2, loss -> LossCheck.of(loss).assertPasses());
  }
}
