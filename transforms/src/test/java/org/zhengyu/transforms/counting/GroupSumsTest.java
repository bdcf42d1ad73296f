package org.zhengyu.transforms.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.GroupTotals;

class GroupSumsTest {
  private static final List<CountedDocument> DOCUMENTS =
      List.of(
          new CountedDocument(1, "甲", 10, List.of("2020", "青岛市")),
          new CountedDocument(2, "乙", 5, List.of("2021", "青岛市")),
          new CountedDocument(3, "丙", 7, List.of("2021", Grouping.UNKNOWN)),
          new CountedDocument(4, "丁", 0, List.of("2021", "济南市")));

  private static GroupTotals sums(List<CountedDocument> documents) {
    GroupSums sums = new GroupSums(1);
    documents.forEach(sums::add);
    return sums.totals();
  }

  @Test
  void countsDocumentsAndTokensOfEachValueAndNothingOfUnknownOrEmptyOnes() {
    GroupTotals totals = sums(DOCUMENTS);
    assertThat(totals.facet(0).values()).containsExactly("2020", "2021");
    assertThat(totals.facet(0).sizes().get(0).documents()).isEqualTo(1);
    assertThat(totals.facet(0).sizes().get(1).documents()).isEqualTo(2);
    assertThat(totals.facet(0).sizes().get(1).tokens()).isEqualTo(12);
    assertThat(totals.facet(1).values()).containsExactly("青岛市");
    assertThat(totals.facet(1).sizes().get(0).tokens()).isEqualTo(15);
  }

  @Test
  void areTheSameForAnyCutOfTheDocuments() {
    GroupTotals whole = sums(DOCUMENTS);
    for (int cut = 0; cut <= DOCUMENTS.size(); cut++) {
      GroupTotals parts =
          sums(DOCUMENTS.subList(0, cut)).plus(sums(DOCUMENTS.subList(cut, DOCUMENTS.size())));
      assertThat(parts.facet(0).sizes()).isEqualTo(whole.facet(0).sizes());
      assertThat(parts.facet(1).values()).isEqualTo(whole.facet(1).values());
      assertThat(parts.facet(1).sizes().get(0).resampledTokens())
          .isEqualTo(whole.facet(1).sizes().get(0).resampledTokens());
    }
  }
}
