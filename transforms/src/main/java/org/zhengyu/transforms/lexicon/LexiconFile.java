package org.zhengyu.transforms.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.decode.Decoder;
import org.zhengyu.transforms.decode.UndecodableTextException;

/**
 * The phrases of one lexicon file, in its order, each with its line. Within a file no form, phrase
 * or variant, stands twice.
 */
public final class LexiconFile {
  /** Behind a form, or alone: what follows is no occurrence of it. */
  private static final Pattern EXCLUSION = Pattern.compile("(?:^|[\\s\\u3000]+)[!！]");

  private static final Remark PHRASE = new Remark("phrase", "短语");
  private static final Remark VARIANT = new Remark("variant", "变体");
  private static final Remark EXCLUDED = new Remark("exclusion", "排除项");
  private static final Remark CATEGORY = new Remark("category", "类别");

  private final String name;
  private final List<LexiconEntry> entries;
  private final int[] lines;

  private LexiconFile(String name, List<LexiconEntry> entries, int[] lines) {
    this.name = name;
    this.entries = List.copyOf(entries);
    this.lines = lines;
  }

  /**
   * Reads a lexicon file in any encoding: as {@link #parse(String, String, UnaryOperator)}.
   *
   * @throws InputFileException also when the bytes are no text
   */
  public static LexiconFile parse(byte[] content, String name, UnaryOperator<String> fold)
      throws InputFileException {
    try {
      return parse(Decoder.decode(content, 0, content.length).text(), name, fold);
    } catch (UndecodableTextException e) {
      throw new InputFileException(name, 1, InputText.undecodable(e));
    }
  }

  /**
   * Reads a lexicon. A line is a phrase, or its fields: phrase, category, variants with {@code |}
   * between, the year since when; a header may name them in any order. Comments begin with {@code
   * #}. A star at the end or begin of a form stands for any end or begin within a word, and behind
   * a form {@code !} leads what it is not. Other layouts are read where they are plain, see {@link
   * LexiconDialect}.
   *
   * @param name the name for messages
   * @param fold the folding that the text will have gone through, too
   * @throws InputFileException with the first faults and their lines: a phrase or variant that is
   *     empty, stands twice (also after folding), has no letter or digit, has a control character
   *     or more than 100 code points; a line that may be meant in several ways; no phrase
   */
  public static LexiconFile parse(String content, String name, UnaryOperator<String> fold)
      throws InputFileException {
    Faults faults = new Faults(name);
    List<LexiconLine> lines = lines(InputText.withoutInvisible(content));
    Reader reader = new Reader(fold, faults);
    if (!lines.isEmpty()) {
      LexiconDialect dialect = DialectFinder.find(lines, faults);
      faults.refuse();
      for (LexiconLine line : lines) {
        LexiconRow row = dialect.read(line, faults);
        if (row != null) {
          reader.accept(row);
        }
      }
    }
    faults.refuse();
    if (reader.entries.isEmpty()) {
      throw new InputFileException(name, 1, new Remark("no phrase in this file", "文件中没有短语"));
    }
    return new LexiconFile(
        name, reader.entries, reader.lines.stream().mapToInt(line -> line).toArray());
  }

  private static List<LexiconLine> lines(String content) {
    List<String> written = content.lines().toList();
    List<LexiconLine> lines = new ArrayList<>();
    int end;
    for (int at = 0; at < written.size(); at = end) {
      end = LexiconLine.endOfRow(written, at);
      LexiconLine line = new LexiconLine(at + 1, String.join("\n", written.subList(at, end)));
      if (!line.isBlank()) {
        lines.add(line);
      }
    }
    return lines;
  }

  /**
   * Those of some expressions that may be the phrases of one file: each once, however it was typed,
   * and none with a star, which would stand for anything.
   */
  public static List<String> listable(List<String> expressions) {
    Set<String> spellings = new HashSet<>();
    return expressions.stream()
        .filter(expression -> !Glob.isGlob(expression) && spellings.add(Spelling.of(expression)))
        .toList();
  }

  /** The name for messages. */
  public String name() {
    return name;
  }

  /** The number of phrases. */
  public int size() {
    return entries.size();
  }

  LexiconEntry entry(int index) {
    return entries.get(index);
  }

  /** Where a phrase stands: file and line. */
  String place(int index) {
    return name + ":" + lines[index];
  }

  /** Checks and folds rows, and knows on which line each form first stood. */
  private static final class Reader {
    private final UnaryOperator<String> fold;
    private final Faults faults;
    private final List<LexiconEntry> entries = new ArrayList<>();
    private final List<Integer> lines = new ArrayList<>();
    private final Map<String, Integer> lineOfForm = new HashMap<>();
    private final Map<String, String> sharedCategories = new HashMap<>();

