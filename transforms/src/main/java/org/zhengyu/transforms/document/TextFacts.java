package org.zhengyu.transforms.document;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.input.Dates;
import org.zhengyu.transforms.input.Regions;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.KnownDate;
import org.zhengyu.transforms.model.KnownDate.Source;
import org.zhengyu.transforms.model.Region;
import org.zhengyu.transforms.structure.Paragraph;
import org.zhengyu.transforms.structure.Zone;

/**
 * What a text says of itself: its date, issuer, number and place, from the lines before its body
 * and the signature behind it. Only what stands where it always stands in official documents is
 * taken; where two dates compete, none is.
 */
final class TextFacts {
  private static final int MOST_HEAD = 20;
  private static final int MOST_SIGNATURE = 12;
  private static final int LONGEST_LINE = 80;
  private static final int LONGEST_ISSUER = 40;

  private static final Pattern NUMBER =
      Pattern.compile(
          "(?:^|[\\s（(：:])([\\p{IsHan}]{1,14})[〔\\[（(【]((?:19|20)\\d{2})[〕\\]）)】]\\s*第?\\s*(\\d{1,5})\\s*号");

  private static final Pattern DAY =
      Pattern.compile(
          "(?:(?:19|20)\\d{2}\\s*年\\s*\\d{1,2}\\s*月\\s*\\d{1,2}\\s*日"
              + "|(?:19|20)\\d{2}[-/.]\\d{1,2}[-/.]\\d{1,2}"
              + "|[一二][〇零○一二三四五六七八九]{3}年[一二三四五六七八九十]{1,2}月[一二三四五六七八九十]{1,3}日)");

  private static final Pattern LABELLED_DATE =
      Pattern.compile("(?:成文日期|发文日期|印发日期|发布日期|发布时间|日期|时间)\\s*[：:]\\s*(" + DAY + ")");

  private static final Pattern LABELLED_ISSUER =
      Pattern.compile("(?:发文机关|发布机构|发文单位|发布单位|制定机关)\\s*[：:]\\s*(\\S{2,40})");

  private static final String ORGAN =
      "(?:国务院|人民政府|政府|委员会|办公厅|办公室|人民代表大会|常务委员会|人大常委会|人民法院|人民检察院"
          + "|党委|省委|市委|区委|县委|党组|[\\p{IsHan}]部|[\\p{IsHan}]局|[\\p{IsHan}]厅|[\\p{IsHan}]署"
          + "|[\\p{IsHan}]总局|银行|管委会|协会|研究院)";

  private static final Pattern ISSUER_LINE = Pattern.compile("[\\p{IsHan}（）()·、\\s]{0,38}" + ORGAN);

  private static final Pattern ISSUED = Pattern.compile("^([\\p{IsHan}、\\s]{2,38}?)关于.{2,}");

  private static final Pattern NATIONAL =
      Pattern.compile("^(?:中共中央|国务院|全国人民代表大会|全国人大|中华人民共和国|最高人民法院|最高人民检察院|国家).*");

  /** The lines before the body. */
  private final List<String> head = new ArrayList<>();

  private final List<String> headlines = new ArrayList<>();

  /** The last lines, from the last back. */
  private final List<String> signature = new ArrayList<>();

  private TextFacts(List<Paragraph> paragraphs) {
    for (int i = 0; i < Math.min(paragraphs.size(), MOST_HEAD); i++) {
      Paragraph paragraph = paragraphs.get(i);
      if (paragraph.zone() == Zone.BODY || paragraph.zone() == Zone.HEADING) {
        break;
      }
      head.add(paragraph.text());
      if (paragraph.zone() == Zone.HEADLINE) {
        headlines.add(paragraph.text());
      }
    }
    int last = paragraphs.size() - 1;
    for (int i = last; i > Math.max(head.size() - 1, last - MOST_SIGNATURE); i--) {
      signature.add(paragraphs.get(i).text());
    }
  }

