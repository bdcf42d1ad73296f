package org.zhengyu.transforms.segment;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.zhengyu.transforms.lexicon.Matches;

/**
 * Tells what became of each literal occurrence in a sentence that was segmented.
 *
 * <p>Belongs to one thread.
 */
public final class OccurrenceJudge {
  /** What {@link #coveredBy} returns where nothing covers the occurrence. */
  public static final int NO_TOKEN = -1;

  /** The last of the {@linkplain #rank ranks}. */
  private static final int LAST_RANK = 2;

  /** The characters of the shortest words that tell of more than chance. */
  private static final int SHORTEST_SHARED = 2;

  /** What more than a phrase and a word by chance has outside of the word: 的领导 of 党的领导. */
  private static final int SHORTEST_BEHIND_WORD = 3;

  private final Segmenter segmenter;

  /** Of the words that were asked about, by their numbers, where words end in them. */
  private final Map<Integer, Long> bordersOfWord = new HashMap<>();

  /** The token that covers the occurrence that was judged last. */
  private int covering = NO_TOKEN;

  private MatchStatus[] statuses = new MatchStatus[16];
  private int[] coverings = new int[16];
  private boolean[] stands = new boolean[16];

  /**
   * A judge of occurrences.
   *
   * @param segmenter the one that finds the tokens
   */
  public OccurrenceJudge(Segmenter segmenter) {
    this.segmenter = segmenter;
  }

  /**
   * Judges the occurrences of a sentence. Those of one phrase never share characters: of forms that
   * do, one stands, a token before another use and that before none, then the leftmost, then the
   * longest; the others are removed.
   *
   * @param matches all forms that are in the sentence
   * @param tokens what the sentence was segmented into
   */
  public void judge(Matches matches, Tokens tokens) {
    int size = matches.size();
    if (size > statuses.length) {
      statuses = new MatchStatus[2 * size];
      coverings = new int[2 * size];
      stands = new boolean[2 * size];
    }
    for (int i = 0; i < size; i++) {
      statuses[i] = statusOf(matches, i, tokens);
      coverings[i] = covering;
    }
    if (hasTouching(matches)) {
      removeTouching(matches);
    }
  }

  /** What became of an occurrence. */
  public MatchStatus status(int occurrence) {
    return statuses[occurrence];
  }

  /**
   * The token that an occurrence lies in or shares characters with, if that makes it nested or
   * overlapped, or else {@link #NO_TOKEN}.
   */
  public int coveredBy(int occurrence) {
    return coverings[occurrence];
  }

  /** Also finds the {@link #covering} token. */
  private MatchStatus statusOf(Matches matches, int occurrence, Tokens tokens) {
    covering = NO_TOKEN;
    int begin = matches.begin(occurrence);
    int end = matches.end(occurrence);
    int first = tokens.at(begin);
    if (tokens.phrase(first) == matches.phrase(occurrence)
        && tokens.begin(first) == begin
        && tokens.end(first) == end) {
      return MatchStatus.TOKEN;
    }
    if (matches.guarded(occurrence)) {
      return MatchStatus.GUARDED;
    }
    if (matches.loose(occurrence)) {
      return MatchStatus.SPLIT;
    }
    if (end <= tokens.end(first)) {
      boolean isPart = isPartOf(tokens, first, matches, occurrence);
      covering = isPart ? first : NO_TOKEN;
      return isPart ? MatchStatus.NESTED : MatchStatus.SPLIT;
    }
    int overlapping = overlapped(tokens, first, begin, end);
    if (overlapping == NO_TOKEN || !sharesAWord(tokens, overlapping, begin, end)) {
      return MatchStatus.SPLIT;
    }
    covering = overlapping;
    return MatchStatus.OVERLAPPED;
  }

