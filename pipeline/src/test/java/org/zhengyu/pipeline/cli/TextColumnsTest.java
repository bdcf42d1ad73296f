package org.zhengyu.pipeline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class TextColumnsTest {
  private static List<String> lines(List<List<String>> rows) {
    return TextColumns.of(rows, 2).lines().toList();
  }

  @Test
  void beginAtTheSamePlaceInEveryRow() {
    assertThat(lines(List.of(List.of("a", "bcd", "first"), List.of("efgh", "i", "second"))))
        .containsExactly("  a     bcd  first", "  efgh  i    second");
  }

  @Test
  void countTwoPlacesForAChineseCharacter() {
    assertThat(lines(List.of(List.of("词频", "tf"), List.of("words", "n"))))
        .containsExactly("  词频   tf", "  words  n");
  }

  @Test
  void breakTheLastAfterABlank() {
    String words = "x".repeat(50) + " " + "y".repeat(43) + " z";
    assertThat(lines(List.of(List.of("a", words))))
        .containsExactly("  a  " + "x".repeat(50) + " " + "y".repeat(43), "     z");
  }

  @Test
  void fillALineToItsLastPlace() {
    String full = "x".repeat(47) + " " + "y".repeat(47);
    assertThat(lines(List.of(List.of("a", full)))).containsExactly("  a  " + full);
    assertThat(lines(List.of(List.of("a", full + "y")))).hasSize(2);
  }

  @Test
  void breakBetweenChineseCharactersButNotBeforeAStop() {
    String row = "字".repeat(47);
    assertThat(lines(List.of(List.of("a", row + "符号")))).containsExactly("  a  " + row, "     符号");
    assertThat(lines(List.of(List.of("a", row + "，符号"))))
        .containsExactly("  a  " + row.substring(1), "     字，符号");
  }

  @Test
  void leaveAWordWholeThatIsLongerThanALine() {
    String word = "x".repeat(120);
    assertThat(lines(List.of(List.of("a", word)))).containsExactly("  a  " + word);
  }
}
