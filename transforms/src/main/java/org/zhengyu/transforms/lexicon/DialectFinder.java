package org.zhengyu.transforms.lexicon;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.lexicon.LexiconLine.Field;

/** Finds out how a lexicon file is laid out, from its header or from all of its lines. */
final class DialectFinder {
  /** Separators that spreadsheets and programs write. */
  private static final String WRITTEN = "\t,;";

  /** Separators that people type, and that phrases may hold too. */
  private static final String TYPED = "，、";

  private static final Pattern BLANK_OF_ITS_OWN =
      Pattern.compile("\\p{IsIdeographic}[ \\u3000]\\p{IsIdeographic}");

  /** Shorter than this stands behind a ； as a category, and not as the other half of a slogan. */
  private static final int HALF_A_SLOGAN = 5;

  /** A word, a frequency, and perhaps a tag: a line of a user dictionary of jieba. */
  private static final Pattern JIEBA = Pattern.compile("\\S.*?\\s+(\\d+)(\\s+[a-z]{1,5})?");

  /** The same where the frequency may be left out too. */
  private static final Pattern JIEBA_SHORT =
      Pattern.compile("(\\S.*?)(?:\\s+\\d+)?(?:\\s+[a-z]{1,5})?");

  /** A word, and then tags and frequencies by turns: a line of a dictionary of HanLP. */
  private static final Pattern HANLP = Pattern.compile("(\\S+)(?:\\s+[a-z]{1,5}\\s+\\d+)+");

  /** A word in ideographs and its part of speech, in the tags that jieba and HanLP share. */
  private static final Pattern TAGGED =
      Pattern.compile(
          "\\S*\\p{IsIdeographic}\\s+(?:[a-z]|[adntvu][dg]|an|vn|vi|n[rstxzwi]|nr[ftj]|nrfg|eng)");

  private static final Pattern TAG = Pattern.compile("[a-z]{0,5}");
  private static final Pattern BLANK_WITHIN = Pattern.compile(".*\\S\\s+\\S.*");

  /** Shorter than this is also a category of which the phrase speaks: 城市 of 六个城市. */
  private static final int MIN_FORM = 3;

  private static final List<LexiconColumn> USUAL =
      List.of(
          LexiconColumn.PHRASE,
          LexiconColumn.CATEGORY,
          LexiconColumn.VARIANTS,
          LexiconColumn.SINCE);

  private final List<LexiconLine> lines;
  private final Faults faults;

  /** What a spreadsheet says of its own file in the first line. */
  private final @Nullable Character declared;

  private DialectFinder(List<LexiconLine> lines, Faults faults) {
    Matcher first = LexiconDialect.SEPARATOR_LINE.matcher(lines.get(0).text());
    this.declared = first.matches() ? first.group(1).charAt(0) : null;
    this.lines = declared == null ? lines : lines.subList(1, lines.size());
    this.faults = faults;
  }

  /**
   * The dialect of a file.
   *
   * @param lines those that say something, at least one
   * @param faults gets what makes it none that can be read
   * @return null when there was such a fault
   */
  static @Nullable LexiconDialect find(List<LexiconLine> lines, Faults faults) {
    return new DialectFinder(lines, faults).find();
  }

  private @Nullable LexiconDialect find() {
    if (lines.isEmpty()) {
      return dialect(LexiconDialect.NONE, USUAL, null, null);
    }
    String separators =
        declared == null
            ? LexiconLine.SEPARATORS + LexiconDialect.NONE
            : String.valueOf(declared.charValue());
    for (int i = 0; i < separators.length(); i++) {
      char separator = separators.charAt(i);
      List<@Nullable LexiconColumn> columns = header(separator);
      if (columns != null) {
        return faults.isEmpty() ? dialect(separator, columns, null, lines.get(0).text()) : null;
      }
    }
    Pattern dictionary = dictionary();
    if (dictionary != null) {
      return dialect(LexiconDialect.NONE, List.of(LexiconColumn.PHRASE), dictionary, null);
    }
    Character separator = separator();
    if (separator == null) {
      return null;
    }
    List<LexiconColumn> columns = columns(separator);
    return columns == null ? null : dialect(separator, columns, null, null);
  }

  private LexiconDialect dialect(
      char separator,
      List<LexiconColumn> columns,
      @Nullable Pattern dictionary,
      @Nullable String header) {
    boolean hasBars = lines.stream().anyMatch(line -> LexiconDialect.hasBar(line.text()));
    return new LexiconDialect(separator, columns, dictionary, hasBars, header);
  }

