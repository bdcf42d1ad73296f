package org.zhengyu.parsers;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.parse.ParserAnswer;

/** Files as offices publish them, by sequences of eight characters of the text that each holds. */
class RealFilesTest {
  private static final int LENGTH = 8;

  private static List<Path> files(String folder, String suffix) throws IOException {
    Path path = Path.of(System.getProperty("zhengyu.root"), "..", "shared", "files", folder);
    assumeTrue(Files.isDirectory(path), () -> "no files at " + path.normalize());
    try (Stream<Path> files = Files.list(path)) {
      return files.filter(file -> file.toString().endsWith(suffix)).sorted().toList();
    }
  }

  private static String read(Path file) throws IOException {
    ParserAnswer answer = Documents.read(Files.readAllBytes(file));
    assertThat(answer.reason()).as(file + ": " + answer.text()).isNull();
    return answer.text();
  }

  /**
   * The text beside a file, without the links and marks of Markdown that it has and the file not.
   */
  private static String known(Path file, String suffix) throws IOException {
    String name = file.getFileName().toString().replace(suffix, ".txt");
    return Files.readString(file.resolveSibling(name))
        .replaceAll("\\[([^]]*)]\\([^)]*\\)", "$1")
        .replaceAll("[#*]", "");
  }

  private static Set<String> sequences(String text) {
    String bare = text.replaceAll("[\\s\\p{Z}*]", "");
    Set<String> sequences = new HashSet<>();
    for (int i = 0; i + LENGTH <= bare.length(); i++) {
      sequences.add(bare.substring(i, i + LENGTH));
    }
    return sequences;
  }

  private static double share(Set<String> of, Set<String> in) {
    return (double) of.stream().filter(in::contains).count() / of.size();
  }

  @Test
  void readsLawsFromTheDocumentsThatTheyAreIncludedIn() throws IOException {
    for (Path file : files("laws", ".docx")) {
      Set<String> known = sequences(known(file, ".docx"));
      Set<String> read = sequences(read(file));
      assertThat(share(known, read)).as(file.toString()).isGreaterThan(0.99);
      assertThat(share(read, known)).as(file.toString()).isGreaterThan(0.99);
    }
  }

  @Test
  void readsLawsFromTheirPages() throws IOException {
    for (Path file : files("laws", ".pdf")) {
      Set<String> known = sequences(known(file, ".pdf"));
      Set<String> read = sequences(read(file));
      assertThat(share(known, read)).as(file.toString()).isGreaterThan(0.97);
      assertThat(share(read, known)).as(file.toString()).isGreaterThan(0.97);
    }
  }

  @Test
  void readsANoticeFromItsHeadToItsEnd() throws IOException {
    for (Path file : files("other", "gongwen-notice.docx")) {
      assertThat(read(file).lines())
          .startsWith("国务院办公厅", "国办发〔2026〕15号", "关于加快推进数字化转型的通知")
          .contains("（此件公开发布）");
    }
  }
}
