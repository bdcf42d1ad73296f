package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.Rows.row;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyu.output.Table;
import org.zhengyu.pipeline.rows.Tables;

/**
 * Three small documents of which every column of every table was worked out by hand. Their tokens,
 * by paragraph and sentence, with phrases in brackets:
 *
 * <pre>
 * a.txt  p0 s0  [链长制] 推进 产业链 建设
 *        p1 s1  [六个城市] 推进 产业链 更新
 *           s2  第六 个 城市 更新 单元              13 tokens
 * b.txt  p0 s0  推进 产业链 建设
 *           s1  [链长] 推进 建设                    6 tokens
 * c.md   p0 s0  [六城市 = 六个城市] 推进 建设
 *           s1  供应链 主要 企业                    6 tokens
 * </pre>
 *
 * So N is 7 sentences, 4 paragraphs, 3 documents and 25 tokens. A sentence of 3 words has 6 slots
 * in a window of 2, one of 4 has 2+3+3+2 = 10, one of 5 has 2+3+4+3+2 = 14: five of 6 or 10 and one
 * of 14 make 4·6 + 2·10 + 14 = 58.
 */
class GoldenCorpusTest {
  private static final double TOLERANCE = 1e-12;
  private static final long WINDOW = 2;
  private static final double LN_3 = 1.0986122886681098;
  private static final double LN_3_2 = 0.4054651081081644;

  @TempDir static Path temp;
  private static Path corpus;
  private static Result result;

  @BeforeAll
  static void runTheJob() {
    corpus = temp.resolve("corpus");
    write(corpus.resolve("a.txt"), "链长制推进产业链建设。\n\n六个城市推进产业链更新。第六个城市更新单元。\n");
    write(corpus.resolve("b.txt"), "推进产业链建设。链长推进建设。");
    write(corpus.resolve("c.md"), "六城市推进建设。供应链主要企业。");
    Path lexicon =
        write(
            temp.resolve("lexicon.csv"),
            "phrase,category,variants,since\n链长制,制度,,2017\n链长,制度,\n链主,,\n六个城市,布局,六城市|6个城市\n");
    Path metadata =
        write(
            temp.resolve("metadata.csv"),
            "file,title,date,region,level\na.txt,城市更新,2022-11-28,青岛市,city\nb.txt,,2021年3月5日,,\n");
    result =
        ZhengyuJob.into(temp.resolve("result"))
            .over(corpus)
            .with("lexicon", lexicon)
            .with("metadata", metadata)
            .with("contextWidth", 3)
            .with("units", "sentence,paragraph,document,window")
            .with("window", WINDOW)
            .complete();
  }

  private static void assertTable(Table table, List<List<Object>> expected) {
    Rows.assertSame(result.rows(table), expected, TOLERANCE);
  }

  private static List<Object> document(
      String id, String title, LocalDate date, String region, String metadata, long... sizes) {
    String sha256 =
        switch (id) {
          case "a.txt" -> "ce1e3deb59c0e33c94dd51d0ba649d27f9d33c5055fe45a394f156c43e4a44b7";
          case "b.txt" -> "89c59c4ac8d9808f5d332c0a96f0fab3f0fd1d26c3c6c9ee1e40d6af8ea5a97a";
          default -> "c11e855995efb7171b051a306af35608237499afc33beb4bf72fb411c56f47df";
        };
    // The same without line ends, which are the only blanks.
    String textKey =
        switch (id) {
          case "a.txt" -> "0a3184e8c494f3d93a7cfe43eb0c4265";
          case "b.txt" -> "c36b0aa15168df2f75ef2081b1aeaf6f";
          default -> "1ff13171061569d9b2ccc6770102ce03";
        };
    return row(
        id,
        corpus.resolve(id).toString(),
        null,
        title,
        date,
        date,
        date == null ? null : "day",
        date == null ? null : "metadata",
        date == null ? null : (long) date.getYear(),
        region,
        region == null ? null : "370200",
        region == null ? null : "city",
        region == null ? null : "山东省",
        null,
        null,
        null,
        null,
        metadata,
        "UTF-8",
        "utf8",
        sizes[0],
        sizes[1],
        sizes[2],
        sizes[3],
        sizes[4],
        sizes[5],
        sha256,
        textKey,
        null,
        true,
        null);
  }

