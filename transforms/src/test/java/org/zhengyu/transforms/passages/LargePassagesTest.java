package org.zhengyu.transforms.passages;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.model.DocumentStanding;
import org.zhengyu.transforms.passages.SharedPassages.Text;

/** Passages where something is too large to be taken at one go. */
class LargePassagesTest {
  private static final DocumentStanding UNKNOWN = new DocumentStanding(null, null);

  /** A document of one paragraph, of sentences of fifty words. */
  private static Text text(long key, List<String> words) {
    List<List<String>> sentences = new ArrayList<>();
    for (int from = 0; from < words.size(); from += 50) {
      sentences.add(words.subList(from, Math.min(words.size(), from + 50)));
    }
    return new Text(key, UNKNOWN, List.of(sentences));
  }

  /** The longer table is cut behind its word 4,100, the end of a sentence. */
  @Test
  void areOneInTablesOfEqualCells() {
    List<Text> tables =
        List.of(text(1, Collections.nCopies(5000, "零")), text(2, Collections.nCopies(3000, "零")));
    SharedPassages found =
        SharedPassages.of(List.of(SharedPassages.split(tables)), 8, /* buckets= */ 2);
    assertThat(found.summaries).hasSize(1);
    PassageSummary passage = found.summaries.values().iterator().next();
    assertThat(passage.tokens()).isEqualTo(3000);
    assertThat(passage.documents()).isEqualTo(2);
    assertThat(passage.occurrences()).isEqualTo(4100 - 3000 + 1 + 1);
  }

  /** The split is more than is joined in one chunk, and has more shingles than are held at once. */
  @Test
  void areFoundInDocumentsOfOneSplitThatAreFarApart() {
    Random random = new Random(1);
    List<Text> documents = new ArrayList<>();
    for (int document = 0; document < 60; document++) {
      List<String> words = new ArrayList<>();
      for (int i = 0; i < 20_000; i++) {
        words.add("词" + random.nextInt(20_000));
      }
      if (document == 0 || document == 59) {
        words.addAll(100, List.of("一", "二", "三", "四", "五", "六", "七", "八"));
      }
      documents.add(text(document, words));
    }
    SharedPassages found =
        SharedPassages.of(List.of(SharedPassages.split(documents)), 8, /* buckets= */ 3);
    assertThat(found.places).containsOnlyKeys("一二三四五六七八");
    assertThat(found.places.get("一二三四五六七八").stream().map(place -> place.get(0)))
        .containsExactly(0L, 59L);
  }
}
