package org.zhengyu.transforms.lexicon;

import java.io.Serializable;
import java.lang.ref.SoftReference;
import java.util.HashMap;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A lexicon that travels to the workers in its packed form and is unpacked once a JVM, however many
 * transforms carry it: a large lexicon takes seconds and hundreds of megabytes. What was unpacked
 * is let go when memory is short and no worker holds it.
 */
public final class SharedLexicon implements Serializable {
  private static final long serialVersionUID = 1L;
  private static final Map<String, SoftReference<Unpacked>> UNPACKED = new HashMap<>();

  private final String key;
  private final byte[] packed;

  private SharedLexicon(String key, byte[] packed) {
    this.key = key;
    this.packed = packed;
  }

  /** Shares a lexicon. */
  public static SharedLexicon of(Lexicon lexicon) {
    return new SharedLexicon(lexicon.key(), lexicon.toBytes());
  }

  /** The lexicon. */
  public Lexicon lexicon() {
    return unpacked().lexicon;
  }

  /** The matcher of the lexicon's phrases; it may serve many threads. */
  public PhraseMatcher matcher() {
    return unpacked().matcher();
  }

  /** What the lexicon has besides literal forms; null if nothing. */
  public @Nullable LexiconPatterns patterns() {
    return unpacked().patterns();
  }

  /** The categories of the lexicon. */
  public Categories categories() {
    return unpacked().categories();
  }

  private Unpacked unpacked() {
    synchronized (UNPACKED) {
      SoftReference<Unpacked> reference = UNPACKED.get(key);
      Unpacked unpacked = reference == null ? null : reference.get();
      if (unpacked == null) {
        unpacked = new Unpacked(Lexicon.fromBytes(packed));
        UNPACKED.put(key, new SoftReference<>(unpacked));
      }
      return unpacked;
    }
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SharedLexicon that && key.equals(that.key);
  }

  @Override
  public int hashCode() {
    return key.hashCode();
  }

  private static final class Unpacked {
    final Lexicon lexicon;
    private @Nullable PhraseMatcher matcher;
    private @Nullable Categories categories;
    private @Nullable LexiconPatterns patterns;

    Unpacked(Lexicon lexicon) {
      this.lexicon = lexicon;
    }

    synchronized PhraseMatcher matcher() {
      if (matcher == null) {
        matcher = PhraseMatcher.of(lexicon);
      }
      return matcher;
    }

    synchronized @Nullable LexiconPatterns patterns() {
      if (patterns == null) {
        patterns = LexiconPatterns.of(lexicon);
      }
      return patterns;
    }

    synchronized Categories categories() {
      if (categories == null) {
        categories = Categories.of(lexicon);
      }
      return categories;
    }
  }
}
