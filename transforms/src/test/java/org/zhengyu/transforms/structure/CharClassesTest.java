package org.zhengyu.transforms.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.lexicon.Lexicon;

class CharClassesTest {
  private static List<Integer> invisible() {
    return IntStream.rangeClosed(1, Character.MAX_CODE_POINT)
        .filter(c -> Character.isDefined(c) && Character.getType(c) != Character.CONTROL)
        .filter(CharClassesTest::isInvisible)
        .boxed()
        .toList();
  }

  private static boolean isInvisible(int codePoint) {
    char[] units = Character.toChars(codePoint);
    return units.length == 1
        ? CharClasses.isInvisible(units[0])
        : CharClasses.isInvisible(units[0], units[1]);
  }

  @Test
  void whatTakesNoRoomInATextTakesNoneInALexicon() throws InputFileException {
    List<Integer> invisible = invisible();
    assertThat(invisible).contains(0x200B, 0xFE0F, 0x3164, 0xE0100).doesNotContain((int) '中');
    for (int codePoint : invisible) {
      String typed = "高质" + Character.toString(codePoint) + "量发展\n";
      assertThat(Lexicon.parse(typed, "a.csv", UnaryOperator.identity()).phrase(0))
          .as("with U+%04X", codePoint)
          .isEqualTo("高质量发展");
    }
  }
}
