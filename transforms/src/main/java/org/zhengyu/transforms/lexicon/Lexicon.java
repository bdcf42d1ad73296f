package org.zhengyu.transforms.lexicon;

import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStreamWriter;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.zhengyu.transforms.decode.Digests;

/**
 * The policy phrases that a run looks for, in the order of their files: each has a canonical form,
 * possibly a category, variants that count as the same phrase, and the year in which it came up.
 *
 * <p>All forms are folded (full-width letters and digits to half width, and what else the folding
 * of the run does), because they are compared with folded text. No form, canonical or variant,
 * belongs to two phrases. Immutable.
 */
public final class Lexicon {

  // In the compact form. A tab is a control character and so in no phrase and no category.
  private static final char FIELD_SEPARATOR = '\t';

  // No variant begins with it.
  private static final char EXCLUSION_MARK = '!';

  private final List<LexiconEntry> entries;
  private final String key;

  private Lexicon(List<LexiconEntry> entries) {
    this.entries = List.copyOf(entries);
    this.key = digest();
  }

  /** The lexicon of these phrases, of which no two have a form in common. */
  static Lexicon of(List<LexiconEntry> entries) {
    return new Lexicon(entries);
  }

  /** A lexicon without phrases. */
  public static Lexicon empty() {
    return new Lexicon(List.of());
  }

  /**
   * The lexicon that a file's content is.
   *
   * @param fileName the name for messages
   * @param fold the folding that the text will have gone through, too
   * @throws InputFileException as {@link LexiconFile#parse(String, String, UnaryOperator)}
   */
  public static Lexicon parse(String content, String fileName, UnaryOperator<String> fold)
      throws InputFileException {
    return LexiconMerge.of(List.of(LexiconFile.parse(content, fileName, fold))).lexicon();
  }

  /**
   * The lexicon that a file in any encoding is.
   *
   * @param fileName the name for messages
   * @param fold the folding that the text will have gone through, too
   * @throws InputFileException as {@link LexiconFile#parse(byte[], String, UnaryOperator)}
   */
  public static Lexicon parse(byte[] content, String fileName, UnaryOperator<String> fold)
      throws InputFileException {
    return LexiconMerge.of(List.of(LexiconFile.parse(content, fileName, fold))).lexicon();
  }

  /** Number of phrases; a phrase's index is its place in the file, from 0. */
  public int size() {
    return entries.size();
  }

  /** The canonical form, folded. */
  public String phrase(int index) {
    return entries.get(index).phrase();
  }

  /** The category as written in the file, if any. */
  public Optional<String> category(int index) {
    return Optional.ofNullable(entries.get(index).category());
  }

  /** The other forms that count as this phrase, folded, without the canonical one. */
  public List<String> variants(int index) {
    return entries.get(index).variants();
  }

  /** Expressions within which a form is no occurrence of this phrase, folded. */
  List<String> exclusions(int index) {
    return entries.get(index).exclusions();
  }

  /** Whether the phrase has a form that stands for many: with a star at an end. */
  public boolean hasGlobs(int index) {
    return entries.get(index).forms().stream().anyMatch(Glob::isGlob);
  }

  /** The year in which the phrase came up, where the file says it. */
  public OptionalInt since(int index) {
    Integer year = entries.get(index).since();
    return year == null ? OptionalInt.empty() : OptionalInt.of(year);
  }

  /**
   * SHA-256, in hexadecimal, over phrases, categories, years, variants, exclusions and their order:
   * two lexicons with one key are interchangeable, phrase indices included. The same in every JVM.
   */
  public String key() {
    return key;
  }

  /** A compact form for shipping to workers; {@link #fromBytes} is its inverse. */
  public byte[] toBytes() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Deflater deflater = new Deflater(Deflater.BEST_SPEED);
    try (Writer writer =
        new OutputStreamWriter(new DeflaterOutputStream(bytes, deflater), StandardCharsets.UTF_8)) {
      for (LexiconEntry entry : entries) {
        writer.append(toLine(entry));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } finally {
      deflater.end();
    }
    return bytes.toByteArray();
  }

  /**
   * Restores what {@link #toBytes} made.
   *
   * @throws UncheckedIOException if the bytes are no such form
   */
  public static Lexicon fromBytes(byte[] bytes) {
    List<LexiconEntry> entries = new ArrayList<>();
    Map<String, String> sharedCategories = new HashMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new InflaterInputStream(new ByteArrayInputStream(bytes)),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        entries.add(ofLine(line, sharedCategories));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Lexicon(entries);
  }

  private String digest() {
    MessageDigest sha256 = Digests.sha256();
    for (LexiconEntry entry : entries) {
      sha256.update(toLine(entry).getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  /**
   * Phrase, category and year, the last two empty where they are not known; then variants; then
   * exclusions, each behind a mark.
   */
  private static String toLine(LexiconEntry entry) {
    StringBuilder line = new StringBuilder();
    line.append(entry.phrase()).append(FIELD_SEPARATOR);
    line.append(entry.category() == null ? "" : entry.category()).append(FIELD_SEPARATOR);
    line.append(entry.since() == null ? "" : entry.since());
    entry.variants().forEach(variant -> line.append(FIELD_SEPARATOR).append(variant));
    entry
        .exclusions()
        .forEach(
            exclusion -> line.append(FIELD_SEPARATOR).append(EXCLUSION_MARK).append(exclusion));
    return line.append('\n').toString();
  }

  private static LexiconEntry ofLine(String line, Map<String, String> sharedCategories) {
    List<String> fields = split(line);
    String category = fields.get(1);
    String since = fields.get(2);
    List<String> forms = fields.subList(3, fields.size());
    return new LexiconEntry(
        fields.get(0),
        category.isEmpty() ? null : sharedCategories.computeIfAbsent(category, name -> name),
        forms.stream().filter(form -> form.charAt(0) != EXCLUSION_MARK).toList(),
        forms.stream()
            .filter(form -> form.charAt(0) == EXCLUSION_MARK)
            .map(form -> form.substring(1))
            .toList(),
        since.isEmpty() ? null : Integer.valueOf(since));
  }

  private static List<String> split(String line) {
    List<String> fields = new ArrayList<>(4);
    int begin = 0;
    for (int at = line.indexOf(FIELD_SEPARATOR);
        at >= 0;
        at = line.indexOf(FIELD_SEPARATOR, begin)) {
      fields.add(line.substring(begin, at));
      begin = at + 1;
    }
    fields.add(line.substring(begin));
    return fields;
  }
}
