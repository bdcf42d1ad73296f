package org.zhengyu.transforms.input;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The parts of a text that is one JSON array, or holds objects one after another however they are
 * broken into lines. Where a part is broken its end cannot be told from its brackets: then it ends
 * where the next object begins behind a comma or in another line.
 */
final class JsonParts {
  private static final Pattern NEXT_OBJECT = Pattern.compile("\\}\\s*[,\n]\\s*\\{\\s*\"");

  private final String text;
  private int begin;
  private int end;
  private long number;
  private long line = 1;

  JsonParts(String text) {
    this.text = text;
  }

  /**
   * Whether a text that begins so has to be read in parts, and not line by line: an array, unless
   * each of its objects has a line of its own, or an object of which the first line is its bracket.
   */
  static boolean areIn(String head) {
    int first = behindBlanks(head, 0);
    if (first == head.length()) {
      return false;
    }
    int second = behindBlanks(head, first + 1);
    char next = second < head.length() ? head.charAt(second) : ' ';
    boolean alone = head.substring(first + 1, second).indexOf('\n') >= 0;
    if (head.charAt(first) == '{') {
      return alone && (next == '"' || next == '}');
    }
    if (head.charAt(first) != '[' || (next != '{' && next != ']')) {
      return false;
    }
    int lineEnd = head.indexOf('\n', second);
    String line = head.substring(second, Math.max(lineEnd, second)).strip();
    return !(alone && (line.endsWith("}") || line.endsWith("},")));
  }

  /** Steps to the next part; false at the end. */
  boolean next() {
    int from = end;
    while (from < text.length() && (isBlank(text, from) || "[],".indexOf(text.charAt(from)) >= 0)) {
      from++;
    }
    line += breaks(begin, from);
    begin = from;
    end = endOfPart();
    number++;
    return begin < text.length();
  }

  private int endOfPart() {
    if (begin < text.length() && text.charAt(begin) != '{') {
      int i = begin;
      while (i < text.length() && ",\n".indexOf(text.charAt(i)) < 0) {
        i++;
      }
      return i;
    }
    int depth = 0;
    boolean quoted = false;
    for (int i = begin; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\\' && quoted) {
        i++;
      } else if (c == '"') {
        quoted = !quoted;
      } else if (!quoted && c == '{') {
        depth++;
      } else if (!quoted && c == '}' && --depth == 0) {
        return i + 1;
      }
    }
    return text.length();
  }

  /** Ends the part, which is broken, before the next object if one seems to begin within it. */
  void cutShort() {
    Matcher next = NEXT_OBJECT.matcher(text);
    next.region(begin, end);
    if (next.find()) {
      end = Math.min(end, next.start() + 1);
    }
  }

  /** The part. */
  String part() {
    return text.substring(begin, end);
  }

  /** Where it begins. */
  int offset() {
    return begin;
  }

  /** Its number, from 1. */
  long number() {
    return number;
  }

  /** The line in which it begins, from 1. */
  long line() {
    return line;
  }

  private long breaks(int from, int to) {
    return text.substring(from, to).chars().filter(c -> c == '\n').count();
  }

  private static int behindBlanks(String text, int from) {
    int i = from;
    while (i < text.length() && isBlank(text, i)) {
      i++;
    }
    return i;
  }

  private static boolean isBlank(String text, int i) {
    return text.charAt(i) <= ' ' || text.charAt(i) == '\uFEFF';
  }
}
