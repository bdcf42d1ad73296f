package org.zhengyu.transforms.input;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of Markdown without its marks. Headings, items of lists and rows of tables keep theirs,
 * by which the layout of the text is known; links keep what they show, pictures nothing. A note
 * [^1] is [1].
 */
final class MarkdownText {
  private static final Pattern FENCE = Pattern.compile("\\s{0,3}(?:```|~~~).*");
  private static final Pattern RULE =
      Pattern.compile("\\s{0,3}(?:(?:-\\s*){3,}|(?:\\*\\s*){3,}|(?:_\\s*){3,})");
  private static final Pattern UNDERLINE = Pattern.compile("\\s{0,3}(?:=+|-{2,})\\s*");
  private static final Pattern TABLE_RULE =
      Pattern.compile("\\s*\\|?(?:\\s*:?-{2,}:?\\s*\\|)+(?:\\s*:?-{2,}:?\\s*)?");
  private static final Pattern DEFINITION =
      Pattern.compile("\\s{0,3}\\[(?!\\^)[^\\]]{1,200}+\\]:\\s.*");
  private static final Pattern QUOTE = Pattern.compile("^(?:\\s{0,3}>\\s?)+");
  private static final Pattern CLOSING_HASHES = Pattern.compile("(?<=\\s)#+\\s*$");
  private static final Pattern NOTE = Pattern.compile("\\[\\^([^\\]\\s]{1,20}+)\\](:\\s*)?");
  private static final Pattern PICTURE =
      Pattern.compile("!\\[[^\\]]*+\\](?:\\([^()]*+\\)|\\[[^\\]]*+\\])");
  private static final Pattern LINK =
      Pattern.compile("\\[([^\\[\\]]++)\\](?:\\([^()]*+\\)|\\[[^\\]]*+\\])");
  private static final Pattern BREAK = Pattern.compile("<br\\s*/?>", Pattern.CASE_INSENSITIVE);
  private static final Pattern TAG = Pattern.compile("</?[A-Za-z][^<>]*+>|<!--[^<>]*+-->");
  private static final Pattern CODE = Pattern.compile("`([^`]++)`");
  private static final Pattern STRIKE = Pattern.compile("~~([^~]++)~~");
  private static final Pattern STRONG = Pattern.compile("\\*\\*\\*?([^*]++)\\*\\*\\*?");
  private static final Pattern STRONG_LOW = Pattern.compile("__([^_]++)__");
  private static final Pattern EMPHASIS = Pattern.compile("\\*(?!\\s)([^*]++)(?<!\\s)\\*");
  private static final Pattern EMPHASIS_LOW =
      Pattern.compile("(?<![A-Za-z0-9_])_(?!\\s)([^_]++)(?<!\\s)_(?![A-Za-z0-9_])");
  private static final Pattern ESCAPE = Pattern.compile("\\\\([\\\\`*_{}\\[\\]()#+.!|>~-])");

  /** Takes the place of escaped characters until the marks are gone. */
  private static final char ESCAPED = '\uE000';

  private MarkdownText() {}

  /** The text without marks. */
  static String of(String markdown) {
    List<String> lines = new ArrayList<>();
    boolean fenced = false;
    for (String line : markdown.split("\\R", -1)) {
      if (FENCE.matcher(line).matches()) {
        fenced = !fenced;
      } else if (fenced) {
        lines.add(line);
      } else {
        addLine(line, lines);
      }
    }
    return String.join("\n", lines);
  }

  private static void addLine(String line, List<String> lines) {
    String last = lines.isEmpty() ? "" : lines.get(lines.size() - 1);
    boolean isTitle = !last.isBlank() && !last.startsWith("#") && !last.startsWith("|");
    if (UNDERLINE.matcher(line).matches() && isTitle) {
      lines.set(lines.size() - 1, "# " + last.strip());
    } else if (RULE.matcher(line).matches()) {
      lines.add("");
    } else if (!TABLE_RULE.matcher(line).matches() && !DEFINITION.matcher(line).matches()) {
      lines.add(plain(line));
    }
  }

  private static String plain(String line) {
    String plain = QUOTE.matcher(line).replaceFirst("");
    if (plain.startsWith("#")) {
      plain = CLOSING_HASHES.matcher(plain).replaceFirst("").stripTrailing();
    }
    Matcher escapes = ESCAPE.matcher(plain);
    boolean isEscaped = escapes.find();
    plain =
        escapes.replaceAll(found -> String.valueOf((char) (ESCAPED + found.group(1).charAt(0))));
    plain =
        NOTE.matcher(plain)
            .replaceAll(note -> "[" + note.group(1) + "]" + (note.group(2) == null ? "" : " "));
    plain = PICTURE.matcher(plain).replaceAll("");
    plain = LINK.matcher(plain).replaceAll("$1");
    plain = BREAK.matcher(plain).replaceAll("\n");
    plain = TAG.matcher(plain).replaceAll("");
    for (Pattern mark : List.of(CODE, STRIKE, STRONG, STRONG_LOW, EMPHASIS, EMPHASIS_LOW)) {
      plain = mark.matcher(plain).replaceAll("$1");
    }
    if (!isEscaped) {
      return plain;
    }
    StringBuilder text = new StringBuilder(plain.length());
    for (int i = 0; i < plain.length(); i++) {
      char c = plain.charAt(i);
      text.append(c >= ESCAPED && c < ESCAPED + 0x80 ? (char) (c - ESCAPED) : c);
    }
    return text.toString();
  }
}
