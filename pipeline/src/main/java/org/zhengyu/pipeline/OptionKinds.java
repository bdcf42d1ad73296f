package org.zhengyu.pipeline;

import java.io.IOException;
import java.net.URL;
import java.util.Collections;
import java.util.Enumeration;
import org.apache.beam.sdk.options.PipelineOptions;
import org.apache.beam.sdk.options.PipelineOptionsFactory;
import org.apache.beam.sdk.options.PipelineOptionsRegistrar;

/**
 * The kinds of options that Beam finds on the class path. It looks for them when it is first asked
 * for options, and checks each by reflection, which takes a tenth of the time of a small run; only
 * to read options from words are they needed.
 */
final class OptionKinds {
  /** Whether Beam was kept from looking, and did not look since. */
  private static boolean spared;

  private OptionKinds() {}

  /** Options of one kind as they are by default. Beam does not look for others, if it never did. */
  static synchronized <T extends PipelineOptions> T createOnly(Class<T> kind) {
    Thread thread = Thread.currentThread();
    ClassLoader loader = thread.getContextClassLoader();
    Spared none = new Spared(loader);
    thread.setContextClassLoader(none);
    try {
      return PipelineOptionsFactory.as(kind);
    } finally {
      thread.setContextClassLoader(loader);
      spared |= none.asked;
    }
  }

  /** Has Beam look for them, unless it did. */
  static synchronized void lookAll() {
    if (spared) {
      PipelineOptionsFactory.resetCache();
      spared = false;
    }
  }

  /** Finds all that its parent finds but kinds of options. */
  private static final class Spared extends ClassLoader {
    private static final String KINDS =
        "META-INF/services/" + PipelineOptionsRegistrar.class.getName();

    private boolean asked;

    Spared(ClassLoader parent) {
      super(parent);
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
      if (name.equals(KINDS)) {
        asked = true;
        return Collections.emptyEnumeration();
      }
      return super.getResources(name);
    }
  }
}