  @Test
  void describesEveryDocument() {
    // Characters: 11 + 2 line ends + 12 + 10 + 1; 8 + 7; 8 + 8. Three bytes each but the line ends.
    assertTable(
        Tables.DOCUMENTS,
        List.of(
            document(
                "a.txt",
                "城市更新",
                LocalDate.of(2022, 11, 28),
                "青岛市",
                "{\"level\":\"city\"}",
                3 * 33 + 3,
                36,
                2,
                3,
                13,
                10),
            document("b.txt", null, LocalDate.of(2021, 3, 5), null, null, 45, 15, 1, 2, 6, 4),
            document("c.md", null, null, null, null, 48, 16, 1, 2, 6, 6)));
  }

  /**
   * Columns: doc_id, paragraph, sentence, position, begin, form, term, pos; phrases are starred.
   */
  private static final String TOKENS =
      """
      a.txt 0 0 0  0 链长制   *链长制   nz
      a.txt 0 0 1  3 推进     推进      v
      a.txt 0 0 2  5 产业链   产业链    n
      a.txt 0 0 3  8 建设     建设      vn
      a.txt 1 1 0 13 六个城市 *六个城市 nz
      a.txt 1 1 1 17 推进     推进      v
      a.txt 1 1 2 19 产业链   产业链    n
      a.txt 1 1 3 22 更新     更新      v
      a.txt 1 2 0 25 第六     第六      m
      a.txt 1 2 1 27 个       个        q
      a.txt 1 2 2 28 城市     城市      n
      a.txt 1 2 3 30 更新     更新      v
      a.txt 1 2 4 32 单元     单元      n
      b.txt 0 0 0  0 推进     推进      v
      b.txt 0 0 1  2 产业链   产业链    n
      b.txt 0 0 2  5 建设     建设      vn
      b.txt 0 1 0  8 链长     *链长     nz
      b.txt 0 1 1 10 推进     推进      v
      b.txt 0 1 2 12 建设     建设      vn
      c.md  0 0 0  0 六城市   *六个城市 nz
      c.md  0 0 1  3 推进     推进      v
      c.md  0 0 2  5 建设     建设      vn
      c.md  0 1 0  8 供应链   供应链    nz
      c.md  0 1 1 11 主要     主要      b
      c.md  0 1 2 13 企业     企业      n
      """;

  @Test
  void listsEveryTokenWithItsPlace() {
    assertTable(Tables.TOKENS, TOKENS.lines().map(GoldenCorpusTest::token).toList());
  }

  private static List<Object> token(String line) {
    String[] field = line.split(" +", -1);
    String term = field[6].replace("*", "");
    long begin = Long.parseLong(field[4]);
    return row(
        field[0],
        "body",
        Long.valueOf(field[1]),
        Long.valueOf(field[2]),
        Long.valueOf(field[3]),
        begin,
        begin + field[5].length(),
        field[5],
        term,
        field[7],
        field[6].startsWith("*") ? term : null);
  }

  private static List<Object> once(String term, String pos, String category, boolean inA) {
    // All of it in a part of 13/25 of the corpus: DP = (12/25 + 12/25) / 2; else 19/25.
    double dp = inA ? 12.0 / 25 : 19.0 / 25;
    return row(
        term,
        pos,
        category != null,
        category,
        1,
        1,
        1,
        1,
        1,
        40_000.0,
        LN_3,
        dp,
        dp / (19.0 / 25),
        0.0);
  }

  @Test
  void keepsEverySentenceWithItsTerms() {
    assertThat(
            result.query(
                "select doc_id, zone, paragraph, sentence, begin_offset, end_offset, text,"
                    + " terms::varchar, shared_pairs::varchar from sentences"
                    + " order by doc_id, sentence"))
        .containsExactly(
            row(
                "a.txt",
                "body",
                0L,
                0L,
                0L,
                11L,
                "链长制推进产业链建设。",
                "[链长制, 链长, 推进, 产业链, 建设]",
                "[链长|链长制]"),
            row("a.txt", "body", 1L, 1L, 13L, 25L, "六个城市推进产业链更新。", "[六个城市, 推进, 产业链, 更新]", "[]"),
            row("a.txt", "body", 1L, 2L, 25L, 35L, "第六个城市更新单元。", "[第六, 个, 城市, 更新, 单元]", "[]"),
            row("b.txt", "body", 0L, 0L, 0L, 8L, "推进产业链建设。", "[推进, 产业链, 建设]", "[]"),
            row("b.txt", "body", 0L, 1L, 8L, 15L, "链长推进建设。", "[链长, 推进, 建设]", "[]"),
            row("c.md", "body", 0L, 0L, 0L, 8L, "六城市推进建设。", "[六个城市, 推进, 建设]", "[]"),
            row("c.md", "body", 0L, 1L, 8L, 16L, "供应链主要企业。", "[供应链, 主要, 企业]", "[]"));
  }

