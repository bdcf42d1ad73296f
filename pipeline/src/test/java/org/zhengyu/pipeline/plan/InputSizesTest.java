package org.zhengyu.pipeline.plan;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.data.Offset.offset;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class InputSizesTest {
  private static final int MOST = 1000;

  @TempDir Path temp;

  private InputSizes sizes(int atOnce) throws UsageException, IOException {
    return InputSizes.of(InputPlanner.of(2, 0).plan(temp.toString()), atOnce, MOST, 4);
  }

  private void write(String name, byte[] bytes) throws IOException {
    Files.write(temp.resolve(name), bytes);
  }

  private static byte[] gzip(byte[] bytes) throws IOException {
    ByteArrayOutputStream stored = new ByteArrayOutputStream();
    try (OutputStream out = new GZIPOutputStream(stored)) {
      out.write(bytes);
    }
    return stored.toByteArray();
  }

  @Test
  void countsAFileOfTextAsOneDocumentOfItsSize() throws Exception {
    write("a.txt", new byte[100]);
    write("b.txt", new byte[300]);
    write("c.txt", new byte[200]);

    assertThat(sizes(1)).isEqualTo(new InputSizes(600, 3, 300, 600, 0, 4));
    assertThat(sizes(2)).isEqualTo(new InputSizes(600, 3, 500, 600, 0, 4));
    assertThat(sizes(9)).isEqualTo(new InputSizes(600, 3, 600, 600, 0, 4));
  }

  @Test
  void leavesOutWhatIsRefusedForItsSize() throws Exception {
    write("a.txt", new byte[MOST]);
    write("b.txt", new byte[MOST + 1]);
    write("c.txt.gz", gzip(new byte[1 << 20]));

    assertThat(sizes(2)).isEqualTo(new InputSizes(MOST, 1, MOST, MOST, 0, 4));
  }

  @Test
  void takesTheSizeThatACompressedFileSaysOfItself() throws Exception {
    write("a.txt.gz", gzip(new byte[MOST]));

    assertThat(sizes(2)).isEqualTo(new InputSizes(MOST, 1, MOST, MOST, 0, 4));
  }

  @Test
  void readsACompressedFileWhoseSizeCannotBeRight() throws Exception {
    byte[] whole = gzip(new byte[500]);
    write("a.txt.gz", Arrays.copyOf(whole, whole.length - 6));
    ByteArrayOutputStream members = new ByteArrayOutputStream();
    members.write(gzip(new byte[900]));
    members.write(gzip(new byte[0]));
    write("b.txt.gz", members.toByteArray());

    assertThat(sizes(2)).isEqualTo(new InputSizes(1400, 2, 1400, 1400, 0, 4));
  }

  @Test
  void takesAllOfAnArchiveForTextThatMayHaveBeenPacked() throws Exception {
    write("a.zip", new byte[100]);
    assertThat(sizes(2)).isEqualTo(new InputSizes(400, 1, 25, 400, 0, 4));
    write("b.tar", new byte[200]);
    assertThat(sizes(2)).isEqualTo(new InputSizes(600, 2, 75, 600, 0, 4));
    write("c.tgz", gzip(new byte[300]));
    assertThat(sizes(2)).isEqualTo(new InputSizes(900, 3, 125, 900, 0, 4));
  }

  @Test
  void countsRecordsByTheFirstOfAFile() throws Exception {
    write("a.jsonl", "{\"text\":\"{a\\\"{\\n\"}\n".repeat(50_000).getBytes(UTF_8));
    assertThat(sizes(2).documents()).isCloseTo(50_000, offset(100L));

    write("b.csv.gz", gzip("id,text\n1,\"a\nb\"\n".repeat(20_000).getBytes(UTF_8)));
    assertThat(sizes(2).documents()).isCloseTo(90_000, offset(100L));
    assertThat(sizes(2).largestBytes()).isZero();
  }
}
