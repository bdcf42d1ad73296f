package org.zhengyu.transforms.segment;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import com.hankcs.hanlp.dictionary.nr.PersonDictionary;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What {@link WordStandard#CORE} takes from HanLP's dictionaries. Immutable.
 *
 * @param unlisted with {@code model} for its words
 * @param worth of the words of {@code model}
 */
record CoreWords(LanguageModel model, UnlistedWords unlisted, WordWorth worth) {
  /** Has a text that stands for many: 未##数. */
  private static final char CLASS = '#';

  /** Picks and corrects HanLP's words. */
  static CoreWords ofHanLp() {
    LanguageModel listed = HanLpData.model(true);
    DoubleArrayTrie<CoreDictionary.Attribute> user = CustomDictionary.DEFAULT.dat;
    LanguageModel core = DoubtfulWords.in(listed, user);
    String[] userTexts = WordTrie.of(user, word -> word).texts(user.size());
    JoinedWords joined = JoinedWords.of(user, userTexts, core);
    LanguageModel model = joined.model();
    return new CoreWords(
        model,
        new UnlistedWords(
            joined,
            new ChineseNames(PersonDictionary.dictionary, model.chineseName()),
            foreignNames(user, userTexts, core)),
        WordWorth.of(model, user, userTexts));
  }

  private static ForeignNames foreignNames(
      DoubleArrayTrie<CoreDictionary.Attribute> user, String[] userTexts, LanguageModel core) {
    List<String> names = new ArrayList<>();
    for (int word = 0; word < userTexts.length; word++) {
      Nature tag = user.getValueAt(word).nature[0];
      if (tag == Nature.nrf || tag == Nature.nsf) {
        names.add(userTexts[word]);
      }
    }
    return new ForeignNames(
        names, core.trie().countCharacters(core::frequency, CLASS), core.foreignName());
  }

  /** What {@link #write} wrote. */
  static CoreWords read(ArrayFile.Reader in) {
    LanguageModel model = LanguageModel.read(in);
    return new CoreWords(model, UnlistedWords.read(in, model), WordWorth.read(in, model));
  }

  void write(ArrayFile.Writer out) throws IOException {
    model.write(out);
    unlisted.write(out);
    worth.write(out);
  }
}