  @Test
  void countsEveryTerm() {
    // DPnorm = DP / (1 - 6/25). Juilland's D of one part in three is 0, whichever it is.
    assertTable(
        Tables.TERMS,
        List.of(
            once("链长制", "nz", "制度", true),
            once("第六", "m", null, true),
            once("个", "q", null, true),
            once("城市", "n", null, true),
            once("单元", "n", null, true),
            once("供应链", "nz", null, false),
            once("主要", "b", null, false),
            once("企业", "n", null, false),
            row("更新", "v", false, null, 2, 2, 2, 1, 2, 80_000.0, LN_3, 12.0 / 25, 12.0 / 19, 0.0),
            // |2/5-13/25| = 3/25, |2/5-6/25| = 4/25, |1/5-6/25| = 1/25.
            row(
                "推进",
                "v",
                false,
                null,
                5,
                5,
                5,
                3,
                5,
                200_000.0,
                0.0,
                4.0 / 25,
                4.0 / 19,
                0.7347500145398298),
            // |2/3-13/25| = 11/75, |1/3-6/25| = 7/75, |0-6/25| = 18/75.
            row(
                "产业链",
                "n",
                false,
                null,
                3,
                3,
                3,
                2,
                3,
                120_000.0,
                LN_3_2,
                18.0 / 75,
                6.0 / 19,
                0.4988014365543333),
            // |1/4-13/25| = 27/100, |1/2-6/25| = 26/100, |1/4-6/25| = 1/100.
            row(
                "建设",
                "vn",
                false,
                null,
                4,
                4,
                4,
                3,
                4,
                160_000.0,
                0.0,
                27.0 / 100,
                27.0 / 76,
                0.6093689815278457),
            // |1/2-13/25| = 1/50, |0-6/25| = 12/50, |1/2-6/25| = 13/50.
            row(
                "六个城市",
                "nz",
                true,
                "布局",
                2,
                2,
                2,
                2,
                2,
                80_000.0,
                LN_3_2,
                13.0 / 50,
                13.0 / 38,
                0.4068722279165977),
            // A token in b.txt, and a use inside 链长制 in a.txt: spread like 六个城市.
            row(
                "链长",
                "nz",
                true,
                "制度",
                1,
                2,
                2,
                2,
                2,
                80_000.0,
                LN_3_2,
                13.0 / 50,
                13.0 / 38,
                0.4068722279165977)));
  }

  @Test
  void weighsTheTermsOfEveryDocument() {
    assertTable(
        Tables.DOCUMENT_TERMS,
        List.of(
            row("a.txt", "链长制", 1, 1, 1, LN_3),
            row("a.txt", "链长", 0, 1, 1, LN_3_2),
            row("a.txt", "推进", 2, 2, 2, 0.0),
            row("a.txt", "产业链", 2, 2, 2, 2 * LN_3_2),
            row("a.txt", "建设", 1, 1, 1, 0.0),
            row("a.txt", "六个城市", 1, 1, 1, LN_3_2),
            row("a.txt", "更新", 2, 2, 2, 2 * LN_3),
            row("a.txt", "第六", 1, 1, 1, LN_3),
            row("a.txt", "个", 1, 1, 1, LN_3),
            row("a.txt", "城市", 1, 1, 1, LN_3),
            row("a.txt", "单元", 1, 1, 1, LN_3),
            row("b.txt", "推进", 2, 2, 2, 0.0),
            row("b.txt", "产业链", 1, 1, 1, LN_3_2),
            row("b.txt", "建设", 2, 2, 2, 0.0),
            row("b.txt", "链长", 1, 1, 1, LN_3_2),
            row("c.md", "六个城市", 1, 1, 1, LN_3_2),
            row("c.md", "推进", 1, 1, 1, 0.0),
            row("c.md", "建设", 1, 1, 1, 0.0),
            row("c.md", "供应链", 1, 1, 1, LN_3),
            row("c.md", "主要", 1, 1, 1, LN_3),
            row("c.md", "企业", 1, 1, 1, LN_3)));
  }

