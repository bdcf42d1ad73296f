package org.zhengyu.transforms.structure;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells the headline, kicker, byline and headings of a document from its body. */
final class ZoneFinder {
  private static final int MAX_HEAD_PARAGRAPHS = 20;
  private static final int MAX_HEADLINES = 3;
  private static final int MAX_HEADING = 60;
  private static final int MAX_ARTICLE_HEADING = 20;
  private static final int MAX_BYLINE = 200;
  private static final int MAX_INDEX_FIELDS = 40;
  private static final int MAX_ANNEX_LINE = 20;

  /** A name: a surname and one or two characters, or one of two characters and as many. */
  private static final Pattern PERSON =
      Pattern.compile(
          "(?:["
              + Surnames.SINGLE
              + "]\\s*\\p{IsHan}(?:\\s*\\p{IsHan})?|(?:"
              + Surnames.DOUBLE
              + ")\\s*\\p{IsHan}(?:\\s*\\p{IsHan})?)(?:[\\s、]+["
              + Surnames.SINGLE
              + "]\\s*\\p{IsHan}{1,2}){0,3}");

  private static final Pattern GLOSSARY =
      Pattern.compile(
          "(?:附件?\\d{0,2}[:：]?\\s*)?[《“]?(?:《?政府工作报告》?(?:中)?(?:的|有关)?)?(?:有关|部分|相关|主要)?(?:名词|名词术语|术语|专业术语|词语|用语)(?:解释|注释|说明)[》”]?[:：]?");

  private static final Pattern ANNEX =
      Pattern.compile(
          "附\\s*件\\s*(?:[\\d一二三四五六七八九十]{1,3}\\s*[:：]?|$)|附\\s*[表录图]\\s*[\\dA-Z一二三四五六七八九十]{0,3}[:：]?");

  /** More short lines than this in a row are a list. */
  private static final int MAX_HEADINGS_IN_A_ROW = 3;

  private static final String OFFICES = "总理|省长|市长|区长|县长|主席|主任|部长|书记|院长|检察长|行长";

  private static final Pattern BYLINE =
      Pattern.compile(
          "[□■◎].*"
              + "|.{0,16}(?:本报|新华社|日报|晚报|新闻|讯).{0,16}(?:记者|通讯员|评论员).*"
              + "|(?:记者|通讯员|作者|撰文|文/|来源|发布时间|发布日期|发文机关|发文字号|成文日期|时间|日期)"
              + "[：:/\\s].*"
              + "|.{0,24}(?:"
              + OFFICES
              + ")(?:[\\s·：:]*\\p{IsHan}[\\p{IsHan}·\\s]{1,14})?"
              + "|.{1,24}[〔\\[（(]\\d{4}[〕\\]）)]\\s*第?\\d{1,5}号"
              + "|[（(]?\\s*\\d{4}年\\d{1,2}月\\d{1,2}日.*");

  private final String text;
  private final PhysicalLines lines;
  private final int[] firstLines;
  private final Zone[] zones;

  private ZoneFinder(String text, PhysicalLines lines, int[] firstLines) {
    this.text = text;
    this.lines = lines;
    this.firstLines = firstLines;
    this.zones = new Zone[firstLines.length - 1];
  }

  /**
   * The zone of every paragraph.
   *
   * @param firstLines the first line of each paragraph, and the number of lines at the end
   */
  static Zone[] zones(String text, PhysicalLines lines, int[] firstLines) {
    ZoneFinder finder = new ZoneFinder(text, lines, firstLines);
    int head = finder.findHead();
    finder.findHeadings(head);
    finder.findTablesAndNotes();
    finder.findAnnexes(head);
    return finder.zones;
  }

  /** Gives a zone to the paragraphs before the body, and returns how many there are. */
  private int findHead() {
    int headlines = 0;
    boolean bylines = false;
    int fields = findIndexFields();
    int limit = Math.min(zones.length, fields + MAX_HEAD_PARAGRAPHS);
    for (int i = fields; i < limit; i++) {
      LineKind kind = kind(i);
      int length = length(i);
      boolean open = !isFinished(i);
      if (kind == LineKind.MARKDOWN && headlines == 0) {
        zones[i] = Zone.HEADLINE;
        headlines++;
      } else if (kind == LineKind.DASH && open && length <= MAX_BYLINE) {
        zones[i] = Zone.KICKER;
      } else if (kind == LineKind.DATE || (length <= MAX_BYLINE && isByline(i, kind))) {
        zones[i] = Zone.BYLINE;
        bylines = true;
      } else if (kind == LineKind.PLAIN && open && headlines > 0 && isName(i)) {
        zones[i] = Zone.BYLINE;
        bylines = true;
      } else if (kind == LineKind.PLAIN && !bylines && headlines < MAX_HEADLINES && isTitle(i)) {
        zones[i] = Zone.HEADLINE;
        headlines++;
      } else {
        return i;
      }
    }
    return limit;
  }

  /** Gives the zone of bylines to the index fields of a page, and returns how many there are. */
  private int findIndexFields() {
    int end = 0;
    for (int i = 0; i < Math.min(zones.length, MAX_INDEX_FIELDS); i++) {
      String line = line(i);
      boolean isValue = i > 0 && end == i && IndexFields.isLabel(line(i - 1));
      if (!IndexFields.isField(line) && !IndexFields.isLabel(line) && !isValue) {
        break;
      }
      end = i + 1;
    }
    Arrays.fill(zones, 0, end, Zone.BYLINE);
    return end;
  }

