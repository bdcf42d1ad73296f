package org.zhengyu.transforms.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.text.Normalizer;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.junit.jupiter.api.Test;

class FoldingTest {
  @Test
  void narrowsFullWidthDigitsLettersAndPercentSigns() {
    assertThat(Folding.LOOK_ALIKES.fold("２０２３年ＧＤＰ增长５．２％，ａｂｃｚ")).isEqualTo("2023年GDP增长5.2%，abcz");
  }

  /** By the ideographs that Unicode says the radicals are. */
  @Test
  void takesRadicalsForTheIdeographsTheyLookLike() {
    assertThat(Folding.LOOK_ALIKES.fold("坚持⼈民⾄上，推进⾼质量发展")).isEqualTo("坚持人民至上，推进高质量发展");
    assertThat(Folding.LOOK_ALIKES.fold("⻓江、⻔⼾、⻛险、⻩河、⺠⽣、⽤⼾")).isEqualTo("长江、门户、风险、黄河、民生、用户");
    assertThat(Folding.LOOK_ALIKES.fold("㇐年")).isEqualTo("一年");
  }

  @Test
  void narrowsFullWidthSymbols() {
    assertThat(Folding.LOOK_ALIKES.fold("互联网＋、Ａ＆Ｂ、１～２、COVID－１９、＃、＠、／"))
        .isEqualTo("互联网+、A&B、1~2、COVID-19、#、@、/");
  }

  @Test
  void takesTheSeveralMiddleDotsAndHyphensForOne() {
    assertThat(Folding.LOOK_ALIKES.fold("买买提·艾力•艾力・艾力‧艾力･艾力∙艾力⋅艾力"))
        .isEqualTo("买买提·艾力·艾力·艾力·艾力·艾力·艾力·艾力");
    assertThat(Folding.LOOK_ALIKES.fold("COVID‑19，COVID‐19，−3")).isEqualTo("COVID-19，COVID-19，-3");
  }

  @Test
  void readsSubscriptsAndLeavesNotesAlone() {
    assertThat(Folding.LOOK_ALIKES.fold("PM₂.₅和CO₂")).isEqualTo("PM2.5和CO2");
    assertThat(Folding.LOOK_ALIKES.fold("增长5²，①加快")).isEqualTo("增长5²，①加快");
  }

  /**
   * Every pair of the list that Unicode's normalisation knows is as that says, and none is left.
   */
  @Test
  void followsUnicodesCompatibilityMappings() {
    Set<Character.UnicodeBlock> left =
        Set.of(
            Character.UnicodeBlock.SUPERSCRIPTS_AND_SUBSCRIPTS,
            Character.UnicodeBlock.ENCLOSED_ALPHANUMERICS,
            Character.UnicodeBlock.ENCLOSED_CJK_LETTERS_AND_MONTHS,
            Character.UnicodeBlock.NUMBER_FORMS,
            Character.UnicodeBlock.CJK_COMPATIBILITY,
            Character.UnicodeBlock.HANGUL_COMPATIBILITY_JAMO);
    for (char c = 0x80; c < Character.MAX_VALUE; c++) {
      String mapped = Normalizer.normalize(String.valueOf(c), Normalizer.Form.NFKC);
      if (!Character.isDefined(c)
          || mapped.length() != 1
          || Character.isSpaceChar(c)
          || Character.getType(mapped.charAt(0)) == Character.NON_SPACING_MARK
          || "！（），：；？［］｛｝²³¹ﾠ⼾⾭⿈".indexOf(c) >= 0
          || left.contains(Character.UnicodeBlock.of(c))) {
        continue;
      }
      assertThat(Folding.LOOK_ALIKES.fold(c))
          .as("U+%04X", (int) c)
          .isEqualTo(Folding.LOOK_ALIKES.fold(mapped.charAt(0)));
    }
  }

  @Test
  void everyRadicalBecomesAnIdeographThatIsNone() {
    for (char c = '\u2E80'; c <= '\u2FD5'; c++) {
      char folded = Folding.LOOK_ALIKES.fold(c);
      if (folded != c) {
        assertThat(Character.UnicodeBlock.of(folded))
            .as("U+%04X", (int) c)
            .isIn(
                Character.UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS,
                Character.UnicodeBlock.CJK_UNIFIED_IDEOGRAPHS_EXTENSION_A);
      } else if (Character.isDefined(c)) {
        // Those whose ideograph lies beyond the basic plane, and one that has none.
        assertThat("⺀⺇⺑⺕⺪⺮⺵⺷⺸⺽⻇⻊⻕⻞⻡").contains(String.valueOf(c));
      }
    }
  }

  @Test
  void tellsTraditionalTextByATenthOfItsIdeographs() {
    assertThat(Folding.isTraditional("推進產業鏈建設，發展實體經濟")).isTrue();
    assertThat(Folding.isTraditional("推进产业链建设，发展实体经济")).isFalse();
    assertThat(Folding.isTraditional("國務院")).isFalse();
    assertThat(Folding.isTraditional("專題：" + "发展".repeat(10) + "國務院")).isTrue();
    assertThat(Folding.isTraditional("專題：" + "发展".repeat(30) + "國務")).isFalse();
    assertThat(Folding.isTraditional("GDP 5.2%")).isFalse();
  }

  @Test
  void keepsChinesePunctuationAndCase() {
    String text = "《意见》（试行），“走在前、开新局”！？；：　Istanbul ISO";
    assertThat(Folding.LOOK_ALIKES.fold(text)).isSameAs(text);
    assertThat(Folding.TRADITIONAL.fold(text)).isSameAs(text);
  }

  @Test
  void simplifiesCharacterByCharacterOnlyWhenAsked() {
    String text = "臺灣問題，發展經濟，後來居上，於是";
    assertThat(Folding.LOOK_ALIKES.fold(text)).isEqualTo(text);
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
    assertThat(Folding.of(false)).isEqualTo(Folding.LOOK_ALIKES);
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
