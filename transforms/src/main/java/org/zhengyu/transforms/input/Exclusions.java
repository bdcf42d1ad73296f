package org.zhengyu.transforms.input;

import java.io.Serializable;
import java.util.HashSet;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.segment.PartOfSpeech;

/**
 * Which terms a comparison does not show. They are compared all the same, so that what is said of
 * the others does not depend on it.
 *
 * @param tags parts of speech, by the names of their tags; those that refine them are among them.
 *     Phrases of the lexicon have none
 * @param areOwnNames whether they are the {@link OwnNames} of the group
 */
public record Exclusions(Set<String> tags, boolean areOwnNames) implements Serializable {
  /** Nothing that is not shown. */
  public static final Exclusions NONE = new Exclusions(Set.of(), false);

  private static final String TAG = "pos:";
  private static final String OWN_NAMES = "ownNames";

  /** Copies the set. */
  public Exclusions {
    tags = Set.copyOf(tags);
  }

  /** A text that says of no terms that they are excluded. */
  public static final class InvalidExclusionException extends Exception {
    private static final long serialVersionUID = 1L;

    private InvalidExclusionException(String part) {
      super(part);
    }

    /** The part of it that is wrong. */
    public String part() {
      return String.valueOf(getMessage());
    }
  }

  /**
   * Reads what is excluded: {@code pos:} with a tag, or {@code ownNames}, and commas between.
   *
   * @throws InvalidExclusionException for the first part that is neither
   */
  public static Exclusions parse(String text) throws InvalidExclusionException {
    Set<String> tags = new HashSet<>();
    boolean areOwnNames = false;
    for (String part : text.split(",", -1)) {
      String stripped = part.strip();
      if (stripped.equalsIgnoreCase(OWN_NAMES)) {
        areOwnNames = true;
      } else if (stripped.startsWith(TAG) && isTag(stripped.substring(TAG.length()))) {
        tags.add(stripped.substring(TAG.length()));
      } else {
        throw new InvalidExclusionException(stripped);
      }
    }
    return new Exclusions(tags, areOwnNames);
  }

  private static boolean isTag(String name) {
    return PartOfSpeech.all().stream().anyMatch(tag -> tag.name().equals(name));
  }

  /** What is excluded of a group. */
  public OfGroup of(String value) {
    return new OfGroup(tags, areOwnNames ? OwnNames.of(value) : null);
  }

  /** What is excluded of one group. */
  public static final class OfGroup {
    private final Set<String> tags;
    private final @Nullable OwnNames names;

    private OfGroup(Set<String> tags, @Nullable OwnNames names) {
      this.tags = tags;
      this.names = names;
    }

    /**
     * Whether a term is excluded.
     *
     * @param term the term
     * @param code the code of its part of speech
     * @param isPhrase whether it is a phrase of the lexicon
     */
    public boolean hide(String term, int code, boolean isPhrase) {
      PartOfSpeech tag = PartOfSpeech.of(code);
      return (!isPhrase && tags.stream().anyMatch(tag::refines))
          || (names != null && names.have(term, tag));
    }
  }
}