  /**
   * The columns that the first line names, with a fault where they are not what they should be;
   * null if, cut in this way, it is no header.
   */
  private @Nullable List<@Nullable LexiconColumn> header(char separator) {
    LexiconLine first = lines.get(0);
    List<Field> names = LexiconDialect.fields(first, separator);
    List<@Nullable LexiconColumn> columns = new ArrayList<>();
    for (Field name : names) {
      columns.add(LexiconColumn.named(name.text()));
    }
    boolean hasPhrase = columns.contains(LexiconColumn.PHRASE);
    boolean isOne = names.size() == 1;
    boolean isHeader = hasPhrase || (!isOne && !columns.contains(null));
    if (!isHeader || (isOne && separator != LexiconDialect.NONE)) {
      return null;
    }
    if (!hasPhrase) {
      faults.add(first.number(), new Remark("no column named phrase (短语)", "没有名为 phrase（短语）的列"));
    }
    for (int i = 0; i < columns.size(); i++) {
      LexiconColumn column = columns.get(i);
      String name = names.get(i).text();
      if (column == null) {
        faults.add(
            first.number(),
            Remark.of(
                "column “%s” is none of phrase (短语), category (类别), variants (变体), since (年份), note"
                    + " (备注)",
                "列名“%s”不是 phrase（短语）、category（类别）、variants（变体）、since（年份）、note（备注）之一", name));
      } else if (column != LexiconColumn.IGNORED && columns.indexOf(column) < i) {
        faults.add(first.number(), Remark.of("two columns for the %s", "有两列 %s", column.label()));
      }
    }
    return columns;
  }

  /** What the lines of a segmenter's dictionary look like; null if they are none. */
  private @Nullable Pattern dictionary() {
    if (lines.stream().allMatch(line -> HANLP.matcher(line.text()).matches())) {
      return HANLP;
    }
    if (lines.stream().allMatch(line -> TAGGED.matcher(line.text()).matches())) {
      return JIEBA_SHORT;
    }
    boolean isTagged = false;
    boolean areYears = true;
    int frequencies = 0;
    for (LexiconLine line : lines) {
      Matcher jieba = JIEBA.matcher(line.text());
      if (jieba.matches()) {
        frequencies++;
        isTagged |= jieba.group(2) != null;
        areYears &= LexiconDialect.YEAR.matcher(jieba.group(1)).matches();
      } else if (BLANK_WITHIN.matcher(line.text()).matches() && !isWordAndTag(line.text())) {
        return null;
      }
    }
    return isTagged || (frequencies == lines.size() && !areYears) ? JIEBA_SHORT : null;
  }

  private static boolean isWordAndTag(String text) {
    Matcher matcher = JIEBA_SHORT.matcher(text);
    return matcher.matches() && !matcher.group(1).equals(text);
  }

  /** What stands between fields, {@link LexiconDialect#NONE} for nothing; null after a fault. */
  private @Nullable Character separator() {
    if (declared != null) {
      return declared;
    }
    for (LexiconLine line : lines) {
      String visible = line.visible();
      for (int i = 0; i < visible.length(); i++) {
        if (WRITTEN.indexOf(visible.charAt(i)) >= 0) {
          return visible.charAt(i);
        }
      }
    }
    List<LexiconLine> withSemicolon = lines.stream().filter(line -> line.count('；') > 0).toList();
    if (areHalves(withSemicolon)) {
      faults.add(
          withSemicolon.get(0).number(),
          new Remark(
              "“；” between columns or in a phrase? Put the phrase in quotation marks, or begin with a"
                  + " line phrase；category",
              "“；”是分列，还是短语中的标点？短语请加引号，或在首行写 phrase；category"));
      return null;
    }
    if (!withSemicolon.isEmpty()) {
      return '；';
    }
    for (int i = 0; i < TYPED.length(); i++) {
      char mark = TYPED.charAt(i);
      List<LexiconLine> with = lines.stream().filter(line -> line.count(mark) > 0).toList();
      if (with.stream().anyMatch(line -> hasEmptyField(line, mark)) || hasCategories(with, mark)) {
        return mark;
      }
      if (with.size() == lines.size() && with.size() > 1) {
        faults.add(
            with.get(0).number(),
            Remark.of(
                "“%1$s” in each line: between columns or in phrases? Begin with a line"
                    + " phrase%1$scategory, or phrase",
                "每行都有“%1$s”：是分列，还是短语中的标点？请在首行写 phrase%1$scategory，或只写 phrase", mark));
        return null;
      }
    }
    if (lines.size() > 1
        && lines.stream().allMatch(line -> BLANK_OF_ITS_OWN.matcher(line.visible()).find())) {
      faults.add(
          lines.get(0).number(),
          new Remark(
              "a blank in each line: between columns or in phrases? Write commas between columns, or"
                  + " begin with a line phrase",
              "每行都有空格：是分列，还是短语中的空格？分列请用逗号，否则请在首行写 phrase"));
      return null;
    }
    return LexiconDialect.NONE;
  }

  /** Whether what stands behind the ； of each of some lines may be the other half of a slogan. */
  private boolean areHalves(List<LexiconLine> with) {
    return !with.isEmpty()
        && !hasCategories(with, '；')
        && with.stream()
            .map(line -> line.fields('；'))
            .allMatch(
                fields -> fields.size() == 2 && fields.get(1).text().length() >= HALF_A_SLOGAN);
  }

  private static boolean hasEmptyField(LexiconLine line, char mark) {
    return line.fields(mark).stream().skip(1).anyMatch(field -> field.text().isEmpty());
  }

