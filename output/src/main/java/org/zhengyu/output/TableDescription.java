package org.zhengyu.output;

import java.util.List;

/** A table and its columns in words, a line each, for a reader at a terminal. */
public final class TableDescription {

  /** From here on characters take two places at a terminal. */
  private static final int FIRST_WIDE = 0x2E80;

  private final Table table;
  private final Table usual;
  private final Language language;
  private final StringBuilder text = new StringBuilder();

  private TableDescription(Table table, Table usual, Language language) {
    this.table = table;
    this.usual = usual;
    this.language = language;
  }

  /** Describes a table; the text ends in a line feed. */
  public static String of(Table table, Language language) {
    return of(table, table, language);
  }

  /**
   * Describes a table with all columns that it can have.
   *
   * @param usual the same without those that it has on request only, which stand last
   */
  public static String of(Table table, Table usual, Language language) {
    return new TableDescription(table, usual, language).describe();
  }

  private String describe() {
    List<String> types = table.columns().stream().map(this::type).toList();
    int nameWidth = width(table.columns().stream().map(Column::name).toList());
    int typeWidth = width(types);
    text.append(table.name())
        .append(say(": ", "："))
        .append(table.description(language))
        .append("\n\n");
    for (int i = 0; i < types.size(); i++) {
      if (i == usual.columns().size()) {
        text.append('\n').append(say("On request:", "按需写出：")).append('\n');
      }
      Column column = table.columns().get(i);
      text.append("  ");
      appendPadded(column.name(), nameWidth);
      appendPadded(types.get(i), typeWidth);
      text.append(column.meaning().in(language));
      column.unit().ifPresent(unit -> text.append(" [").append(unit.in(language)).append(']'));
      text.append(column.whenNull(language));
      if (!column.values().isEmpty()) {
        text.append(say("; one of ", "；取值为 ")).append(String.join(say(", ", "、"), column.values()));
      }
      column.reference().ifPresent(key -> text.append(say("; found in ", "；见于 ")).append(key));
      text.append('\n');
    }
    List<String> formulas =
        table.columns().stream()
            .flatMap(column -> column.formulaPlace(language).stream())
            .distinct()
            .toList();
    if (!formulas.isEmpty()) {
      text.append('\n')
          .append(say("Formulas: ", "指标说明："))
          .append(String.join(say(", ", "、"), formulas))
          .append('\n');
    }
    return text.toString();
  }

  private String type(Column column) {
    String type =
        switch (column.type()) {
          case STRING -> say("text", "文本");
          case DATE -> say("date", "日期");
          case INT64 -> say("integer", "整数");
          case DOUBLE -> say("number", "数值");
          case BOOLEAN -> say("truth value", "真假");
          case STRING_LIST -> say("list of texts", "文本列表");
        };
    return column.isKey() ? type + say(", key", "，主键") : type;
  }

  private String say(String english, String chinese) {
    return new Wording(english, chinese).in(language);
  }

  private void appendPadded(String word, int width) {
    text.append(word).append(" ".repeat(width - width(word) + 2));
  }

  private static int width(List<String> words) {
    return words.stream().mapToInt(TableDescription::width).max().orElse(0);
  }

  private static int width(String word) {
    return word.codePoints().map(c -> c < FIRST_WIDE ? 1 : 2).sum();
  }
}
