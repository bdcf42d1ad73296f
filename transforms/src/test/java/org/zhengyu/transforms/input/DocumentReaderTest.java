package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.zhengyu.transforms.input.Readings.LIMIT;
import static org.zhengyu.transforms.input.Readings.concat;
import static org.zhengyu.transforms.input.Readings.file;
import static org.zhengyu.transforms.input.Readings.gzip;
import static org.zhengyu.transforms.input.Readings.read;
import static org.zhengyu.transforms.input.Readings.readWhole;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.NoSuchFileException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.zip.DataFormatException;
import java.util.zip.Inflater;
import net.jqwik.api.Example;
import org.zhengyu.transforms.input.Readings.Received;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.Rejection.Reason;

/** What all formats have in common: digests, compression, and files that cannot be read. */
class DocumentReaderTest {
  /** The digest of abc is the first example of FIPS 180-4. */
  @Example
  void digestsAFileAsItIsStored() {
    String abc = "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad";
    assertThat(readWhole("a.txt", "abc").digests).containsExactly("a.txt 3 " + abc);

    byte[] compressed = gzip("abc".getBytes(UTF_8));
    Received received = readWhole("a.txt.gz", compressed);
    assertThat(received.texts()).containsExactly("abc");
    assertThat(received.digests)
        .singleElement()
        .asString()
        .startsWith("a.txt.gz " + compressed.length + " ")
        .doesNotContain(abc);
  }

  @Example
  void readsAnEmptyFileAsAnEmptyDocument() {
    assertThat(readWhole("a.txt", "").texts()).containsExactly("");
    assertThat(readWhole("a.jsonl", "").documents).isEmpty();
    assertThat(readWhole("a.jsonl", "").rejections).isEmpty();
  }

  // Broken compression

  private static final String RECORDS =
      """
      {"id":"1","text":"坚持稳中求进工作总基调"}
      {"id":"2","text":"完整、准确、全面贯彻新发展理念"}
      {"id":"3","text":"加快构建新发展格局，着力推动高质量发展"}
      """;

  /** The complete lines that the first bytes of a compressed stream hold. */
  private static List<String> completeLines(byte[] compressed, int length) {
    int header = 10;
    if (length <= header) {
      return List.of();
    }
    Inflater inflater = new Inflater(/* nowrap= */ true);
    byte[] text = new byte[RECORDS.getBytes(UTF_8).length];
    int size = 0;
    try {
      inflater.setInput(compressed, header, length - header);
      int read = 1;
      while (read > 0) {
        read = inflater.inflate(text, size, text.length - size);
        size += read;
      }
    } catch (DataFormatException e) {
      throw new AssertionError(e);
    } finally {
      inflater.end();
    }
    List<String> lines = new ArrayList<>();
    int begin = 0;
    for (int i = 0; i < size; i++) {
      if (text[i] == '\n') {
        lines.add(new String(text, begin, i - begin, UTF_8));
        begin = i + 1;
      }
    }
    return lines;
  }

  @Example
  void keepsTheCompleteRecordsOfAStreamThatWasCutAnywhere() {
    byte[] whole = gzip(RECORDS.getBytes(UTF_8));
    List<Integer> kept = new ArrayList<>();
    for (int length = 0; length < whole.length; length++) {
      byte[] cut = Arrays.copyOf(whole, length);
      List<String> complete = completeLines(whole, length);
      kept.add(complete.size());
      InputFile file = file("x.jsonl.gz", cut);
      for (int shares = 1; shares <= 4; shares++) {
        List<FileSlice> slices = new ArrayList<>();
        for (int share = 0; share < shares; share++) {
          slices.add(FileSlice.share(file, share, shares));
        }
        Received received = read(cut, slices);
        assertThat(received.documents)
            .as("the first %d of %d bytes in %d shares", length, whole.length, shares)
            .extracting(d -> "{\"id\":\"" + d.id() + "\",\"text\":\"" + d.text() + "\"}")
            .containsExactlyInAnyOrderElementsOf(complete);
        assertThat(received.onlyRejection().reason()).isEqualTo(Reason.TRUNCATED_GZIP);
        assertThat(received.onlyRejection().detail())
            .startsWith(complete.isEmpty() ? "the compressed" : "after the record at byte ");
      }
    }
    assertThat(kept).as("cuts before, between and behind the records").contains(0, 1, 2, 3);
    assertThat(readWhole("x.jsonl.gz", whole).rejections).isEmpty();
  }

