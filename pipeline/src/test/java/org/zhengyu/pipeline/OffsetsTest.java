package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Every place in every table, looked up in a text that the test decoded itself. */
class OffsetsTest {
  @TempDir static Path temp;
  private static final Map<String, String> TEXTS = Seeds.texts();
  private static Result result;

  @BeforeAll
  static void run() {
    result =
        ZhengyuJob.into(temp.resolve("result"))
            .over(Seeds.CORPUS)
            .with("contextWidth", 12)
            .complete();
  }

  @Test
  void tokensAreWhatStandsInTheText() {
    List<List<Object>> tokens =
        result.query("select doc_id, begin_offset, end_offset, form, term, phrase from tokens");
    assertThat(tokens).hasSizeGreaterThan(5000);
    for (List<Object> token : tokens) {
      String slice = slice(token);
      assertThat(slice).as("%s", token).isEqualTo(token.get(3));
      if (token.get(5) == null) {
        assertThat(Seeds.foldWidth(withoutBreaks(slice))).as("%s", token).isEqualTo(token.get(4));
      } else {
        assertThat(token.get(4)).as("%s", token).isEqualTo(token.get(5));
      }
    }
  }

  @Test
  void tokensOfADocumentFollowEachOtherWithoutOverlap() {
    assertThat(
            result.query(
                "select * from (select *, lead(begin_offset) over (partition by doc_id order by"
                    + " sentence, position) as next from tokens) where next < end_offset"))
        .isEmpty();
  }

  @Test
  void tokensHoldEveryLetterAndDigitOfTheText() {
    // But for page furniture, which only the newspaper column has.
    for (List<Object> row :
        result.query(
            "select doc_id, string_agg(form, '' order by sentence, position) from tokens"
                + " group by doc_id")) {
      if (!row.get(0).equals("qingdao-2023-newspaper-column.txt")) {
        assertThat(letters((String) row.get(1)))
            .as("%s", row.get(0))
            .isEqualTo(letters(TEXTS.get((String) row.get(0))));
      }
    }
  }

  private static String letters(String text) {
    return text.codePoints()
        .filter(Character::isLetterOrDigit)
        .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
        .toString();
  }

  @Test
  void occurrencesAreWhatStandsInTheText() {
    Map<String, Seeds.Phrase> lexicon = Seeds.lexicon();
    List<List<Object>> occurrences =
        result.query(
            "select doc_id, begin_offset, end_offset, form, phrase, occurrence_id"
                + " from phrase_occurrences");
    assertThat(occurrences).hasSizeGreaterThan(300);
    for (List<Object> occurrence : occurrences) {
      String slice = slice(occurrence);
      assertThat(slice).as("%s", occurrence).isEqualTo(occurrence.get(3));
      Seeds.Phrase phrase = lexicon.get((String) occurrence.get(4));
      String form = Seeds.foldWidth(withoutBreaks(slice));
      assertThat(form.equals(phrase.phrase()) || phrase.variants().contains(form))
          .as("%s is a form of %s", occurrence, phrase)
          .isTrue();
      assertThat(occurrence.get(5))
          .isEqualTo(occurrence.get(0) + ":" + occurrence.get(1) + "-" + occurrence.get(2));
    }
  }

  @Test
  void sentencesAreWhatStandsInTheText() {
    List<List<Object>> sentences =
        result.query("select doc_id, begin_offset, end_offset, text from sentences");
    assertThat(sentences).hasSizeGreaterThan(300);
    for (List<Object> sentence : sentences) {
      boolean isRejoined = sentence.get(0).equals("qingdao-2023-newspaper-column.txt");
      String slice = slice(sentence);
      assertThat(isRejoined ? withoutBreaks((String) sentence.get(3)) : sentence.get(3))
          .as("%s", sentence)
          .isEqualTo(isRejoined ? withoutBreaks(slice) : slice);
    }
  }

  @Test
  void contextsAreWhatStandsBesideTheOccurrence() {
    for (List<Object> row :
        result.query(
            "select doc_id, begin_offset, end_offset, context_left, context_right from phrase_occurrences"
                + " where doc_id <> 'qingdao-2023-newspaper-column.txt'")) {
      String text = TEXTS.get((String) row.get(0));
      int begin = text.offsetByCodePoints(0, ((Long) row.get(1)).intValue());
      int end = text.offsetByCodePoints(0, ((Long) row.get(2)).intValue());
      String left = (String) row.get(3);
      String right = (String) row.get(4);
      assertThat(text.substring(0, begin)).as("%s", row).endsWith(left);
      assertThat(text.substring(end)).as("%s", row).startsWith(right);
      // Shorter than asked for only at the edge of a paragraph.
      assertThat(left.length() >= 12 || begin == left.length() || isEdge(text, begin, left, -1))
          .as("left of %s", row)
          .isTrue();
      assertThat(
              right.length() >= 12
                  || end + right.length() == text.length()
                  || isEdge(text, end + right.length(), "", 0))
          .as("right of %s", row)
          .isTrue();
    }
  }

  private static boolean isEdge(String text, int place, String context, int step) {
    char beyond = text.charAt(place - context.length() + step);
    return Character.isWhitespace(beyond) || beyond == '\u3000' || beyond == '#';
  }

  @Test
  void sizesOfDocumentsAreThoseOfTheirTexts() {
    for (List<Object> row : result.query("select doc_id, chars from documents")) {
      String text = TEXTS.get((String) row.get(0));
      assertThat(row.get(1))
          .as("characters of %s", row.get(0))
          .isEqualTo((long) text.codePointCount(0, text.length()));
    }
    assertThat(result.set("select doc_id, paragraphs, sentences, tokens, types from documents"))
        .isEqualTo(
            result.set(
                "select doc_id, count(distinct paragraph), count(distinct sentence), count(*),"
                    + " count(distinct term) from tokens group by doc_id"));
  }

  @Test
  void numbersCountFromZeroWithoutGaps() {
    assertThat(
            result.query(
                "select doc_id from tokens group by doc_id having min(sentence) <> 0"
                    + " or max(sentence) + 1 <> count(distinct sentence) or min(paragraph) <> 0"
                    + " or max(paragraph) + 1 <> count(distinct paragraph)"))
        .isEmpty();
    assertThat(
            result.query(
                "select doc_id from tokens group by doc_id, sentence having min(position) <> 0"
                    + " or max(position) + 1 <> count(*) or count(distinct paragraph) <> 1"))
        .isEmpty();
  }

  private static String slice(List<Object> row) {
    return Seeds.slice(TEXTS.get((String) row.get(0)), (Long) row.get(1), (Long) row.get(2));
  }

  /** A form that goes on in the next line, or on the next page, as it is counted. */
  private static String withoutBreaks(String form) {
    return form.replaceAll("\\s*[\\r\\n]+\\s*(（[^）]*）\\s*)*", "");
  }
}