  private String line(int paragraph) {
    int begin = lines.begin(firstLines[paragraph]);
    return text.substring(begin, Math.min(end(paragraph), begin + MAX_BYLINE + 1));
  }

  private void findTablesAndNotes() {
    Set<String> marks = new HashSet<>();
    for (int i = 0; i < zones.length; i++) {
      if (kind(i) == LineKind.TABLE && zones[i] != Zone.BYLINE) {
        zones[i] = Zone.TABLE;
        continue;
      }
      int begin = lines.begin(firstLines[i]);
      String mark = Footnotes.markAt(text, begin, end(i));
      boolean isNoted = i > 0 && zones[i - 1] == Zone.FOOTNOTE && endsWithColon(i - 1);
      boolean isNote = mark != null && zones[i] != Zone.HEADLINE && marks.remove(mark);
      if (isNote || isNoted) {
        zones[i] = Zone.FOOTNOTE;
      } else {
        Footnotes.addReferences(text, begin, end(i), marks);
      }
    }
  }

  /** Whether what a paragraph announces stands in the next. */
  private boolean endsWithColon(int paragraph) {
    return "：:".indexOf(text.charAt(end(paragraph) - 1)) >= 0;
  }

  /** From a line 名词解释 or 附件1 on, everything belongs to it. */
  private void findAnnexes(int from) {
    Zone zone = null;
    for (int i = Math.max(1, from); i < zones.length; i++) {
      if (length(i) <= MAX_ANNEX_LINE) {
        String line = Folding.LOOK_ALIKES.fold(line(i));
        zone = ANNEX.matcher(line).matches() ? Zone.ANNEX : zone;
        zone = GLOSSARY.matcher(line).matches() ? Zone.GLOSSARY : zone;
      }
      zones[i] = zone == null || zones[i] == Zone.TABLE ? zones[i] : zone;
    }
  }

  private boolean isByline(int paragraph, LineKind kind) {
    if (kind != LineKind.PLAIN && kind != LineKind.BYLINE_MARK && kind != LineKind.BULLET) {
      return false;
    }
    int line = firstLines[paragraph];
    return !lines.hasInnerEnd(line)
        && BYLINE
            .matcher(Folding.LOOK_ALIKES.fold(text.substring(lines.begin(line), end(paragraph))))
            .matches()
        && (kind == LineKind.BYLINE_MARK || !isFinished(paragraph));
  }

  private boolean isName(int paragraph) {
    return PERSON.matcher(line(paragraph)).matches();
  }

  private void findHeadings(int from) {
    int run = 0;
    for (int i = from; i < zones.length; i++) {
      LineKind kind = kind(i);
      boolean sure =
          kind == LineKind.MARKDOWN
              || (kind == LineKind.CHAPTER && !isFinished(i) && length(i) <= MAX_HEADING);
      boolean likely = !sure && isHeading(i, kind);
      zones[i] = sure || likely ? Zone.HEADING : Zone.BODY;
      run = likely ? run + 1 : 0;
      if (run > MAX_HEADINGS_IN_A_ROW) {
        int first = run == MAX_HEADINGS_IN_A_ROW + 1 ? i - MAX_HEADINGS_IN_A_ROW : i;
        for (int j = first; j <= i; j++) {
          zones[j] = Zone.BODY;
        }
      }
    }
  }

  /** A short line without a sentence end that something follows. */
  private boolean isHeading(int paragraph, LineKind kind) {
    boolean last = paragraph == zones.length - 1;
    if (last || kind(paragraph + 1) == LineKind.DATE || !isTitle(paragraph)) {
      return false;
    }
    switch (kind) {
      case PLAIN:
      case NUMERAL:
      case PARENTHESISED:
      case NUMBERED:
        return true;
      case ARTICLE:
        return length(paragraph) <= MAX_ARTICLE_HEADING && !lines.hasPause(firstLines[paragraph]);
      default:
        return false;
    }
  }

  /** Short, without a sentence end, no note in brackets, and with some ideograph. */
  private boolean isTitle(int paragraph) {
    int line = firstLines[paragraph];
    if (length(paragraph) > MAX_HEADING || isFinished(paragraph) || lines.hasInnerEnd(line)) {
      return false;
    }
    int begin = lines.begin(line);
    int end = end(paragraph);
    char first = text.charAt(begin);
    boolean bracket = first == '（' || first == '(' || first == '【';
    boolean note = bracket && lines.kind(line) == LineKind.PLAIN;
    if (note || "，、".indexOf(text.charAt(end - 1)) >= 0) {
      return false;
    }
    for (int i = begin; i < end; i++) {
      if (Character.isIdeographic(text.charAt(i))) {
        return true;
      }
    }
    return false;
  }

  private LineKind kind(int paragraph) {
    return lines.kind(firstLines[paragraph]);
  }

  private int end(int paragraph) {
    return lines.end(firstLines[paragraph + 1] - 1);
  }

  private boolean isFinished(int paragraph) {
    return lines.isFinished(firstLines[paragraph + 1] - 1);
  }

  private int length(int paragraph) {
    return end(paragraph) - lines.begin(firstLines[paragraph]);
  }
}
