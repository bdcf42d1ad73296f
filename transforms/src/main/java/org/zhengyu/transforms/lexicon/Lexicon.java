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
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
import java.util.zip.InflaterInputStream;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVParser;
import org.apache.commons.csv.CSVRecord;

/**
 * The policy phrases that a run looks for, in the order of their file: each has a canonical form,
 * possibly a category, and possibly variants that count as the same phrase.
 *
 * <p>All forms are folded (full-width letters and digits to half width, and what else the folding
 * of the run does), because they are compared with folded text. No form, canonical or variant,
 * belongs to two phrases. Immutable.
 */
public final class Lexicon {

  private static final List<String> HEADER = List.of("phrase", "category", "variants");
  private static final char COLUMN_SEPARATOR = ',';
  private static final char VARIANT_SEPARATOR = '|';
  private static final CSVFormat QUOTED_LINE =
      CSVFormat.RFC4180.builder().setIgnoreSurroundingSpaces(true).build();

  // In the compact form. A tab is a control character and so in no phrase and no category.
  private static final char FIELD_SEPARATOR = '\t';

  private final String[] phrases;
  private final String[] categories;
  private final List<List<String>> variants;
  private final String key;

  private Lexicon(List<String> phrases, List<String> categories, List<List<String>> variants) {
    this.phrases = phrases.toArray(new String[0]);
    this.categories = categories.toArray(new String[0]);
    this.variants = List.copyOf(variants);
    this.key = digest();
  }

  /** A lexicon without phrases. */
  public static Lexicon empty() {
    return new Lexicon(List.of(), List.of(), List.of());
  }

  /**
   * Reads a lexicon file: as {@link #parse(String, String, UnaryOperator)}, from strict UTF-8 with
   * or without a byte order mark.
   *
   * @throws InputFileException also when the bytes are not UTF-8
   */
  public static Lexicon parse(byte[] content, String fileName, UnaryOperator<String> fold)
      throws InputFileException {
    return parse(InputText.decode(content, fileName), fileName, fold);
  }

  /**
   * Reads a lexicon. A line is a phrase, or a CSV row {@code phrase,category,variants} with the
   * variants separated by {@code |}; a column that contains a comma or starts with a quotation mark
   * is put in {@code "..."}. White space around a column is dropped. Blank lines, lines that start
   * with {@code #} and a header line before the first phrase are skipped.
   *
   * @param fileName the name for messages
   * @param fold the folding that the text will have gone through, too
   * @throws InputFileException with the line, for a phrase or variant that is empty, stands twice
   *     (also as the variant of another, and after folding), has no letter or digit, has an
   *     invisible character or more than 100 code points; for more than three columns; for
   *     quotation marks that do not close
   */
  public static Lexicon parse(String content, String fileName, UnaryOperator<String> fold)
      throws InputFileException {
    Parser parser = new Parser(fileName, fold);
    Iterator<String> lines = content.lines().iterator();
    while (lines.hasNext()) {
      parser.accept(lines.next());
    }
    return new Lexicon(parser.phrases, parser.categories, parser.variants);
  }

  /** Number of phrases; a phrase's index is its place in the file, from 0. */
  public int size() {
    return phrases.length;
  }

  /** The canonical form, folded. */
  public String phrase(int index) {
    return phrases[index];
  }

  /** The category as written in the file, if any. */
  public Optional<String> category(int index) {
    return Optional.ofNullable(categories[index]);
  }

  /** The other forms that count as this phrase, folded, without the canonical one. */
  public List<String> variants(int index) {
    return variants.get(index);
  }

  /**
   * SHA-256, in hexadecimal, over phrases, categories, variants and their order: two lexicons with
   * one key are interchangeable, phrase indices included. The same in every JVM.
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
      StringBuilder line = new StringBuilder();
      for (int i = 0; i < phrases.length; i++) {
        line.setLength(0);
        appendLine(i, line);
        writer.append(line);
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
    List<String> phrases = new ArrayList<>();
    List<String> categories = new ArrayList<>();
    List<List<String>> variants = new ArrayList<>();
    Map<String, String> sharedCategories = new HashMap<>();
    try (BufferedReader reader =
        new BufferedReader(
            new InputStreamReader(
                new InflaterInputStream(new ByteArrayInputStream(bytes)),
                StandardCharsets.UTF_8))) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        List<String> fields = split(line, FIELD_SEPARATOR);
        phrases.add(fields.get(0));
        categories.add(share(fields.get(1), sharedCategories));
        variants.add(List.copyOf(fields.subList(2, fields.size())));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return new Lexicon(phrases, categories, variants);
  }

  private String digest() {
    MessageDigest sha256;
    try {
      sha256 = MessageDigest.getInstance("SHA-256");
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java platform has SHA-256", e);
    }
    StringBuilder line = new StringBuilder();
    for (int i = 0; i < phrases.length; i++) {
      line.setLength(0);
      appendLine(i, line);
      sha256.update(line.toString().getBytes(StandardCharsets.UTF_8));
    }
    return HexFormat.of().formatHex(sha256.digest());
  }

  private void appendLine(int index, StringBuilder line) {
    line.append(phrases[index]).append(FIELD_SEPARATOR);
    if (categories[index] != null) {
      line.append(categories[index]);
    }
    for (String variant : variants.get(index)) {
      line.append(FIELD_SEPARATOR).append(variant);
    }
    line.append('\n');
  }

  /** One object per distinct category, and null for none: a million rows share a few names. */
  private static String share(String category, Map<String, String> shared) {
    return category.isEmpty() ? null : shared.computeIfAbsent(category, name -> name);
  }

