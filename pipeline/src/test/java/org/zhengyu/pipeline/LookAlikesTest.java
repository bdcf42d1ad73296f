package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.Rows.row;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A phrase typed in other characters counts as the phrase, and stands as it was written. */
class LookAlikesTest {
  private static final String LEXICON =
      "人民至上\n高质量发展\n长江经济带\n互联网+\n“放管服”改革\n列夫·托尔斯泰\nAI 行动\n走在前、开新局\n稳中求进，以进促稳\n";

  @TempDir Path temp;

  private Result analyze(String text) {
    write(temp.resolve("corpus/a.txt"), text);
    Path lexicon = write(temp.resolve("lexicon.csv"), "phrase\n" + quoted(LEXICON));
    return ZhengyuJob.into(temp.resolve("result"))
        .over(temp.resolve("corpus"))
        .with("lexicon", lexicon)
        .complete();
  }

  private static String quoted(String lines) {
    return lines.replaceAll("(?m)^(.+)$", "\"$1\"");
  }

  @Test
  void countsEveryWayOfTypingAPhrase() {
    String text =
        "坚持⼈民⾄上，推进⾼质量发展。"
            + "建设⻓江经济带。"
            + "推动互联网＋。"
            + "深化「放管服」改革，深化\"放管服\"改革。"
            + "列夫•托尔斯泰和列夫．托尔斯泰。"
            + "开展AI\u00A0行动和AI\u3000行动。"
            + "走在前､开新局。"
            + "坚持稳中求进,以进促稳。"
            + "推进高\u200B质量\u00AD发展。";
    Result result = analyze(text);

    assertThat(result.query("select phrase, tf, literal from phrases"))
        .containsExactlyInAnyOrder(
            row("人民至上", 1L, 1L),
            row("高质量发展", 2L, 2L),
            row("长江经济带", 1L, 1L),
            row("互联网+", 1L, 1L),
            row("“放管服”改革", 2L, 2L),
            row("列夫·托尔斯泰", 2L, 2L),
            row("AI 行动", 2L, 2L),
            row("走在前、开新局", 1L, 1L),
            row("稳中求进，以进促稳", 1L, 1L));
    assertThat(result.query("select form, begin_offset, end_offset from phrase_occurrences"))
        .allSatisfy(
            occurrence ->
                assertThat(occurrence.get(0))
                    .isEqualTo(
                        text.substring(
                            ((Long) occurrence.get(1)).intValue(),
                            ((Long) occurrence.get(2)).intValue())))
        .extracting(occurrence -> occurrence.get(0))
        .contains("⼈民⾄上", "⾼质量发展", "⻓江经济带", "互联网＋", "高\u200B质量\u00AD发展");
  }

  @Test
  void warnsOfTraditionalTextThatIsNotFolded() {
    write(temp.resolve("corpus/b.txt"), "推進產業鏈建設，發展實體經濟。");
    Result result = analyze("推进产业链建设。");

    assertThat(result.manifest())
        .contains("1 of 2 documents (50 %) are in traditional characters")
        .contains("--foldTraditional");
  }
}
