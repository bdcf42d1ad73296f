package org.zhengyu.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * Counts and scores everything once more from the rows of {@code tokens}, {@code
 * phrase_occurrences}, {@code passage_occurrences} and {@code documents}: plain maps, plain
 * formulas in the form in which they are published, no regard for speed, no code of the job.
 */
final class BruteForce {
  private static final Comparator<String> BY_CODE_POINT =
      (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

  /** Classes of content words but for some verbs: 是, 有, light verbs, directional complements. */
  private static final String CONTENT_CLASSES = "nvabzgijls";

  private static final Set<String> FUNCTION_VERBS = Set.of("vshi", "vyou", "vx", "vf");

  /** What kind of word a term is. */
  private record Kind(String pos, boolean isPhrase) {}

  /**
   * A use of a term that counts: a token, or of a phrase another use.
   *
   * @param paragraph the document's id and the paragraph, which names it in the corpus
   * @param sentence the document's id and the sentence
   * @param position of the token in which it begins
   */
  private record Use(
      String doc,
      String paragraph,
      String sentence,
      long position,
      String term,
      long begin,
      long end,
      boolean isToken) {
    /** In one document, whether two uses have no character in common. */
    boolean isApartFrom(Use other) {
      return end <= other.begin || other.end <= begin;
    }
  }

  private final List<Use> uses = new ArrayList<>();
  private final Map<String, Long> sizes = new HashMap<>();

  /** Those of which no character is in a passage. */
  private final Set<Use> outside = new HashSet<>();

  /** The tokens of each sentence. */
  private final Map<String, List<Use>> sentences = new LinkedHashMap<>();

  /** By term and document: tokens, all uses, and the tokens in which one begins. */
  private final Map<String, Map<String, Long>> tokensIn = new HashMap<>();

  private final Map<String, Map<String, Long>> usesIn = new HashMap<>();
  private final Map<String, Map<String, Set<String>>> placesIn = new HashMap<>();
  private final Map<String, Set<String>> sentencesWith = new HashMap<>();
  private final Map<String, Kind> kinds = new HashMap<>();
  private final Set<String> stopWords;
  private final int longSentence;
  private long tokens;

  /** Reads the tokens and uses of the documents that are no duplicates. */
  BruteForce(Result result, Set<String> stopWords) {
    this(result, stopWords, 80);
  }

  /** The same where sentences of more than so many words are long. */
  BruteForce(Result result, Set<String> stopWords, int longSentence) {
    this.longSentence = longSentence;
    this.stopWords = stopWords;
    for (List<Object> row :
        result.query(
            "select doc_id, paragraph, sentence, position, term, begin_offset, end_offset, pos,"
                + " phrase is not null from tokens"
                + " where doc_id in (select doc_id from documents where duplicate_of is null)"
                + " order by doc_id, sentence, position")) {
      Use token = use(row, (Long) row.get(3), true);
      tokens++;
      sizes.merge(token.doc, 1L, Long::sum);
      sentences.computeIfAbsent(token.sentence, s -> new ArrayList<>()).add(token);
      add(token, new Kind((String) row.get(7), (Boolean) row.get(8)));
    }
    for (List<Object> row :
        result.query(
            "select doc_id, paragraph, sentence, 0, phrase, begin_offset, end_offset"
                + " from phrase_occurrences where is_use and status <> 'token'")) {
      List<Use> sentence = sentences.get(row.get(0) + "#" + row.get(2));
      int position = 0;
      while (sentence.get(position).end <= (Long) row.get(5)) {
        position++;
      }
      add(use(row, position, false), new Kind("nz", true));
    }
    Map<Object, List<List<Object>>> passages =
        result.query("select doc_id, begin_offset, end_offset from passage_occurrences").stream()
            .collect(Collectors.groupingBy(row -> row.get(0)));
    for (Use use : uses) {
      if (passages.getOrDefault(use.doc, List.of()).stream()
          .allMatch(row -> use.end <= (Long) row.get(1) || (Long) row.get(2) <= use.begin)) {
        outside.add(use);
      }
    }
  }

  private static Use use(List<Object> row, long position, boolean isToken) {
    String doc = (String) row.get(0);
    return new Use(
        doc,
        doc + "#" + row.get(1),
        doc + "#" + row.get(2),
        position,
        (String) row.get(4),
        (Long) row.get(5),
        (Long) row.get(6),
        isToken);
  }

  private void add(Use use, Kind kind) {
    uses.add(use);
    tokensIn
        .computeIfAbsent(use.term, t -> new HashMap<>())
        .merge(use.doc, use.isToken ? 1L : 0L, Long::sum);
    usesIn.computeIfAbsent(use.term, t -> new HashMap<>()).merge(use.doc, 1L, Long::sum);
    placesIn
        .computeIfAbsent(use.term, t -> new HashMap<>())
        .computeIfAbsent(use.doc, d -> new HashSet<>())
        .add(use.sentence + "#" + use.position);
    sentencesWith.computeIfAbsent(use.term, t -> new HashSet<>()).add(use.sentence);
    Kind other = kinds.putIfAbsent(use.term, kind);
    assertThat(other == null ? kind : other).as("kind of %s", use.term).isEqualTo(kind);
  }

  private long frequency(String term, String doc) {
    return placesIn.get(term).getOrDefault(doc, Set.of()).size();
  }

  private static long sum(Map<String, Long> counts) {
    return counts.values().stream().mapToLong(Long::longValue).sum();
  }

  /** Rows of {@code terms}. */
  List<List<Object>> terms(Map<String, String> categories) {
    List<List<Object>> rows = new ArrayList<>();
    double total = tokens;
    int parts = sizes.size();
    usesIn.forEach(
        (term, inDocuments) -> {
          double f = sizes.keySet().stream().mapToLong(doc -> frequency(term, doc)).sum();
          double deviation = 0;
          double sum = 0;
          double minShare = 1;
          List<Double> relative = new ArrayList<>();
          for (Map.Entry<String, Long> part : sizes.entrySet()) {
            double v = frequency(term, part.getKey());
            double s = part.getValue();
            deviation += Math.abs(v / f - s / total);
            minShare = Math.min(minShare, s / total);
            relative.add(v / s);
            sum += v / s;
          }
          double mean = sum / parts;
          double variance =
              relative.stream().mapToDouble(p -> (p - mean) * (p - mean)).sum() / parts;
          double juilland = 1 - Math.sqrt(variance) / mean / Math.sqrt(parts - 1.0);
          boolean isPhrase = kinds.get(term).isPhrase;
          rows.add(
              Rows.row(
                  term,
                  kinds.get(term).pos,
                  isPhrase,
                  isPhrase ? categories.get(term) : null,
                  sum(tokensIn.get(term)),
                  sum(inDocuments),
                  (long) f,
                  inDocuments.size(),
                  sentencesWith.get(term).size(),
                  f / total * 1e6,
                  Math.log((double) parts / inDocuments.size()),
                  parts == 1 ? null : deviation / 2,
                  parts == 1 ? null : deviation / 2 / (1 - minShare),
                  parts == 1 ? null : Math.max(0, juilland)));
        });
    return rows;
  }

  /** Rows of {@code document_terms}. */
  List<List<Object>> documentTerms() {
    List<List<Object>> rows = new ArrayList<>();
    usesIn.forEach(
        (term, inDocuments) ->
            inDocuments.forEach(
                (doc, used) ->
                    rows.add(
                        Rows.row(
                            doc,
                            term,
                            tokensIn.get(term).get(doc),
                            used,
                            frequency(term, doc),
                            frequency(term, doc)
                                * Math.log((double) sizes.size() / inDocuments.size())))));
    return rows;
  }

  /** Every phrase that is used, and the most frequent content terms. */
  Set<String> vocabulary(int size, long minTermFrequency) {
    Set<String> vocabulary = new TreeSet<>(BY_CODE_POINT);
    List<String> content = new ArrayList<>();
    kinds.forEach(
        (term, kind) -> {
          if (kind.isPhrase) {
            vocabulary.add(term);
          } else if (isContent(term, kind) && sentencesWith.get(term).size() >= minTermFrequency) {
            content.add(term);
          }
        });
    content.sort(
        Comparator.<String>comparingInt(term -> -sentencesWith.get(term).size())
            .thenComparing(BY_CODE_POINT));
    vocabulary.addAll(content.subList(0, Math.min(size, content.size())));
    return vocabulary;
  }

  private boolean isContent(String term, Kind kind) {
    return CONTENT_CLASSES.indexOf(kind.pos.charAt(0)) >= 0
        && !FUNCTION_VERBS.contains(kind.pos)
        && term.codePointCount(0, term.length()) >= 2
        && !stopWords.contains(term);
  }

  /** The counts of an event space: a contingency table for every pair of terms. */
  private final class Events {
    private final Map<String, Long> margins = new HashMap<>();

    /**
     * By the smaller term, then the larger: events with both, and those where they share
     * characters.
     */
    private final Map<String, Map<String, Long>> joint = new HashMap<>();

    private final Map<String, Map<String, Long>> shared = new HashMap<>();

    /** Where the two are together: the documents, and how often in long sentences. */
    private final Map<String, Map<String, Set<String>>> documents = new HashMap<>();

    private final Map<String, Map<String, Long>> inLong = new HashMap<>();

    /** How often the two are together because of passages. */
    private final Map<String, Map<String, Long>> repeated = new HashMap<>();

    private long n;

    /**
     * Both terms are there; they meet if some use of one is apart from some use of the other.
     *
     * @param isLong whether this is in a long sentence
     */
    void together(String one, List<Use> ofOne, String other, List<Use> ofOther, boolean isLong) {
      boolean meet = meet(ofOne, ofOther);
      boolean inOrder = BY_CODE_POINT.compare(one, other) < 0;
      String first = inOrder ? one : other;
      String second = inOrder ? other : one;
      (meet ? joint : shared)
          .computeIfAbsent(first, t -> new HashMap<>())
          .merge(second, 1L, Long::sum);
      if (meet) {
        documents
            .computeIfAbsent(first, t -> new HashMap<>())
            .computeIfAbsent(second, t -> new HashSet<>())
            .add(ofOne.get(0).doc);
        inLong
            .computeIfAbsent(first, t -> new HashMap<>())
            .merge(second, isLong ? 1L : 0L, Long::sum);
        repeated
            .computeIfAbsent(first, t -> new HashMap<>())
            .merge(second, meet(outside(ofOne), outside(ofOther)) ? 0L : 1L, Long::sum);
      }
    }

    private boolean meet(List<Use> some, List<Use> others) {
      return some.stream().anyMatch(use -> others.stream().anyMatch(use::isApartFrom));
    }

    private List<Use> outside(List<Use> some) {
      return some.stream().filter(outside::contains).toList();
    }

    long shared(String a, String b) {
      return shared.getOrDefault(a, Map.of()).getOrDefault(b, 0L);
    }
  }

  private static Map<String, List<Use>> byTerm(List<Use> uses) {
    return uses.stream().collect(Collectors.groupingBy(Use::term));
  }

  /** Rows of {@code cooccurrences} where two terms share a unit. */
  List<List<Object>> pairsIn(
      String unit, Set<String> vocabulary, long minTermFrequency, long minJointFrequency) {
    Map<String, List<Use>> units = new HashMap<>();
    for (Use use : uses) {
      String name =
          switch (unit) {
            case "sentence" -> use.sentence;
            case "paragraph" -> use.paragraph;
            default -> use.doc;
          };
      units.computeIfAbsent(name, u -> new ArrayList<>()).add(use);
    }
    Events events = new Events();
    events.n = units.size();
    for (List<Use> inUnit : units.values()) {
      Map<String, List<Use>> terms = byTerm(inUnit);
      List<String> present = terms.keySet().stream().filter(vocabulary::contains).toList();
      for (int i = 0; i < present.size(); i++) {
        String one = present.get(i);
        events.margins.merge(one, 1L, Long::sum);
        for (String other : present.subList(0, i)) {
          events.together(
              one,
              terms.get(one),
              other,
              terms.get(other),
              unit.equals("sentence") && isLong(inUnit.get(0).sentence));
        }
      }
    }
    return rows(unit, 0, events, events.margins, minTermFrequency, minJointFrequency);
  }

  /** Rows of {@code cooccurrences} where two terms are at most {@code k} words apart. */
  List<List<Object>> pairsInWindow(
      long k, Set<String> vocabulary, long minTermFrequency, long minJointFrequency) {
    Events events = new Events();
    Map<String, Long> sentenceFrequency = new HashMap<>();
    sentencesWith.forEach((term, in) -> sentenceFrequency.put(term, (long) in.size()));
    Map<String, Map<Long, List<Use>>> places =
        uses.stream()
            .collect(Collectors.groupingBy(Use::sentence, Collectors.groupingBy(Use::position)));
    sentences.forEach(
        (name, sentence) -> {
          for (long i = 0; i < sentence.size(); i++) {
            Map<String, List<Use>> centres = byTerm(places.get(name).get(i));
            for (long j = 0; j < sentence.size(); j++) {
              if (i == j || Math.abs(i - j) > k) {
                continue;
              }
              events.n++;
              centres.keySet().forEach(centre -> events.margins.merge(centre, 1L, Long::sum));
              if (i < j) {
                // The slots (i, j) and (j, i) are each met once; O11 is one of them.
                count(centres, byTerm(places.get(name).get(j)), vocabulary, events);
              }
            }
          }
        });
    return rows("window", k, events, sentenceFrequency, minTermFrequency, minJointFrequency);
  }

  private boolean isLong(String sentence) {
    return sentences.get(sentence).size() > longSentence;
  }

  private void count(
      Map<String, List<Use>> centres,
      Map<String, List<Use>> neighbours,
      Set<String> vocabulary,
      Events events) {
    centres.forEach(
        (centre, ofCentre) ->
            neighbours.forEach(
                (neighbour, ofNeighbour) -> {
                  if (!centre.equals(neighbour)
                      && vocabulary.contains(centre)
                      && vocabulary.contains(neighbour)) {
                    events.together(
                        centre, ofCentre, neighbour, ofNeighbour, isLong(ofCentre.get(0).sentence));
                  }
                }));
  }

  private List<List<Object>> rows(
      String unit,
      long window,
      Events events,
      Map<String, Long> unitsWith,
      long minTermFrequency,
      long minJointFrequency) {
    List<List<Object>> rows = new ArrayList<>();
    events.joint.forEach(
        (a, partners) ->
            partners.forEach(
                (b, o11) -> {
                  boolean isPhraseA = kinds.get(a).isPhrase;
                  boolean isPhraseB = kinds.get(b).isPhrase;
                  long least = isPhraseA && isPhraseB ? 1 : minJointFrequency;
                  long leastTerm = isPhraseA || isPhraseB ? 1 : minTermFrequency;
                  if (o11 >= least
                      && unitsWith.get(a) >= leastTerm
                      && unitsWith.get(b) >= leastTerm) {
                    List<Object> row = new ArrayList<>(Arrays.asList(unit, window, a, b));
                    long shared = events.shared(a, b);
                    row.addAll(
                        scores(
                            o11,
                            events.margins.get(a) - shared,
                            events.margins.get(b) - shared,
                            events.n - shared,
                            shared,
                            Arrays.asList(
                                (long) events.documents.get(a).get(b).size(),
                                isWithinSentence(unit) ? events.inLong.get(a).get(b) : null,
                                events.repeated.get(a).get(b),
                                caution(
                                    o11,
                                    events.documents.get(a).get(b).size(),
                                    events.inLong.get(a).get(b),
                                    events.repeated.get(a).get(b))),
                            window == 0));
                    rows.add(row);
                  }
                }));
    return rows;
  }

  private static boolean isWithinSentence(String unit) {
    return unit.equals("sentence") || unit.equals("window");
  }

  /** With three documents for evidence, as is the default. */
  private @Nullable String caution(long o11, int documents, long inLong, long repeated) {
    if (documents < Math.min(3, sizes.size())) {
      return "few_documents";
    }
    if (inLong > o11 / 2.0) {
      return "long_sentences";
    }
    return repeated > o11 / 2.0 ? "repeated" : null;
  }

  private static Collection<Object> scores(
      long o11,
      long r1,
      long c1,
      long n,
      long shared,
      List<Object> evidence,
      boolean hasProbability) {
    double r2 = (double) n - r1;
    double c2 = (double) n - c1;
    double o12 = (double) r1 - o11;
    double o21 = (double) c1 - o11;
    double o22 = (double) n - r1 - c1 + o11;
    assertThat(Math.min(Math.min(o12, o21), o22)).as("smallest cell").isNotNegative();
    double e11 = (double) r1 * c1 / n;
    double g2 =
        2
            * (part((double) o11, e11)
                + part(o12, r1 * c2 / n)
                + part(o21, r2 * c1 / n)
                + part(o22, r2 * c2 / n));
    double cross = o11 * o22 - o12 * o21;
    double dice = 2.0 * o11 / (r1 + c1);
    double chi2 = r2 == 0 || c2 == 0 ? 0 : (double) n * cross * cross / (r1 * r2 * c1 * c2);
    List<Object> scores = new ArrayList<>(List.of(o11, r1, c1, n, shared));
    scores.addAll(evidence);
    scores.addAll(
        Arrays.asList(
            e11,
            log2(o11 / e11),
            o11 == n ? null : Math.log(o11 / e11) / -Math.log((double) o11 / n),
            log2((double) o11 * o11 * o11 / e11),
            (o11 - e11) / Math.sqrt((double) o11),
            (o11 - e11) / Math.sqrt(e11),
            14 + log2(dice),
            dice,
            (double) o11 / (r1 + c1 - o11),
            Math.signum(cross) * Math.max(0, g2),
            chi2,
            r2 == 0 ? null : (double) o11 / r1 - o21 / r2,
            c2 == 0 ? null : (double) o11 / c1 - o12 / c2,
            hasProbability ? erfc(Math.sqrt(Math.max(0, g2) / 2)) : null));
    return scores;
  }

  private static double part(double observed, double expected) {
    return observed == 0 ? 0 : observed * Math.log(observed / expected);
  }

  private static double log2(double x) {
    return Math.log(x) / Math.log(2);
  }

  /** Abramowitz and Stegun 7.1.6 (a series) and 7.1.14 (a continued fraction). */
  private static double erfc(double x) {
    if (x < 2.5) {
      double term = x;
      double sum = x;
      for (int i = 1; i < 100; i++) {
        term *= 2 * x * x / (2 * i + 1);
        sum += term;
      }
      return 1 - 2 / Math.sqrt(Math.PI) * Math.exp(-x * x) * sum;
    }
    double fraction = x;
    for (int i = 200; i > 0; i--) {
      fraction = x + i / 2.0 / fraction;
    }
    return Math.exp(-x * x) / Math.sqrt(Math.PI) / fraction;
  }
}
