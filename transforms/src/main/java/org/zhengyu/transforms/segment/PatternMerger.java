package org.zhengyu.transforms.segment;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.zhengyu.transforms.lexicon.LexiconPatterns;
import org.zhengyu.transforms.lexicon.LexiconPatterns.PhraseGlob;
import org.zhengyu.transforms.lexicon.Matches;

/**
 * Brings the globs and exclusions of a lexicon into a sentence that is segmented without them.
 *
 * <p>A glob is a phrase of whole tokens: from the begin of its literal part, which must be the
 * begin of a word, to the end of the word in which that part ends; or the other way round. It
 * becomes one token, but for two cases: in the place of a literal phrase it is nested in that, and
 * what would cut a literal phrase in two is none. A literal phrase within a longer glob is nested
 * in the glob.
 *
 * <p>An occurrence within an exclusion is guarded. Where the segmenter made a word of it, the
 * exclusion becomes the word, for the word would be taken for the phrase.
 *
 * <p>Belongs to one thread.
 */
public final class PatternMerger {
  private static final PartOfSpeech NOUN = PartOfSpeech.named("n");

  private static final Matches NO_MATCHES = new Matches();

  /** A place of a glob: the tokens it takes, or its literal part if it is loose. */
  private record Place(int begin, int end, int phrase, boolean isGuarded, boolean isLoose) {}

  private static final Comparator<Place> LEFTMOST_LONGEST =
      Comparator.comparingInt(Place::begin)
          .thenComparing(Comparator.comparingInt(Place::end).reversed())
          .thenComparingInt(Place::phrase);

  private final LexiconPatterns patterns;
  private final Segmenter segmenter;
  private final Matches exclusions = new Matches();
  private final Matches excluded = new Matches();
  private final Matches cores = new Matches();
  private final Tokens wordsOfPhrase = new Tokens();

  /** Of each phrase that was asked about, where words end in it. */
  private final Map<String, BitSet> bordersOfPhrase = new HashMap<>();

  /**
   * A merger for some patterns.
   *
   * @param segmenter finds the words within a phrase
   */
  public PatternMerger(LexiconPatterns patterns, Segmenter segmenter) {
    this.patterns = patterns;
    this.segmenter = segmenter;
  }

  /**
   * Takes the occurrences that lie within an exclusion out, so that a segmenter does not see them.
   */
  public void setAside(String sentence, Matches matches) {
    excluded.clear();
    patterns.findExclusions(sentence, exclusions);
    if (exclusions.size() > 0) {
      matches.moveTo(
          excluded, i -> exclusionOf(matches.begin(i), matches.end(i), matches.phrase(i)) >= 0);
    }
  }

  /** The longest exclusion that an occurrence lies within, or -1. */
  private int exclusionOf(int begin, int end, int phrase) {
    int longest = -1;
    for (int i = 0; i < exclusions.size(); i++) {
      if (exclusions.begin(i) <= begin
          && exclusions.end(i) >= end
          && patterns.excludes(exclusions.phrase(i), phrase)
          && (longest < 0 || length(i) > length(longest))) {
        longest = i;
      }
    }
    return longest;
  }

  private int length(int exclusion) {
    return exclusions.end(exclusion) - exclusions.begin(exclusion);
  }

  /**
   * Makes tokens of exclusions and globs, and adds their occurrences.
   *
   * @param matches those that the segmenter saw; gets those that were set aside, and the globs
   * @param tokens as segmented, of which some become one
   */
  public void merge(String sentence, Matches matches, Tokens tokens) {
    for (int i = 0; i < excluded.size(); i++) {
      int token = tokens.at(excluded.begin(i));
      if (tokens.begin(token) == excluded.begin(i) && tokens.end(token) == excluded.end(i)) {
        int exclusion = exclusionOf(excluded.begin(i), excluded.end(i), excluded.phrase(i));
        int last = tokens.at(exclusions.end(exclusion) - 1);
        tokens.merge(tokens.at(exclusions.begin(exclusion)), last, NOUN, Tokens.NO_PHRASE);
      }
    }
    List<Place> globs = globs(sentence, matches, tokens);
    mergeGlobs(globs, tokens);
    for (int i = 0; i < excluded.size(); i++) {
      matches.insert(excluded.begin(i), excluded.end(i), excluded.phrase(i), true, false);
    }
    for (Place glob : globs) {
      matches.insert(glob.begin(), glob.end(), glob.phrase(), glob.isGuarded(), glob.isLoose());
    }
  }