  @Example
  void rejectsATextOrTableThatWasCutAnywhere() {
    byte[] whole = gzip("id,text\n1,坚持稳中求进工作总基调\n".getBytes(UTF_8));
    for (String name : List.of("x.txt.gz", "x.csv.gz")) {
      for (int length = 0; length < whole.length; length++) {
        Received received = readWhole(name, Arrays.copyOf(whole, length));
        assertThat(received.documents).isEmpty();
        assertThat(received.onlyRejection())
            .isEqualTo(
                new Rejection(
                    "memory:" + name,
                    null,
                    Reason.TRUNCATED_GZIP,
                    "the compressed stream ends too early",
                    length));
      }
    }
  }

  @Example
  void survivesAnyDamageToACompressedStream() {
    byte[] whole = gzip(RECORDS.getBytes(UTF_8));
    List<Reason> reasons = new ArrayList<>();
    for (int i = 0; i < whole.length; i++) {
      for (int bit = 0; bit < 8; bit++) {
        byte[] damaged = whole.clone();
        damaged[i] ^= (byte) (1 << bit);
        Received received = readWhole("x.jsonl.gz", damaged);
        assertThat(received.documents.size()).isLessThanOrEqualTo(3);
        if (received.documents.size() < 3) {
          assertThat(received.rejections).isNotEmpty();
        }
        received.rejections.values().forEach(rejection -> reasons.add(rejection.reason()));
      }
    }
    assertThat(reasons).contains(Reason.CORRUPT_GZIP, Reason.TRUNCATED_GZIP);
  }

  @Example
  void rejectsAFileThatIsNotCompressedAsItsNameSays() {
    Received received = readWhole("x.jsonl.gz", "{\"text\":\"一\"}\n");
    assertThat(received.documents).isEmpty();
    assertThat(received.onlyRejection().reason()).isEqualTo(Reason.CORRUPT_GZIP);
    assertThat(received.digests).hasSize(1);
  }

  @Example
  void readsAStreamOfSeveralCompressedMembers() {
    byte[] bytes =
        concat(
            gzip("{\"text\":\"一\"}\n{\"te".getBytes(UTF_8)), gzip("xt\":\"二\"}\n".getBytes(UTF_8)));
    assertThat(readWhole("x.jsonl.gz", bytes).texts()).containsExactly("一", "二");
  }

  @Example
  void saysThatTheRestOfAFileIsLostWhereALaterMemberIsDamaged() {
    byte[] first = gzip("{\"text\":\"一\"}\n".getBytes(UTF_8));
    byte[] second = gzip("{\"text\":\"二\"}\n".getBytes(UTF_8));
    for (int at = 0; at < 4; at++) {
      byte[] damaged = second.clone();
      damaged[at] ^= 0x55;
      Received received = readWhole("x.jsonl.gz", concat(first, damaged));
      assertThat(received.texts()).containsExactly("一");
      assertThat(received.onlyRejection().reason()).isEqualTo(Reason.CORRUPT_GZIP);
      assertThat(received.onlyRejection().detail()).startsWith("after the record at byte 0: ");
    }
  }

  @Example
  void readsOfABombWhatIsBeforeItHarms() {
    byte[] bomb = gzip(concat("{\"text\":\"一\"}\n".getBytes(UTF_8), new byte[20 << 20]));
    Received lines = readWhole("x.jsonl.gz", bomb);
    assertThat(lines.texts()).containsExactly("一");
    assertThat(lines.onlyRejection().reason()).isEqualTo(Reason.TOO_LARGE);
    assertThat(lines.onlyRejection().detail())
        .isEqualTo("after the record at byte 0: it becomes more than a hundred times larger");

    Received table = readWhole("x.csv.gz", bomb);
    assertThat(table.documents).isEmpty();
    assertThat(table.onlyRejection().reason()).isEqualTo(Reason.TOO_LARGE);
  }

  // Files that cannot be read

