package org.zhengyu.transforms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.DocumentList;
import org.zhengyu.transforms.model.InnerUses;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.model.ScoredPairs;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.Stripe;
import org.zhengyu.transforms.model.TermBlock;
import org.zhengyu.transforms.model.TermEntry;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunCursor;

/** Small corpora written down by hand, and packed results written out to be compared. */
public final class Samples {
  /** The worked example of the notes on statistics: two paragraphs, three sentences. */
  public static final String REFORM = "改革/促进/发展/改革/依靠/人民。人民/支持/改革\n发展/依靠/人民";

  private static final Pattern WORD =
      Pattern.compile("(?<term>[^~#@]+)(?<function>~)?(#(?<phrase>[0-9]+))?(@(?<tag>[0-9]+))?");

  private static final Pattern USE =
      Pattern.compile("\\[(?<phrase>[^:]+):(?<begin>[0-9]+)-(?<end>[0-9]+)]");

  private Samples() {}

  /**
   * A segmented unit in the making. Words are parted by slashes, sentences by 。 and paragraphs by
   * line feeds; a word may be followed by ~ if it is a function word, #7 if it is phrase 7, and @7
   * if its part of speech is number 7 rather than 20. Behind the words of a sentence stand, in
   * brackets, the uses of phrases that are no words: [甲乙#7:1-3] of the characters 1 and 2.
   */
  public static final class Unit {
    private final SegmentedSplit.Builder builder = new SegmentedSplit.Builder();
    private final InnerUses uses = new InnerUses();

    /** A document and its groups, facet by facet. */
    public Unit document(long key, String id, String text, String... groups) {
      int tokens = 0;
      for (String paragraph : text.split("\n", -1)) {
        for (String sentence : paragraph.split("。", -1)) {
          if (!sentence.isEmpty()) {
            tokens += sentence(List.of(sentence.split("/")));
          }
        }
        builder.endParagraph();
      }
      builder.endDocument(new CountedDocument(key, id, tokens, List.of(groups)));
      return this;
    }

    /** Adds a sentence, and returns how many words it has. */
    private int sentence(List<String> written) {
      List<String> words = written.stream().filter(word -> !word.startsWith("[")).toList();
      uses.clear();
      for (String use : written.subList(words.size(), written.size())) {
        addUse(use, words);
      }
      int[] types = words.stream().mapToInt(this::type).toArray();
      builder.addSentence(types, types.length, uses);
      return types.length;
    }

    private void addUse(String written, List<String> words) {
      Matcher use = USE.matcher(written);
      if (!use.matches()) {
        throw new IllegalArgumentException(written);
      }
      int begin = Integer.parseInt(use.group("begin"));
      int end = Integer.parseInt(use.group("end"));
      int[] firstAndLast = {-1, -1};
      int at = 0;
      for (int word = 0; word < words.size(); word++) {
        int from = at;
        at += words.get(word).replaceFirst("[~#@].*", "").length();
        if (from < end && at > begin) {
          firstAndLast[0] = firstAndLast[0] < 0 ? word : firstAndLast[0];
          firstAndLast[1] = word;
        }
      }
      uses.add(type(use.group("phrase")), firstAndLast[0], firstAndLast[1], begin, end);
    }

    private int type(String written) {
      Matcher word = WORD.matcher(written);
      if (!word.matches()) {
        throw new IllegalArgumentException(written);
      }
      String term = word.group("term");
      int tag = word.group("tag") == null ? 20 : Integer.parseInt(word.group("tag"));
      int phrase = word.group("phrase") == null ? -1 : Integer.parseInt(word.group("phrase"));
      int known = builder.types().find(term, 0, term.length());
      return known >= 0
          ? known
          : builder.types().add(term, tag, word.group("function") == null, phrase);
    }

    /** All documents. */
    public SegmentedSplit build() {
      return builder.build();
    }
  }

  /** A unit without documents. */
  public static Unit unit() {
    return new Unit();
  }