  @Test
  void keepsTheLedgerOfEveryPhrase() {
    LocalDate later = LocalDate.of(2022, 11, 28);
    LocalDate earlier = LocalDate.of(2021, 3, 5);
    assertTable(
        Tables.PHRASES,
        List.of(
            row("链长制", "制度", 0, 2017, 1, 1, 1, 1, 0, 0, 0, 0, later, later, "a.txt", 1, later),
            // Used inside 链长制, and on its own in b.txt.
            row("链长", "制度", 0, null, 2, 1, 2, 2, 1, 0, 0, 0, earlier, earlier, "b.txt", 1, later),
            // 供应链|主要 has only its characters.
            row("链主", null, 0, null, 0, 0, 0, 1, 0, 0, 1, 0, null, null, null, null, null),
            // 六个城市, 六城市, and 第六个城市, which is none. Document c.md has no date.
            row("六个城市", "布局", 2, null, 2, 2, 2, 3, 0, 0, 0, 1, later, later, "a.txt", 1, later)));
  }

  private static List<Object> occurrence(
      String id,
      int begin,
      String phrase,
      String form,
      String status,
      int paragraph,
      int sentence,
      String left,
      String right) {
    int end = begin + form.length();
    return row(
        id + ":" + begin + "-" + end,
        id,
        phrase,
        form,
        status,
        status.equals("token") || status.equals("nested"),
        status.equals("nested") ? "链长制" : null,
        "body",
        paragraph,
        sentence,
        begin,
        end,
        left,
        right);
  }

  @Test
  void listsEveryLiteralOccurrenceInItsContext() {
    assertTable(
        Tables.PHRASE_OCCURRENCES,
        List.of(
            occurrence("a.txt", 0, "链长制", "链长制", "token", 0, 0, "", "推进产"),
            occurrence("a.txt", 0, "链长", "链长", "nested", 0, 0, "", "制推进"),
            occurrence("a.txt", 13, "六个城市", "六个城市", "token", 1, 1, "", "推进产"),
            occurrence("a.txt", 26, "六个城市", "六个城市", "guarded", 1, 2, "新。第", "更新单"),
            occurrence("b.txt", 8, "链长", "链长", "token", 0, 1, "建设。", "推进建"),
            occurrence("c.md", 0, "六个城市", "六城市", "token", 0, 0, "", "推进建"),
            occurrence("c.md", 10, "链主", "链主", "split", 0, 1, "。供应", "要企业")));
  }

