package org.zhengyu.transforms.markup;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import org.jsoup.nodes.Element;

/**
 * Finds the main text of a page: the run of blocks that holds most prose and least of anything
 * else, which is the maximum subsequence of Pasternack and Roth (“Extracting article text from the
 * web with maximum subsequence segmentation”, WWW 2009) over blocks instead of tokens. Prose counts
 * its characters that are no links; a block of links costs much, a short one little, so that the
 * headings and tables within a text do not break it and the menus around it do. What stands beside
 * the run in the smallest element around it, such as the signature and its date, belongs to it as
 * far as it is neither links nor furniture.
 */
final class MainText {
  private static final int COST_OF_LINKS = 15;
  private static final int COST_OF_SHORT = 3;

  /** What each element costs that ends or begins between two blocks, beyond those of siblings. */
  private static final int COST_OF_BOUNDARY = 10;

  private static final int BOUNDARIES_OF_SIBLINGS = 2;

  /** No paragraph counts more, so that one long footer does not outweigh a text. */
  private static final int MOST_GAIN = 400;

  /** Below so many characters of prose there is no text but at best a caption. */
  private static final int LEAST_PROSE = 20;

  /** How many blocks beside the run may belong to it. */
  private static final int MOST_BESIDE = 8;

  private static final String LABEL_END = "\\s*[:：].{0,60}";

  /** Lines that are no text wherever they stand. */
  private static final Pattern FURNITURE =
      Pattern.compile(
          "(?:责任编辑|责编|编辑|本文编辑|审核|初审|复审|终审|校对|浏览次数|浏览量|阅读次数|阅读量|点击数|点击率|访问量"
              + "|字号|字体|字体大小|视力保护色|分享到?|分享至|相关链接|相关阅读|相关新闻|相关文章|相关稿件|关联稿件"
              + "|上一篇|下一篇|上一条|下一条)"
              + LABEL_END
              + "|(?:扫一扫|扫描二维码|微信扫).{0,30}"
              + "|[【\\[]?\\s*(?:打印|打印本页|打印此页|关闭|关闭窗口|关闭本页|返回顶部|返回首页|收藏|收藏本页|我要纠错"
              + "|大|中|小|分享|下载|加入收藏|查看更多评论|全部评论|主要内容|内容简介|视频简介)\\s*[】\\]]?"
              + "|附件[:：]?"
              + "|(?:主办|承办|主办单位|承办单位|技术支持|版权所有|网站标识码|政府网站标识码)"
              + LABEL_END
              + "|.{0,40}(?:ICP备|公网安备|版权所有|建议使用|All Rights Reserved).{0,60}");

  /** Lines that are no text at its edges; within it they may be. */
  private static final Pattern EDGE =
      Pattern.compile(
          "(?:来源|信息来源|稿件来源|文章来源|发布时间|发布日期|更新时间|更新日期|时间|日期|发布者|发布人|作者|记者|索引号"
              + "|您?(?:现在|当前)?(?:所在)?的?位置)"
              + LABEL_END
              + "|\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?\\s+\\d{1,2}[:：]\\d{2}.{0,40}");

  private final List<Block> blocks;
  private final Map<String, Integer> uses = new HashMap<>();

  /** The first block of the main text, and the one after the last; equal where there is none. */
  private int from;

  private int to;

  private MainText(List<Block> blocks) {
    this.blocks = blocks;
    blocks.forEach(block -> uses.merge(block.text(), 1, Integer::sum));
  }

  /** The main text of a page of these blocks; empty where the page has no prose. */
  static MainText of(List<Block> blocks) {
    MainText main = new MainText(blocks);
    main.findRun();
    main.widen();
    return main;
  }

  /** The number of the first block of the main text; as many as there are where there is none. */
  int begin() {
    return from < to ? from : blocks.size();
  }

  /** The lines of the text, each a block. */
  List<String> lines() {
    List<String> lines = new ArrayList<>();
    for (Block block : blocks.subList(from, to)) {
      if (!FURNITURE.matcher(block.text()).matches()) {
        lines.add(block.text());
      }
    }
    return lines;
  }

  /** Kadane's algorithm; of equal runs the first. */
  private void findRun() {
    int best = LEAST_PROSE - 1;
    int sum = 0;
    int start = 0;
    for (int i = 0; i < blocks.size(); i++) {
      sum -= i > start ? costOfStep(blocks.get(i - 1).holder(), blocks.get(i).holder()) : 0;
      if (sum <= 0) {
        sum = 0;
        start = i;
      }
      sum += gain(blocks.get(i));
      if (sum > best) {
        best = sum;
        from = start;
        to = i + 1;
      }
    }
  }

  /** A block that the page shows twice is a menu or an abstract. */
  private int gain(Block block) {
    if (block.isLinks() || uses.get(block.text()) > 1) {
      return -COST_OF_LINKS;
    }
    return block.isProse() && !isFurniture(block) && PageFacts.label(block.text()) == null
        ? Math.min(MOST_GAIN, block.chars() - 2 * block.linkedChars())
        : -COST_OF_SHORT;
  }

  private static int costOfStep(Element from, Element to) {
    int around = around(from, to).parents().size();
    int boundaries = from.parents().size() + to.parents().size() - 2 * around;
    return COST_OF_BOUNDARY * Math.max(0, boundaries - BOUNDARIES_OF_SIBLINGS);
  }

  private static boolean isFurniture(Block block) {
    return FURNITURE.matcher(block.text()).matches() || EDGE.matcher(block.text()).matches();
  }

  private void widen() {
    if (from == to) {
      return;
    }
    Element around = around(blocks.get(from).holder(), blocks.get(to - 1).holder());
    int first = from;
    for (int i = 0; i < MOST_BESIDE && from > 0 && belongs(from - 1, around); i++) {
      from--;
    }
    while (from < first && isFurniture(blocks.get(from))) {
      from++;
    }
    for (int i = 0; i < MOST_BESIDE && to < blocks.size() && belongs(to, around); i++) {
      to++;
    }
  }

  private boolean belongs(int block, Element around) {
    Block beside = blocks.get(block);
    return !beside.isLinks()
        && !isFurniture(beside)
        && PageFacts.label(beside.text()) == null
        && isWithin(beside.holder(), around);
  }

  private static Element around(Element one, Element other) {
    Element around = one;
    while (around.parent() != null && !isWithin(other, around)) {
      around = around.parent();
    }
    return around;
  }

  private static boolean isWithin(Element element, Element around) {
    return element.equals(around) || element.parents().contains(around);
  }
}
