package org.zhengyu.pipeline.kwic;

import java.time.LocalDate;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What is shown of a document beside its hits.
 *
 * @param result the folder of the result, by its last name
 * @param id its {@code doc_id}
 * @param title its title
 * @param day the first day that its date may be
 * @param precision how much of that day is known, as {@code documents} has it
 * @param group the value by which documents are grouped
 */
record FoundDocument(
    String result,
    String id,
    @Nullable String title,
    @Nullable LocalDate day,
    @Nullable String precision,
    @Nullable String group) {

  /** The date as far as it is known; empty without. */
  String date() {
    if (day == null) {
      return "";
    }
    String text = day.toString();
    return switch (precision == null ? "" : precision) {
      case "year", "quarter" -> text.substring(0, 4);
      case "month", "ten_days" -> text.substring(0, 7);
      default -> text;
    };
  }
}