  /**
   * Every pair, its four counts by hand and below them, with a calculator from the plain formulas:
   * e11 pmi npmi mi3 t_score z_score log_dice, dice jaccard g2 chi2 delta_p_b_given_a
   * delta_p_a_given_b p; a dash is a null.
   *
   * <p>The vocabulary is 六个城市, 链长, 链长制 (phrases) and 推进, 产业链, 建设, 更新 (content terms of two
   * sentences or more). A pair needs two events together, and each of its terms two units of the
   * kind. 推进 stands in every paragraph and document: nothing can deviate from that, and the ΔP of
   * the other given it is 0/0, as is the NPMI of 建设 and 推进 in documents. Slots around 产业链: 3 + 3 +
   * 2; around 建设: 2 + 2 + 2 + 2; around 推进: 3 + 3 + 2 + 2 + 2; around 六个城市 and around 链长: 2 + 2. 链长
   * is used inside 链长制 and is a word in b.txt; the two only share characters, and are no pair.
   */
  private static final String PAIRS =
      """
      sentence 产业链 建设 2 3 4 7
      1.714285714285714 0.222392421336448 0.1230485604251227 2.222392421336448 0.2020305089104422 0.2182178902359925 13.1926450779424
      0.5714285714285714 0.4 0.1964510115581639 0.1944444444444444 0.1666666666666666 0.1666666666666667 0.6576008676133728

      sentence 产业链 推进 3 3 5 7
      2.142857142857143 0.4854268271702419 0.3971121046705461 3.655351828612554 0.4948716593053936 0.5855400437691199 13.58496250072116
      0.75 0.6 2.830596795714039 2.1 0.5 0.6 0.09248398564164065

      sentence 六个城市 推进 2 2 5 7
      1.428571428571429 0.4854268271702417 0.2685841177324496 2.485426827170242 0.4040610178208843 0.4780914437337574 13.1926450779424
      0.5714285714285714 0.4 1.645657570101036 1.12 0.4 0.4 0.1995509909936605

      sentence 建设 推进 4 4 5 7
      2.857142857142857 0.4854268271702417 0.6012557970577491 4.485426827170242 0.5714285714285714 0.6761234037828132 13.83007499855769
      0.8888888888888888 0.8 4.556689230424724 3.733333333333333 0.6666666666666667 0.8 0.03279040255944697

      sentence 建设 链长 2 4 2 7
      1.142857142857143 0.8073549220576041 0.4467052443348877 2.807354922057604 0.6060915267313265 0.8017837257372732 13.41503749927884
      0.6666666666666666 0.5 2.830596795714039 2.1 0.5 0.6 0.09248398564164065

      sentence 推进 链长 2 5 2 7
      1.428571428571429 0.4854268271702417 0.2685841177324496 2.485426827170242 0.4040610178208843 0.4780914437337574 13.1926450779424
      0.5714285714285714 0.4 1.645657570101036 1.12 0.4 0.4 0.1995509909936605

      paragraph 产业链 建设 2 3 3 4
      2.25 -0.1699250014423125 -0.1699250014423125 1.830074998557688 -0.1767766952966369 -0.1666666666666667 13.41503749927884
      0.6666666666666666 0.5 -0.6795961471815893 0.4444444444444444 -0.3333333333333334 -0.3333333333333334 0.4097258240633151

      paragraph 产业链 推进 3 3 4 4
      3 0 0 3.169925001442312 0 0 13.77760757866355
      0.8571428571428571 0.75 0 0 0 - 1

      paragraph 产业链 链长 2 3 2 4
      1.5 0.4150374992788438 0.4150374992788437 2.415037499278844 0.3535533905932737 0.4082482904638631 13.67807190511264
      0.8 0.6666666666666666 1.726092434710685 1.333333333333333 0.6666666666666666 0.5 0.188910700005692

      paragraph 六个城市 推进 2 2 4 4
      2 0 0 2 0 0 13.41503749927884
      0.6666666666666666 0.5 0 0 0 - 1

      paragraph 建设 推进 3 3 4 4
      3 0 0 3.169925001442312 0 0 13.77760757866355
      0.8571428571428571 0.75 0 0 0 - 1

      paragraph 建设 链长 2 3 2 4
      1.5 0.4150374992788438 0.4150374992788437 2.415037499278844 0.3535533905932737 0.4082482904638631 13.67807190511264
      0.8 0.6666666666666666 1.726092434710685 1.333333333333333 0.6666666666666666 0.5 0.188910700005692

      paragraph 推进 链长 2 4 2 4
      2 0 0 2 0 0 13.41503749927884
      0.6666666666666666 0.5 0 0 - 0 1

      document 产业链 建设 2 2 3 3
      2 0 0 2 0 0 13.67807190511264
      0.8 0.6666666666666666 0 0 0 - 1

      document 产业链 推进 2 2 3 3
      2 0 0 2 0 0 13.67807190511264
      0.8 0.6666666666666666 0 0 0 - 1

      document 产业链 链长 2 2 2 3
      1.333333333333333 0.5849625007211562 0.9999999999999999 2.584962500721156 0.4714045207910317 0.5773502691896258 14
      1 1 3.819085009768877 3 1 1 0.05067190234699015

      document 六个城市 建设 2 2 3 3
      2 0 0 2 0 0 13.67807190511264
      0.8 0.6666666666666666 0 0 0 - 1

      document 六个城市 推进 2 2 3 3
      2 0 0 2 0 0 13.67807190511264
      0.8 0.6666666666666666 0 0 0 - 1

      document 六个城市 链长 1 2 2 3
      1.3333333333333333 -0.4150374992788438 -0.26185950714291484 -0.4150374992788438 -0.33333333333333326 -0.2886751345948128 13
      0.5 0.3333333333333333 -1.0464962875290957 0.75 -0.5 -0.5 0.3063154055027367

      document 六个城市 链长制 1 2 1 3
      0.6666666666666666 0.5849625007211562 0.3690702464285425 0.5849625007211562 0.33333333333333337 0.4082482904638631 13.415037499278844
      0.6666666666666666 0.5 1.0464962875290957 0.75 0.5 0.5 0.3063154055027367

      document 建设 推进 3 3 3 3
      3 0 - 3.169925001442312 0 0 14
      1 1 0 0 - - 1

      document 建设 链长 2 3 2 3
      2 0 0 2 0 0 13.67807190511264
      0.8 0.6666666666666666 0 0 - 0 1

      document 推进 链长 2 3 2 3
      2 0 0 2 0 0 13.67807190511264
      0.8 0.6666666666666666 0 0 - 0 1

      window 产业链 建设 2 8 8 58
      1.103448275862069 0.8579809951275721 0.1766126701582622 2.857980995127572 0.6339578038224218 0.8534918135881967 12
      0.25 0.1428571428571428 0.8481625725207624 0.9802 0.13 0.13 -

      window 产业链 推进 3 8 12 58
      1.655172413793103 0.8579809951275721 0.2007903771656289 4.027905996569885 0.7764365689101864 1.04530972146685 12.26303440583379
      0.3 0.1764705882352941 1.414260659938763 1.598152173913044 0.195 0.141304347826087 -

      window 六个城市 推进 2 4 12 58
      0.8275862068965517 1.273018494406416 0.262046824737112 3.273018494406416 0.8290217434600903 1.288766674084136 12
      0.25 0.1428571428571428 1.843556322742586 2.249329039184112 0.3148148148148148 0.1231884057971014 -

      window 建设 推进 4 8 12 58
      1.655172413793103 1.273018494406416 0.329970131012613 5.273018494406416 1.172413793103448 1.822591309224251 12.67807190511264
      0.4 0.25 4.081278322382478 4.858550724637682 0.34 0.2463768115942029 -

      window 推进 链长 2 12 4 58
      0.8275862068965517 1.273018494406416 0.262046824737112 3.273018494406416 0.8290217434600903 1.288766674084136 12
      0.25 0.1428571428571428 1.843556322742586 2.249329039184112 0.1231884057971014 0.3148148148148148 -
      """;

