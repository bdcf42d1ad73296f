package org.zhengyu.transforms.lexicon;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What a lexicon has besides literal forms: globs, which are 数字 and any ending (数字*), and
 * exclusions, within which a form is no occurrence of its phrase (印度 !印度尼西亚). Immutable and
 * thread-safe.
 */
public final class LexiconPatterns {
  /**
   * A glob of a phrase.
   *
   * @param phrase the lexicon's index of the phrase
   * @param opensLeft whether a word may go on before the literal part
   * @param opensRight whether a word may go on behind it
   */
  public record PhraseGlob(int phrase, boolean opensLeft, boolean opensRight) {}

  private final PhraseMatcher cores;
  private final List<List<PhraseGlob>> globs;
  private final PhraseMatcher exclusions;
  private final List<List<Integer>> excluded;

  private LexiconPatterns(
      Map<String, List<PhraseGlob>> globsByCore, Map<String, List<Integer>> phrasesByExclusion) {
    cores = PhraseMatcher.of(List.copyOf(globsByCore.keySet()));
    globs = List.copyOf(globsByCore.values());
    exclusions = PhraseMatcher.of(List.copyOf(phrasesByExclusion.keySet()));
    excluded = List.copyOf(phrasesByExclusion.values());
  }

  /** The patterns of a lexicon; null if all of it is literal. */
  static @Nullable LexiconPatterns of(Lexicon lexicon) {
    Map<String, List<PhraseGlob>> globsByCore = new LinkedHashMap<>();
    Map<String, List<Integer>> phrasesByExclusion = new LinkedHashMap<>();
    for (int phrase = 0; phrase < lexicon.size(); phrase++) {
      add(lexicon.phrase(phrase), phrase, globsByCore);
      for (String variant : lexicon.variants(phrase)) {
        add(variant, phrase, globsByCore);
      }
      for (String exclusion : lexicon.exclusions(phrase)) {
        phrasesByExclusion.computeIfAbsent(exclusion, key -> new ArrayList<>()).add(phrase);
      }
    }
    return globsByCore.isEmpty() && phrasesByExclusion.isEmpty()
        ? null
        : new LexiconPatterns(globsByCore, phrasesByExclusion);
  }

  private static void add(String form, int phrase, Map<String, List<PhraseGlob>> globsByCore) {
    if (Glob.isGlob(form)) {
      Glob glob = Glob.of(form);
      globsByCore
          .computeIfAbsent(glob.core(), core -> new ArrayList<>())
          .add(new PhraseGlob(phrase, glob.opensLeft(), glob.opensRight()));
    }
  }

  /**
   * Finds the literal parts of globs. They are told apart by numbers in the place of phrases, for
   * which {@link #globs} has the globs.
   *
   * @param out overwritten with the result
   */
  public void findCores(String sentence, Matches out) {
    cores.find(sentence, out);
  }

  /** The globs that have a literal part. */
  public List<PhraseGlob> globs(int core) {
    return globs.get(core);
  }

  /**
   * Finds the exclusions. They too are told apart by numbers, see {@link #excludes}.
   *
   * @param out overwritten with the result
   */
  public void findExclusions(String sentence, Matches out) {
    exclusions.find(sentence, out);
  }

  /** Whether an exclusion is one of a phrase. */
  public boolean excludes(int exclusion, int phrase) {
    return excluded.get(exclusion).contains(phrase);
  }
}