  @Example
  void saysWhatAFileHasLostSinceItWasListed() {
    byte[] listed = "{\"text\":\"一\"}\n{\"text\":\"二\"}\n".getBytes(UTF_8);
    byte[] left = Arrays.copyOf(listed, 15);
    InputFile file = file("x.jsonl", listed);
    for (List<FileSlice> slices :
        List.of(
            List.of(FileSlice.whole(file)),
            List.of(FileSlice.range(file, 0, 15, 1), FileSlice.range(file, 15, 1 << 20, 2)))) {
      Received received = read(left, slices);
      assertThat(received.texts()).containsExactly("一");
      assertThat(received.onlyRejection().reason()).isEqualTo(Reason.UNREADABLE);
      assertThat(received.onlyRejection().detail())
          .isEqualTo("ends at byte 15, and went to byte 30 when it was listed");
    }
    for (String name : List.of("x.txt", "x.csv")) {
      Received received = read(left, List.of(FileSlice.whole(file(name, listed))));
      assertThat(received.documents).isEmpty();
      assertThat(received.onlyRejection().detail()).startsWith("ends at byte 15, and went to");
    }
  }

  @Example
  void rejectsWhatIsTooLarge() {
    String tooLong = "长".repeat(LIMIT / 3) + "abc";
    Received text = readWhole("x.txt", tooLong);
    assertThat(text.documents).isEmpty();
    assertThat(text.onlyRejection())
        .isEqualTo(
            new Rejection(
                "memory:x.txt", null, Reason.TOO_LARGE, "a file of more than 4096 bytes", 4098));
    byte[] compressed = gzip(tooLong.getBytes(UTF_8));
    assertThat(readWhole("x.txt.gz", compressed).onlyRejection())
        .isEqualTo(
            new Rejection(
                "memory:x.txt.gz",
                null,
                Reason.TOO_LARGE,
                "a file of more than 4096 bytes",
                compressed.length));
    Received table = readWhole("x.csv", "id,text\n1,短\n2," + tooLong + "\n3,短\n");
    assertThat(table.texts()).containsExactly("短", "短");
    assertThat(table.onlyRejection())
        .isEqualTo(
            new Rejection(
                "memory:x.csv", "2", Reason.TOO_LARGE, "a document of more than 4096 bytes", 4098));
    assertThat(readWhole("x.txt", "a".repeat(LIMIT)).texts()).containsExactly("a".repeat(LIMIT));
  }

  @Example
  void rejectsWhatIsNoText() {
    for (String name : List.of("x.txt", "x.csv")) {
      Received received = readWhole(name, "%PDF-1.4 …");
      assertThat(received.documents).isEmpty();
      assertThat(received.onlyRejection().reason()).isEqualTo(Reason.UNDECODABLE);
      assertThat(received.onlyRejection().detail()).contains("PDF");
    }
  }

  @Example
  void rejectsAFileThatIsGoneOncePerFile() throws IOException {
    Map<IOException, String> faults =
        Map.of(
            new NoSuchFileException("x"), "gone since it was listed",
            new FileNotFoundException("x (No such file or directory)"), "gone since it was listed",
            new AccessDeniedException("x"), "permission denied",
            new FileNotFoundException("x (Permission denied)"), "permission denied");
    for (IOException fault : faults.keySet()) {
      DocumentReader reader =
          new DocumentReader(
              (uri, from) -> {
                throw fault;
              },
              MetadataTable.EMPTY,
              ReadSettings.USUAL);
      InputFile file = file("x.jsonl", new byte[100]);
      Received received = new Received();
      reader.read(FileSlice.range(file, 0, 50, 1), received);
      reader.read(FileSlice.range(file, 50, 100, 3), received);
      assertThat(received.onlyRejection().reason()).isEqualTo(Reason.UNREADABLE);
      assertThat(received.onlyRejection().detail()).isEqualTo(faults.get(fault));
    }
  }

  @Example
  void doesNotTakeAFaultOfTheMachineForOneOfTheData() {
    for (IOException fault :
        List.of(
            new IOException("connection reset"),
            new FileNotFoundException("x.txt (Too many open files)"))) {
      DocumentReader reader =
          new DocumentReader(
              (uri, from) -> {
                throw fault;
              },
              MetadataTable.EMPTY,
              ReadSettings.USUAL);
      assertThatThrownBy(
              () -> reader.read(FileSlice.whole(file("x.txt", new byte[1])), new Received()))
          .isSameAs(fault);
    }
  }
}
