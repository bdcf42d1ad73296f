package org.zhengyu.transforms.lexicon;

import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * A phrase and what is known of it, its forms folded.
 *
 * @param phrase the canonical form
 * @param category its category; null without
 * @param variants the other forms that count as the phrase
 * @param exclusions expressions within which a form is no occurrence of the phrase
 * @param since the year in which it came up; null where nobody said
 */
record LexiconEntry(
    String phrase,
    @Nullable String category,
    List<String> variants,
    List<String> exclusions,
    @Nullable Integer since) {
  /** Copies the lists. */
  LexiconEntry {
    variants = List.copyOf(variants);
    exclusions = List.copyOf(exclusions);
  }

  /** The phrase and its variants. */
  List<String> forms() {
    List<String> forms = new ArrayList<>(variants.size() + 1);
    forms.add(phrase);
    forms.addAll(variants);
    return forms;
  }

  /** The same without one of its variants. */
  LexiconEntry without(String variant) {
    List<String> others =
        variants.stream().filter(form -> !Spelling.areSame(form, variant)).toList();
    return new LexiconEntry(phrase, category, others, exclusions, since);
  }

  /** The same, and where it says nothing what another says of the phrase. */
  LexiconEntry orElse(LexiconEntry other) {
    return new LexiconEntry(
        phrase,
        category == null ? other.category : category,
        variants.isEmpty() ? other.variants : variants,
        exclusions.isEmpty() ? other.exclusions : exclusions,
        since == null ? other.since : since);
  }
}
