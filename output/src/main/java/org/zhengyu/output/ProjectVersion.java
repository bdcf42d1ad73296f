package org.zhengyu.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** The version of this project, as its manifests and files state it. */
public final class ProjectVersion {

  /** What is stated when the classes come from a source tree rather than from a built jar. */
  static final String UNBUILT = "development";

  private static final String MAVEN_PROPERTIES =
      "/META-INF/maven/org.zhengyu/zhengyu-output/pom.properties";

  private static final String CURRENT = read();

  private ProjectVersion() {}

  /** The version that Maven stamped into the jar, or {@code development} outside a jar. */
  public static String current() {
    return CURRENT;
  }

  private static String read() {
    try (InputStream in = ProjectVersion.class.getResourceAsStream(MAVEN_PROPERTIES)) {
      if (in == null) {
        return UNBUILT;
      }
      Properties properties = new Properties();
      properties.load(in);
      return properties.getProperty("version", UNBUILT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
