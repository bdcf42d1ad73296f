package org.zhengyu.parsers;

/** A table in CSV, every field in quotation marks, up to a number of characters. */
final class CsvText {
  private final int mostChars;
  private final StringBuilder csv = new StringBuilder();
  private boolean isInRecord;

  CsvText(int mostChars) {
    this.mostChars = mostChars;
  }

  void field(String value) throws TextLimitException {
    if (csv.length() + value.length() > mostChars) {
      throw new TextLimitException();
    }
    csv.append(isInRecord ? ",\"" : "\"").append(value.replace("\"", "\"\"")).append('"');
    isInRecord = true;
  }

  void endRecord() {
    csv.append('\n');
    isInRecord = false;
  }

  /** Begins another table, behind a form feed. */
  void beginTable() {
    csv.append(csv.isEmpty() ? "" : "\f");
  }

  @Override
  public String toString() {
    return csv.toString();
  }
}
