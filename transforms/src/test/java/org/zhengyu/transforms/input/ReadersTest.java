package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.transforms.input.Readings.GB18030;
import static org.zhengyu.transforms.input.Readings.gzip;
import static org.zhengyu.transforms.input.Readings.readWhole;

import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zhengyu.transforms.input.Readings.Received;
import org.zhengyu.transforms.model.Rejection;

/** Whatever the bytes are, a reader hands over documents and refusals, and fails never. */
class ReadersTest {
  /** What is read in this process, not in one of a parser. */
  static final List<String> NAMES =
      List.of(
          "a.txt",
          "a.md",
          "a.html",
          "a.mhtml",
          "a.jsonl",
          "a.json",
          "a.csv",
          "a.tsv",
          "a.zip",
          "a.tar",
          "a.7z",
          "a.txt.gz",
          "a.jsonl.gz",
          "a.csv.gz",
          "a.html.gz",
          "a.txt.bz2",
          "a.txt.xz",
          "a.txt.zst",
          "a.tgz");

  private static final String TEXTS =
      """
      id,text,"title"
      1,"推进产业链建设，""实施""链长制。",报告
      {"id":"1","text":"城市更新\\n数字经济\\u4e61","date":"2022-03-05"},
      [{"text":"乡村振兴"},{"text":null}]
      <html><head><meta charset="gbk"><title>公告</title></head><body><p>改革开放</p></body></html>
      Content-Type: multipart/related; boundary="x"

      --x
      Content-Type: text/html; charset=utf-8
      Content-Transfer-Encoding: quoted-printable

      <p>=E6=94=B9</p>
      --x--
      """;

  @Provide
  Arbitrary<String> names() {
    return Arbitraries.of(NAMES);
  }

  @Provide
  Arbitrary<byte[]> anything() {
    return Arbitraries.bytes().array(byte[].class).ofMaxSize(400);
  }

  static void readsWithoutAFault(String name, byte[] bytes) {
    Received received = readWhole(name, bytes);
    for (Rejection rejection : received.rejections.values()) {
      assertThat(rejection.detail()).isNotBlank().doesNotContain("\n", "\r");
    }
    assertThat(received.ids()).doesNotContainNull();
    assertThat(received.digests).hasSize(1);
  }

  @Property(tries = 1000)
  void readAnyBytes(@ForAll("names") String name, @ForAll("anything") byte[] bytes) {
    readsWithoutAFault(name, bytes);
  }

  /** Cut, repeated and damaged here and there, in one of two encodings, compressed or not. */
  @Property(tries = 2000)
  void readAnyDamagedText(@ForAll("names") String name, @ForAll long seed) {
    Random random = new Random(seed);
    byte[] bytes = TEXTS.getBytes(random.nextBoolean() ? UTF_8 : GB18030);
    int from = random.nextInt(bytes.length);
    int length = random.nextInt(bytes.length - from + 1);
    byte[] damaged = new byte[length];
    System.arraycopy(bytes, from, damaged, 0, length);
    damage(damaged, random);
    if (name.endsWith(".gz")) {
      damaged = gzip(damaged);
      damage(damaged, random);
    }
    readsWithoutAFault(name, damaged);
  }

  private static void damage(byte[] bytes, Random random) {
    for (int i = random.nextInt(4); i > 0 && bytes.length > 0; i--) {
      int at = random.nextInt(bytes.length);
      bytes[at] =
          random.nextBoolean() ? (byte) random.nextInt() : bytes[random.nextInt(bytes.length)];
    }
  }
}