  /**
   * Fills what is not known of a document by what its text says, and names the columns; a date that
   * is within what is known makes that more precise.
   */
  static Description fill(Description known, List<Paragraph> paragraphs) {
    if (known.date() != null
        && known.date().precision() == KnownDate.Precision.DAY
        && known.issuer() != null
        && known.region() != null
        && known.documentNumber() != null) {
      return known;
    }
    TextFacts facts = new TextFacts(paragraphs);
    Description.Builder filled = known.with();
    List<String> inferred = new ArrayList<>();
    KnownDate date = facts.date();
    if (date != null && (known.date() == null || date.isWithin(known.date()))) {
      filled.date(date);
      inferred.add("date");
    }
    String number = known.documentNumber() == null ? facts.number() : null;
    if (number != null) {
      filled.documentNumber(number);
      inferred.add("document_number");
    }
    String issuer = known.issuer() == null ? facts.issuer() : known.issuer();
    if (known.issuer() == null && issuer != null) {
      filled.issuer(issuer);
      inferred.add("issuer");
    }
    Region region = known.region() == null ? facts.region(known.title(), issuer) : null;
    if (region != null) {
      filled.region(region);
      inferred.add("region");
    }
    return inferred.isEmpty() ? known : filled.inferred(inferred).build();
  }

  private @Nullable KnownDate date() {
    for (String line : head) {
      Matcher labelled = LABELLED_DATE.matcher(line);
      if (labelled.find()) {
        return Dates.parse(labelled.group(1), Source.TEXT);
      }
    }
    int at = signatureDate();
    if (at >= 0) {
      return Dates.parse(signature.get(at), Source.TEXT);
    }
    KnownDate found = null;
    for (String line : head) {
      Matcher day = DAY.matcher(line);
      while (day.find()) {
        KnownDate date = Dates.parse(day.group(), Source.TEXT);
        if (date != null && found != null && !date.equals(found)) {
          return null;
        }
        found = date == null ? found : date;
      }
    }
    return found;
  }

  /** The last line that is a day and nothing else; -1 without. */
  private int signatureDate() {
    for (int i = 0; i < signature.size(); i++) {
      if (signature.get(i).length() <= 24 && DAY.matcher(bare(signature.get(i))).matches()) {
        return i;
      }
    }
    return -1;
  }

  private static String bare(String line) {
    return line.replaceAll("^[（(]|[）)]$", "").strip();
  }

  private @Nullable String number() {
    for (String line : head) {
      Matcher number = NUMBER.matcher(line);
      if (line.length() <= LONGEST_LINE && number.find()) {
        return number.group(1) + "〔" + number.group(2) + "〕" + number.group(3) + "号";
      }
    }
    return null;
  }

  private @Nullable String issuer() {
    for (String line : head) {
      Matcher labelled = LABELLED_ISSUER.matcher(line);
      if (labelled.find()) {
        return labelled.group(1);
      }
    }
    int date = signatureDate();
    if (date >= 0 && date + 1 < signature.size()) {
      String line = signature.get(date + 1).replaceAll("\\s+", " ").strip();
      if (line.length() <= LONGEST_ISSUER && ISSUER_LINE.matcher(line).matches()) {
        return line;
      }
    }
    Matcher issued = ISSUED.matcher(String.join("", headlines));
    if (issued.matches() && ISSUER_LINE.matcher(issued.group(1)).matches()) {
      return issued.group(1).strip();
    }
    return null;
  }

  private @Nullable Region region(@Nullable String title, @Nullable String issuer) {
    List<String> sources = new ArrayList<>(headlines);
    if (issuer != null) {
      sources.add(0, issuer);
    }
    if (title != null) {
      sources.add(title);
    }
    for (String source : sources) {
      Region region = regionOf(source.replaceFirst("^(?:中共|\\d{4}年)", ""));
      if (region != null) {
        return region;
      }
    }
    return null;
  }

  private static @Nullable Region regionOf(String name) {
    Region first = Regions.prefix(name);
    if (first == null) {
      return NATIONAL.matcher(name).matches() ? Regions.known(Regions.NATION) : null;
    }
    Region below = Regions.prefix(name.substring(first.name().length()));
    return below != null && first.name().equals(below.parent()) ? below : first;
  }
}
