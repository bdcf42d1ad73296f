package org.zhengyu.transforms.passages;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.zhengyu.transforms.packed.PackedReader;

/**
 * Finds the types of a split that word sequences are made of. Sequences come sorted, so that most
 * begin as the one before, of which the types are known. Not thread-safe.
 */
final class TypeFinder {
  private final Map<String, Integer> numbers = new HashMap<>();
  private byte[] lastWords = {};
  private int[] lastTypes = {};

  TypeFinder(TermsOfSplit terms, int types) {
    for (int type = 0; type < types; type++) {
      numbers.put(terms.text(type), type);
    }
  }

  /** The types of the words that are left in a reader, all of which are terms of the split. */
  int[] of(PackedReader sequence) {
    int from = sequence.position();
    byte[] words = Arrays.copyOfRange(sequence.array(), from, from + sequence.remaining());
    int begin = sameWords(words);
    int word = TermsOfSplit.count(words, begin);
    int[] types = Arrays.copyOf(lastTypes, TermsOfSplit.count(words, words.length));
    for (int i = begin; i < words.length; i++) {
      if (isEnd(words[i])) {
        types[word++] = numbers.get(new String(words, begin, i - begin, UTF_8));
        begin = i + 1;
      }
    }
    lastWords = words;
    lastTypes = types;
    return types;
  }

  /** The bytes of the first words that are those of the last sequence. */
  private int sameWords(byte[] words) {
    int same = Arrays.mismatch(lastWords, words);
    same = same < 0 ? words.length : same;
    while (same > 0 && !isEnd(words[same - 1])) {
      same--;
    }
    return same;
  }

  private static boolean isEnd(byte each) {
    return (each & 0xFF) == TermsOfSplit.END;
  }
}
