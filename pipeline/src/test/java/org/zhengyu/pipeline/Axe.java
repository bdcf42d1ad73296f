package org.zhengyu.pipeline;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The rules of accessibility that a page is held to: axe-core of Deque (MPL-2.0), which is fetched
 * for the tests and no part of this project.
 */
final class Axe {
  /** Of the page as it stands, each broken rule, with where and why. */
  static final String VIOLATIONS =
      "axe.run(document, { resultTypes: ['violations'] }).then((found) =>"
          + " found.violations.flatMap((rule) => rule.nodes.slice(0, 3).map((node) => rule.id + ' '"
          + " + node.target.join(' ') + ': ' + node.failureSummary)))";

  private Axe() {}

  /** The script, which {@code AXE_CORE} names; the test is skipped without it. */
  static String script() throws IOException {
    String file = System.getenv("AXE_CORE");
    assumeTrue(file != null, "AXE_CORE names no axe.min.js: accessibility is not tried");
    return Files.readString(Path.of(file));
  }
}
