package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.pipeline.ZhengyuJob.gzip;
import static org.zhengyu.pipeline.ZhengyuJob.write;

import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A corpus that is made to do harm. Each input states the rows that it must give: how many
 * documents, and the reasons of its rejections.
 */
@Tag("slow")
class HostileInputTest {
  private static final String SENTENCE = "推进产业链建设，实施链长制。";
  private static final Charset GBK = Charset.forName("GBK");

  @TempDir static Path temp;
  private static final Map<String, byte[]> INPUTS = new TreeMap<>();
  private static final Map<String, String> EXPECTED = new TreeMap<>();
  private static ZhengyuJob.Ended ended;

  private static void input(String name, byte[] bytes, String rows) {
    assertThat(INPUTS.put(name, bytes)).as(name).isNull();
    EXPECTED.put(name, rows);
  }

  private static void input(String name, String text, String rows) {
    input(name, text.getBytes(UTF_8), rows);
  }

  private static byte[] half(byte[] bytes) {
    return Arrays.copyOf(bytes, bytes.length / 2);
  }

  private static byte[] latin(String bytes) {
    return bytes.getBytes(ISO_8859_1);
  }

  private static byte[] concat(byte[] one, byte[] other) {
    byte[] both = Arrays.copyOf(one, one.length + other.length);
    System.arraycopy(other, 0, both, one.length, other.length);
    return both;
  }

  private static String record(String id, String text) {
    return "{\"id\":\"" + id + "\",\"text\":\"" + text + "\"}\n";
  }

  private static void texts() {
    input("text-empty.txt", "", "1");
    input("text-blank.txt", " \t\r\n\u3000\n", "1");
    input("text-mark-only.txt", latin("\u00EF\u00BB\u00BF"), "1");
    input("text-zeros.txt", new byte[5000], "0 undecodable");
    input("text-one-zero.txt", "推进\u0000建设。", "0 undecodable");
    input("text-cut-character.txt", half("推进".getBytes(UTF_8)), "1");
    input(
        "text-surrogates-in-utf8.txt",
        latin("\u00ED\u00A0\u0080\u00ED\u00B0\u0080"),
        "0 undecodable");
    input("text-overlong.txt", latin("\u00C0\u00AF\u00C0\u00AF\u00C0\u00AF"), "1");
    input(
        "text-utf16-odd.txt",
        concat(latin("\u00FF\u00FE"), new byte[] {0x63, 0x68, 1}),
        "0 undecodable");
    input(
        "text-picture.txt",
        latin("\u0089PNG\r\n\u001A\n\u0000\u0000\u0000\rIHDR"),
        "0 undecodable");
    input(
        "text-program.txt",
        latin("\u007FELF\u0002\u0001\u0001\u0000\u0000\u0000"),
        "0 undecodable");
    input("text-zip.txt", latin("PK\u0003\u0004\u0014\u0000\u0000\u0000"), "0 undecodable");
    input("text-one-line.txt", "推进建设".repeat(50_000), "1");
    input("text-no-word.txt", "。，！？".repeat(10_000), "1");
    input("text-line-ends.txt", "\n".repeat(200_000), "1");
    input("text-combining.txt", "推" + "\u0301".repeat(20_000), "1");
    input("text-directions.txt", "\u202E推进\u202C建设。", "1");
    input("text-escapes.txt", "\u001b[2J\u001b[31m推进建设。", "0 undecodable");
    input("text-beyond.txt", "\uD840\uDC00".repeat(5000), "1");
    input("text-quotes.txt", "“".repeat(5000) + SENTENCE, "1");
    input("text-brackets.txt", "《".repeat(5000) + SENTENCE + "》".repeat(5000), "1");
    input("text-digits.txt", "9".repeat(50_000) + "亿元。", "1");
    input("text-letters.txt", "a".repeat(50_000) + "。", "1");
    input("text-gbk-cut.txt", Arrays.copyOf(SENTENCE.repeat(20).getBytes(GBK), 301), "1");
    input(
        "text-mixed.txt",
        concat(SENTENCE.getBytes(UTF_8), SENTENCE.getBytes(GBK)),
        "0 undecodable");
    input("text-name\nwith\rbreaks.txt", SENTENCE + "一", "1");
    input("text-name\u001b[31m.txt", SENTENCE + "二", "1");
    input("text-name'; DROP TABLE.txt", SENTENCE + "三", "1");
    input("text-name#1.txt", SENTENCE + "四", "1");
    input("text-名 *?[x]{y}.txt", SENTENCE + "五", "1");
  }

  private static void compressed() {
    byte[] text = gzip(SENTENCE.repeat(300) + "压缩");
    input("gzip-empty.txt.gz", new byte[0], "0 truncated_gzip");
    input("gzip-half.txt.gz", half(text), "0 truncated_gzip");
    input("gzip-not.txt.gz", SENTENCE, "0 corrupt_gzip");
    input("gzip-trailing.txt.gz", concat(text, latin("trailing")), "0 corrupt_gzip");
    input("gzip-padded.txt.gz", concat(text, new byte[512]), "1");
    input("gzip-twice.txt.gz", gzip(gzip(SENTENCE)), "0 undecodable");
    input("gzip-bomb.txt.gz", gzip(new byte[20 << 20]), "0 too_large");
    byte[] records = gzip(record("g1", SENTENCE + "六") + record("g2", SENTENCE + "七"));
    byte[] damaged = records.clone();
    damaged[0]++;
    input("gzip-member.jsonl.gz", concat(records, damaged), "2 corrupt_gzip");
    input("gzip-cut.jsonl.gz", Arrays.copyOf(records, records.length - 4), "2 truncated_gzip");
    input("gzip-bomb.jsonl.gz", gzip(new byte[20 << 20]), "0 too_large");
    input("gzip-bomb.csv.gz", gzip(new byte[20 << 20]), "0 too_large");
    byte[] sum = gzip(SENTENCE + "八");
    sum[sum.length - 8]++;
    input("gzip-sum.txt.gz", sum, "0 corrupt_gzip");
  }