  private static List<String> split(String text, char separator) {
    List<String> parts = new ArrayList<>(3);
    int begin = 0;
    for (int at = text.indexOf(separator); at >= 0; at = text.indexOf(separator, begin)) {
      parts.add(text.substring(begin, at));
      begin = at + 1;
    }
    parts.add(text.substring(begin));
    return parts;
  }

  /** State of one reading: what was found so far, and on which line each form first stood. */
  private static final class Parser {
    private final String fileName;
    private final UnaryOperator<String> fold;
    private final List<String> phrases = new ArrayList<>();
    private final List<String> categories = new ArrayList<>();
    private final List<List<String>> variants = new ArrayList<>();
    private final Map<String, Integer> lineOfForm = new HashMap<>();
    private final Map<String, String> sharedCategories = new HashMap<>();
    private int line;

    private Parser(String fileName, UnaryOperator<String> fold) {
      this.fileName = fileName;
      this.fold = fold;
    }

    private void accept(String text) throws InputFileException {
      line++;
      if (InputText.isBlankOrComment(text)) {
        return;
      }
      List<String> columns = columns(text);
      if (phrases.isEmpty() && isHeader(columns)) {
        return;
      }
      if (columns.size() > HEADER.size()) {
        throw fault(
            columns.size()
                + " columns; at most 3 are allowed: "
                + String.join(",", HEADER)
                + " (put a phrase that contains a comma in quotation marks)");
      }
      phrases.add(form(columns.get(0), "phrase"));
      categories.add(columns.size() > 1 ? category(columns.get(1)) : null);
      variants.add(columns.size() > 2 ? variants(columns.get(2)) : List.of());
    }

    /**
     * The columns of a line. Lines are read one by one, so that a forgotten quotation mark is
     * reported where it stands and does not swallow the rest of the file.
     */
    private List<String> columns(String text) throws InputFileException {
      if (text.indexOf('"') < 0) {
        return split(text, COLUMN_SEPARATOR);
      }
      try (CSVParser parser = CSVParser.parse(text, QUOTED_LINE)) {
        List<CSVRecord> records = parser.getRecords();
        return records.get(0).toList();
      } catch (IOException | UncheckedIOException e) {
        throw fault("quotation marks that do not close, or text after a closing one");
      }
    }

    private static boolean isHeader(List<String> columns) {
      if (columns.size() > HEADER.size()) {
        return false;
      }
      for (int i = 0; i < columns.size(); i++) {
        if (!InputText.strip(columns.get(i)).equalsIgnoreCase(HEADER.get(i))) {
          return false;
        }
      }
      return true;
    }

    private String category(String column) throws InputFileException {
      String category = InputText.strip(column);
      InputText.checkReadable(category, "category", fileName, line);
      return share(category, sharedCategories);
    }

    private List<String> variants(String column) throws InputFileException {
      if (InputText.strip(column).isEmpty()) {
        return List.of();
      }
      List<String> forms = new ArrayList<>();
      for (String part : split(column, VARIANT_SEPARATOR)) {
        forms.add(form(part, "variant"));
      }
      return List.copyOf(forms);
    }

    private String form(String written, String what) throws InputFileException {
      String form = InputText.strip(fold.apply(written));
      if (form.isEmpty()) {
        throw fault("empty " + what);
      }
      InputText.checkReadable(form, what, fileName, line);
      if (!Words.isWord(form, 0, form.length())) {
        throw fault(what + " “" + form + "” has no letter or digit");
      }
      Integer first = lineOfForm.putIfAbsent(form, line);
      if (first != null) {
        throw fault("duplicate " + what + " “" + form + "”, which already stands on line " + first);
      }
      return form;
    }

    private InputFileException fault(String problem) {
      return new InputFileException(fileName, line, problem);
    }
  }
}