  @Test
  void scoresEveryPairInEveryUnit() {
    List<List<Object>> expected = new ArrayList<>();
    for (String pair : PAIRS.split("\n\n", -1)) {
      expected.add(pair(pair.strip().split("[ \n]", -1)));
    }
    assertTable(Tables.COOCCURRENCES, expected);
  }

  private static List<Object> pair(String[] field) {
    boolean isWindow = field[0].equals("window");
    List<Object> pair = row(field[0], isWindow ? WINDOW : 0L, field[1], field[2]);
    pair = new ArrayList<>(pair);
    for (int i = 3; i < 7; i++) {
      pair.add(Long.valueOf(field[i]));
    }
    pair.add(0L);
    long documents = documents(field);
    pair.add(documents);
    pair.add(field[0].equals("sentence") || isWindow ? 0L : null);
    pair.add(/* repeated_o11 */ 0L);
    pair.add(documents < 3 ? "few_documents" : null);
    for (int i = 7; i < field.length; i++) {
      pair.add(measure(field[i]));
    }
    return pair;
  }

  /** Only 建设 and 推进 are together in all three; no pair but of documents is in one alone. */
  private static long documents(String[] field) {
    if (field[0].equals("document")) {
      return Long.parseLong(field[3]);
    }
    return field[1].equals("建设") && field[2].equals("推进") ? 3 : 2;
  }

  private static @Nullable Double measure(String value) {
    return value.equals("-") ? null : Double.valueOf(value);
  }

  @Test
  void rejectsNothing() {
    assertTable(Tables.REJECTIONS, List.of());
  }
}
