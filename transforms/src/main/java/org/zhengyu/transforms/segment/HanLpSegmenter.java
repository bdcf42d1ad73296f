package org.zhengyu.transforms.segment;

import com.hankcs.hanlp.HanLP;
import com.hankcs.hanlp.collection.trie.DoubleArrayTrie;
import com.hankcs.hanlp.corpus.io.ResourceIOAdapter;
import com.hankcs.hanlp.corpus.tag.Nature;
import com.hankcs.hanlp.dictionary.CoreDictionary;
import com.hankcs.hanlp.dictionary.CustomDictionary;
import com.hankcs.hanlp.dictionary.DynamicCustomDictionary;
import com.hankcs.hanlp.seg.Viterbi.ViterbiSegment;
import com.hankcs.hanlp.seg.common.Term;
import com.hankcs.hanlp.seg.common.Vertex;
import com.hankcs.hanlp.utility.Predefine;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Iterator;
import java.util.List;
import java.util.logging.Level;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.lexicon.Matches;

/**
 * HanLP's bigram (Viterbi) segmentation with the lexicon's phrases merged whole.
 *
 * <p>HanLP segments the bare sentence first. Then the lexicon's phrases are merged where both ends
 * are word borders, so that no word is ever broken for a phrase (供应链|主要 holds no 链主); then, between
 * them, the words of HanLP's own user dictionary, so that none of them takes a phrase in.
 * Recognition of names and numbers is off: it costs more than it finds in policy text, and number
 * recognition loses characters. The part of speech is the most frequent one of the word.
 *
 * <p>The dictionaries are loaded from HanLP's jar on first use, once per JVM, and shared by all
 * instances; an instance itself is small and belongs to one thread at a time.
 */
public final class HanLpSegmenter implements Segmenter {

  private final PhraseMergingSegment hanlp;

  /** Leaves a word out, which HanLP cannot. */
  private @Nullable LatticeSegmenter lattice;

  private HanLpSegmenter(PhraseMergingSegment hanlp) {
    this.hanlp = hanlp;
  }

  /**
   * Creates a segmenter for the use of one thread.
   *
   * @throws IllegalStateException if HanLP has been configured to read its data from anywhere but
   *     its jar: the result would depend on the machine
   */
  public static HanLpSegmenter create() {
    if (!(HanLP.Config.IOAdapter instanceof ResourceIOAdapter)) {
      throw new IllegalStateException(
          "HanLP would read its data from outside its jar: remove the environment variable or system"
              + " property HANLP_ROOT, or hanlp.properties from the class path");
    }
    return new HanLpSegmenter(new PhraseMergingSegment(Dictionaries.USER));
  }

  @Override
  public void segment(String sentence, Matches matches, Undisputed document, Tokens out) {
    if (sentence.isEmpty()) {
      throw new IllegalArgumentException("empty sentence");
    }
    List<Term> terms = hanlp.segment(sentence, matches);
    out.reset(sentence);
    int begin = 0;
    int match = 0;
    for (Term term : terms) {
      int end = begin + term.word.length();
      if (!sentence.startsWith(term.word, begin)) {
        throw new IllegalStateException("HanLP changed the sentence at " + begin + ": " + sentence);
      }
      while (match < matches.size()
          && (matches.begin(match) < begin
              || (matches.begin(match) == begin && matches.end(match) > end))) {
        match++;
      }
      boolean isPhrase =
          match < matches.size() && matches.begin(match) == begin && matches.end(match) == end;
      if (isPhrase) {
        out.add(end, PartOfSpeech.PHRASE, matches.phrase(match));
      } else {
        out.add(end, Dictionaries.tag(term.nature), Tokens.NO_PHRASE);
      }
      begin = end;
    }
    if (begin != sentence.length()) {
      throw new IllegalStateException("HanLP lost the sentence from " + begin + ": " + sentence);
    }
  }

  @Override
  public long bordersWithin(String word) {
    if (lattice == null) {
      lattice = LatticeSegmenter.create(WordStandard.HANLP);
    }
    return lattice.bordersWithin(word);
  }

  /** HanLP's static data, loaded by one thread: its classes initialise each other in circles. */
  private static final class Dictionaries {
    static final DynamicCustomDictionary USER;
    private static final PartOfSpeech[] TAGS;

