package org.zhengyu.transforms.markup;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/**
 * What a page says of itself, beside its text: in the block of labels that government pages lead
 * with (索引号, 发文机关, 标题, 发文字号, 成文日期), in meta tags, and in the line of place and time below the
 * headline. What a label says goes before a meta tag, and that before the line.
 */
final class PageFacts {
  private static final String TITLE = "title";
  private static final String DATE = "date";
  private static final String SOURCE = "source";
  private static final String PUBLISHED = "published";

  private static final Map<String, String> LABELS =
      Map.ofEntries(
          Map.entry("索引号", "index_number"),
          Map.entry("发文机关", "issuer"),
          Map.entry("发文机构", "issuer"),
          Map.entry("发文单位", "issuer"),
          Map.entry("发布机构", "issuer"),
          Map.entry("发布机关", "issuer"),
          Map.entry("发布单位", "issuer"),
          Map.entry("制发机关", "issuer"),
          Map.entry("标题", TITLE),
          Map.entry("名称", TITLE),
          Map.entry("信息名称", TITLE),
          Map.entry("文件名称", TITLE),
          Map.entry("发文字号", "document_number"),
          Map.entry("文号", "document_number"),
          Map.entry("文件编号", "document_number"),
          Map.entry("成文日期", DATE),
          Map.entry("成文时间", DATE),
          Map.entry("发文日期", DATE),
          Map.entry("发文时间", DATE),
          Map.entry("印发日期", DATE),
          Map.entry("生成日期", DATE),
          Map.entry("发布日期", PUBLISHED),
          Map.entry("发布时间", PUBLISHED),
          Map.entry("公开日期", PUBLISHED),
          Map.entry("更新时间", PUBLISHED),
          Map.entry("来源", SOURCE),
          Map.entry("信息来源", SOURCE),
          Map.entry("稿件来源", SOURCE),
          Map.entry("文章来源", SOURCE),
          Map.entry("主题分类", "topic"),
          Map.entry("主题词", "keywords"),
          Map.entry("公文种类", "doc_type"),
          Map.entry("体裁分类", "doc_type"));

  private static final Map<String, String> META =
      Map.of(
          "articletitle", TITLE,
          "og:title", TITLE,
          "pubdate", PUBLISHED,
          "publishdate", PUBLISHED,
          "article:published_time", PUBLISHED,
          "og:article:published_time", PUBLISHED,
          "contentsource", SOURCE,
          "sitename", "site",
          "og:site_name", "site");

  /** A label may be spaced out to the width of others: 索 引 号. */
  private static final Pattern LABEL =
      Pattern.compile(
          "(?:^|(?<=[\\s\\p{Z}|]))("
              + LABELS.keySet().stream()
                  .sorted(
                      (a, b) -> b.length() != a.length() ? b.length() - a.length() : a.compareTo(b))
                  .map(PageFacts::spaced)
                  .collect(Collectors.joining("|"))
              + ")[\\s\\p{Z}]*(?:[:：]|(?=\\t)|$)[\\s\\p{Z}]*");

  private static final Pattern DAY =
      Pattern.compile("[12]\\d{3}(?:[-/.]\\d{1,2}[-/.]\\d{1,2}|年\\d{1,2}月\\d{1,2}日)");

  /** A prefix that tells the kind of a page and not what it is about. */
  private static final Pattern KIND =
      Pattern.compile("^\\s*[\\[【](?:视频|音频|图集|组图|图文|图解|直播|专题)[\\]】]\\s*");

  /** What divides the name of a site from the title of a page. */
  private static final Pattern SITE = Pattern.compile("\\s*[|｜_]\\s*|\\s+[-–—]+\\s+");

  /** How many blocks before the text may tell its day, and how long such a block may be. */
  private static final int LINES_BEFORE = 15;

  private static final int LONGEST_LINE = 60;

  private static final int LONGEST_VALUE = 200;

  private final Map<String, String> facts = new TreeMap<>();

  private PageFacts() {}

  /**
   * The facts of a page by the names of our columns and of {@code metadata}.
   *
   * @param begin the number of the first block of the main text
   */
  static Map<String, String> of(Document page, List<Block> blocks, int begin) {
    PageFacts found = new PageFacts();
    found.readLabels(blocks.subList(0, begin));
    found.readMeta(page);
    found.readTitle(page);
    found.readDay(blocks.subList(Math.max(0, begin - LINES_BEFORE), begin));
    found.facts.computeIfPresent(TITLE, (name, title) -> KIND.matcher(title).replaceFirst(""));
    if (found.facts.containsKey(PUBLISHED)) {
      found.facts.putIfAbsent(DATE, found.facts.get(PUBLISHED));
    }
    return found.facts;
  }

  /** The fact that a line names which begins with a label; null when it begins with none. */
  static @Nullable String label(String line) {
    Matcher label = LABEL.matcher(line);
    return label.lookingAt() ? nameOf(label) : null;
  }

  private static String spaced(String label) {
    return label
        .chars()
        .mapToObj(c -> String.valueOf((char) c))
        .collect(Collectors.joining("[\\s\\p{Z}]*"));
  }

  private static String nameOf(Matcher label) {
    return LABELS.get(label.group(1).replaceAll("[\\s\\p{Z}]", ""));
  }

  /** A value stands behind its label, or alone in the next block. */
  private void readLabels(List<Block> blocks) {
    String open = null;
    for (Block block : blocks) {
      String text = block.text();
      Matcher label = LABEL.matcher(text);
      int valueBegin = 0;
      while (label.find()) {
        put(open, text.substring(valueBegin, label.start()));
        open = nameOf(label);
        valueBegin = label.end();
      }
      String rest = text.substring(valueBegin);
      if (!rest.isBlank()) {
        put(open, rest);
        open = null;
      }
    }
  }

  private void put(@Nullable String name, String value) {
    Matcher day = DAY.matcher(value);
    boolean hasDay = day.find();
    String stripped = value.strip();
    if (hasDay && (DATE.equals(name) || PUBLISHED.equals(name))) {
      stripped = day.group();
    } else if (hasDay && SOURCE.equals(name)) {
      stripped = value.substring(0, day.start()).strip();
    }
    if (name != null && !stripped.isEmpty() && stripped.length() <= LONGEST_VALUE) {
      facts.putIfAbsent(name, stripped);
    }
  }

  private void readMeta(Document page) {
    Map<String, String> first = new HashMap<>();
    for (Element meta : page.select("meta[content]")) {
      String name = meta.hasAttr("name") ? meta.attr("name") : meta.attr("property");
      first.putIfAbsent(name.strip().toLowerCase(Locale.ROOT), meta.attr("content"));
    }
    META.keySet().stream()
        .sorted()
        .forEach(name -> put(META.get(name), first.getOrDefault(name, "")));
  }

  /**
   * The heading that the title of the window begins with, or else what that says before the site.
   */
  private void readTitle(Document page) {
    String window = page.title();
    for (Element heading : page.select("h1")) {
      String text = heading.text();
      if (!text.isBlank() && window.startsWith(text)) {
        put(TITLE, text);
      }
    }
    put(TITLE, SITE.split(window, 2)[0]);
  }

  private void readDay(List<Block> before) {
    for (int i = before.size() - 1; i >= 0; i--) {
      String text = before.get(i).text();
      Matcher day = DAY.matcher(text);
      if (text.length() <= LONGEST_LINE && !before.get(i).isLinks() && day.find()) {
        put(PUBLISHED, day.group());
        return;
      }
    }
  }
}
