package org.zhengyu.engines.testkit;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedWriter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Documents of any number, made of the clauses of the sample documents. */
public final class GeneratedCorpus {
  private static final int FEWEST_SENTENCES = 20;
  private static final int MOST_SENTENCES = 120;
  private static final int FEWEST_CLAUSES = 2;
  private static final int MOST_CLAUSES = 6;
  private static final int SHORTEST_CLAUSE = 4;
  private static final String BREAKS = "[。，；：、“”（）\\s\\p{Cntrl}]+";

  /** Samples that are plain UTF-8 text; the others are there for their encodings and formats. */
  private static final Pattern PLAIN = Pattern.compile(".*-(report|plan|opinions|article)\\.txt");

  private GeneratedCorpus() {}

  /**
   * Writes documents as JSON lines until the file has this size. The same seed gives the same file.
   * Every document has a sentence of its own, so none repeats another.
   */
  public static void write(Path file, long bytes, long seed) throws IOException {
    List<String> clauses = clauses();
    Random random = new Random(seed);
    long written = 0;
    try (BufferedWriter out = Files.newBufferedWriter(file, UTF_8)) {
      for (int number = 0; written < bytes; number++) {
        StringBuilder line = new StringBuilder();
        line.append("{\"id\": \"generated-").append(number).append("\", \"text\": \"");
        line.append("第").append(number).append("号文件。");
        int sentences = random.nextInt(FEWEST_SENTENCES, MOST_SENTENCES);
        for (int i = 0; i < sentences; i++) {
          int length = random.nextInt(FEWEST_CLAUSES, MOST_CLAUSES);
          for (int j = 0; j < length; j++) {
            line.append(j == 0 ? "" : "，").append(clauses.get(random.nextInt(clauses.size())));
          }
          line.append('。');
        }
        line.append("\"}\n");
        out.append(line);
        written += line.toString().getBytes(UTF_8).length;
      }
    }
  }

  private static List<String> clauses() throws IOException {
    List<String> clauses = new ArrayList<>();
    try (Stream<Path> files = Files.list(Program.repository().resolve("seeds/corpus"))) {
      for (Path file : files.sorted().toList()) {
        if (PLAIN.matcher(file.toString()).matches()) {
          for (String clause : Files.readString(file, UTF_8).split(BREAKS, -1)) {
            if (clause.length() >= SHORTEST_CLAUSE) {
              clauses.add(clause);
            }
          }
        }
      }
    }
    return clauses;
  }
}