  /** Whether what lies in a token is a part of it, and has not only its characters. */
  private boolean isPartOf(Tokens tokens, int token, Matches matches, int occurrence) {
    int from = tokens.begin(token);
    int begin = matches.begin(occurrence) - from;
    int end = matches.end(occurrence) - from;
    if (isPhrase(tokens, token)) {
      return isUseWithin(tokens, token, matches, occurrence);
    }
    return tokens.word(token)
        && isWords(tokens.form(token), bordersWithin(tokens, token), begin, end);
  }

  /**
   * Whether what lies in a phrase is a use of another where the longer one stands alone and is not
   * known: 小康社会 in 全面|建成|小康社会, not 三保 in 两|不|愁|三|保障.
   */
  private boolean isUseWithin(Tokens tokens, int token, Matches matches, int occurrence) {
    int from = tokens.begin(token);
    int to = tokens.end(token);
    Matches inner = new Matches();
    int asked = NO_TOKEN;
    int i = occurrence;
    while (i > 0 && matches.begin(i - 1) >= from) {
      i--;
    }
    for (; i < matches.size() && matches.begin(i) < to; i++) {
      int length = matches.end(i) - matches.begin(i);
      if (matches.begin(i) >= from && matches.end(i) <= to && length < to - from) {
        asked = i == occurrence ? inner.size() : asked;
        int begin = matches.begin(i) - from;
        inner.add(begin, begin + length, matches.phrase(i), matches.guarded(i));
      }
    }
    if (asked == NO_TOKEN) {
      return true;
    }
    Tokens parts = new Tokens();
    segmenter.segment(tokens.form(token), inner, parts);
    return statusOf(inner, asked, parts).isUse();
  }

  /**
   * Whether a part of a word is some of the words that it is put together from, or of those that
   * one of these is put together from: 和平 in 和平共处|五项|原则.
   */
  private boolean isWords(String word, long borders, int begin, int end) {
    int from = begin;
    while (!isBorder(borders, from, word.length())) {
      from--;
    }
    int to = end;
    while (!isBorder(borders, to, word.length())) {
      to++;
    }
    if (from == begin && to == end) {
      return true;
    }
    boolean isOneWord = to - from < word.length();
    for (int place = from + 1; place < to; place++) {
      isOneWord &= !isBorder(borders, place, word.length());
    }
    if (!isOneWord) {
      return false;
    }
    String part = word.substring(from, to);
    return isWords(part, segmenter.bordersWithin(part), begin - from, end - from);
  }

  /**
   * The phrase that what crosses token borders shares characters with, if its ends outside of that
   * phrase are word borders; within another phrase or word, too. Or the word that it begins in, if
   * that is put together from what is before it and what it shares: 共产|党 before 的|领导.
   */
  private int overlapped(Tokens tokens, int first, int begin, int end) {
    int last = tokens.at(end - 1);
    boolean beginsInside = tokens.begin(first) < begin;
    boolean endsInside = end < tokens.end(last);
    if (beginsInside && endsInside) {
      if (isPhrase(tokens, first) && endsWithWordOf(tokens, last, end)) {
        return first;
      }
      return isPhrase(tokens, last) && beginsWithWordOf(tokens, first, begin) ? last : NO_TOKEN;
    }
    if (beginsInside) {
      boolean mayShare = isPhrase(tokens, first) || beginsWithWordOf(tokens, first, begin);
      return mayShare ? first : NO_TOKEN;
    }
    if (endsInside) {
      return isPhrase(tokens, last) ? last : NO_TOKEN;
    }
    for (int token = first; token <= last; token++) {
      if (isPhrase(tokens, token)) {
        return token;
      }
    }
    return NO_TOKEN;
  }

  private static boolean isPhrase(Tokens tokens, int token) {
    return tokens.phrase(token) != Tokens.NO_PHRASE;
  }

