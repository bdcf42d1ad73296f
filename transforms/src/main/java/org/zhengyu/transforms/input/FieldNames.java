package org.zhengyu.transforms.input;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * By which titles the fields of records are known. A field has one name; of several titles that
 * mean the same the one that stands first below has it, and the others keep their own.
 *
 * @param textField the title of the field that holds the text; null for the usual ones
 */
public record FieldNames(@Nullable String textField) implements Serializable {
  /** The usual titles. */
  public static final FieldNames USUAL = new FieldNames(null);

  private static final Map<String, List<String>> TITLES =
      Map.ofEntries(
          Map.entry(
              Fields.TEXT,
              List.of("text", "正文", "全文", "内容", "文本", "content", "body", "fulltext", "full_text")),
          Map.entry(Fields.ID, List.of("id", "编号", "doc_id")),
          Map.entry(
              Fields.FILE,
              List.of("file", "文件名", "文件", "文件路径", "路径", "filename", "file_name", "path")),
          Map.entry(Fields.TITLE, List.of("title", "标题", "题目", "名称", "headline")),
          Map.entry(
              Fields.DATE,
              List.of("date", "日期", "成文日期", "发文日期", "印发日期", "发布日期", "公布日期", "发布时间", "时间")),
          Map.entry(Fields.YEAR, List.of("year", "年份", "年度", "年")),
          Map.entry(
              Fields.REGION,
              List.of("region", "地区", "地域", "城市", "市", "省份", "省", "province", "city")),
          Map.entry(
              Fields.ISSUER, List.of("issuer", "发文机关", "发布机构", "发文单位", "发布单位", "印发机关", "制定机关")),
          Map.entry(Fields.DOC_TYPE, List.of("doc_type", "文种", "文件类型")),
          Map.entry(Fields.DOCUMENT_NUMBER, List.of("document_number", "发文字号", "文号", "文件编号")));

  /** A title's name, and how many others of that name are preferred to it. */
  private record Meaning(String name, int rank) {}

  private static final Map<String, Meaning> MEANINGS = meanings();

  private static Map<String, Meaning> meanings() {
    Map<String, Meaning> meanings = new HashMap<>();
    TITLES.forEach(
        (name, titles) -> {
          for (String title : titles) {
            meanings.put(title, new Meaning(name, titles.indexOf(title)));
          }
        });
    return meanings;
  }

  /** The name under which a field of this title is known where no other stands beside it. */
  static String usual(String title) {
    String plain = plain(title);
    Meaning meaning = MEANINGS.get(plain);
    return meaning == null ? plain : meaning.name();
  }

  private static String plain(String title) {
    return title.strip().toLowerCase(Locale.ROOT);
  }

  /** The names of the fields of one record or table, in their order. */
  List<String> of(List<String> titles) {
    Map<String, Integer> ranks = new HashMap<>();
    for (String title : titles) {
      Meaning meaning = meaning(title);
      ranks.merge(meaning.name(), meaning.rank(), Math::min);
    }
    List<String> names = new ArrayList<>(titles.size());
    for (String title : titles) {
      Meaning meaning = meaning(title);
      boolean first = ranks.get(meaning.name()) == meaning.rank();
      names.add(first ? meaning.name() : plain(title));
    }
    return names;
  }

  private Meaning meaning(String title) {
    String plain = plain(title);
    if (textField != null && plain.equals(plain(textField))) {
      return new Meaning(Fields.TEXT, 0);
    }
    Meaning meaning = MEANINGS.get(plain);
    boolean usual = meaning != null && (textField == null || !meaning.name().equals(Fields.TEXT));
    // A title that is no longer a text's keeps its own name, but is not mistaken for the text.
    return usual ? meaning : new Meaning(plain.equals(Fields.TEXT) ? OTHER_TEXT : plain, 0);
  }

  /** The name of a field {@code text} where another holds the text. */
  private static final String OTHER_TEXT = "other_text";

  /** How a message calls the field of the text. */
  String textTitles() {
    return textField == null ? "text, 正文, 内容, content or body" : textField;
  }
}
