package org.zhengyu.transforms.segment;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.zhengyu.transforms.lexicon.Matches;

class StoredWordsTest {
  private static final long KEY = 0x1234_5678_9ABCL;

  @TempDir static Path folder;

  private static CoreWords ofHanLp;
  private static Path file;

  @BeforeAll
  static void store() throws IOException {
    ofHanLp = CoreWords.ofHanLp();
    file = folder.resolve("words");
    StoredWords.write(ofHanLp, file, KEY);
  }

  @Test
  void segmentsTheSampleDocumentsAsWithTheWordsOfHanLp() throws IOException {
    CoreWords stored = StoredWords.read(file, KEY).orElseThrow();
    Path corpus = Path.of(System.getProperty("zhengyu.root"), "seeds", "corpus");
    int lines = 0;
    try (Stream<Path> documents = Files.list(corpus)) {
      for (Path document : documents.filter(path -> path.toString().endsWith(".txt")).toList()) {
        // One of them has another encoding, and is as good as any text.
        String text = new String(Files.readAllBytes(document), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
          if (!line.isEmpty()) {
            assertThat(tokens(stored, line)).as(line).isEqualTo(tokens(ofHanLp, line));
            lines++;
          }
        }
      }
    }
    assertThat(lines).isGreaterThan(100);
  }

  @Test
  void losesNothingOfWhatIsStored() throws IOException {
    Path again = folder.resolve("again");
    StoredWords.write(StoredWords.read(file, KEY).orElseThrow(), again, KEY);
    assertThat(Files.mismatch(file, again)).isEqualTo(-1);
  }

  @Test
  void passesOverAFileOfAnotherProgram() throws IOException {
    assertThat(StoredWords.read(file, KEY + 1)).isEmpty();
  }

  @Test
  void passesOverAFileThatIsNotAsItWasWritten() throws IOException {
    byte[] written = Files.readAllBytes(file);
    Path damaged = folder.resolve("damaged");
    Files.write(damaged, Arrays.copyOf(written, written.length - 1));
    assertThat(StoredWords.read(damaged, KEY)).isEmpty();
    written[written.length / 2] ^= 1;
    Files.write(damaged, written);
    assertThat(StoredWords.read(damaged, KEY)).isEmpty();
    Files.write(damaged, new byte[0]);
    assertThat(StoredWords.read(damaged, KEY)).isEmpty();
  }

  /** The words of the cheapest way, each as its number and where it ends. */
  private static List<Integer> tokens(CoreWords words, String sentence) {
    WordLattice lattice = new WordLattice(words.model(), words.unlisted(), words.worth());
    lattice.segment(sentence, new Matches(), Undisputed.NOTHING);
    List<Integer> tokens = new ArrayList<>();
    for (int i = 0; i < lattice.size(); i++) {
      tokens.add(lattice.word(i));
      tokens.add(lattice.end(i));
    }
    return tokens;
  }
}
