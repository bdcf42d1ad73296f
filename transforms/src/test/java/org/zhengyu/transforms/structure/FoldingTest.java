package org.zhengyu.transforms.structure;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FoldingTest {
  @Test
  void narrowsFullWidthDigitsLettersAndPercentSigns() {
    assertThat(Folding.WIDTH.fold("２０２３年ＧＤＰ增长５．２％，ａｂｃｚ")).isEqualTo("2023年GDP增长5.2%，abcz");
  }

  @Test
  void keepsChinesePunctuationAndCase() {
    String text = "《意见》（试行），“走在前、开新局”！？；：　Istanbul ISO";
    assertThat(Folding.WIDTH.fold(text)).isSameAs(text);
    assertThat(Folding.TRADITIONAL.fold(text)).isSameAs(text);
  }

  @Test
  void simplifiesCharacterByCharacterOnlyWhenAsked() {
    String text = "臺灣問題，發展經濟，後來居上，於是";
    assertThat(Folding.WIDTH.fold(text)).isEqualTo(text);
    assertThat(Folding.TRADITIONAL.fold(text)).isEqualTo("台湾问题，发展经济，后来居上，于是");
  }

  @Test
  void traditionalFoldingNarrowsToo() {
    assertThat(Folding.TRADITIONAL.fold("第１４個五年規劃")).isEqualTo("第14个五年规划");
  }

  @Test
  void leavesCharactersAloneThatSimplifiedTextUsesItself() {
    String text = "成效显著，台湾，面向里程，干部，只要，里外，制度，系统";
    assertThat(Folding.TRADITIONAL.fold(text)).isEqualTo(text);
  }

  @Test
  void followsTheOption() {
    assertThat(Folding.of(false)).isEqualTo(Folding.WIDTH);
    assertThat(Folding.of(true)).isEqualTo(Folding.TRADITIONAL);
  }

  @Test
  void foldingTwiceIsFoldingOnce() {
    for (Folding folding : Folding.values()) {
      for (int c = 0; c <= Character.MAX_VALUE; c++) {
        char once = folding.fold((char) c);
        assertThat(folding.fold(once)).as("U+%04X", c).isEqualTo(once);
      }
    }
  }

  @Test
  void foldsNoSurrogateAndNothingIntoOne() {
    for (int c = 0; c <= Character.MAX_VALUE; c++) {
      char folded = Folding.TRADITIONAL.fold((char) c);
      assertThat(Character.isSurrogate(folded)).isEqualTo(Character.isSurrogate((char) c));
    }
  }

  @Property
  void foldsEveryCharacterInItsPlace(@ForAll String text) {
    for (Folding folding : Folding.values()) {
      String folded = folding.fold(text);
      assertThat(folded).hasSameSizeAs(text);
      for (int i = 0; i < text.length(); i++) {
        assertThat(folded.charAt(i)).isEqualTo(folding.fold(text.charAt(i)));
      }
    }
  }
}