    Reader(UnaryOperator<String> fold, Faults faults) {
      this.fold = fold;
      this.faults = faults;
    }

    void accept(LexiconRow row) {
      int line = row.line();
      List<String> exclusions = new ArrayList<>(0);
      String writtenPhrase = withoutExclusions(row.phrase(), exclusions);
      String phrase = form(writtenPhrase, PHRASE, line);
      String category = category(row.category(), line);
      Map<String, String> typed = new HashMap<>();
      typed.put(Spelling.of(phrase), writtenPhrase);
      List<String> variants = new ArrayList<>(row.variants().size());
      for (String written : row.variants()) {
        String variant = withoutExclusions(written, exclusions);
        if ((!variant.isEmpty() || written.isEmpty()) && !isTypedOtherwise(variant, typed)) {
          variants.add(form(variant, VARIANT, line));
        }
      }
      LexiconEntry entry =
          new LexiconEntry(phrase, category, variants, exclusions, since(row.since()));
      exclusions.forEach(exclusion -> checkExclusion(exclusion, entry, line));
      entries.add(entry);
      lines.add(line);
    }

    /**
     * Whether a form of a row is another one of it in other characters, as 互联网＋ is 互联网+: somebody
     * took care that both are found, and they are.
     *
     * @param typed the forms of the row before, as written, by what they are folded; gets this one
     */
    private boolean isTypedOtherwise(String written, Map<String, String> typed) {
      String before = typed.putIfAbsent(Spelling.of(InputText.strip(fold.apply(written))), written);
      return before != null && !before.equals(written);
    }

    /** A form as written, its exclusions folded and added to others. */
    private String withoutExclusions(String written, List<String> exclusions) {
      String[] parts = EXCLUSION.split(InputText.strip(written), -1);
      for (int i = 1; i < parts.length; i++) {
        exclusions.add(InputText.strip(fold.apply(parts[i])));
      }
      return parts[0];
    }

    private void checkExclusion(String exclusion, LexiconEntry entry, int line) {
      Remark problem = problemOf(exclusion, EXCLUDED);
      if (problem == null && Glob.isGlob(exclusion)) {
        problem =
            Remark.of(
                "exclusion “%s” with a star: it excludes whatever holds it",
                "排除项“%s”带有星号：凡含有它的都会排除", exclusion);
      }
      if (problem == null
          && entry.forms().stream().noneMatch(form -> isWithin(Glob.coreOf(form), exclusion))) {
        problem =
            Remark.of(
                "exclusion “%s” holds no more than “%s”, or not all of it",
                "排除项“%s”应比“%s”长，且包含它的全部", exclusion, entry.phrase());
      }
      if (problem != null) {
        faults.add(line, problem);
      }
    }

    private static boolean isWithin(String form, String exclusion) {
      return exclusion.length() > form.length() && exclusion.contains(form);
    }

    /** One object per distinct category, and null for none: a million rows share a few names. */
    private @Nullable String category(String written, int line) {
      Remark problem = InputText.problemOf(written, CATEGORY);
      if (problem != null) {
        faults.add(line, problem);
      }
      if (written.isEmpty()) {
        return null;
      }
      List<String> levels = Categories.levels(written);
      if (levels.contains("")) {
        faults.add(
            line, Remark.of("category “%s” has a level without a name", "类别“%s”中有一级没有名称", written));
      }
      return sharedCategories.computeIfAbsent(Categories.name(levels), name -> name);
    }

    private static @Nullable Integer since(String year) {
      return year.isEmpty() ? null : Integer.valueOf(year.substring(0, 4));
    }

    private String form(String written, Remark what, int line) {
      String form = InputText.strip(fold.apply(written));
      Remark problem = problemOf(form, what);
      if (problem == null) {
        Integer first = lineOfForm.putIfAbsent(Spelling.of(form), line);
        if (first != null) {
          problem =
              Remark.of(
                  "duplicate %s “%s”, which already stands on line %d",
                  "重复的%s“%s”，第 %d 行已有", what, form, first);
        }
      }
      if (problem != null) {
        faults.add(line, problem);
      }
      return form;
    }

    private static @Nullable Remark problemOf(String form, Remark what) {
      if (form.isEmpty()) {
        return Remark.of("empty %s", "%s为空", what);
      }
      Remark unreadable = InputText.problemOf(form, what);
      if (unreadable != null) {
        return unreadable;
      }
      if (!Words.isWord(form, 0, form.length())) {
        return Remark.of("%s “%s” has no letter or digit", "%s“%s”中没有文字或数字", what, form);
      }
      return Glob.isGlob(form) && Glob.of(form) == null
          ? Remark.of("%s “%s” with a star that is at neither end", "%s“%s”的星号不在两端", what, form)
          : null;
    }
  }
}
