package org.zhengyu.transforms.expressions;

import java.util.Arrays;
import java.util.function.LongPredicate;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.InnerUses;
import org.zhengyu.transforms.model.Joints;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.packed.PackedReader;

/**
 * Finds the expressions of a split: runs of whole words, of {@value #SHORTEST} to {@value #LONGEST}
 * characters.
 *
 * <p>Within a run one word follows the other at once, or with one quotation mark between, and those
 * marks make pairs within the run; none of the words is one that {@linkplain WordRoles#DIVIDES
 * divides}. What stands in quotation marks is an expression whatever it holds, but for what ends a
 * clause. In the text of an expression all quotation marks are “ and ”.
 */
final class ExpressionFinder implements SegmentedSplit.Visitor {
  static final int SHORTEST = 2;
  static final int LONGEST = 12;
  private static final int MOST_WORDS = 8;
  static final int BEGINS_WITH_VERB = 1 << 30;
  static final int ENDS_WITH_VERB = 1 << 29;

  /** How many chars of an expression can have a border behind them; no text has more. */
  static final int MOST_BORDERS = 28;

  /** Takes what is found. */
  interface Receiver {
    /** A document begins; what is known of its date follows in the joints. */
    void document(CountedDocument document, PackedReader joints);

    /** A sentence begins; its expressions follow. */
    void sentence(Sentence sentence);

    /** Whether runs that begin with a word are wanted, unless it is the first of a quotation. */
    boolean mayBegin(int word);

    /**
     * A run of the words {@code from} to {@code to - 1}, whose text has a hash. Returns whether
     * longer runs are wanted that begin so.
     */
    boolean run(int from, int to, boolean quoted, long hash);

    /** What stands in quotation marks and is no run: its text, and the words in it. */
    void quotation(int from, int to, String text);
  }

  /** Some words of a sentence, with what stands before each and behind the last of all. */
  static final class Context {
    private final int[] types;
    private final long[] gaps;

    private Context(int[] types, long[] gaps) {
      this.types = types;
      this.gaps = gaps;
    }

    String text(SplitWords words) {
      StringBuilder text = new StringBuilder();
      for (int i = 0; i < gaps.length; i++) {
        text.append(gaps[i] == Joints.LONG ? "…" : Joints.charsOf(gaps[i]));
        if (i < types.length) {
          text.append(words.text(types[i]));
        }
      }
      return text.toString();
    }
  }

  /** The sentence that is looked at. */
  static final class Sentence {
    private final SplitWords words;
    private final Joints joints = new Joints();
    private int[] types = {};
    private int count;

    Sentence(SplitWords words) {
      this.words = words;
    }

    int type(int word) {
      return types[word];
    }

    int count() {
      return count;
    }

    Joints joints() {
      return joints;
    }

    boolean is(int word, int anyRole) {
      return words.is(types[word], anyRole);
    }

    /** Whether a phrase is written as its entry in the lexicon is, as far as its length tells. */
    boolean isPhraseAsListed(int word) {
      int type = types[word];
      return words.isPhrase(type) && joints.end(word) - joints.begin(word) == words.length(type);
    }

    /** Whether the word follows the one before it at once. */
    boolean isBare(int word) {
      return word > 0 && word < count && joints.gap(word) == Joints.BARE;
    }

    /**
     * A run with what stands around it, as it was counted; it begins with no mark but one that
     * opens.
     */
    Context context(int from, int to, int width) {
      int first = from;
      for (int left = 0; first > 0 && left < width; first--) {
        left += words.length(types[first - 1]) + Joints.charsOf(joints.gap(first)).length();
      }
      int last = to;
      for (int right = 0; last < count && right < width; last++) {
        right += words.length(types[last]) + Joints.charsOf(joints.gap(last)).length();
      }
      int[] around = Arrays.copyOfRange(types, first, last);
      long[] gaps = new long[around.length + 1];
      gaps[0] = Quotes.openingOf(joints.gap(first));
      for (int word = first + 1; word < last; word++) {
        gaps[word - first] = joints.gap(word);
      }
      gaps[around.length] = last == count ? joints.gap(count) : Joints.BARE;
      return new Context(around, gaps);
    }

    /** The text of a run. */
    String text(int from, int to) {
      StringBuilder text = new StringBuilder();
      for (int word = from; word < to; word++) {
        if (word > from && joints.gap(word) != Joints.BARE) {
          text.append(Quotes.isOpening((char) joints.gap(word)) ? Quotes.OPENING : Quotes.CLOSING);
        }
        text.append(words.text(types[word]));
      }
      return text.toString();
    }

    /** Whether a run has this text, without making it. */
    boolean spells(int from, int to, String text) {
      int place = 0;
      for (int word = from; word < to; word++) {
        if (word > from && joints.gap(word) != Joints.BARE) {
          place++;
        }
        String term = words.text(types[word]);
        if (!text.startsWith(term, place)) {
          return false;
        }
        place += term.length();
      }
      return place == text.length();
    }

    /**
     * The borders of words within a run, bit i for one behind its first i + 1 chars, and whether it
     * begins or ends with a verb.
     */
    int borders(int from, int to) {
      int borders =
          (is(from, WordRoles.VERB) ? BEGINS_WITH_VERB : 0)
              | (is(to - 1, WordRoles.VERB) ? ENDS_WITH_VERB : 0);
      int place = 0;
      for (int word = from; word < to - 1; word++) {
        if (word > from && joints.gap(word) != Joints.BARE) {
          place++;
        }
        place += words.text(types[word]).length();
        if (place < MOST_BORDERS && joints.gap(word + 1) == Joints.BARE) {
          borders |= 1 << (place - 1);
        }
      }
      return borders;
    }
  }

