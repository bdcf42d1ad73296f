package org.zhengyu.transforms.model;

import java.io.Serializable;
import java.util.List;

/**
 * Which pairs of terms a network is made of.
 *
 * @param kind how they are chosen
 * @param name how the network is called in the tables; no two of a run have the same
 * @param terms what it is about, as the vocabulary has them; none where the kind needs none
 */
public record NetworkScope(Kind kind, String name, List<String> terms) implements Serializable {
  /** How pairs are chosen. */
  public enum Kind {
    /** The strongest of all that are frequent enough. */
    ALL("all"),
    /** The strongest of two phrases, however rare. */
    PHRASES("phrases"),
    /** Those of some terms with their strongest partners, and of these with each other. */
    AROUND("around"),
    /** Those of listed terms with each other. */
    TERMS("terms");

    private final String label;

    Kind(String label) {
      this.label = label;
    }

    /** Its name on the command line. */
    public String label() {
      return label;
    }
  }

  /** The network of the whole vocabulary. */
  public static final NetworkScope ALL = new NetworkScope(Kind.ALL, Kind.ALL.label(), List.of());

  /** The network of the phrases. */
  public static final NetworkScope PHRASES =
      new NetworkScope(Kind.PHRASES, Kind.PHRASES.label(), List.of());

  /** Copies the list. */
  public NetworkScope {
    terms = List.copyOf(terms);
  }

  /** The network around some terms. */
  public static NetworkScope around(List<String> terms) {
    return new NetworkScope(
        Kind.AROUND, Kind.AROUND.label() + ":" + String.join(",", terms), terms);
  }

  /**
   * The network of listed terms.
   *
   * @param list what the list is called
   */
  public static NetworkScope amongTerms(String list, List<String> terms) {
    return new NetworkScope(Kind.TERMS, Kind.TERMS.label() + ":" + list, terms);
  }
}
