package org.zhengyu.transforms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.Arrays;
import java.util.List;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zhengyu.transforms.packed.CoderChecks;

class RunFactTest {

  /** One of every kind. */
  private static List<RunFact> facts(String text, long count, double score) {
    return List.of(
        new RunFact.Documents(count, 1, 2, 3),
        new RunFact.JoinedMetadata(List.of(count, 7L)),
        new RunFact.Noticed(Notice.OTHER_ENCODING, count, List.of("a.txt", "b.txt")),
        new RunFact.Traditional(count),
        new RunFact.LeftOut(count),
        new RunFact.Rejections(Rejection.Reason.INVALID_JSON, count),
        new RunFact.Counted(new CorpusTotals(1, 2, 3, 4, 5, count)),
        new RunFact.Types(count),
        new RunFact.Pairs(ContextUnit.WINDOW, count, 1, 0),
        new RunFact.LexiconUse(count, List.of(text, "生态/双碳"), 3),
        new RunFact.TopPhrase(text, count),
        new RunFact.TopPair(ContextUnit.SENTENCE, true, text, text + "b", count, score),
        new RunFact.NetworkSize(ContextUnit.DOCUMENT, text, 1, count, 1, score),
        new RunFact.Missing(ContextUnit.SENTENCE, "around:" + text, text, true),
        new RunFact.Facet(1, 2, count),
        new RunFact.Group(0, text, count),
        new RunFact.Shift(1, text, "2025", count, 32, 21, 22, 3),
        new RunFact.Hidden(count),
        new RunFact.InputDigest(text, count, "ab12"),
        new RunFact.TableFile("terms", "part-00003.parquet", text, count, 7));
  }

  @Property
  void isOneLineAndComesBackFromIt(
      @ForAll("texts") String text, @ForAll long count, @ForAll("doubles") double score) {
    for (RunFact fact : facts(text, count, score)) {
      assertThat(fact.toLine()).doesNotContain("\n", "\r");
      assertThat(RunFact.ofLine(fact.toLine())).isEqualTo(fact);
    }
  }

  @Property
  void survivesItsCoder(@ForAll("texts") String text, @ForAll long count) {
    for (RunFact fact : facts(text, count, 0.5)) {
      CoderChecks.roundTrips(RunFact.coder(), fact);
    }
  }

  @Example
  void everyKindIsTriedHere() {
    assertThat(facts("", 1, 1))
        .extracting(Object::getClass)
        .containsExactlyInAnyOrderElementsOf(Arrays.asList(RunFact.class.getPermittedSubclasses()));
  }

  @Example
  void namesItsKindAndItsFields() throws JsonProcessingException {
    JsonNode pair =
        new ObjectMapper()
            .readTree(
                new RunFact.TopPair(ContextUnit.WINDOW, false, "改革", "开放\t\"十条\"", 12, 3.5)
                    .toLine());
    assertThat(pair)
        .isEqualTo(
            new ObjectMapper()
                .createObjectNode()
                .put("fact", "TopPair")
                .put("unit", "WINDOW")
                .put("is_of_phrases", false)
                .put("term_a", "改革")
                .put("term_b", "开放\t\"十条\"")
                .put("count", 12)
                .put("g2", 3.5));
  }

  @Example
  void isNotReadFromAnythingElse() {
    for (String line :
        List.of(
            "",
            "{",
            "[]",
            "{\"fact\":\"Weather\"}",
            "{\"count\":1}",
            "{\"fact\":\"Types\",\"x\":1}")) {
      assertThatThrownBy(() -> RunFact.ofLine(line))
          .as(line)
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Example
  void addsUpPartsOfDocumentsAndPairs() {
    assertThat(new RunFact.Documents(1, 2, 3, 4).plus(new RunFact.Documents(10, 20, 30, 40)))
        .isEqualTo(new RunFact.Documents(11, 22, 33, 44));
    assertThat(
            new RunFact.Pairs(ContextUnit.SENTENCE, 1, 2, 3)
                .plus(new RunFact.Pairs(ContextUnit.SENTENCE, 10, 20, 30)))
        .isEqualTo(new RunFact.Pairs(ContextUnit.SENTENCE, 11, 22, 33));
  }

  @Provide
  Arbitrary<String> texts() {
    return Texts.any();
  }

  @Provide
  Arbitrary<Double> doubles() {
    return Arbitraries.oneOf(
        Arbitraries.doubles(),
        Arbitraries.of(Double.NaN, Double.POSITIVE_INFINITY, Double.NEGATIVE_INFINITY, -0.0));
  }
}
