package org.zhengyu.parsers;

import org.xml.sax.Attributes;

/** Makes CSV of the tables that Tika makes of sheets: every field in quotation marks. */
final class SheetHandler extends LimitedHandler {
  private final CsvText csv;
  private final StringBuilder cell = new StringBuilder();
  private boolean inCell;

  SheetHandler(int mostChars) {
    super(mostChars);
    this.csv = new CsvText(mostChars);
  }

  String text() {
    return csv.toString();
  }

  @Override
  public void startElement(String uri, String name, String qualified, Attributes attributes) {
    switch (name) {
      case "table" -> csv.beginTable();
      case "td", "th" -> inCell = true;
      default -> {
        if (inCell && !cell.isEmpty() && (name.equals("p") || name.equals("br"))) {
          cell.append('\n');
        }
      }
    }
  }

  @Override
  public void endElement(String uri, String name, String qualified) throws TextLimitException {
    if (name.equals("tr")) {
      csv.endRecord();
    } else if (name.equals("td") || name.equals("th")) {
      csv.field(cell.toString().strip());
      cell.setLength(0);
      inCell = false;
    }
  }

  @Override
  void take(char[] text, int start, int length) {
    for (int i = start; inCell && i < start + length; i++) {
      if (text[i] >= ' ' || text[i] == '\n') {
        cell.append(text[i]);
      }
    }
  }
}
