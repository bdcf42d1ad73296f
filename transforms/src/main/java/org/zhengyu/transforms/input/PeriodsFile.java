package org.zhengyu.transforms.input;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.decode.Decoder;
import org.zhengyu.transforms.decode.UndecodableTextException;
import org.zhengyu.transforms.lexicon.InputFileException;
import org.zhengyu.transforms.lexicon.InputText;
import org.zhengyu.transforms.lexicon.Remark;
import org.zhengyu.transforms.model.KnownDate;
import org.zhengyu.transforms.model.KnownDate.Source;

/**
 * Reads named periods: a line is a name, its first day and its last, with commas, semicolons or
 * tabs between. A first line may name the columns, in English or Chinese and in any order. Blank
 * lines and comments, which begin with {@code #}, are passed over. A day is any date that {@link
 * Dates} reads; of a year or month it is its first or last.
 */
public final class PeriodsFile {
  private static final Pattern SEPARATOR = Pattern.compile("[,，;；\t]");
  private static final Pattern COMMENT = Pattern.compile("(?:^|\\s)#.*");
  private static final Remark SHAPE =
      new Remark(
          "a period is a name, its first day and its last: 十三五,2016-01-01,2020-12-31",
          "每个时期为名称、首日、末日：十三五,2016-01-01,2020-12-31");

  /** What a field holds, and the titles by which a header says so. */
  @SuppressWarnings("ImmutableEnumChecker") // Its titles are.
  private enum Column {
    NAME("name", "period", "名称", "时期", "时段", "届次"),
    FIRST(
        "first",
        "first day",
        "first_day",
        "from",
        "start",
        "begin",
        "起",
        "起始",
        "开始",
        "首日",
        "起始日期",
        "开始日期"),
    LAST("last", "last day", "last_day", "to", "end", "止", "终止", "结束", "末日", "终止日期", "结束日期");

    private final List<String> titles;

    Column(String... titles) {
      this.titles = List.of(titles);
    }

    static @Nullable Column of(String title) {
      String plain = title.toLowerCase(Locale.ROOT);
      for (Column column : values()) {
        if (column.titles.contains(plain)) {
          return column;
        }
      }
      return null;
    }
  }

  private final String fileName;
  private List<Column> columns = List.of(Column.values());

  private final List<Placed> periods = new ArrayList<>();
  private final Map<String, Integer> lineOfName = new HashMap<>();

  /** A period, and the line where it stands. */
  private record Placed(NamedPeriods.Period period, int line) {}

  private PeriodsFile(String fileName) {
    this.fileName = fileName;
  }

  /**
   * Reads a file in any encoding.
   *
   * @throws InputFileException with the line: it is no period, its last day is before its first,
   *     its name stands twice, it shares a day with another; or there is no period at all
   */
  public static NamedPeriods parse(byte[] content, String fileName) throws InputFileException {
    PeriodsFile file = new PeriodsFile(fileName);
    try {
      file.read(Decoder.decode(content, 0, content.length).text());
    } catch (UndecodableTextException e) {
      throw new InputFileException(fileName, 1, InputText.undecodable(e));
    }
    return new NamedPeriods(file.periods.stream().map(Placed::period).toList());
  }

  private void read(String text) throws InputFileException {
    Iterator<String> lines = text.lines().iterator();
    boolean isFirst = true;
    for (int line = 1; lines.hasNext(); line++) {
      List<String> fields = fields(lines.next());
      if (!fields.isEmpty()) {
        if (!isFirst || !takeHeader(fields)) {
          add(fields, line);
        }
        isFirst = false;
      }
    }
    if (periods.isEmpty()) {
      throw new InputFileException(
          fileName, 1, Remark.of("no period in this file; %s", "文件中没有时期；%s", SHAPE));
    }
    requireApart();
  }

  /** The fields of a line; none where it says nothing. */
  private static List<String> fields(String line) {
    String said = COMMENT.matcher(line).replaceFirst("").strip();
    List<String> fields = new ArrayList<>();
    for (String field : SEPARATOR.split(said, -1)) {
      String plain = field.strip();
      boolean isQuoted = plain.length() > 1 && plain.startsWith("\"") && plain.endsWith("\"");
      fields.add(isQuoted ? plain.substring(1, plain.length() - 1).strip() : plain);
    }
    while (!fields.isEmpty() && fields.get(fields.size() - 1).isEmpty()) {
      fields.remove(fields.size() - 1);
    }
    return fields;
  }

  /** Takes the order of the columns from a line, if it names all three. */
  private boolean takeHeader(List<String> fields) {
    List<Column> titles = fields.stream().map(Column::of).filter(Objects::nonNull).toList();
    if (titles.size() != fields.size() || Set.copyOf(titles).size() != Column.values().length) {
      return false;
    }
    columns = titles;
    return true;
  }

  private void add(List<String> fields, int line) throws InputFileException {
    if (fields.size() != columns.size() || fields.contains("")) {
      throw new InputFileException(fileName, line, SHAPE);
    }
    String name = fields.get(columns.indexOf(Column.NAME));
    KnownDate from = date(fields.get(columns.indexOf(Column.FIRST)), line);
    KnownDate to = date(fields.get(columns.indexOf(Column.LAST)), line);
    if (to.last().isBefore(from.first())) {
      throw new InputFileException(
          fileName,
          line,
          Remark.of("“%s” ends on %s, before it begins", "“%s”的末日 %s 早于首日", name, to.last()));
    }
    Integer earlier = lineOfName.putIfAbsent(name, line);
    if (earlier != null) {
      throw new InputFileException(
          fileName,
          line,
          Remark.of("“%s” stands in line %d already", "“%s”在第 %d 行已有", name, earlier));
    }
    periods.add(new Placed(new NamedPeriods.Period(name, from.first(), to.last()), line));
  }

  private KnownDate date(String field, int line) throws InputFileException {
    KnownDate date = Dates.parse(field, Source.FIELD);
    if (date == null) {
      throw new InputFileException(
          fileName, line, Remark.of("“%s” is no date; %s", "“%s”不是日期；%s", field, SHAPE));
    }
    return date;
  }

  private void requireApart() throws InputFileException {
    periods.sort(Comparator.comparing(placed -> placed.period().first()));
    for (int i = 1; i < periods.size(); i++) {
      Placed before = periods.get(i - 1);
      Placed after = periods.get(i);
      if (!after.period().first().isAfter(before.period().last())) {
        boolean isInOrder = before.line() < after.line();
        Placed later = isInOrder ? after : before;
        Placed earlier = isInOrder ? before : after;
        throw new InputFileException(
            fileName,
            later.line(),
            Remark.of(
                "“%s” shares %s with “%s” of line %d",
                "“%1$s”与第 %4$d 行的“%3$s”都含 %2$s",
                later.period().name(),
                after.period().first(),
                earlier.period().name(),
                earlier.line()));
      }
    }
  }
}