  private final SplitWords words;
  private final Sentence sentence;
  private final Receiver receiver;
  private PackedReader joints = new PackedReader(new byte[0]);
  private CountedDocument document;

  /** Of every word the end of the quotation that begins with it, or 0. */
  private int[] quotedTo = new int[256];

  /** Of the quotations that are open the first word, and where in the gap before it they begin. */
  private final int[] openWord = new int[8];

  private final int[] openChar = new int[8];

  private ExpressionFinder(SplitWords words, Receiver receiver) {
    this.words = words;
    this.sentence = new Sentence(words);
    this.receiver = receiver;
  }

  /** Finds the expressions of the documents that are wanted. */
  static void find(
      SegmentedSplit split, SplitWords words, LongPredicate wanted, Receiver receiver) {
    split.visit(wanted, new ExpressionFinder(words, receiver));
  }

  @Override
  public void beginDocument(CountedDocument begun) {
    document = begun;
  }

  @Override
  public void joints(PackedReader ofDocument) {
    joints = ofDocument;
    receiver.document(document, joints);
    sentence.joints.startDocument();
  }

  @Override
  public void sentence(int[] types, int count, InnerUses uses) {
    sentence.types = types;
    sentence.count = count;
    sentence.joints.read(joints, types, count, words.lengths());
    receiver.sentence(sentence);
    if (count >= quotedTo.length) {
      quotedTo = new int[2 * count];
    }
    Arrays.fill(quotedTo, 0, count, 0);
    findQuotations();
    for (int from = 0; from < count; from++) {
      if (quotedTo[from] != 0 || receiver.mayBegin(from)) {
        findRuns(from);
      }
    }
  }

  private void findRuns(int from) {
    int[] types = sentence.types;
    int quotedEnd = quotedTo[from];
    long hash = 0;
    int length = 0;
    int open = 0;
    boolean divided = false;
    int last = Math.min(sentence.count, from + MOST_WORDS);
    for (int word = from; word < last; word++) {
      long gap = word == from ? Joints.BARE : sentence.joints.gap(word);
      if (gap != Joints.BARE) {
        if (gap > Character.MAX_VALUE) {
          return;
        }
        char mark = (char) gap;
        if (Quotes.isOpening(mark)) {
          open++;
          hash = SplitWords.hash(hash, Quotes.OPENING);
        } else if (Quotes.isClosing(mark) && open > 0) {
          open--;
          hash = SplitWords.hash(hash, Quotes.CLOSING);
        } else {
          return;
        }
        length++;
      }
      int type = types[word];
      divided |= words.is(type, WordRoles.DIVIDES);
      if (divided && word >= quotedEnd) {
        return;
      }
      length += words.length(type);
      if (length > LONGEST) {
        return;
      }
      hash = words.hash(hash, type);
      if (open == 0 && length >= SHORTEST) {
        boolean quoted = word + 1 == quotedEnd;
        if ((quoted || !divided) && !receiver.run(from, word + 1, quoted, hash)) {
          return;
        }
      }
    }
  }

  private void findQuotations() {
    int open = 0;
    for (int word = 0; word <= sentence.count; word++) {
      long gap = sentence.joints.gap(word);
      if (gap == Joints.BARE) {
        continue;
      }
      int place = 0;
      for (long rest = gap; rest != 0; rest >>>= Character.SIZE, place++) {
        char c = (char) rest;
        if (Quotes.isOpening(c)) {
          open = open == openWord.length ? 0 : open;
          openWord[open] = word;
          openChar[open] = place + 1;
          open++;
        } else if (Quotes.isClosing(c) && open > 0) {
          open--;
          quotation(openWord[open], openChar[open], word, place);
        } else if (Quotes.divides(c)) {
          open = 0;
        }
      }
    }
  }

  /** From a char of the gap before a word to a char of the gap behind another. */
  private void quotation(int from, int fromChar, int to, int toChar) {
    if (to <= from || to - from > LONGEST) {
      return;
    }
    String before = Joints.charsOf(sentence.joints.gap(from)).substring(fromChar);
    String behind = Joints.charsOf(sentence.joints.gap(to)).substring(0, toChar);
    boolean isRun = before.isEmpty() && behind.isEmpty() && to - from <= MOST_WORDS;
    StringBuilder text = new StringBuilder(before);
    int open = 0;
    for (int word = from; word < to; word++) {
      if (word > from) {
        String gap = Joints.charsOf(sentence.joints.gap(word));
        for (int i = 0; i < gap.length(); i++) {
          char c = gap.charAt(i);
          open += Quotes.isOpening(c) ? 1 : Quotes.isClosing(c) ? -1 : 0;
          isRun &= open >= 0 && gap.length() == 1;
          isRun &= Quotes.isOpening(c) || Quotes.isClosing(c);
          text.append(
              Quotes.isOpening(c) ? Quotes.OPENING : Quotes.isClosing(c) ? Quotes.CLOSING : c);
        }
      }
      text.append(words.text(sentence.types[word]));
    }
    isRun &= open == 0;
    text.append(behind);
    int length = text.codePointCount(0, text.length());
    if (length < SHORTEST || length > LONGEST) {
      return;
    }
    if (isRun && quotedTo[from] == 0) {
      quotedTo[from] = to;
    } else if (!isRun) {
      receiver.quotation(from, to, text.toString());
    }
  }
}
