package org.zhengyu.transforms.counting;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.stream.IntStream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.InnerUses;

/**
 * What is present in one sentence, by the numbers of all its terms: what {@link Contexts} yields of
 * it, in the order of the text. A buffer, used again for each sentence. Not thread-safe.
 */
public final class SentenceTerms {
  private int[] terms = new int[256];
  private int count;

  /** Of each term the last sentence that had it. */
  private int[] lastSentence = new int[1024];

  private int sentence;

  /** The pairs that only share characters, the two of each one behind the other. */
  private int[] shared = new int[16];

  private int sharedEnd;
  private @Nullable Contexts contexts;
  private int termsOfContexts;

  /**
   * Takes a sentence in place of what there was.
   *
   * @param words its words, each by the number of its term
   * @param size how many words it has
   * @param uses of phrases that are no tokens; their types are numbers of terms
   * @param limit the numbers are smaller than this
   */
  public void load(int[] words, int size, InnerUses uses, int limit) {
    sentence++;
    count = 0;
    sharedEnd = 0;
    if (size + uses.size() > terms.length) {
      terms = new int[2 * (size + uses.size())];
    }
    if (limit > lastSentence.length) {
      lastSentence = Arrays.copyOf(lastSentence, 2 * limit);
    }
    if (uses.size() == 0) {
      addAll(words, size);
    } else {
      addAll(words, size, uses);
      contexts(limit).sentence(words, size, uses);
    }
  }

  private void addAll(int[] words, int size) {
    // Without the optimizing compiler, a field is read anew each time.
    int[] last = lastSentence;
    int[] present = terms;
    int now = sentence;
    int added = 0;
    for (int i = 0; i < size; i++) {
      int term = words[i];
      if (last[term] != now) {
        last[term] = now;
        present[added++] = term;
      }
    }
    count = added;
  }

  private void addAll(int[] words, int size, InnerUses uses) {
    int next = 0;
    for (int place = 0; place < size; place++) {
      add(words[place]);
      for (; next < uses.size() && uses.first(next) == place; next++) {
        add(uses.type(next));
      }
    }
  }

  private void add(int term) {
    if (lastSentence[term] != sentence) {
      lastSentence[term] = sentence;
      terms[count++] = term;
    }
  }

  private Contexts contexts(int limit) {
    if (contexts == null || limit > termsOfContexts) {
      termsOfContexts = 2 * limit;
      contexts =
          new Contexts(
              EnumSet.of(ContextUnit.SENTENCE),
              IntStream.range(0, termsOfContexts).toArray(),
              termsOfContexts,
              new SharedPairs());
    }
    return contexts;
  }

  /** The terms that are present, each once, in the order in which they first begin. */
  public int[] terms() {
    return terms;
  }

  /** How many terms are present. */
  public int count() {
    return count;
  }

  /** How many pairs of them only share characters. */
  public int sharedPairs() {
    return sharedEnd / 2;
  }

  /** One term of such a pair. */
  public int sharedFirst(int pair) {
    return shared[2 * pair];
  }

  /** The other term of the pair. */
  public int sharedSecond(int pair) {
    return shared[2 * pair + 1];
  }

  private final class SharedPairs implements Contexts.Receiver {
    @Override
    public void set(ContextUnit unit, int[] present, int size) {}

    @Override
    public void sequence(int[] present, int[] places, int size, int length) {}

    @Override
    public void shared(int first, int second, int distance) {
      if (sharedEnd == shared.length) {
        shared = Arrays.copyOf(shared, 2 * sharedEnd);
      }
      shared[sharedEnd++] = first;
      shared[sharedEnd++] = second;
    }
  }
}