  private static void records() {
    String good = record("good-%s", SENTENCE + "%s");
    input("lines-empty.jsonl", "", "0");
    input("lines-blank.jsonl", "\n\n \n", "0");
    input(
        "lines-deep.jsonl", "[".repeat(50_000) + "\n" + good.formatted("a", "甲"), "1 invalid_json");
    input(
        "lines-deep-value.jsonl",
        "{\"text\":\"x\",\"a\":" + "[".repeat(5000) + "\n" + good.formatted("b", "乙"),
        "1 invalid_json");
    input(
        "lines-number.jsonl",
        "{\"text\":" + "9".repeat(5000) + "}\n" + good.formatted("c", "丙"),
        "1 invalid_json");
    input("lines-key-twice.jsonl", "{\"text\":\"一\",\"text\":\"" + SENTENCE + "丁\"}\n", "1");
    input("lines-many-keys.jsonl", manyKeys() + good.formatted("d", "戊"), "2");
    input(
        "lines-half.jsonl",
        good.formatted("e", "己") + "{\"id\":\"x\",\"text\":\"推",
        "1 invalid_json");
    input(
        "lines-scalars.jsonl",
        "1\nnull\n\"x\"\n" + good.formatted("f", "庚"),
        "1 invalid_json invalid_json invalid_json");
    input("lines-surrogate.jsonl", "{\"id\":\"s\",\"text\":\"" + SENTENCE + "\\ud800辛\"}\n", "1");
    input("lines-zero.jsonl", "{\"id\":\"z\",\"text\":\"" + SENTENCE + "\\u0000壬\"}\n", "1");
    input("lines-ids.jsonl", good.formatted("g", "癸") + good.formatted("g", "子"), "1 duplicate_id");
    input("lines-long-id.jsonl", record("i".repeat(100_000), SENTENCE + "丑"), "1");
    input("lines-binary.jsonl", latin("\u0000\u0001\u0002\n\u00FF\u00FE\u0000\n"), "0 undecodable");
    input("table-empty.csv", "", "0");
    input("table-header.csv", "id,text\n", "0");
    input("table-no-text.csv", "id,title\n1,x\n", "0 missing_text");
    input("table-open-quote.csv", "id,text\nt1," + SENTENCE + "寅\nt2,\"open\n", "1 invalid_csv");
    input("table-wide.csv", "id,text" + ",x".repeat(5000) + "\nt3," + SENTENCE + "卯\n", "1");
    input(
        "table-quotes.csv", "id,text\nt4," + "\"".repeat(10_001) + "\nt5," + SENTENCE + "辰\n", "2");
    input("table-formula.csv", "id,text\n=cmd|'/c calc'!A1," + SENTENCE + "巳\n", "1");
    input("table-zero.csv", "id,text\nt6,推\u0000进" + SENTENCE + "午\n", "1");
    input("table-binary.csv", latin("PK\u0003\u0004\u0014\u0000\u0000\u0000"), "0 undecodable");
    input("table-cr.csv", "id,text\rt7," + SENTENCE + "未\rt8," + SENTENCE + "申\r", "2");
    input("table-blank.tsv", "id\ttext\n\t\n\t\n", "0");
  }

  private static String manyKeys() {
    StringBuilder object = new StringBuilder("{\"text\":\"" + SENTENCE + "酉\"");
    for (int i = 0; i < 5000; i++) {
      object.append(",\"k").append(i).append("\":").append(i);
    }
    return object.append("}\n").toString();
  }

  @BeforeAll
  static void run() {
    texts();
    compressed();
    records();
    Path corpus = temp.resolve("corpus");
    INPUTS.forEach((name, bytes) -> write(corpus.resolve(name), bytes));
    ended = ZhengyuJob.into(temp.resolve("result")).over(corpus).run();
  }

  @Test
  void isLargeEnough() {
    assertThat(INPUTS).hasSizeGreaterThanOrEqualTo(60);
  }

  @Test
  void endsWellInSilence() {
    assertThat(ended.exitCode()).as(ended.err()).isZero();
    assertThat(ended.out()).doesNotContain("\u001b");
  }

  @Test
  void givesTheRowsThatEachInputStates() {
    Result result = ended.result();
    Map<String, String> rows = new TreeMap<>();
    INPUTS.keySet().forEach(name -> rows.put(name, "0"));
    String file = "regexp_replace(uri, '^.*/corpus/', '', 's')";
    for (List<Object> row :
        result.query("select " + file + ", count(*) from documents group by 1")) {
      rows.put((String) row.get(0), String.valueOf(row.get(1)));
    }
    for (List<Object> row :
        result.query(
            "select "
                + file
                + ", string_agg(reason, ' ' order by reason) from rejections group by 1")) {
      rows.merge(
          (String) row.get(0), (String) row.get(1), (count, reasons) -> count + " " + reasons);
    }
    assertThat(rows).isEqualTo(EXPECTED);
  }
}
