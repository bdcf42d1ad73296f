package org.zhengyu.transforms.lexicon;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
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
      throw new InputFileException(name, 1, String.valueOf(e.getMessage()));
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
   *     empty, stands twice (also after folding), has no letter or digit, has an invisible
   *     character or more than 100 code points; a line that may be meant in several ways; no phrase
   */
  public static LexiconFile parse(String content, String name, UnaryOperator<String> fold)
      throws InputFileException {
    Faults faults = new Faults(name);
    List<LexiconLine> lines = lines(content);
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
      throw new InputFileException(name, 1, "no phrase in this file");
    }
    return new LexiconFile(
        name, reader.entries, reader.lines.stream().mapToInt(line -> line).toArray());
  }

  private static List<LexiconLine> lines(String content) {
    List<LexiconLine> lines = new ArrayList<>();
    Iterator<String> written = content.lines().iterator();
    for (int number = 1; written.hasNext(); number++) {
      LexiconLine line = new LexiconLine(number, written.next());
      if (!line.isBlank()) {
        lines.add(line);
      }
    }
    return lines;
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
      String phrase = form(writtenPhrase, "phrase", line);
      String category = category(row.category(), line);
      Map<String, String> typed = new HashMap<>();
      typed.put(Twins.fold(phrase), writtenPhrase);
      List<String> variants = new ArrayList<>(row.variants().size());
      for (String written : row.variants()) {
        String variant = withoutExclusions(written, exclusions);
        if ((!variant.isEmpty() || written.isEmpty()) && !isTypedOtherwise(variant, typed)) {
          variants.add(form(variant, "variant", line));
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
      String before = typed.putIfAbsent(Twins.fold(InputText.strip(fold.apply(written))), written);
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
      String problem = problemOf(exclusion, "exclusion");
      if (problem == null && Glob.isGlob(exclusion)) {
        problem = "exclusion “" + exclusion + "” with a star: it excludes whatever holds it";
      }
      if (problem == null
          && entry.forms().stream().noneMatch(form -> isWithin(Glob.coreOf(form), exclusion))) {
        problem =
            "exclusion “"
                + exclusion
                + "” holds no more than “"
                + entry.phrase()
                + "”, or not all of it";
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
      String problem = InputText.problemOf(written, "category");
      if (problem != null) {
        faults.add(line, problem);
      }
      if (written.isEmpty()) {
        return null;
      }
      List<String> levels = Categories.levels(written);
      if (levels.contains("")) {
        faults.add(line, "category “" + written + "” has a level without a name");
      }
      return sharedCategories.computeIfAbsent(Categories.name(levels), name -> name);
    }

    private static @Nullable Integer since(String year) {
      return year.isEmpty() ? null : Integer.valueOf(year.substring(0, 4));
    }

    private String form(String written, String what, int line) {
      String form = InputText.strip(fold.apply(written));
      String problem = problemOf(form, what);
      if (problem == null) {
        Integer first = lineOfForm.putIfAbsent(Twins.fold(form), line);
        if (first != null) {
          problem = "duplicate " + what + " “" + form + "”, which already stands on line " + first;
        }
      }
      if (problem != null) {
        faults.add(line, problem);
      }
      return form;
    }

    private static @Nullable String problemOf(String form, String what) {
      if (form.isEmpty()) {
        return "empty " + what;
      }
      String unreadable = InputText.problemOf(form, what);
      if (unreadable != null) {
        return unreadable;
      }
      if (!Words.isWord(form, 0, form.length())) {
        return what + " “" + form + "” has no letter or digit";
      }
      return Glob.isGlob(form) && Glob.of(form) == null
          ? what + " “" + form + "” with a star that is at neither end"
          : null;
    }
  }
}