  /** A run from keys of 64 bits. */
  public static <T> SortedRun runByKey(Map<Long, T> values, BiConsumer<T, PackedWriter> pack) {
    SortedRunBuilder run = new SortedRunBuilder();
    values.forEach(
        (key, value) -> {
          PackedWriter packed = new PackedWriter();
          pack.accept(value, packed);
          run.add(new PackedWriter().putLong(key), packed);
        });
    return run.build();
  }

  /** What {@link #runByKey} packed, of several runs. */
  public static <T> Map<Long, T> byKey(Iterable<SortedRun> runs, Function<PackedReader, T> unpack) {
    Map<Long, T> values = new TreeMap<>();
    for (SortedRun run : runs) {
      SortedRunCursor cursor = run.cursor();
      while (cursor.next()) {
        long key = cursor.keyReader().getLong();
        if (values.put(key, unpack.apply(cursor.value())) != null) {
          throw new AssertionError("two values of key " + key);
        }
      }
    }
    return values;
  }

  /** The documents that a block lists. */
  public static List<CountedDocument> documents(TermBlock block) {
    DocumentList documents = block.documents();
    return IntStream.range(0, documents.size()).mapToObj(documents::get).toList();
  }

  /**
   * Terms as lines: the term, its tag, whether it is content, its phrase, its margins (documents,
   * paragraphs, sentences, slots), and its frequency in each document, behind which are its tokens
   * and uses there where these are others.
   */
  public static List<String> lines(TermBlock block) {
    List<String> lines = new ArrayList<>();
    List<CountedDocument> documents = documents(block);
    SortedRunCursor cursor = block.entries().cursor();
    TermEntry entry = new TermEntry();
    while (cursor.next()) {
      entry.read(cursor.value());
      StringBuilder line = new StringBuilder(new String(cursor.key(), UTF_8));
      line.append(" tag ").append(entry.tag());
      line.append(entry.isContent() ? " content" : " function");
      line.append(" phrase ").append(entry.phrase());
      line.append(" in ").append(entry.margins().documents());
      line.append(' ').append(entry.margins().paragraphs());
      line.append(' ').append(entry.margins().sentences());
      line.append(' ').append(entry.margins().slots());
      for (int i = 0; i < entry.postings(); i++) {
        line.append(' ').append(documents.get(entry.document(i)).id());
        line.append(':').append(entry.frequency(i));
        if (entry.tokens(i) != entry.uses(i)) {
          line.append('(').append(entry.tokens(i)).append(',').append(entry.uses(i)).append(')');
        }
      }
      lines.add(line.toString());
    }
    return lines;
  }

  /**
   * Pairs as lines: both terms, their joint count, both margins, the size of the event space, and
   * where they only share characters somewhere, in how many units.
   */
  public static List<String> lines(ScoredPairs scored) {
    List<String> lines = new ArrayList<>();
    SortedRunCursor cursor = scored.stripes().cursor();
    Stripe stripe = new Stripe();
    while (cursor.next()) {
      int first = cursor.keyReader().getInt();
      PackedReader packed = cursor.value();
      stripe.rewind();
      while (stripe.next(packed)) {
        var a = scored.vocabulary().member(first);
        var b = scored.vocabulary().member(stripe.partner());
        var table =
            scored
                .vocabulary()
                .table(scored.unit(), first, stripe.partner(), stripe.count(), stripe.shared());
        lines.add(
            String.join(" ", a.term(), b.term())
                + (" " + table.o11() + " " + table.r1() + " " + table.c1() + " " + table.n())
                + (stripe.shared() == 0 ? "" : " shared " + stripe.shared()));
      }
    }
    return lines;
  }

  /** The facts of a kind, in the order of their lines. */
  public static <F extends RunFact> List<F> ofKind(Class<F> kind, Iterable<RunFact> facts) {
    List<F> found = new ArrayList<>();
    facts.forEach(
        fact -> {
          if (kind.isInstance(fact)) {
            found.add(kind.cast(fact));
          }
        });
    found.sort(Comparator.comparing(RunFact::toLine));
    return found;
  }
}
