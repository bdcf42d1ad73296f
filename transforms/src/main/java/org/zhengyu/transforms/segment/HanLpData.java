package org.zhengyu.transforms.segment;

import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreBiGramTableDictionary;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import com.hankcs.hanlp.utility.Predefine;
import java.lang.reflect.Field;

/**
 * HanLP's dictionaries in our own arrays, made once per JVM on first use and shared by all threads:
 * those of {@link WordStandard#CORE}, those of {@link WordStandard#HANLP}, or both.
 */
final class HanLpData {
  private HanLpData() {}

  /** For {@link WordStandard#CORE}. */
  static final class Core {
    static final CoreWords WORDS = StoredWords.find().orElseGet(CoreWords::ofHanLp);

    private Core() {}
  }

  /** For {@link WordStandard#HANLP}. */
  static final class Plain {
    static final LanguageModel MODEL = model(false);
    static final UserWords USER_WORDS = UserWords.of(CustomDictionary.DEFAULT.dat, MODEL);
    static final WordWorth WORTH =
        WordWorth.of(
            MODEL,
            CustomDictionary.DEFAULT.dat,
            USER_WORDS.trie().texts(CustomDictionary.DEFAULT.dat.size()));

    private Plain() {}
  }

  /**
   * The model of HanLP's data.
   *
   * @param corrected whether it differs from HanLP's own where that is at fault
   */
  static LanguageModel model(boolean corrected) {
    // Loads HanLP's classes in the one order in which they may be, and checks where they read.
    HanLpSegmenter.create();
    return LanguageModel.of(
        CoreDictionary.trie,
        (int[]) field(CoreBiGramTableDictionary.class, "start", null),
        (int[]) field(CoreBiGramTableDictionary.class, "pair", null),
        new TransitionCost(Predefine.lambda, Predefine.myu, Predefine.TOTAL_FREQUENCY),
        corrected);
  }

  /** The value of a field that HanLP shows only its own classes. */
  static Object field(Class<?> owner, String name, DoubleArrayTrie<?> instance) {
    try {
      Field field = owner.getDeclaredField(name);
      field.setAccessible(true);
      return field.get(instance);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("this version of HanLP has no " + owner + "." + name, e);
    }
  }

  /** The code of the tag that HanLP guesses for a word: its most frequent one. */
  static int tagOf(CoreDictionary.Attribute attribute) {
    return PartOfSpeech.named(attribute.nature[0].toString()).code();
  }

  static int tagOf(Nature nature) {
    return PartOfSpeech.named(nature.toString()).code();
  }
}
