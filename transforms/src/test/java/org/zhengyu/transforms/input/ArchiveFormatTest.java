package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.zhengyu.transforms.input.Readings.GB18030;
import static org.zhengyu.transforms.input.Readings.LIMIT;
import static org.zhengyu.transforms.input.Readings.gzip;
import static org.zhengyu.transforms.input.Readings.readWhole;
import static org.zhengyu.transforms.input.Readings.readWithin;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.apache.commons.compress.archivers.sevenz.SevenZArchiveEntry;
import org.apache.commons.compress.archivers.sevenz.SevenZOutputFile;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyu.transforms.input.Readings.Received;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.PolicyDocument;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.Rejection.Reason;

/** Archives, written by the libraries of their formats: what is read of them, and what is not. */
class ArchiveFormatTest {
  private static final String CSV = "id,text\n1,推行链长制\n2,优化营商环境\n";

  @TempDir Path temp;

  private static Map<String, byte[]> files(Object... namesAndContents) {
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 0; i < namesAndContents.length; i += 2) {
      Object content = namesAndContents[i + 1];
      files.put(
          (String) namesAndContents[i],
          content instanceof byte[] bytes ? bytes : ((String) content).getBytes(UTF_8));
    }
    return files;
  }

  private static byte[] zip(Map<String, byte[]> files, Charset names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes, names)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        zip.putNextEntry(new ZipEntry(file.getKey()));
        zip.write(file.getValue());
      }
    }
    return bytes.toByteArray();
  }

  private static byte[] zip(Object... namesAndContents) throws IOException {
    return zip(files(namesAndContents), UTF_8);
  }

  private static byte[] tar(Map<String, byte[]> files, Charset names) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (TarArchiveOutputStream tar = new TarArchiveOutputStream(bytes, names.name())) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        TarArchiveEntry entry = new TarArchiveEntry(file.getKey());
        entry.setSize(file.getValue().length);
        tar.putArchiveEntry(entry);
        tar.write(file.getValue());
        tar.closeArchiveEntry();
      }
    }
    return bytes.toByteArray();
  }

  private byte[] sevenZip(Map<String, byte[]> files, char[] password) throws IOException {
    Path path = temp.resolve("written.7z");
    try (SevenZOutputFile archive = new SevenZOutputFile(path.toFile(), password)) {
      for (Map.Entry<String, byte[]> file : files.entrySet()) {
        SevenZArchiveEntry entry = new SevenZArchiveEntry();
        entry.setName(file.getKey());
        archive.putArchiveEntry(entry);
        archive.write(file.getValue());
        archive.closeArchiveEntry();
      }
    }
    return Files.readAllBytes(path);
  }

  private static List<Reason> reasons(Received received) {
    return received.rejections.values().stream().map(Rejection::reason).toList();
  }

  @Test
  void readsEachEntryAsIfTheArchiveWereAFolder() throws IOException {
    Map<String, byte[]> files =
        files("2021/山东.txt", "甲。", "b.txt.gz", gzip("乙。".getBytes(UTF_8)), "c.csv", CSV);
    Map<String, byte[]> archives = new LinkedHashMap<>();
    archives.put("a.zip", zip(files, UTF_8));
    archives.put("a.tar", tar(files, UTF_8));
    archives.put("a.tar.gz", gzip(tar(files, UTF_8)));
    archives.put("a.tgz", gzip(tar(files, UTF_8)));
    archives.put("a.7z", sevenZip(files, null));
    archives.forEach(
        (name, bytes) -> {
          Received received = readWhole(name, bytes);
          assertThat(received.rejections).as(name).isEmpty();
          assertThat(received.documents)
              .as(name)
              .extracting(PolicyDocument::id, PolicyDocument::text, PolicyDocument::uri)
              .containsExactly(
                  tuple(name + "/2021/山东.txt", "甲。", "memory:" + name + "!/2021/山东.txt"),
                  tuple(name + "/b.txt.gz", "乙。", "memory:" + name + "!/b.txt.gz"),
                  tuple(name + "/c.csv#1", "推行链长制", "memory:" + name + "!/c.csv"),
                  tuple(name + "/c.csv#2", "优化营商环境", "memory:" + name + "!/c.csv"));
          assertThat(received.documents.stream().map(PolicyDocument::key)).isSorted();
          assertThat(received.documents.stream().map(PolicyDocument::key)).doesNotHaveDuplicates();
        });
  }

  @Test
  void decodesNamesWhoseEncodingTheArchiveDoesNotSay() throws IOException {
    Map<String, byte[]> files = files("政府工作报告/山东省.txt", "甲。");

    assertThat(readWhole("a.zip", zip(files, GB18030)).ids())
        .containsExactly("a.zip/政府工作报告/山东省.txt");
    assertThat(readWhole("a.tar", tar(files, GB18030)).ids())
        .containsExactly("a.tar/政府工作报告/山东省.txt");
  }

  @Test
  void readsArchivesWithinArchivesToALimit() throws IOException {
    byte[] one = zip("x.txt", "一。");
    byte[] two = zip("one.zip", one, "y.txt", "二。");
    byte[] three = zip("two.zip", two, "z.txt", "三。");
    byte[] four = zip("three.zip", three, "last.txt", "四。");

    Received received = readWhole("four.zip", four);
    assertThat(received.ids())
        .containsExactly(
            "four.zip/three.zip/two.zip/one.zip/x.txt",
            "four.zip/three.zip/two.zip/y.txt",
            "four.zip/three.zip/z.txt",
            "four.zip/last.txt");
    assertThat(received.documents.stream().map(PolicyDocument::key)).isSorted();

    received = readWhole("five.zip", zip("four.zip", four));
    assertThat(received.texts()).containsExactly("二。", "三。", "四。");
    assertThat(received.onlyRejection())
        .extracting(Rejection::uri, Rejection::reason)
        .containsExactly("memory:five.zip!/four.zip!/three.zip!/two.zip!/one.zip", Reason.TOO_DEEP);
  }

  @Test
  void joinsMetadataToEntriesByTheirNames() throws Exception {
    MetadataTable metadata =
        MetadataTable.parse("file,region\n山东.txt,山东省\n".getBytes(UTF_8), "m.csv")
            .joinedTo(List.of("a.zip"));
    byte[] archive = zip("2021/山东.txt", "甲。");
    Received received =
        Readings.read(
            archive, List.of(FileSlice.whole(Readings.file("a.zip", archive))), metadata, null);

    assertThat(received.documents.get(0).description().region().name()).isEqualTo("山东省");
  }

  @Test
  void leavesNoPathOutOfTheArchive() throws IOException {
    assertThat(
            readWhole(
                    "a.zip",
                    zip("../../etc/x.txt", "甲。", "/abs.txt", "乙。", "c:\\d\\.\\w.txt", "丙。"))
                .ids())
        .containsExactly("a.zip/etc/x.txt", "a.zip/abs.txt", "a.zip/c:/d/w.txt");
  }

  @Test
  void saysWhatItLeavesOut() throws IOException {
    Received received =
        readWhole("a.zip", zip("a.png", "", "b.txt", "甲。", "__MACOSX/b.txt", "", ".c.txt", ""));

    assertThat(received.texts()).containsExactly("甲。");
    assertThat(received.onlyRejection().reason()).isEqualTo(Reason.NOT_READ);
    assertThat(received.onlyRejection().detail())
        .isEqualTo("1 of 4 entries are of no format that is read: a.png");
  }

  @Test
  void refusesOneEntryAndReadsTheOthers() throws IOException {
    byte[] archive =
        zip("a.txt", "甲".repeat(LIMIT), "b.txt", "乙。", "c.csv", "x\n1\n", "d.txt", "丁。");

    Received received = readWhole("a.zip", archive);
    assertThat(received.texts()).containsExactly("乙。", "丁。");
    assertThat(reasons(received)).containsExactly(Reason.TOO_LARGE, Reason.MISSING_TEXT);
  }

  @Test
  void readsNoMoreOfAnArchiveThatBecomesManyTimesItsSize() throws IOException {
    byte[] zeros = new byte[1 << 20];
    byte[] noise = new byte[1 << 20];
    new Random(1).nextBytes(noise);
    Map<String, byte[]> files = new LinkedHashMap<>();
    for (int i = 10; i < 80; i++) {
      files.put("zeros-" + i + ".txt", zeros);
    }
    // More than 64 MiB are read when the 65th entry is, and more than 200 times the archive.
    Received bomb = readWithin(1 << 20, "a.zip", zip(files, UTF_8));
    assertThat(reasons(bomb)).hasSize(66).endsWith(Reason.UNDECODABLE, Reason.TOO_LARGE);
    assertThat(List.copyOf(bomb.rejections.values()).get(65).detail())
        .isEqualTo("the archive holds more than 200 times its size");

    // With an entry that cannot be packed the archive is a megabyte, and may become 200.
    files.put("noise.txt", noise);
    assertThat(reasons(readWithin(1 << 20, "a.zip", zip(files, UTF_8))))
        .hasSize(71)
        .containsOnly(Reason.UNDECODABLE);
  }

  @Test
  void refusesAnEntryWhoseBytesAreNotThoseThatWereStored() throws IOException {
    byte[] archive = zip("a.txt", "推行链长制。".repeat(50), "b.txt", "乙。");
    archive[60] ^= 0x55;

    Received received = readWhole("a.zip", archive);
    assertThat(received.texts()).containsExactly("乙。");
    assertThat(reasons(received)).containsExactly(Reason.INVALID_FILE);
    assertThat(received.onlyRejection().detail())
        .isEqualTo("the entry is damaged: its check sum is another");
  }

  @Test
  void refusesWhatWantsAPassword() throws IOException {
    byte[] archive = zip("a.txt", "甲。", "b.txt", "乙。");
    // The flags of the first entry of the directory say that it is encrypted.
    String text = new String(archive, ISO_8859_1);
    archive[text.indexOf("PK\u0001\u0002") + 8] |= 1;

    Received received = readWhole("a.zip", archive);
    assertThat(received.texts()).containsExactly("乙。");
    assertThat(reasons(received)).containsExactly(Reason.PROTECTED_FILE);

    byte[] locked = sevenZip(files("a.txt", "甲。"), "secret".toCharArray());
    assertThat(readWhole("a.7z", locked).onlyRejection().reason()).isEqualTo(Reason.PROTECTED_FILE);
  }

  @Test
  void refusesWhatIsNoArchiveOrHalfOfOne() throws IOException {
    List<String> names = List.of("a.zip", "a.tar", "a.7z");
    Map<String, byte[]> files = files("a.txt", "甲。".repeat(500), "b.txt", "乙。".repeat(500));
    List<byte[]> archives = new ArrayList<>();
    archives.add(zip(files, UTF_8));
    archives.add(tar(files, UTF_8));
    archives.add(sevenZip(files, null));
    for (int i = 0; i < names.size(); i++) {
      for (byte[] bytes :
          List.of(
              new byte[0],
              "no archive".getBytes(UTF_8),
              Arrays.copyOf(archives.get(i), archives.get(i).length / 3))) {
        assertThat(readWhole(names.get(i), bytes).rejections.values())
            .as(names.get(i))
            .last()
            .matches(why -> why.reason() == Reason.INVALID_FILE)
            .extracting(Rejection::detail)
            .isIn(
                "the archive is damaged",
                "the archive is damaged: it ends too early",
                "the archive has no entry");
      }
    }
  }

  @Test
  void leavesNothingInTheTemporaryFolder() throws IOException {
    Path folder = Path.of(System.getProperty("java.io.tmpdir"));
    readWhole("a.zip", zip("a.txt", "甲。"));
    readWhole("a.zip", "no archive");
    try (var left = Files.newDirectoryStream(folder, "zhengyu-archive-*")) {
      assertThat(left).isEmpty();
    }
  }
}
