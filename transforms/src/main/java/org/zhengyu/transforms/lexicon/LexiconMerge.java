package org.zhengyu.transforms.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Several lexicon files as one. A form belongs to one phrase: where two files say different things
 * of a form, the later is right, and the conflict is told.
 *
 * <p>A phrase that comes again keeps its place, and what the later file leaves empty stays as it
 * was. A form that becomes another phrase's leaves the one that had it; a phrase whose own form is
 * taken in this way is gone, with its variants.
 */
public final class LexiconMerge {
  private final List<@Nullable LexiconEntry> entries = new ArrayList<>();
  private final List<String> places = new ArrayList<>();

  /** The entry that each form belongs to, by the form with its marks folded. */
  private final Map<String, Integer> owners = new HashMap<>();

  private final List<String> conflicts = new ArrayList<>();

  private LexiconMerge() {}

  /** Merges files, the later ones over the earlier. */
  public static LexiconMerge of(List<LexiconFile> files) {
    LexiconMerge merge = new LexiconMerge();
    for (LexiconFile file : files) {
      for (int i = 0; i < file.size(); i++) {
        merge.add(file.entry(i), file.place(i));
      }
    }
    return merge;
  }

  /** The phrases that remain. */
  public Lexicon lexicon() {
    List<LexiconEntry> remaining = new ArrayList<>(entries.size());
    for (LexiconEntry entry : entries) {
      if (entry != null) {
        remaining.add(entry);
      }
    }
    return Lexicon.of(remaining);
  }

  /** What two files said differently, each as the form, its later place and its earlier one. */
  public List<String> conflicts() {
    return List.copyOf(conflicts);
  }

  private void add(LexiconEntry entry, String place) {
    Integer owner = owners.get(Spelling.of(entry.phrase()));
    int index;
    LexiconEntry merged = entry;
    if (owner != null && Spelling.areSame(entries.get(owner).phrase(), entry.phrase())) {
      index = owner;
      LexiconEntry earlier = entries.get(index);
      merged = entry.orElse(earlier);
      if (!earlier.orElse(entry).equals(merged)) {
        tell(entry.phrase(), place, index);
      }
      earlier.forms().forEach(form -> owners.remove(Spelling.of(form)));
    } else {
      index = entries.size();
      entries.add(null);
      places.add(place);
    }
    for (String form : merged.forms()) {
      take(form, place);
      owners.put(Spelling.of(form), index);
    }
    entries.set(index, merged);
    places.set(index, place);
  }

  /** Takes a form from the phrase that has it, if any has. */
  private void take(String form, String place) {
    Integer owner = owners.get(Spelling.of(form));
    if (owner == null) {
      return;
    }
    tell(form, place, owner);
    LexiconEntry earlier = entries.get(owner);
    if (Spelling.areSame(earlier.phrase(), form)) {
      earlier.forms().forEach(other -> owners.remove(Spelling.of(other)));
      entries.set(owner, null);
    } else {
      entries.set(owner, earlier.without(form));
    }
  }

  private void tell(String form, String place, int earlier) {
    conflicts.add(form + " (" + place + " instead of " + places.get(earlier) + ")");
  }
}
