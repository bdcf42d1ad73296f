package org.zhengyu.transforms.parse;

import java.io.File;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Where the classes of a parser process are: in the folder of jars that the system property {@value
 * #PROPERTY} or the environment variable {@value #VARIABLE} names, and behind those on the class
 * path of this process and where this class comes from, which on a cluster is a jar that was sent.
 */
final class ParserJars {
  static final String MAIN = "org.zhengyu.parsers.ParserMain";
  static final String PROPERTY = "zhengyu.parsers";
  static final String VARIABLE = "ZHENGYU_PARSERS";

  private ParserJars() {}

  /**
   * The class path of a parser process.
   *
   * @throws IllegalStateException when the classes are nowhere
   */
  static String classPath() {
    String own = System.getProperty("java.class.path") + File.pathSeparator + ownJar();
    String folder = System.getProperty(PROPERTY, System.getenv(VARIABLE));
    if (folder != null && Files.isDirectory(Path.of(folder))) {
      return folder + File.separator + "*" + File.pathSeparator + own;
    }
    String resource = MAIN.replace('.', '/') + ".class";
    if (ParserJars.class.getClassLoader().getResource(resource) != null) {
      return own;
    }
    throw new IllegalStateException(
        "the jars that read office documents are not here: "
            + VARIABLE
            + " names their folder, which is lib/parsers of a download");
  }

  private static String ownJar() {
    try {
      return Path.of(ParserJars.class.getProtectionDomain().getCodeSource().getLocation().toURI())
          .toString();
    } catch (URISyntaxException e) {
      throw new IllegalStateException("a class comes from no path", e);
    }
  }
}
