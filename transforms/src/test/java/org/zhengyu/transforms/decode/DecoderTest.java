package org.zhengyu.transforms.decode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.zhengyu.transforms.SharedCorpus;
import org.zhengyu.transforms.decode.DecodedText.Source;
import org.zhengyu.transforms.decode.UndecodableTextException.Reason;

class DecoderTest {
  private static final Charset GB18030 = Charset.forName("GB18030");
  private static final Charset BIG5 = Charset.forName("Big5");

  private static final String SHORT = "全面推进乡村振兴，加快建设农业强国。";
  private static final String LONG =
      "全市上下要把思想和行动统一到党中央的决策部署上来。\r\n"
          + "一、坚持稳中求进工作总基调，完整、准确、全面贯彻新发展理念。\r\n"
          + "二、扎实推进“六个城市”建设，推行产业链“链长制”，确保2025年生产总值增长5.5%左右。\r\n"
          + "三、健全社会保障体系，办好人民群众的急难愁盼之事；加强基层治理，守牢安全底线。\r\n";
  private static final String SHORT_TRADITIONAL = "全面推進鄉村振興，加快建設農業強國。";
  private static final String LONG_TRADITIONAL =
      "政府將繼續推動經濟發展，改善民生，加強與各界的溝通。\r\n"
          + "第一，增加土地供應，興建公共房屋，縮短輪候時間。\r\n"
          + "第二，投放資源支援創新科技，培育本地人才，預計於2025年完成3項工程。\r\n"
          + "第三，完善醫療體系，關顧長者，鞏固「國際金融中心」的地位；讓市民安居樂業。\r\n";

  @Test
  void emptyInputIsTheEmptyTextInUtf8() throws Exception {
    assertThat(Decoder.decode(new byte[0], 0, 0))
        .isEqualTo(new DecodedText("", "UTF-8", Source.UTF8));
  }

  @Test
  void readsOnlyTheGivenRange() throws Exception {
    byte[] bytes = "前文中国后文".getBytes(StandardCharsets.UTF_8);
    assertThat(Decoder.decode(bytes, 6, 6).text()).isEqualTo("中国");
    assertThatThrownBy(() -> Decoder.decode(bytes, 6, 13))
        .isInstanceOf(IndexOutOfBoundsException.class);
  }

