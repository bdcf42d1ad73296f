package org.zhengyu.transforms.lexicon;

import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/** What a column of a lexicon file holds, and the names by which a header may call it. */
enum LexiconColumn {
  /** The canonical form. */
  PHRASE(
      "phrase phrases expression term word keyword candidate"
          + " 短语 政策短语 词语 词条 词汇 词 关键词 术语 提法 表述 名称 标准词 规范词 短語 詞語"),
  /** The category. */
  CATEGORY("category categories class type group 类别 分类 类型 类 门类 领域 主题 類別 分類"),
  /** Other forms that count as the phrase. */
  VARIANTS(
      "variants variant forms aliases alias synonyms synonym 变体 异形 异形词 异体 别名 别称 同义词 写法 其他写法 變體 異形"),
  /** The year in which the phrase came up. */
  SINCE("since year 年份 始于 起始年 起始年份 提出年份 提出时间 首次提出 首提年份"),
  /** What is there for people or for other programs, and not read. */
  IGNORED(
      "note notes remark remarks comment source definition example english pinyin no id rank freq"
          + " frequency count tf df pos 备注 说明 注释 来源 出处 释义 定义 解释 例句 英文 英译 拼音 序号 编号 排名"
          + " 词频 频次 频率 词性");

  private static final Map<String, LexiconColumn> BY_NAME = new HashMap<>();

  static {
    for (LexiconColumn column : values()) {
      for (String name : column.names.split(" ", -1)) {
        BY_NAME.put(name, column);
      }
    }
  }

  private final String names;

  LexiconColumn(String names) {
    this.names = names;
  }

  /** The column of a name in a header, in any case; null if no header calls a column so. */
  static @Nullable LexiconColumn named(String name) {
    return BY_NAME.get(name.toLowerCase(Locale.ROOT));
  }

  /** The name in messages and in files that the program writes. */
  String label() {
    return names.substring(0, names.indexOf(' '));
  }
}