    static {
      // HanLP logs advice on its own installation, to the console and in Chinese.
      Predefine.logger.setLevel(Level.OFF);
      // The shared instance has a second trie that any code in the JVM may add words to.
      USER = new DynamicCustomDictionary(CustomDictionary.DEFAULT.dat, null, null);
      new PhraseMergingSegment(USER).segment("政策", new Matches());
      Nature[] natures = Nature.values();
      TAGS = new PartOfSpeech[natures.length];
      for (Nature nature : natures) {
        TAGS[nature.ordinal()] = PartOfSpeech.named(nature.toString());
      }
    }

    static PartOfSpeech tag(Nature nature) {
      return TAGS[nature.ordinal()];
    }
  }

  /** HanLP's segmenter, with a first round of merging put before that of its user dictionary. */
  private static final class PhraseMergingSegment extends ViterbiSegment {

    private static final CoreDictionary.Attribute PHRASE =
        new CoreDictionary.Attribute(Nature.nz, 1);

    private final BitSet borders = new BitSet();
    private int[] mergeBegins = new int[16];
    private int[] mergeEnds = new int[16];
    private Matches matches = new Matches();

    PhraseMergingSegment(DynamicCustomDictionary userDictionary) {
      customDictionary = userDictionary;
      enableAllNamedEntityRecognize(false);
      enableNumberQuantifierRecognize(false);
      enableCustomDictionaryForcing(false);
      enableCustomDictionary(true);
      enableMultithreading(false);
      enableNormalization(false);
      enablePartOfSpeechTagging(false);
      enableIndexMode(false);
    }

    List<Term> segment(String sentence, Matches found) {
      matches = found;
      return seg(sentence.toCharArray());
    }

    /**
     * Merges the phrases, and has HanLP merge its own words in each stretch between them.
     *
     * @param path the words, with a sentinel before and after them
     */
    @Override
    protected List<Vertex> combineByCustomDictionary(
        List<Vertex> path, DoubleArrayTrie<CoreDictionary.Attribute> dictionary) {
      int merges = matches.size() == 0 ? 0 : chooseMerges(path);
      if (merges == 0) {
        return super.combineByCustomDictionary(path, dictionary);
      }
      List<Vertex> merged = new ArrayList<>(path.size());
      List<Vertex> stretch = new ArrayList<>();
      StringBuilder form = new StringBuilder();
      Iterator<Vertex> vertices = path.iterator();
      Vertex sentinel = vertices.next();
      merged.add(sentinel);
      int position = 0;
      int merge = 0;
      for (Vertex vertex = vertices.next(); vertices.hasNext(); vertex = vertices.next()) {
        int end = position + vertex.realWord.length();
        if (merge < merges && position >= mergeBegins[merge]) {
          form.append(vertex.realWord);
          if (end == mergeEnds[merge]) {
            combineStretch(stretch, sentinel, dictionary, merged);
            String phrase = form.toString();
            merged.add(new Vertex(phrase, phrase, PHRASE));
            form.setLength(0);
            merge++;
          }
        } else {
          stretch.add(vertex);
        }
        position = end;
      }
      combineStretch(stretch, sentinel, dictionary, merged);
      merged.add(sentinel);
      // The caller ignores what is returned and goes on with its own list.
      path.clear();
      path.addAll(merged);
      return path;
    }

    /** Moves the stretch to the end of {@code merged}, its words combined. */
    private void combineStretch(
        List<Vertex> stretch,
        Vertex sentinel,
        DoubleArrayTrie<CoreDictionary.Attribute> dictionary,
        List<Vertex> merged) {
      if (stretch.isEmpty()) {
        return;
      }
      // HanLP skips the first and the last vertex, whatever they are.
      stretch.add(0, sentinel);
      stretch.add(sentinel);
      super.combineByCustomDictionary(stretch, dictionary);
      merged.addAll(stretch.subList(1, stretch.size() - 1));
      stretch.clear();
    }

    /** Picks the matches to merge, leftmost first and then longest, and returns their number. */
    private int chooseMerges(List<Vertex> path) {
      borders.clear();
      int position = -path.get(0).realWord.length();
      for (Vertex vertex : path) {
        position += vertex.realWord.length();
        borders.set(position);
      }
      int merges = 0;
      int free = 0;
      for (int i = 0; i < matches.size(); i++) {
        int begin = matches.begin(i);
        int end = matches.end(i);
        if (!matches.guarded(i) && begin >= free && borders.get(begin) && borders.get(end)) {
          if (merges == mergeBegins.length) {
            mergeBegins = Arrays.copyOf(mergeBegins, 2 * merges);
            mergeEnds = Arrays.copyOf(mergeEnds, 2 * merges);
          }
          mergeBegins[merges] = begin;
          mergeEnds[merges] = end;
          merges++;
          free = end;
        }
      }
      return merges;
    }
  }
}