  /** The places of globs, from left to right; no two of one phrase share a character. */
  private List<Place> globs(String sentence, Matches literal, Tokens tokens) {
    List<Place> places = new ArrayList<>();
    patterns.findCores(sentence, cores);
    for (int i = 0; i < cores.size(); i++) {
      for (PhraseGlob glob : patterns.globs(cores.phrase(i))) {
        places.add(place(i, glob, tokens));
      }
    }
    places.sort(LEFTMOST_LONGEST);
    List<Place> kept = new ArrayList<>(places.size());
    Map<Integer, Integer> ends = new HashMap<>();
    for (Place place : places) {
      if (ends.getOrDefault(place.phrase(), 0) <= place.begin() && !isLiteral(place, literal)) {
        kept.add(place);
        ends.put(place.phrase(), place.end());
      }
    }
    return kept;
  }

  /** Whether the phrase of a glob occurs literally in the same characters. */
  private static boolean isLiteral(Place place, Matches literal) {
    for (int i = 0; i < literal.size(); i++) {
      if (literal.phrase(i) == place.phrase()
          && literal.begin(i) < place.end()
          && literal.end(i) > place.begin()) {
        return true;
      }
    }
    return false;
  }

  private Place place(int core, PhraseGlob glob, Tokens tokens) {
    int begin = cores.begin(core);
    int end = cores.end(core);
    boolean isGuarded = cores.guarded(core) || exclusionOf(begin, end, glob.phrase()) >= 0;
    boolean isLoose =
        !(glob.opensLeft() || isBorder(begin, tokens))
            || !(glob.opensRight() || isBorder(end, tokens));
    if (isLoose) {
      return new Place(begin, end, glob.phrase(), isGuarded, true);
    }
    int wordEnd = glob.opensRight() ? wordEnd(begin, end, tokens) : end;
    int wordBegin = glob.opensLeft() ? wordBegin(begin, wordEnd, tokens) : begin;
    return new Place(wordBegin, wordEnd, glob.phrase(), isGuarded, false);
  }

  /** Whether a word begins or ends at a place, within a phrase too. */
  private boolean isBorder(int place, Tokens tokens) {
    if (place == 0) {
      return true;
    }
    int token = tokens.at(place - 1);
    return tokens.end(token) == place
        || (tokens.phrase(token) != Tokens.NO_PHRASE
            && borders(tokens.form(token)).get(place - tokens.begin(token)));
  }

  /** Where the word ends that holds the last character: a phrase is one if it is entered whole. */
  private int wordEnd(int begin, int end, Tokens tokens) {
    int token = tokens.at(end - 1);
    if (tokens.phrase(token) == Tokens.NO_PHRASE || begin <= tokens.begin(token)) {
      return tokens.end(token);
    }
    int from = tokens.begin(token);
    return from + borders(tokens.form(token)).nextSetBit(end - from);
  }

  /** Where the word begins that holds the first character. */
  private int wordBegin(int begin, int end, Tokens tokens) {
    int token = tokens.at(begin);
    if (tokens.phrase(token) == Tokens.NO_PHRASE || end >= tokens.end(token)) {
      return tokens.begin(token);
    }
    int from = tokens.begin(token);
    return from + borders(tokens.form(token)).previousSetBit(begin - from);
  }

  /** Where words begin and end in a phrase, its begin and end among them. */
  private BitSet borders(String phrase) {
    return bordersOfPhrase.computeIfAbsent(
        phrase,
        form -> {
          segmenter.segment(form, NO_MATCHES, wordsOfPhrase);
          BitSet borders = new BitSet(form.length() + 1);
          borders.set(0);
          for (int i = 0; i < wordsOfPhrase.size(); i++) {
            borders.set(wordsOfPhrase.end(i));
          }
          return borders;
        });
  }

  private static void mergeGlobs(List<Place> globs, Tokens tokens) {
    int free = 0;
    for (Place glob : globs) {
      if (glob.isLoose() || glob.isGuarded() || glob.begin() < free) {
        continue;
      }
      int first = tokens.at(glob.begin());
      int last = tokens.at(glob.end() - 1);
      boolean isWhole = tokens.begin(first) == glob.begin() && tokens.end(last) == glob.end();
      boolean isTaken = first == last && tokens.phrase(first) != Tokens.NO_PHRASE;
      if (isWhole && !isTaken) {
        tokens.merge(first, last, PartOfSpeech.PHRASE, glob.phrase());
        free = glob.end();
      }
    }
  }
}
