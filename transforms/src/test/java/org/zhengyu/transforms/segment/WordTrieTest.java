package org.zhengyu.transforms.segment;

import static org.assertj.core.api.Assertions.assertThat;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import java.util.List;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class WordTrieTest {
  private static WordTrie trie(List<String> words) {
    TreeMap<String, Integer> numbers = new TreeMap<>();
    for (String word : words) {
      numbers.put(word, numbers.size());
    }
    return WordTrie.of(new DoubleArrayTrie<>(numbers), word -> word);
  }

  /** By their numbers, which are in the order of their texts: 中 0, 中国 1, 国中 2, 未##数 3. */
  @Test
  void countsCharactersAsOftenAsTheirWordsCountAndNoneOfWordsWithTheOneThatIsLeftOut() {
    long[] counts =
        trie(List.of("中", "中国", "国中", "未##数"))
            .countCharacters(word -> (int) Math.pow(10, word), '#');
    assertThat(counts['中']).isEqualTo(111);
    assertThat(counts['国']).isEqualTo(110);
    assertThat(counts['数']).isZero();
    assertThat(counts['#']).isZero();
  }
}
