package org.zhengyu.transforms.structure;

import java.util.Set;
import java.util.regex.Pattern;

/**
 * Lines and parts of lines that belong to the page and not to the text: references from one
 * newspaper page to the next, page numbers, the names of editors, the buttons of a web page.
 */
final class PageFurniture {
  private static final int MAX_LINE = 60;
  private static final int MAX_BRACKET = 24;

  private static final String REFERENCE = "(?:下转|上接|紧接)[^（）()。！？；]{1,16}";
  private static final String EDITOR =
      "(?:责任编辑|责编|本版责编|本版编辑|编辑|校对|责任校对|美编|版式|版式设计)\\s*[：:][^。！？；]{0,40}";
  private static final String PAGE =
      "第\\s*\\d{1,4}\\s*[页頁](?:\\s*[,，/]?\\s*共\\s*\\d{1,4}\\s*[页頁])?"
          + "|共\\s*\\d{1,4}\\s*[页頁]"
          + "|[-—–―·•]+\\s*\\d{1,4}\\s*[-—–―·•]+"
          + "|[Pp]age\\s+\\d{1,4}(?:\\s+of\\s+\\d{1,4})?";

  private static final Pattern WHOLE_LINE =
      Pattern.compile(
          "[（(]\\s*(?:"
              + REFERENCE
              + "|"
              + EDITOR
              + ")\\s*[)）]"
              + "|(?:下转|上接)\\s*第?\\s*[0-9A-Za-z一二三四五六七八九十]{1,4}\\s*版"
              + "|"
              + EDITOR
              + "|"
              + PAGE);

  private static final Pattern BRACKET =
      Pattern.compile("[（(]\\s*(?:" + REFERENCE + "|" + EDITOR + ")\\s*[)）]");

  private static final String FIRST_CHARACTERS = "（(下上责本编校美版第共-—–―·•Pp";

  private static final Set<String> BUTTONS =
      Set.of("打印", "全屏", "收藏", "下载", "加大", "还原", "减小", "分享", "【字号：", "】", "关闭窗口", "返回顶部");

  private PageFurniture() {}

  /** Whether the line from char {@code begin} to {@code end} is furniture as a whole. */
  static boolean isWholeLine(String text, int begin, int end) {
    int length = end - begin;
    if (length > MAX_LINE) {
      return false;
    }
    if (length <= 4 && BUTTONS.contains(text.substring(begin, end))) {
      return true;
    }
    return length >= 3
        && FIRST_CHARACTERS.indexOf(text.charAt(begin)) >= 0
        && WHOLE_LINE.matcher(Folding.LOOK_ALIKES.fold(text.substring(begin, end))).matches();
  }

  /** Where the line begins once a bracketed reference at its start is cut off. */
  static int cutStart(String text, int begin, int end) {
    if (!isOpening(text.charAt(begin))) {
      return begin;
    }
    int limit = Math.min(end, begin + MAX_BRACKET);
    for (int i = begin + 1; i < limit; i++) {
      if (isClosing(text.charAt(i))) {
        return isBracket(text, begin, i + 1) ? i + 1 : begin;
      }
    }
    return begin;
  }

  /** Where the line ends once a bracketed reference at its end is cut off. */
  static int cutEnd(String text, int begin, int end) {
    if (!isClosing(text.charAt(end - 1))) {
      return end;
    }
    int limit = Math.max(begin, end - MAX_BRACKET);
    for (int i = end - 2; i >= limit; i--) {
      if (isOpening(text.charAt(i))) {
        return isBracket(text, i, end) ? i : end;
      }
    }
    return end;
  }

  private static boolean isBracket(String text, int begin, int end) {
    return BRACKET.matcher(Folding.LOOK_ALIKES.fold(text.substring(begin, end))).matches();
  }

  private static boolean isOpening(char c) {
    return c == '（' || c == '(';
  }

  private static boolean isClosing(char c) {
    return c == '）' || c == ')';
  }
}
