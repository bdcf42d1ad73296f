package org.zhengyu.transforms.segment;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.apache.commons.csv.CSVRecord;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.lexicon.Lexicon;
import org.zhengyu.transforms.lexicon.Matches;
import org.zhengyu.transforms.lexicon.PhraseMatcher;

/**
 * Literal occurrences of phrases in work reports and laws, drawn with a seed by status and phrase,
 * and judged by a reader who did not see the status: whether the text uses the phrase there ({@code
 * use}), or only has its characters ({@code no}, with the reason: 中央|企业 for 央企). What is a matter
 * of definition is not scored. Offsets are code points of the document; the context is the
 * sentence, 24 characters to either side at most.
 */
class JudgedOccurrencesTest {
  /** Of 289 uses 286 count, and of 288 that count 286 are uses. */
  private static final double LEAST_RECALL = 0.98;

  private static final double LEAST_PRECISION = 0.992;

  /** Of 127 uses 125 count, and of 142 that count 125 are uses. */
  private static final double LEAST_RECALL_OF_WORDS = 0.98;

  private static final double LEAST_PRECISION_OF_WORDS = 0.87;

  /** Of 155 uses 149 count, and all that count are uses. */
  private static final double LEAST_RECALL_OF_STARTER = 0.95;

  private static final double LEAST_PRECISION_OF_STARTER = 0.99;

  private static final double LEAST_SAME = 0.9;

  private static boolean counts(CSVRecord judged, PhraseMatcher matcher, Segmenter segmenter) {
    String before = judged.get("before");
    String form = judged.get("form");
    String sentence = before + form + judged.get("after");
    Matches matches = new Matches();
    Tokens tokens = new Tokens();
    matcher.find(sentence, matches);
    segmenter.segment(sentence, matches, tokens);
    OccurrenceJudge judge = new OccurrenceJudge(segmenter);
    judge.judge(matches, tokens);
    for (int i = 0; i < matches.size(); i++) {
      if (matches.begin(i) == before.length()
          && matches.end(i) == before.length() + form.length()) {
        return judge.status(i).isUse();
      }
    }
    throw new AssertionError("no occurrence of " + form + " in " + sentence);
  }

  /** How many of the uses count, and how many of those that count are uses. */
  private record Rates(double recall, double precision) {

    /** Each place with all phrases of the list as the lexicon. */
    static Rates of(List<CSVRecord> judged) throws InputFileException {
      Set<String> forms = new LinkedHashSet<>();
      judged.forEach(row -> forms.add(row.get("form")));
      return of(judged, String.join("\n", forms));
    }

    static Rates of(List<CSVRecord> judged, String lexicon) throws InputFileException {
      PhraseMatcher matcher = PhraseMatcher.of(Lexicon.parse(lexicon, "judged", text -> text));
      Segmenter segmenter = LatticeSegmenter.create(WordStandard.CORE);
      int uses = 0;
      int counted = 0;
      int right = 0;
      for (CSVRecord row : judged) {
        if (row.get("verdict").equals("definition")) {
          continue;
        }
        boolean isUse = row.get("verdict").equals("use");
        boolean isCounted = counts(row, matcher, segmenter);
        uses += isUse ? 1 : 0;
        counted += isCounted ? 1 : 0;
        right += isUse && isCounted ? 1 : 0;
      }
      return new Rates((double) right / uses, (double) right / counted);
    }
  }

  @Test
  void countsWhatAReaderTakesForAUseAndHardlyAnythingElse() throws IOException, InputFileException {
    Rates rates = Rates.of(JudgedPlaces.of("occurrences"));
    assertThat(rates.recall()).as("recall").isGreaterThan(LEAST_RECALL);
    assertThat(rates.precision()).as("precision").isGreaterThan(LEAST_PRECISION);
  }

  /**
   * Short common words, too, and twice as many tokens that are some only for being listed as
   * others, from other documents than the first list and of phrases that nothing was fitted to.
   */
  @Test
  void countsMostUsesOfShortWordsThatRunIntoOthers() throws IOException, InputFileException {
    Rates rates = Rates.of(JudgedPlaces.of("words"));
    assertThat(rates.recall()).as("recall").isGreaterThan(LEAST_RECALL_OF_WORDS);
    assertThat(rates.precision()).as("precision").isGreaterThan(LEAST_PRECISION_OF_WORDS);
  }

  /**
   * The starter lexicon in all documents, and 124 of 200 places from those that it makes no token
   * of: nearly all there were that words cross.
   */
  @Test
  void countsWhatIsAUseOfTheStarterLexicon() throws IOException, InputFileException {
    Path starter =
        Path.of(System.getProperty("zhengyu.root"), "seeds", "lexicon", "policy-phrases.csv");
    Rates rates = Rates.of(JudgedPlaces.of("starter"), Files.readString(starter, UTF_8));
    assertThat(rates.recall()).as("recall").isGreaterThan(LEAST_RECALL_OF_STARTER);
    assertThat(rates.precision()).as("precision").isGreaterThan(LEAST_PRECISION_OF_STARTER);
  }

  /**
   * Places where words of the cheapest way cross an end of a word or phrase, that {@link
   * PhraseDisputes} was fitted to: as a reader judged them.
   */
  @Test
  void decidesAsAReaderDoesWhereWordsCrossAPhrase() throws IOException, InputFileException {
    Segmenter segmenter = LatticeSegmenter.create(WordStandard.CORE);
    List<CSVRecord> judged = JudgedPlaces.of("crossings");
    int same = 0;
    for (CSVRecord row : judged) {
      Lexicon lexicon = Lexicon.parse(row.get("form"), "judged", text -> text);
      boolean isUse = row.get("verdict").equals("use");
      same += counts(row, PhraseMatcher.of(lexicon), segmenter) == isUse ? 1 : 0;
    }
    assertThat((double) same / judged.size()).isGreaterThan(LEAST_SAME);
  }
}
