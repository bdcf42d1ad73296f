package org.zhengyu.transforms.structure;

import java.util.regex.Pattern;

/**
 * The fields that government pages lead a document with: 索引号, 发文机关, 标题, 发文字号, 成文日期. A label and its
 * value stand in one line, or in two.
 */
final class IndexFields {
  private static final int MOST_COLUMNS = 200;

  private static final String LABEL =
      "(?:索\\s*引\\s*号|信息索引号?|主题分类|主\\s*题\\s*词|体裁分类|组配分类|服务对象|公开(?:方式|范围|日期|类别|属性|程序)"
          + "|发文机[关构]|制发机关|发布机[构关]|信息来源|发文单位|发布单位|生成日期|成文(?:日期|时间)|发文(?:日期|时间|字号)|印发日期"
          + "|发布(?:日期|时间)|公文种类|文\\s*号|文件编号|统一登记号|有\\s*效\\s*性|效力状态|施行日期|废止日期|失效时间|关\\s*键\\s*词"
          + "|(?:信息|文件)?名\\s*称|标\\s*题|内容概述|分\\s*类|来\\s*源|字\\s*号)";

  /** A label with its value, or more than one of both. */
  private static final Pattern FIELD =
      Pattern.compile("[\\[【]?" + LABEL + "[】\\]]?\\s*(?:[：:\\t|].*)");

  private static final Pattern LABEL_ALONE =
      Pattern.compile("[\\[【]?" + LABEL + "[】\\]]?\\s*[：:]?");

  private IndexFields() {}

  /** Whether a line is a field with its value. */
  static boolean isField(String line) {
    return line.length() <= MOST_COLUMNS && FIELD.matcher(line).matches() && !isLabel(line);
  }

  /** Whether a line is a label whose value stands in the next. */
  static boolean isLabel(String line) {
    return line.length() <= MOST_COLUMNS && LABEL_ALONE.matcher(line).matches();
  }
}
