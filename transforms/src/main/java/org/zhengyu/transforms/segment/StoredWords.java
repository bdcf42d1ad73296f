package org.zhengyu.transforms.segment;

import com.hankcs.hanlp.HanLP;
import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.CodeSource;
import java.util.Optional;
import java.util.zip.CRC32;

/**
 * {@link CoreWords} in a file, which is read in a tenth of the time that it takes to pick them from
 * HanLP's dictionaries. It holds for one version of Java and for what is in two jars, HanLP's and
 * that of this class. Another file is passed over, and so is one that is not as it was written.
 */
public final class StoredWords {
  /** The system property that names the file, if there is one. */
  private static final String FILE = "zhengyu.words";

  private StoredWords() {}

  /** Makes the file that is the one argument. */
  public static void main(String[] args) throws IOException {
    Path file = Path.of(args[0]);
    Optional<Long> key = key();
    if (key.isEmpty()) {
      throw new IOException("only a program in jars has words in a file");
    }
    write(CoreWords.ofHanLp(), file, key.get());
  }

  /** Writes words to a file, which can be read once that is done. */
  static void write(CoreWords words, Path file, long key) throws IOException {
    try (ArrayFile.Writer out = new ArrayFile.Writer(file, key)) {
      words.write(out);
    }
  }

  /** The words of the file that the property names, if it holds for this program. */
  static Optional<CoreWords> find() {
    String file = System.getProperty(FILE, "");
    if (file.isEmpty() || !Files.isReadable(Path.of(file))) {
      return Optional.empty();
    }
    try {
      Optional<Long> key = key();
      return key.isEmpty() ? Optional.empty() : read(Path.of(file), key.get());
    } catch (IOException e) {
      // It only saves time: HanLP has the words, too.
      return Optional.empty();
    }
  }

  /** The words of a file, if it has that key and is as it was written. */
  static Optional<CoreWords> read(Path file, long key) throws IOException {
    return ArrayFile.Reader.open(file, key).map(CoreWords::read);
  }

  /** What the words follow from, or nothing where it is not in jars. */
  private static Optional<Long> key() throws IOException {
    Optional<Path> hanLp = jarOf(HanLP.class);
    Optional<Path> own = jarOf(StoredWords.class);
    if (hanLp.isEmpty() || own.isEmpty()) {
      return Optional.empty();
    }
    CRC32 sum = new CRC32();
    sum.update(Files.readAllBytes(hanLp.get()));
    sum.update(Files.readAllBytes(own.get()));
    sum.update(Runtime.version().toString().getBytes(StandardCharsets.UTF_8));
    return Optional.of(sum.getValue());
  }

  private static Optional<Path> jarOf(Class<?> type) throws IOException {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    if (source == null) {
      return Optional.empty();
    }
    try {
      Path path = Path.of(source.getLocation().toURI());
      return Files.isRegularFile(path) ? Optional.of(path) : Optional.empty();
    } catch (URISyntaxException e) {
      throw new IOException(e);
    }
  }
}
