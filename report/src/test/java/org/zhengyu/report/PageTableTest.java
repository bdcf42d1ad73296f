package org.zhengyu.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class PageTableTest {
  private static String column(Object... values) throws IOException {
    List<Object[]> rows = Arrays.stream(values).map(value -> new Object[] {value}).toList();
    return GroupsTest.unpacked(PageTable.some("t", List.of("c"), rows, 9))
        .path("columns")
        .path("c")
        .toString();
  }

  @Test
  void keepsCountsExactlyAndMeasuresToSixDigits() throws IOException {
    assertThat(column(9007199254740993L, null, 0L)).isEqualTo("[9007199254740993,null,0]");
    assertThat(column(0.123456789, -1234567.0, 0.0)).isEqualTo("[0.123457,-1234570.0,0]");
    assertThat(column(true, false)).isEqualTo("[true,false]");
  }

  @Test
  void namesEachTextOnceAndWhereItStands() throws IOException {
    assertThat(column("甲", null, "乙", "甲"))
        .isEqualTo("{\"texts\":[\"甲\",\"乙\"],\"at\":[0,-1,1,0]}");
    assertThat(column(LocalDate.of(2023, 1, 2)))
        .isEqualTo("{\"texts\":[\"2023-01-02\"],\"at\":[0]}");
  }

  @Test
  void losesRowsThatBelongTogetherTogether() throws IOException {
    List<Object[]> rows =
        Stream.of("甲", "甲", "乙", "乙", "乙", "丙").map(term -> new Object[] {term}).toList();
    PageTable table = PageTable.someTogether("t", "c", List.of("c"), rows, 6);

    assertThat(GroupsTest.unpacked(table.shorter()).path("columns").path("c").path("at"))
        .hasToString("[0,0]");
    assertThat(table.shorter().shorter().canBeShorter()).isFalse();
    assertThat(
            GroupsTest.unpacked(PageTable.some("t", List.of("c"), rows, 6).shorter()).path("rows"))
        .hasToString("4");
  }
}
