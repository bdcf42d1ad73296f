package org.zhengyu.pipeline;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.logging.LogManager;

/** Warnings and errors of the libraries go to the console, everything else nowhere. */
final class Logging {
  private Logging() {}

  static void configure() {
    try (InputStream in = Logging.class.getResourceAsStream("/logging.properties")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks logging.properties");
      }
      LogManager.getLogManager().readConfiguration(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