  @Test
  void keepsEveryKindOfLineBreak() throws Exception {
    String text = "一\r\n二\n三\r四\n\r\n";
    assertThat(decode(text.getBytes(StandardCharsets.UTF_8)).text()).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "EFBBBF E4B8AD E59BBD, UTF-8",
    "FFFE 2D4E FD56, UTF-16LE",
    "FEFF 4E2D 56FD, UTF-16BE",
    "FFFE0000 2D4E0000 FD560000, UTF-32LE",
    "0000FEFF 00004E2D 000056FD, UTF-32BE",
    "84319533 D6D0 B9FA, GB18030"
  })
  void obeysTheByteOrderMarkAndLeavesItOut(String hex, String encoding) throws Exception {
    assertThat(decode(bytes(hex))).isEqualTo(new DecodedText("中国", encoding, Source.BOM));
  }

  @Test
  void aByteOrderMarkOutweighsADeclaration() throws Exception {
    assertThat(decode(bytes("EFBBBF E4B8AD"), GB18030))
        .isEqualTo(new DecodedText("中", "UTF-8", Source.BOM));
  }

  @Test
  void readsAFileThatMustBeUtf8WithOrWithoutAMark() throws Exception {
    assertThat(Decoder.decodeUtf8(new byte[0])).isEmpty();
    for (String text : new String[] {"", "中", LONG, "中国\uFFFD", "\u0001\uFEFF"}) {
      assertThat(Decoder.decodeUtf8(text.getBytes(StandardCharsets.UTF_8))).isEqualTo(text);
      assertThat(Decoder.decodeUtf8(("\uFEFF" + text).getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(text);
    }
  }

  @Test
  void refusesTheFirstByteOfAFileThatMustBeUtf8AndIsNot() {
    assertThatExceptionOfType(UndecodableTextException.class)
        .isThrownBy(() -> Decoder.decodeUtf8(bytes("E4B8AD 0A D6D0 E4B8AD")))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED))
        .satisfies(e -> assertThat(e.byteOffset()).isEqualTo(4));
    assertThatExceptionOfType(UndecodableTextException.class)
        .isThrownBy(() -> Decoder.decodeUtf8(bytes("EFBBBF E4B8AD E4B8")))
        .satisfies(e -> assertThat(e.byteOffset()).isEqualTo(6));
  }

  @ParameterizedTest
  @CsvSource({
    "EFBBBF, UTF_8",
    "FFFE0000, UTF_32LE",
    "FFFE0100, UTF_16LE",
    "FFFE, UTF_16LE",
    "0000FEFF, UTF_32BE",
    "FEFF, UTF_16BE",
    "84319533, GB18030",
    "EFBB, ",
    "0000FE, ",
    "E4B8AD, "
  })
  void tellsAMarkByTheFirstFourBytes(String hex, ByteOrderMark mark) {
    assertThat(ByteOrderMark.of(bytes(hex))).isEqualTo(mark);
  }

  @Test
  void readsUtf8() throws Exception {
    for (String text :
        new String[] {"中", SHORT, LONG, LONG_TRADITIONAL, "plain ASCII\n", "𠮷野家😀"}) {
      assertThat(decode(text.getBytes(StandardCharsets.UTF_8)))
          .isEqualTo(new DecodedText(text, "UTF-8", Source.UTF8));
    }
  }

  @Test
  void acceptsAReplacementCharacterThatTheFileItselfHolds() throws Exception {
    String text = "中国\uFFFD人民\uFFFD\uFFFD\uFFFD\uFFFD";
    assertThat(decode(text.getBytes(StandardCharsets.UTF_8)))
        .isEqualTo(new DecodedText(text, "UTF-8", Source.UTF8));
  }

  @Test
  void tellsTheEncodingsOfSimplifiedTextApart() throws Exception {
    for (String text : new String[] {SHORT, LONG, LONG.repeat(2000)}) {
      assertDetected(text, GB18030, "GB18030");
      assertDetected(text, Charset.forName("GBK"), "GB18030");
      assertDetected(text, StandardCharsets.UTF_16LE, "UTF-16LE");
      assertDetected(text, StandardCharsets.UTF_16BE, "UTF-16BE");
    }
    assertDetected(SHORT, Charset.forName("GB2312"), "GB18030");
  }

  @Test
  void tellsTheEncodingsOfTraditionalTextApart() throws Exception {
    for (String text :
        new String[] {SHORT_TRADITIONAL, LONG_TRADITIONAL, LONG_TRADITIONAL.repeat(2000)}) {
      assertDetected(text, BIG5, "Big5-HKSCS");
      assertDetected(text, GB18030, "GB18030");
      assertDetected(text, StandardCharsets.UTF_16LE, "UTF-16LE");
      assertDetected(text, StandardCharsets.UTF_16BE, "UTF-16BE");
    }
  }

  @Test
  void readsMostlyEnglishUtf16WithoutAMark() throws Exception {
    String text = "The Report on the Work of the Government 政府工作报告\n";
    assertDetected(text, StandardCharsets.UTF_16LE, "UTF-16LE");
    assertDetected(text, StandardCharsets.UTF_16BE, "UTF-16BE");
  }

  @Test
  void readsFourByteCharactersOfGb18030() throws Exception {
    assertDetected("㐂氏与𠮷氏，" + SHORT, GB18030, "GB18030");
  }

  @Test
  void readsTheReportsInEveryEncoding() throws Exception {
    for (String text : SharedCorpus.texts("work-reports/txt")) {
      for (Charset charset :
          new Charset[] {GB18030, StandardCharsets.UTF_16LE, StandardCharsets.UTF_16BE}) {
        DecodedText decoded = decode(text.getBytes(charset));
        assertThat(decoded.encoding()).isEqualTo(charset.name());
        assertThat(decoded.text()).isEqualTo(text);
      }
      CharsetEncoder big5 = Charset.forName("Big5-HKSCS").newEncoder();
      StringBuilder encodable = new StringBuilder();
      text.chars().filter(c -> big5.canEncode((char) c)).forEach(c -> encodable.append((char) c));
      // What Big5 has of a simplified text is three characters of four: enough to be told by.
      assertDetected(encodable.toString(), big5.charset(), "Big5-HKSCS");
    }
  }

  @Test
  void readsEverySliceOfTwentyCharacters() throws Exception {
    for (int from = 0; from + 20 <= LONG.length(); from++) {
      assertDetected(LONG.substring(from, from + 20), GB18030, "GB18030");
    }
    for (int from = 0; from + 20 <= LONG_TRADITIONAL.length(); from++) {
      assertDetected(LONG_TRADITIONAL.substring(from, from + 20), BIG5, "Big5-HKSCS");
    }
  }

  @Test
  void aDeclarationDecidesBetweenReadingsThatAreBothValid() throws Exception {
    byte[] bytes = bytes("A4A4 B0EA");
    assertThat(decode(bytes, BIG5)).isEqualTo(new DecodedText("中國", "Big5-HKSCS", Source.DECLARED));
    assertThat(decode(bytes, GB18030).text()).isEqualTo("い瓣");
  }

  @Test
  void readsADeclaredGb2312AsGb18030() throws Exception {
    String beyondGb2312 = "朱镕基作政府工作报告，㐂";
    assertThat(decode(beyondGb2312.getBytes(GB18030), Charset.forName("GB2312")))
        .isEqualTo(new DecodedText(beyondGb2312, "GB18030", Source.DECLARED));
  }

  @Test
  void ignoresADeclarationThatTheBytesContradict() throws Exception {
    assertThat(decode(SHORT.getBytes(StandardCharsets.UTF_8), StandardCharsets.US_ASCII))
        .isEqualTo(new DecodedText(SHORT, "UTF-8", Source.UTF8));
    assertThat(decode(SHORT.getBytes(GB18030), StandardCharsets.UTF_8))
        .isEqualTo(new DecodedText(SHORT, "GB18030", Source.DETECTED));
  }

  @Test
  void readsADamagedTextInItsDeclaredEncoding() throws Exception {
    byte[] japanese = "日本語の文章を読みます".getBytes(Charset.forName("Shift_JIS"));
    japanese[japanese.length - 1] = (byte) 0xFF;
    DecodedText decoded = decode(japanese, Charset.forName("Shift_JIS"));
    assertThat(decoded.source()).isEqualTo(Source.DECLARED);
    assertThat(decoded.text()).startsWith("日本語の文章を読みま").contains("\uFFFD");
  }

  @Test
  void utf8WithOneBrokenByteStaysUtf8() throws Exception {
    byte[] good = LONG.getBytes(StandardCharsets.UTF_8);
    for (int at = 0; at < 30; at++) {
      byte[] bytes = good.clone();
      bytes[at] = (byte) 0xFF;
      DecodedText decoded = decode(bytes);
      assertThat(decoded.encoding()).isEqualTo("UTF-8");
      assertThat(decoded.source()).isEqualTo(Source.UTF8);
      assertThat(decoded.text()).contains("\uFFFD").endsWith(LONG.substring(12));
    }
  }

  @Test
  void utf8ThatIsCutInsideACharacterStaysUtf8() throws Exception {
    byte[] bytes = SHORT.getBytes(StandardCharsets.UTF_8);
    DecodedText decoded = decode(Arrays.copyOf(bytes, bytes.length - 1));
    assertThat(decoded)
        .isEqualTo(
            new DecodedText(
                SHORT.substring(0, SHORT.length() - 1) + "\uFFFD", "UTF-8", Source.UTF8));
  }

  @Test
  void aBrokenByteOfGb18030CostsOneCharacter() throws Exception {
    byte[] bytes = ("全文如下：\n" + LONG).getBytes(GB18030);
    bytes[9] = (byte) 0xFF;
    DecodedText decoded = decode(bytes);
    assertThat(decoded.encoding()).isEqualTo("GB18030");
    assertThat(decoded.text()).startsWith("全文如下\uFFFD").endsWith(LONG.substring(2));
  }

  @Test
  void refusesMoreThanThreeBrokenBytesAndNamesTheFirst() {
    byte[] bytes = "政".repeat(1000).getBytes(StandardCharsets.UTF_8);
    for (int k = 0; k < 4; k++) {
      bytes[300 + 3 * k] = (byte) 0xFF;
    }
    assertThatExceptionOfType(UndecodableTextException.class)
        .isThrownBy(() -> decode(bytes))
        .withMessageContaining("UTF-8")
        .satisfies(
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.MALFORMED);
              assertThat(e.byteOffset()).isEqualTo(300);
            });
  }

  @Test
  void badlyDamagedUtf8IsRefusedAndNeverReadAsGb18030() {
    byte[] bytes = LONG.repeat(3).getBytes(StandardCharsets.UTF_8);
    for (int at = 10; at < bytes.length; at += 40) {
      bytes[at] = '?';
    }
    assertThatExceptionOfType(UndecodableTextException.class)
        .isThrownBy(() -> decode(bytes))
        .withMessageContaining("UTF-8")
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.MALFORMED));
  }

  @Test
  void detectsChineseBehindAnyLengthOfAscii() throws Exception {
    assertDetected("Table of contents\n".repeat(10_000) + SHORT, GB18030, "GB18030");
    assertDetected("Table of contents\n".repeat(10_000) + SHORT_TRADITIONAL, BIG5, "Big5-HKSCS");
  }

  @Test
  void countsTheOffsetOfTheFirstBadByteFromTheMark() {
    byte[] bytes = bytes("EFBBBF E4B8AD FF FF FF FF");
    assertThatExceptionOfType(UndecodableTextException.class)
        .isThrownBy(() -> decode(bytes))
        .satisfies(e -> assertThat(e.byteOffset()).isEqualTo(6));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "25504446 2D312E37 0A", // %PDF-1.7
        "504B0304 14000600", // a docx
        "7B5C7274 66315C61 6E7369", // {\rtf1\ansi
        "D0CF11E0 A1B11AE1 00000000" // a doc
      })
  void refusesFileFormatsThatAreNotText(String hex) {
    assertThatExceptionOfType(UndecodableTextException.class)
        .isThrownBy(() -> decode(bytes(hex)))
        .satisfies(e -> assertThat(e.reason()).isEqualTo(Reason.FILE_FORMAT));
  }

  @Test
  void refusesBinaryData() {
    Random random = new Random(20221107);
    for (int size : new int[] {16, 100, 1000, 100_000}) {
      for (int round = 0; round < 20; round++) {
        byte[] noise = new byte[size];
        random.nextBytes(noise);
        assertThatExceptionOfType(UndecodableTextException.class).isThrownBy(() -> decode(noise));
      }
    }
    assertThatExceptionOfType(UndecodableTextException.class)
        .isThrownBy(() -> decode(bytes("89504E47 0D0A1A0A 0000000D 49484452")));
  }

  @Test
  void refusesNulsAndNamesTheFirst() {
    byte[] bytes = ("中文" + "\0".repeat(40)).getBytes(StandardCharsets.UTF_8);
    assertThatExceptionOfType(UndecodableTextException.class)
        .isThrownBy(() -> decode(bytes))
        .satisfies(
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.BINARY);
              assertThat(e.byteOffset()).isEqualTo(6);
            });
  }

  @Test
  void toleratesAStrayControlCharacterAndAnEndOfFileMark() throws Exception {
    String text = LONG + "\f" + SHORT + "\u0002\n\u001A";
    assertThat(decode(text.getBytes(GB18030)).text()).isEqualTo(text);
  }

  @Test
  void refusesEuropeanTextRatherThanGuess() {
    byte[] bytes =
        "La g\u00E9n\u00E9ration a \u00E9t\u00E9 pr\u00E9sent\u00E9e \u00E0 l'\u00E9cole."
            .getBytes(StandardCharsets.ISO_8859_1);
    assertThatExceptionOfType(UndecodableTextException.class)
        .isThrownBy(() -> decode(bytes))
        .satisfies(
            e -> {
              assertThat(e.reason()).isEqualTo(Reason.UNRECOGNISED);
              assertThat(e.byteOffset()).isEqualTo(4);
            });
  }

  @Test
  void namesTheSourcesInLowerCaseWhateverTheLocale() {
    assertThat(Source.values())
        .extracting(Source::toString)
        .containsExactly("bom", "declared", "utf8", "detected");
  }

  private static void assertDetected(String text, Charset charset, String encoding)
      throws UndecodableTextException {
    assertThat(decode(text.getBytes(charset)))
        .isEqualTo(new DecodedText(text, encoding, Source.DETECTED));
  }

  private static DecodedText decode(byte[] bytes) throws UndecodableTextException {
    return Decoder.decode(bytes, 0, bytes.length);
  }

  private static DecodedText decode(byte[] bytes, Charset declared)
      throws UndecodableTextException {
    return Decoder.decode(bytes, 0, bytes.length, declared);
  }

  private static byte[] bytes(String hex) {
    String digits = hex.replace(" ", "");
    byte[] bytes = new byte[digits.length() / 2];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) Integer.parseInt(digits.substring(2 * i, 2 * i + 2), 16);
    }
    return bytes;
  }
}
