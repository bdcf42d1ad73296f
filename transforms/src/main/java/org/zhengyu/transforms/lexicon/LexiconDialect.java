package org.zhengyu.transforms.lexicon;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.lexicon.LexiconLine.Field;

/**
 * How a lexicon file is laid out: what stands between its fields, which column holds what, what
 * stands between variants. It is found out from the whole file ({@link DialectFinder}), and then
 * read line by line. What may be meant in two ways is refused: a lexicon that is misread matches
 * nothing, and says nothing.
 *
 * @param separator between fields; {@link #NONE} where a line is one phrase
 * @param columns what the fields hold
 * @param dictionary the lines of a segmenter's dictionary, of which the first group is the word;
 *     null where fields are separated
 * @param hasBars whether a {@code |} stands anywhere, as it should between variants
 * @param header the line that names the columns; null without
 */
record LexiconDialect(
    char separator,
    List<LexiconColumn> columns,
    @Nullable Pattern dictionary,
    boolean hasBars,
    @Nullable String header) {

  /** A separator that stands in no line. */
  static final char NONE = '\n';

  /** A year since there are slogans of this kind. */
  static final Pattern YEAR = Pattern.compile("(?:19|20)\\d\\d年?");

  static final Pattern WHOLE_NUMBER = Pattern.compile("\\d+");

  /** What a spreadsheet writes above all lines: {@code sep=;}. */
  static final Pattern SEPARATOR_LINE = Pattern.compile("(?i)sep=([\t,;|])");

  private static final Pattern GROUPED_NUMBER =
      Pattern.compile("(?<!\\d)\\d{1,3}(?:,\\d{3})+(?!\\d)");

  private static final Pattern NUMBER_AT_END = Pattern.compile("\\S.*\\s\\d+(?:\\s+[a-z]{1,5})?");
  private static final Pattern GAP =
      Pattern.compile("[^\\s\\u3000][\\s\\u3000]{2,}[^\\s\\u3000!！]");
  private static final Pattern GLUED_EXCLUSION = Pattern.compile("[^\\s\\u3000][!！][^\\s\\u3000]");
  private static final Pattern LIST_MARK =
      Pattern.compile("(?:[-*•·▪]\\s|\\d{1,4}[.、．)）](?!\\d)).*");
  private static final Pattern SEMICOLON = Pattern.compile("[;；]");

  /** What may stand between variants, and in one: a comma, a slash, a blank between ideographs. */
  private static final Pattern COMMA =
      Pattern.compile("[,，、/／]|(?<=\\p{IsIdeographic})[\\s\\u3000]+(?=\\p{IsIdeographic})");

  private static final Pattern BAR = Pattern.compile("[|｜]");
  private static final Pattern BAR_OR_LINE = Pattern.compile("[|｜]|\\n");

  /** What other tools write for any characters, and nobody in a phrase. */
  private static final Pattern WILDCARD = Pattern.compile("\\S\\?|[.\\]][*+]|\\\\|\\^.");

  private static final Pattern MARKUP = Pattern.compile("[\\[{]\\s*[\"'].*|</?[a-zA-Z].*");

  private static final String OPENING = "([{（［｛【";
  private static final String CLOSING = ")]}）］｝】";
  private static final Pattern NOT_SAID = Pattern.compile("[\\p{P}\\p{S}\\s]");

  private static final String OTHER_SEPARATORS = "\t,;，；";

  /** How to tell the program what a line cannot. */
  static final Remark SAY_COLUMNS =
      new Remark(
          "name the columns in a first line: phrase,category,variants,since",
          "请在首行写明各列：phrase,category,variants,since");

  /** Copies the columns. */
  LexiconDialect {
    columns = List.copyOf(columns);
  }

  /** The fields of a line, without empty ones at its end. */
  static List<Field> fields(LexiconLine line, char separator) {
    List<Field> fields = line.fields(separator);
    int size = fields.size();
    while (size > 1 && fields.get(size - 1).text().isEmpty()) {
      size--;
    }
    return fields.subList(0, size);
  }

  /** The row of a line; null for a header that is repeated, and for what is refused. */
  @Nullable LexiconRow read(LexiconLine line, Faults faults) {
    if (line.text().equals(header) || SEPARATOR_LINE.matcher(line.text()).matches()) {
      return null;
    }
    if (dictionary != null) {
      Matcher word = dictionary.matcher(line.text());
      if (word.matches()) {
        return new LexiconRow(line.number(), word.group(1), "", List.of(), "");
      }
    }
    List<Field> fields = fields(line, separator);
    Map<LexiconColumn, Field> found = new EnumMap<>(LexiconColumn.class);
    Remark problem = problemOf(line, fields);
    for (int i = 0; i < fields.size() && problem == null; i++) {
      found.put(columns.get(i), fields.get(i));
      problem = problemOf(fields.get(i), columns.get(i));
    }
    String phrase = text(found, LexiconColumn.PHRASE);
    List<String> variants = List.of();
    if (problem == null && found.containsKey(LexiconColumn.VARIANTS)) {
      boolean isProgram = fields.stream().allMatch(Field::quoted);
      variants = variants(found.get(LexiconColumn.VARIANTS), phrase, isProgram);
      if (variants == null) {
        problem =
            Remark.of(
                "variants “%s”: one form or several? Write | between variants, or a single one in"
                    + " quotation marks",
                "变体“%s”：是一个还是几个？几个之间请写 |，一个请加引号", text(found, LexiconColumn.VARIANTS));
      }
    }
    if (problem != null) {
      faults.add(line.number(), problem);
      return null;
    }
    return new LexiconRow(
        line.number(),
        phrase,
        text(found, LexiconColumn.CATEGORY),
        variants,
        text(found, LexiconColumn.SINCE));
  }

  private static String text(Map<LexiconColumn, Field> fields, LexiconColumn column) {
    Field field = fields.get(column);
    return field == null ? "" : field.text();
  }

  /** What is wrong with a line as a whole; null if nothing is. */
  private @Nullable Remark problemOf(LexiconLine line, List<Field> fields) {
    if (separator == ',' && GROUPED_NUMBER.matcher(line.visible()).find()) {
      return new Remark(
          "a comma in a number, or between columns? Put the phrase in quotation marks",
          "逗号是数字中的，还是分列？短语请加引号");
    }
    if (fields.size() == 1) {
      for (int i = 0; i < OTHER_SEPARATORS.length(); i++) {
        char other = OTHER_SEPARATORS.charAt(i);
        if (isStrayed(other) && line.count(other) > 0) {
          return separator == NONE
              ? Remark.of("%s, or %s", "%s，或%s", separatorInPhrase(other), SAY_COLUMNS)
              : Remark.of(
                  "“%s” where other lines have “%s” between columns; a phrase that has it goes in"
                      + " quotation marks",
                  "此处为“%s”，而其他行以“%s”分列；短语中有它的请加引号", shown(other), shown(separator));
        }
      }
    }
    if (fields.size() > columns.size()) {
      return Remark.of(
          "%d columns; at most %d are allowed: %s (a phrase with a separator goes in quotation marks,"
              + " and | between variants)",
          "有 %d 列，最多 %d 列：%s（短语中有分隔符的请加引号，变体之间写 |）",
          fields.size(),
          columns.size(),
          String.join(",", columns.stream().map(LexiconColumn::label).toList()));
    }
    return null;
  }

  /** Whether a character that some files have between columns is out of place where none is. */
  private boolean isStrayed(char other) {
    boolean isText = separator == NONE && (other == '，' || other == '；');
    return other != separator && !isText;
  }

  private static Remark separatorInPhrase(char separator) {
    return Remark.of(
        "“%s” in a phrase: put it in quotation marks", "短语中有“%s”：请加引号", shown(separator));
  }

  private static Remark shown(char separator) {
    return separator == '\t' ? new Remark("tab", "制表符") : Remark.of("%1$s", "%1$s", separator);
  }

  /** What is wrong with a field; null if nothing is. */
  private @Nullable Remark problemOf(Field field, LexiconColumn column) {
    String text = field.text();
    if (text.isEmpty()) {
      return null;
    }
    if (!field.quoted() && text.startsWith("\"")) {
      return new Remark(
          "quotation marks that do not close, or text after a closing one", "引号没有配对，或右引号之后还有文字");
    }
    if (text.indexOf('\n') >= 0
        && column != LexiconColumn.VARIANTS
        && column != LexiconColumn.IGNORED) {
      return Remark.of(
          "“%s” with a line break, which may only stand between variants",
          "“%s”中有换行；只有变体之间可以换行", text.replace('\n', ' '));
    }
    return switch (column) {
      case PHRASE -> field.quoted() ? null : problemOfPhrase(text);
      case CATEGORY -> field.quoted() ? null : problemOfCategory(text);
      case SINCE ->
          YEAR.matcher(text).matches()
              ? null
              : Remark.of(
                  "since “%s” is no year (fourth column; write | between variants)",
                  "年份“%s”不是年份（第四列；变体之间请写 |）", text);
      case VARIANTS -> field.quoted() ? null : problemOfForm(text);
      case IGNORED -> null;
    };
  }

  private @Nullable Remark problemOfPhrase(String text) {
    if (text.indexOf('|') >= 0 || text.indexOf('｜') >= 0) {
      return new Remark(
          "“|” in a phrase: it stands between variants, in a column of their own",
          "短语中有“|”：它只写在变体之间，变体自成一列");
    }
    for (char other : new char[] {'\t', ';', '；'}) {
      if (text.indexOf(other) >= 0) {
        return separatorInPhrase(other);
      }
    }
    if (text.indexOf('#') >= 0 || text.contains("//")) {
      return Remark.of(
          "“%s”: a comment begins with a blank and #; a phrase with # goes in quotation marks",
          "“%s”：注释以空格和 # 开头；短语中有 # 的请加引号", text);
    }
    if (GLUED_EXCLUSION.matcher(text).find()) {
      return Remark.of(
          "“%s”: a blank stands before the ! of an exclusion", "“%s”：排除项的 ! 之前要有空格", text);
    }
    if (LIST_MARK.matcher(text).matches()) {
      return Remark.of("“%s”: leave out the number or mark of a list", "“%s”：请去掉编号或列表符号", text);
    }
    if (GAP.matcher(text).find()) {
      return Remark.of(
          "“%s”: several blanks within a phrase; between columns write a comma or a tab",
          "“%s”：短语中有连续的空格；分列请用逗号或制表符", text);
    }
    if (NUMBER_AT_END.matcher(text).matches()) {
      return Remark.of(
          "“%s”: a frequency, or part of the phrase? Then put it in quotation marks",
          "“%s”：末尾的数字是词频，还是短语的一部分？若是后者请加引号", text);
    }
    return problemOfForm(text);
  }

  /** What is wrong with one form or several. */
  private static @Nullable Remark problemOfForm(String text) {
    if (MARKUP.matcher(text).matches()) {
      return Remark.of(
          "“%s” is no phrase: a lexicon is a text file with one phrase a line, or a table",
          "“%s”不是短语：词表是文本文件，每行一个短语，或为表格", text);
    }
    if (WILDCARD.matcher(text).find()) {
      return Remark.of(
          "“%s”: only * stands for other characters, at an end; a phrase that has such signs goes in"
              + " quotation marks",
          "“%s”：只有位于两端的 * 可代表其他字；短语本身有这些符号的请加引号", text);
    }
    if (hasOpenBracket(text)) {
      return Remark.of(
          "“%s”: a bracket without its other half; a phrase that has it goes in quotation marks",
          "“%s”：括号没有配对；短语确实如此的请加引号", text);
    }
    return null;
  }

  private static boolean hasOpenBracket(String text) {
    int[] open = new int[OPENING.length()];
    for (int i = 0; i < text.length(); i++) {
      int opening = OPENING.indexOf(text.charAt(i));
      int closing = CLOSING.indexOf(text.charAt(i));
      if (opening >= 0) {
        open[opening]++;
      } else if (closing >= 0 && --open[closing] < 0) {
        return true;
      }
    }
    return Arrays.stream(open).anyMatch(count -> count > 0);
  }

  private static @Nullable Remark problemOfCategory(String text) {
    if (text.chars().anyMatch(c -> LexiconLine.SEPARATORS.indexOf(c) >= 0)) {
      return Remark.of(
          "category “%s” has a separator; variants stand in the third column",
          "类别“%s”中有分隔符；变体应在第三列", text);
    }
    return WHOLE_NUMBER.matcher(text).matches()
        ? Remark.of("a number as category, “%s”; %s", "类别为数字“%s”；%s", text, SAY_COLUMNS)
        : null;
  }

  /**
   * The variants in a field; null where they may be one form or several.
   *
   * @param isProgram whether all fields are in quotation marks, which then mean nothing
   */
  private @Nullable List<String> variants(Field field, String phrase, boolean isProgram) {
    String text = field.text();
    if (text.isEmpty()) {
      return List.of();
    }
    if (text.indexOf('\n') >= 0) {
      return parts(text, BAR_OR_LINE).stream().filter(part -> !part.isEmpty()).toList();
    }
    if (separator != '|' && separator != '｜' && hasBar(text)) {
      return parts(text, BAR);
    }
    if (SEMICOLON.matcher(text).find()) {
      return parts(text, SEMICOLON);
    }
    boolean hasComma = GROUPED_NUMBER.matcher(text).replaceAll("").indexOf(',') >= 0;
    boolean isMarked = field.quoted() && !isProgram;
    boolean isOne = !hasComma && (isMarked || hasBars || !COMMA.matcher(text).find());
    if (isOne || spoken(text).equals(spoken(phrase))) {
      return List.of(text);
    }
    List<String> parts = parts(text, COMMA);
    boolean areForms =
        parts.stream().allMatch(part -> part.contains(phrase) || phrase.contains(part));
    return areForms ? parts : null;
  }

  static boolean hasBar(String text) {
    return text.indexOf('|') >= 0 || text.indexOf('｜') >= 0;
  }

  private static List<String> parts(String text, Pattern between) {
    return Arrays.stream(between.split(text, -1)).map(InputText::strip).toList();
  }

  /** What is read aloud of a form: two that differ only in marks are one. */
  private static String spoken(String text) {
    return NOT_SAID.matcher(text).replaceAll("");
  }
}