  /**
   * Whether a word begins there within a phrase; or within a word that is put together from that
   * and another, one of which has more than a character: 党 in 共产|党, not 新 in 创|新.
   */
  private boolean beginsWithWordOf(Tokens tokens, int token, int begin) {
    int before = begin - tokens.begin(token);
    int shared = tokens.end(token) - begin;
    boolean isLong = Math.max(before, shared) >= SHORTEST_SHARED;
    return (isPhrase(tokens, token) || (tokens.word(token) && isLong))
        && isBorder(tokens, token, before);
  }

  /**
   * Whether a word ends there within a phrase; or one of more than a character within a word that
   * begins with it: 攻坚 in 攻坚|战.
   */
  private boolean endsWithWordOf(Tokens tokens, int token, int end) {
    int shared = end - tokens.begin(token);
    boolean isLong = shared >= SHORTEST_SHARED;
    return (isPhrase(tokens, token) || (tokens.word(token) && isLong))
        && isBorder(tokens, token, shared);
  }

  /**
   * Whether what crosses token borders and a phrase share a word, and the first has another outside
   * of it: a single character is one by chance, as in 企业[和平]台 and 高质量[发展中]. Of what begins in a
   * word most must be outside of it, for 水|环境 in 地下水|环境 is none.
   */
  private static boolean sharesAWord(Tokens tokens, int token, int begin, int end) {
    int shared = Math.min(end, tokens.end(token)) - Math.max(begin, tokens.begin(token));
    int outside = end - begin - shared;
    return isPhrase(tokens, token)
        ? shared >= SHORTEST_SHARED && outside >= SHORTEST_SHARED
        : outside >= SHORTEST_BEHIND_WORD;
  }

  /** Whether a word begins or ends so many characters into a token. */
  private boolean isBorder(Tokens tokens, int token, int place) {
    return isBorder(bordersWithin(tokens, token), place, tokens.end(token) - tokens.begin(token));
  }

  private static boolean isBorder(long borders, int place, int length) {
    return place == 0 || place == length || (place < Long.SIZE && (borders >>> place & 1) != 0);
  }

  private long bordersWithin(Tokens tokens, int token) {
    int number = tokens.number(token);
    if (number == Tokens.NO_NUMBER) {
      return segmenter.bordersWithin(tokens.form(token));
    }
    Long known = bordersOfWord.get(number);
    if (known == null) {
      known = segmenter.bordersWithin(tokens.form(token));
      bordersOfWord.put(number, known);
    }
    return known;
  }

  /** Whether two forms of one phrase share characters. */
  private static boolean hasTouching(Matches matches) {
    for (int i = 0; i < matches.size(); i++) {
      for (int j = i + 1; j < matches.size() && matches.begin(j) < matches.end(i); j++) {
        if (matches.phrase(i) == matches.phrase(j)) {
          return true;
        }
      }
    }
    return false;
  }

  private void removeTouching(Matches matches) {
    int size = matches.size();
    Arrays.fill(stands, 0, size, false);
    for (int rank = 0; rank <= LAST_RANK; rank++) {
      for (int i = 0; i < size; i++) {
        if (rank(statuses[i]) == rank) {
          stands[i] = !touchesStanding(matches, i);
        }
      }
    }
    int kept = 0;
    for (int i = 0; i < size; i++) {
      if (stands[i]) {
        matches.move(i, kept);
        statuses[kept] = statuses[i];
        coverings[kept++] = coverings[i];
      }
    }
    matches.truncate(kept);
  }

  /** Of forms that share characters, one of a lower rank stands before the others. */
  private static int rank(MatchStatus status) {
    if (status == MatchStatus.TOKEN) {
      return 0;
    }
    return status.isUse() ? 1 : LAST_RANK;
  }

  private boolean touchesStanding(Matches matches, int match) {
    for (int i = 0; i < matches.size() && matches.begin(i) < matches.end(match); i++) {
      if (stands[i]
          && matches.phrase(i) == matches.phrase(match)
          && matches.end(i) > matches.begin(match)) {
        return true;
      }
    }
    return false;
  }
}
