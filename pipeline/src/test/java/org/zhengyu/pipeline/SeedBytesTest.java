package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_16LE;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The bytes of the sample documents are what other tests and the first run rely on. */
class SeedBytesTest {
  private static final Path CORPUS = Path.of(System.getProperty("zhengyu.root"), "seeds/corpus");

  private static byte[] bytes(String name) throws IOException {
    return Files.readAllBytes(CORPUS.resolve(name));
  }

  @Test
  void oneDocumentIsGb18030AndNoUtf8() throws IOException {
    byte[] notice = bytes("hangzhou-2018-service-reform-notice.txt");
    assertThatThrownBy(() -> UTF_8.newDecoder().decode(ByteBuffer.wrap(notice)))
        .isInstanceOf(CharacterCodingException.class);
    assertThat(Charset.forName("GB18030").newDecoder().decode(ByteBuffer.wrap(notice)).toString())
        .contains("𬭎");
  }

  @Test
  void oneDocumentHasAByteOrderMarkAndWindowsLineEnds() throws IOException {
    byte[] plan = bytes("jinan-2021-five-year-plan.txt");
    assertThat(plan).startsWith(0xEF, 0xBB, 0xBF);
    String text = new String(plan, UTF_8);
    assertThat(text.lines().count()).isEqualTo(text.split("\r\n", -1).length - 1L);
  }

  @Test
  void oneDocumentIsUtf16() throws IOException {
    byte[] regulation = bytes("shantou-2021-river-chief-regulation.txt");
    assertThat(regulation).startsWith(0xFF, 0xFE);
    assertThat(new String(regulation, UTF_16LE)).contains("河长制");
  }

  @Test
  void oneDocumentIsWrappedAtTwentyCharacters() throws IOException {
    String column = new String(bytes("qingdao-2023-newspaper-column.txt"), UTF_8);
    assertThat(column.lines().filter(line -> line.length() == 20).count()).isGreaterThan(20);
    assertThat(column.lines().mapToInt(String::length).max()).hasValue(20);
  }

  @Test
  void oneDocumentIsACopyOfAnother() throws IOException {
    assertThat(bytes("reprints/city-watch-2022-congress-report.txt"))
        .isEqualTo(bytes("qingdao-2022-congress-report.txt"));
  }
}