  /** Whether every line has a second field, and they repeat, as categories do and slogans not. */
  private boolean hasCategories(List<LexiconLine> with, char mark) {
    Set<String> seconds = new HashSet<>();
    with.forEach(line -> seconds.add(line.fields(mark).get(1).text()));
    return with.size() == lines.size() && 2 * seconds.size() <= with.size();
  }

  /** What the fields of a line hold, by what they look like; null after a fault. */
  private @Nullable List<LexiconColumn> columns(char separator) {
    List<List<String>> values = values(separator);
    int width = values.size();
    if (width > USUAL.size() + (isNumbered(values) ? 1 : 0)) {
      return USUAL;
    }
    if (isDictionary(values)) {
      return List.of(LexiconColumn.PHRASE, LexiconColumn.IGNORED, LexiconColumn.IGNORED);
    }
    LexiconColumn[] columns = new LexiconColumn[width];
    int phrase = isNumbered(values) ? 1 : 0;
    columns[0] = LexiconColumn.IGNORED;
    columns[phrase] = LexiconColumn.PHRASE;
    int since = only(values, phrase + 1, DialectFinder::areYears);
    int variants =
        only(values, phrase + 1, column -> column.stream().anyMatch(LexiconDialect::hasBar));
    if (since > 0) {
      columns[since] = LexiconColumn.SINCE;
    }
    if (variants > 0) {
      columns[variants] = LexiconColumn.VARIANTS;
    }
    List<LexiconColumn> others = new ArrayList<>(USUAL);
    others.removeAll(Arrays.asList(columns));
    for (int i = 0; i < width; i++) {
      if (columns[i] == null) {
        columns[i] = others.remove(0);
      }
    }
    LexiconLine unclear =
        phrase == 0 && width == 2 && columns[1] == LexiconColumn.CATEGORY
            ? formsAsCategories(separator)
            : null;
    if (unclear != null) {
      faults.add(
          unclear.number(),
          Remark.of(
              "“%s”: a category or a variant? %s",
              "“%s”：是类别还是变体？%s",
              unclear.fields(separator).get(1).text(),
              LexiconDialect.SAY_COLUMNS));
      return null;
    }
    return List.of(columns);
  }

  /** What stands in each column, without what is empty. */
  private List<List<String>> values(char separator) {
    List<List<String>> values = new ArrayList<>();
    for (LexiconLine line : lines) {
      List<Field> fields = LexiconDialect.fields(line, separator);
      for (int i = 0; i < fields.size(); i++) {
        if (i == values.size()) {
          values.add(new ArrayList<>());
        }
        if (!fields.get(i).text().isEmpty()) {
          values.get(i).add(fields.get(i).text());
        }
      }
    }
    return values;
  }

  /** Whether words are followed by frequencies, and those by nothing but tags. */
  private static boolean isDictionary(List<List<String>> values) {
    return (values.size() == 2 || values.size() == 3)
        && !values.get(1).isEmpty()
        && matchAll(values.get(1), LexiconDialect.WHOLE_NUMBER)
        && !areYears(values.get(1))
        && matchAll(values.subList(2, values.size()).stream().flatMap(List::stream).toList(), TAG);
  }

  private static boolean areYears(List<String> values) {
    return !values.isEmpty() && matchAll(values, LexiconDialect.YEAR);
  }

  private static boolean matchAll(List<String> values, Pattern pattern) {
    return values.stream().allMatch(value -> pattern.matcher(value).matches());
  }

  /** Whether the first column counts the lines, and the second is of something else. */
  private boolean isNumbered(List<List<String>> values) {
    List<String> numbers =
        IntStream.rangeClosed(1, lines.size()).mapToObj(String::valueOf).toList();
    return values.size() > 1
        && values.get(0).equals(numbers)
        && !matchAll(values.get(1), LexiconDialect.WHOLE_NUMBER);
  }

  /** The one column from the first on of which this is true, or -1. */
  private static int only(List<List<String>> values, int first, Predicate<List<String>> isTrue) {
    int[] found =
        IntStream.range(first, values.size()).filter(i -> isTrue.test(values.get(i))).toArray();
    return found.length == 1 ? found[0] : -1;
  }

  /**
   * The first line of which the second field looks like a form of the phrase, if most do and none
   * repeats, as categories would; else null. Lines with an empty third field have the usual order.
   */
  private @Nullable LexiconLine formsAsCategories(char separator) {
    Set<String> seconds = new HashSet<>();
    List<LexiconLine> likeForms = new ArrayList<>();
    int described = 0;
    for (LexiconLine line : lines) {
      List<Field> fields = line.fields(separator);
      String second = fields.size() > 1 ? fields.get(1).text() : "";
      if (fields.size() > 2 || (!second.isEmpty() && !seconds.add(second))) {
        return null;
      }
      described += second.isEmpty() ? 0 : 1;
      if (second.length() >= MIN_FORM && isLike(second, fields.get(0).text())) {
        likeForms.add(line);
      }
    }
    return 2 * likeForms.size() > described ? likeForms.get(0) : null;
  }

  private static boolean isLike(String form, String phrase) {
    return form.contains(phrase) || phrase.contains(form);
  }
}
