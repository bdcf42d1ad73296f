package org.zhengyu.pipeline.report;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The versions that a run stands on, as the build wrote them down. */
public final class Versions {
  private static final Properties VERSIONS = load();

  private Versions() {}

  /** HanLP: another version segments differently. */
  public static String hanlp() {
    return VERSIONS.getProperty("hanlp");
  }

  /** Apache Beam. */
  public static String beam() {
    return VERSIONS.getProperty("beam");
  }

  private static Properties load() {
    Properties versions = new Properties();
    try (InputStream in = Versions.class.getResourceAsStream("versions.properties")) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks versions.properties");
      }
      versions.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return versions;
  }
}
