package org.zhengyu.transforms.segment;

import java.util.Arrays;
import org.zhengyu.transforms.lexicon.Words;

/**
 * The tokens of one sentence: they follow each other without gap or overlap, and together are the
 * sentence. A buffer: {@link Segmenter#segment} overwrites it. Not thread-safe.
 */
public final class Tokens {

  /** What {@link #phrase} returns for a token that is no lexicon phrase. */
  public static final int NO_PHRASE = -1;

  /** What {@link #number} returns where the form has none. */
  public static final int NO_NUMBER = -1;

  private static final PartOfSpeech MARKUP = PartOfSpeech.named("x");

  /** The block of the common hanzi; other letters take the longer way. */
  private static final char FIRST_HANZI = '一';

  private static final char LAST_HANZI = '龥';

  private String sentence = "";
  private int[] ends = new int[64];
  private int[] phrases = new int[64];
  private int[] numbers = new int[64];
  private PartOfSpeech[] tags = new PartOfSpeech[64];
  private boolean[] words = new boolean[64];
  private int size;

  /** Number of tokens, punctuation included. */
  public int size() {
    return size;
  }

  /** Where token {@code i} begins, as a char index into the sentence. */
  public int begin(int i) {
    return i == 0 ? 0 : ends[i - 1];
  }

  /** Where token {@code i} ends (exclusive), as a char index into the sentence. */
  public int end(int i) {
    return ends[i];
  }

  /** The part of speech; {@link PartOfSpeech#PHRASE} for every phrase. */
  public PartOfSpeech tag(int i) {
    return tags[i];
  }

  /** The lexicon's index of the phrase that the token is, or {@link #NO_PHRASE}. */
  public int phrase(int i) {
    return phrases[i];
  }

  /**
   * A small number that no token of another form has, in any sentence, or {@link #NO_NUMBER}: a
   * segmenter that knows it spares its callers looking the form up. Tokens of one form may have
   * different ones, or none.
   */
  public int number(int i) {
    return numbers[i];
  }

  /**
   * Whether the token is a word: has a letter (a hanzi is one) or a digit by {@link
   * Character#isLetterOrDigit(int)}, and is no markup. Only words are counted; punctuation, symbols
   * and white space are tokens but not words.
   */
  public boolean word(int i) {
    return words[i];
  }

  /** The text of token {@code i}. */
  public String form(int i) {
    return sentence.substring(begin(i), ends[i]);
  }

  /** The index of the token that the character at {@code position} belongs to. */
  public int at(int position) {
    int i = Arrays.binarySearch(ends, 0, size, position + 1);
    return i >= 0 ? i : -i - 1;
  }

  /** Removes all tokens and starts on another sentence. */
  public void reset(String sentence) {
    this.sentence = sentence;
    size = 0;
  }

  /** Answers for most words at once whether they have a letter. */
  private static boolean isHanzi(char c) {
    return c >= FIRST_HANZI && c <= LAST_HANZI;
  }

  /**
   * Makes one token of several.
   *
   * @param first the first of them
   * @param last the last of them, which may be the first
   * @param tag the part of speech of the one
   * @param phrase the phrase that it is, or {@link #NO_PHRASE}
   */
  void merge(int first, int last, PartOfSpeech tag, int phrase) {
    ends[first] = ends[last];
    tags[first] = tag;
    phrases[first] = phrase;
    numbers[first] = NO_NUMBER;
    for (int i = first + 1; i <= last; i++) {
      words[first] |= words[i];
    }
    int rest = size - last - 1;
    System.arraycopy(ends, last + 1, ends, first + 1, rest);
    System.arraycopy(tags, last + 1, tags, first + 1, rest);
    System.arraycopy(phrases, last + 1, phrases, first + 1, rest);
    System.arraycopy(numbers, last + 1, numbers, first + 1, rest);
    System.arraycopy(words, last + 1, words, first + 1, rest);
    size -= last - first;
  }

  /** Adds a token whose form has no number. */
  public void add(int end, PartOfSpeech tag, int phrase) {
    add(end, tag, phrase, NO_NUMBER);
  }

  /** Adds a token that is no word, whatever its characters: markup. */
  void addMarkup(int end) {
    add(end, MARKUP, NO_PHRASE, NO_NUMBER);
    words[size - 1] = false;
  }

  /**
   * Adds the token from the end of the last one (or the begin of the sentence) to {@code end}.
   *
   * @throws IllegalArgumentException if that is not at least one character of the sentence
   */
  public void add(int end, PartOfSpeech tag, int phrase, int number) {
    int begin = size == 0 ? 0 : ends[size - 1];
    if (end <= begin || end > sentence.length()) {
      throw new IllegalArgumentException(
          "token [" + begin + ", " + end + ") in a sentence of length " + sentence.length());
    }
    if (size == ends.length) {
      int capacity = 2 * size;
      ends = Arrays.copyOf(ends, capacity);
      phrases = Arrays.copyOf(phrases, capacity);
      numbers = Arrays.copyOf(numbers, capacity);
      tags = Arrays.copyOf(tags, capacity);
      words = Arrays.copyOf(words, capacity);
    }
    ends[size] = end;
    phrases[size] = phrase;
    numbers[size] = number;
    tags[size] = tag;
    words[size] = isHanzi(sentence.charAt(begin)) || Words.isWord(sentence, begin, end);
    size++;
  }
}
