package org.zhengyu.pipeline.kwic;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.StoredRow;
import org.zhengyu.output.StoredTable;

/** What was found in one result after the other: every hit, in its sentence. */
public final class Concordance {
  private static final List<String> COLUMNS =
      List.of("doc_id", "sentence", "begin_offset", "end_offset", "text");

  private final String query;
  private final @Nullable String near;
  private final @Nullable String field;
  private final List<Hit> hits = new ArrayList<>();
  private final Set<FoundDocument> documents = new HashSet<>();
  private final Set<String> fields = new TreeSet<>();
  private long sentences;
  private boolean hasField;

  /**
   * An empty concordance.
   *
   * @param query what to find: a phrase of the lexicon, or a regular expression
   * @param near what must stand beside it in the sentence, likewise; or null
   * @param field by what documents are grouped; or null
   */
  public Concordance(String query, @Nullable String near, @Nullable String field) {
    this.query = query;
    this.near = near;
    this.field = field;
  }

  /**
   * Adds the hits of a result.
   *
   * @param sentencesOf its table of sentences
   * @param name what it is called where there are several
   * @throws java.util.regex.PatternSyntaxException if a query is no regular expression
   */
  public void add(StoredResult result, StoredTable sentencesOf, String name) throws IOException {
    Wanted wanted = Wanted.of(query, result);
    Wanted beside = near == null ? null : Wanted.of(near, result);
    DocumentFacts facts = DocumentFacts.of(result, name, field);
    fields.addAll(facts.fields());
    hasField |= facts.haveField();
    sentencesOf.read(
        COLUMNS,
        row -> {
          String text = row.text(4);
          int before = hits.size();
          Matcher found = wanted.in(text);
          while (found.find()) {
            boolean isEmpty = found.end() == found.start();
            if (!isEmpty && (beside == null || beside.isBeside(text, found.start(), found.end()))) {
              hits.add(hit(facts, row, text, found));
            }
          }
          if (hits.size() > before) {
            sentences++;
            documents.add(hits.get(before).document());
          }
        });
  }

  private Hit hit(DocumentFacts facts, StoredRow row, String text, Matcher found) {
    return new Hit(
        facts.get(row.text(0)),
        hits.size(),
        row.number(1),
        row.number(2),
        row.number(3),
        text.substring(0, found.start()),
        text.substring(found.start(), found.end()),
        text.substring(found.end()));
  }

  /** Whether any document may have the field by which they are grouped. */
  public boolean hasField() {
    return hasField;
  }

  /** The fields by which documents could be grouped. */
  public Set<String> fields() {
    return fields;
  }

  /** How many hits there are. */
  public long size() {
    return hits.size();
  }

  /** How many sentences have one. */
  public long sentences() {
    return sentences;
  }

  /** How many documents have one. */
  public long documents() {
    return documents.size();
  }

  List<Hit> sorted(HitOrder order) {
    return hits.stream().sorted(order.comparator()).toList();
  }

  /** Keeps so many hits, drawn by lot: the same ones for a seed, wherever the result lies. */
  public void sample(int most, long seed) {
    if (hits.size() > most) {
      Map<Hit, Long> lots = new HashMap<>();
      hits.forEach(hit -> lots.put(hit, lot(hit.id(), seed)));
      hits.sort(Comparator.<Hit, Long>comparing(lots::get).thenComparing(Hit::place));
      hits.subList(most, hits.size()).clear();
    }
  }

  /** A number drawn for a key: FNV-1a, whose bits the finalizer of MurmurHash3 mixes. */
  private static long lot(String key, long seed) {
    long hash = seed ^ 0xcbf29ce484222325L;
    for (byte b : key.getBytes(UTF_8)) {
      hash = (hash ^ b) * 0x100000001b3L;
    }
    hash = (hash ^ (hash >>> 33)) * 0xff51afd7ed558ccdL;
    hash = (hash ^ (hash >>> 33)) * 0xc4ceb9fe1a85ec53L;
    return hash ^ (hash >>> 33);
  }
}
