package org.zhengyu.output;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class CsvLineTest {
  @Test
  void quotesWhatWouldEndACell() {
    assertThat(CsvLine.of(List.of("链长制", "a,b", "说“好”", "he said \"yes\"", "两\n行", "")))
        .isEqualTo("链长制,\"a,b\",说“好”,\"he said \"\"yes\"\"\",\"两\n行\",\r\n");
  }

  @Test
  void keepsACellThatIsEmptyInTheFirstPlace() {
    assertThat(CsvLine.of(List.of("", "a"))).isEqualTo(",a\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "=1+1",
        "+cmd",
        "-2+3",
        "@SUM(A1)",
        "\t=1",
        " =1",
        "＝1+1",
        "＋1-",
        "－a",
        "＠a",
        "-",
        "=",
        "\u0000=1",
        "\u200B=1",
        "-1E400d",
        "-0x1p3",
        "+Infinity",
        "-NaN"
      })
  void leavesNoFormula(String cell) {
    assertThat(CsvLine.of(List.of(cell))).startsWith("'");
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "+1", "-0.5", "-1.5E-7", "1=1", "a-b", "（一）", "一=二"})
  void leavesNumbersAndOtherTextsAsTheyAre(String cell) {
    assertThat(CsvLine.of(List.of(cell))).isEqualTo(cell + "\r\n");
  }
}
