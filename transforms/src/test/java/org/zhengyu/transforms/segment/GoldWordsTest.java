package org.zhengyu.transforms.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.Matches;
import org.zhengyu.transforms.lexicon.PhraseMatcher;
import org.zhengyu.transforms.structure.Folding;
import org.zhengyu.transforms.structure.SentenceSplitter;

/**
 * Words against texts that others segmented by hand, in two standards, where they lie beside the
 * checkout: two days of the People's Daily of 1998, with tags, and the dev set of UD Chinese
 * GSDSimp. Only words count, not punctuation.
 */
@Tag("slow")
class GoldWordsTest {
  private static final String PEOPLES_DAILY = "pd98-days-1-2.pos.utf8";
  private static final String GSD = "ud-gsdsimp-dev.seg.utf8";

  private static final int RANDOM_WORDS = 20_000;

  /** A line of a set: its text, where its words are, and its names of persons. */
  private record Line(String text, Set<Span> words, Set<Span> persons) {}

  private record Span(int begin, int end) {}

  /** A word of a set, and its tag or an empty string. */
  private record Tagged(String form, String tag) {
    static Tagged of(String entry) {
      String word = entry.startsWith("[") ? entry.substring(1) : entry;
      int slash = word.lastIndexOf('/');
      return slash <= 0
          ? new Tagged(word, "")
          : new Tagged(word.substring(0, slash), word.substring(slash + 1).replaceAll("\\].*", ""));
    }

    /** Whether it may be the surname or the given name of a Chinese person. */
    boolean isPartOfName() {
      return tag.equals("nr") && form.length() <= 2;
    }
  }

  private static List<Line> read(String name) throws IOException {
    Path file = Path.of(System.getProperty("zhengyu.root"), "..", "shared", "gold", name);
    assumeTrue(Files.exists(file), () -> "no set at " + file.normalize());
    List<Line> lines = new ArrayList<>();
    for (String line : Files.readAllLines(file, UTF_8)) {
      String[] entries = line.replace('\u3000', ' ').trim().split(" +", -1);
      if (!entries[0].isEmpty()) {
        lines.add(line(Arrays.stream(entries).map(Tagged::of).toList()));
      }
    }
    return lines;
  }

  private static Line line(List<Tagged> tagged) {
    StringBuilder text = new StringBuilder();
    Set<Span> words = new HashSet<>();
    Set<Span> persons = new HashSet<>();
    int beginOfSurname = -1;
    for (Tagged word : tagged) {
      int begin = text.length();
      text.append(word.form());
      Span span = new Span(begin, text.length());
      if (isWord(word.form())) {
        words.add(span);
      }
      if (word.isPartOfName() && beginOfSurname >= 0) {
        persons.remove(new Span(beginOfSurname, begin));
        persons.add(new Span(beginOfSurname, text.length()));
        beginOfSurname = -1;
      } else {
        beginOfSurname = word.isPartOfName() ? begin : -1;
        if (word.tag().equals("nr") && word.form().length() > 1) {
          persons.add(span);
        }
      }
    }
    return new Line(text.toString(), words, persons);
  }

  private static boolean isWord(String form) {
    return form.codePoints().anyMatch(Character::isLetterOrDigit);
  }

  /** The words that a segmenter finds; with {@code personsOnly} those that are names of persons. */
  private static Set<Span> found(
      Line line, Segmenter segmenter, PhraseMatcher phrases, boolean personsOnly) {
    Set<Span> found = new HashSet<>();
    Matches matches = new Matches();
    Tokens tokens = new Tokens();
    String folded = Folding.LOOK_ALIKES.fold(line.text());
    assertThat(folded).hasSameSizeAs(line.text());
    SentenceSplitter.split(
        folded,
        (begin, end) -> {
          String sentence = folded.substring(begin, end);
          phrases.find(sentence, matches);
          segmenter.segment(sentence, matches, tokens);
          for (int i = 0; i < tokens.size(); i++) {
            boolean isAsked = !personsOnly || tokens.tag(i).name().startsWith("nr");
            if (isAsked && isWord(tokens.form(i))) {
              found.add(new Span(begin + tokens.begin(i), begin + tokens.end(i)));
            }
          }
        });
    return found;
  }

  /** Twice the words that are the same, by all words of both. */
  private static double f1(List<Line> lines, WordStandard words, PhraseMatcher phrases) {
    Segmenter segmenter = LatticeSegmenter.create(words);
    int hits = 0;
    int all = 0;
    for (Line line : lines) {
      Set<Span> found = found(line, segmenter, phrases, /* personsOnly= */ false);
      all += found.size() + line.words().size();
      found.retainAll(line.words());
      hits += found.size();
    }
    return 2.0 * hits / all;
  }

  private static PhraseMatcher phrases(String lexicon) throws InputFileException {
    return PhraseMatcher.of(Lexicon.parse(lexicon, "lexicon", text -> text));
  }

  private static PhraseMatcher none() throws InputFileException {
    return phrases("不在文中的短语");
  }

  @Test
  void areFoundBetterThanByHanLp() throws IOException, InputFileException {
    List<Line> daily = read(PEOPLES_DAILY);
    assertThat(f1(daily, WordStandard.CORE, none())).isGreaterThan(0.95);
    assertThat(f1(daily, WordStandard.HANLP, none())).isBetween(0.89, 0.91);

    List<Line> gsd = read(GSD);
    assertThat(f1(gsd, WordStandard.CORE, none())).isGreaterThan(0.775);
    assertThat(f1(gsd, WordStandard.HANLP, none())).isLessThan(0.775);
  }

  @Test
  void areNamesOfPersonsWhole() throws IOException, InputFileException {
    Segmenter segmenter = LatticeSegmenter.create(WordStandard.CORE);
    int names = 0;
    int hits = 0;
    int guesses = 0;
    for (Line line : read(PEOPLES_DAILY)) {
      Set<Span> found = found(line, segmenter, none(), /* personsOnly= */ true);
      names += line.persons().size();
      guesses += found.size();
      found.retainAll(line.persons());
      hits += found.size();
    }
    assertThat((double) hits / names).as("recall").isGreaterThan(0.9);
    assertThat((double) hits / guesses).as("precision").isGreaterThan(0.9);
  }

  @Test
  void areHardlyWorseWithALexiconOfRandomWords() throws IOException, InputFileException {
    LanguageModel model = HanLpData.Core.WORDS.model();
    List<String> words =
        Arrays.stream(model.trie().texts(model.dictionaryWords()))
            .filter(word -> word.matches("\\p{IsHan}{2,}"))
            .sorted()
            .collect(Collectors.toCollection(ArrayList::new));
    Collections.shuffle(words, new Random(1));
    PhraseMatcher random = phrases(String.join("\n", words.subList(0, RANDOM_WORDS)));
    for (String set : List.of(PEOPLES_DAILY, GSD)) {
      List<Line> lines = read(set);
      assertThat(f1(lines, WordStandard.CORE, random))
          .isGreaterThan(f1(lines, WordStandard.CORE, none()) - 0.005);
    }
  }
}
