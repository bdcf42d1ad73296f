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

/**
 * Counts and scores everything once more from the rows of {@code tokens} and {@code documents}:
 * plain maps, plain formulas in the form in which they are published, no regard for speed, no code
 * of the job.
 */
final class BruteForce {
  private static final Comparator<String> BY_CODE_POINT =
      (a, b) -> Arrays.compare(a.codePoints().toArray(), b.codePoints().toArray());

  /** Classes of content words but for some verbs: 是, 有, light verbs, directional complements. */
  private static final String CONTENT_CLASSES = "nvabzgijls";

  private static final Set<String> FUNCTION_VERBS = Set.of("vshi", "vyou", "vx", "vf");

  /**
   * A token that counts.
   *
   * @param paragraph the document's id and the paragraph, which names it in the corpus
   * @param sentence the document's id and the sentence
   */
  private record Token(
      String doc, String paragraph, String sentence, String term, String pos, boolean isPhrase) {}

  private final List<Token> tokens = new ArrayList<>();
  private final Map<String, Long> sizes = new HashMap<>();
  private final Map<String, List<Token>> sentences = new LinkedHashMap<>();
  private final Map<String, Map<String, Long>> frequencies = new HashMap<>();
  private final Map<String, Set<String>> sentencesWith = new HashMap<>();
  private final Map<String, Token> oneOf = new HashMap<>();
  private final Set<String> stopWords;

  /** Reads the tokens of the documents that are no duplicates. */
  BruteForce(Result result, Set<String> stopWords) {
    this.stopWords = stopWords;
    for (List<Object> row :
        result.query(
            "select doc_id, paragraph, sentence, term, pos, phrase is not null from tokens"
                + " where doc_id in (select doc_id from documents where duplicate_of is null)"
                + " order by doc_id, sentence, position")) {
      String doc = (String) row.get(0);
      add(
          new Token(
              doc,
              doc + "#" + row.get(1),
              doc + "#" + row.get(2),
              (String) row.get(3),
              (String) row.get(4),
              (Boolean) row.get(5)));
    }
  }

  private void add(Token token) {
    tokens.add(token);
    sizes.merge(token.doc, 1L, Long::sum);
    sentences.computeIfAbsent(token.sentence, s -> new ArrayList<>()).add(token);
    frequencies.computeIfAbsent(token.term, t -> new HashMap<>()).merge(token.doc, 1L, Long::sum);
    sentencesWith.computeIfAbsent(token.term, t -> new HashSet<>()).add(token.sentence);
    Token other = oneOf.putIfAbsent(token.term, token);
    if (other != null) {
      assertThat(token.pos).as("part of speech of %s", token.term).isEqualTo(other.pos);
      assertThat(token.isPhrase).as("being a phrase of %s", token.term).isEqualTo(other.isPhrase);
    }
  }

  /** Rows of {@code terms}. */
  List<List<Object>> terms(Map<String, String> categories) {
    List<List<Object>> rows = new ArrayList<>();
    double total = tokens.size();
    int parts = sizes.size();
    frequencies.forEach(
        (term, inDocuments) -> {
          double f = inDocuments.values().stream().mapToLong(Long::longValue).sum();
          double deviation = 0;
          double sum = 0;
          double minShare = 1;
          List<Double> relative = new ArrayList<>();
          for (Map.Entry<String, Long> part : sizes.entrySet()) {
            double v = inDocuments.getOrDefault(part.getKey(), 0L);
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
          boolean isPhrase = oneOf.get(term).isPhrase;
          rows.add(
              Rows.row(
                  term,
                  oneOf.get(term).pos,
                  isPhrase,
                  isPhrase ? categories.get(term) : null,
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
    frequencies.forEach(
        (term, inDocuments) ->
            inDocuments.forEach(
                (doc, tf) ->
                    rows.add(
                        Rows.row(
                            doc,
                            term,
                            tf,
                            tf * Math.log((double) sizes.size() / inDocuments.size())))));
    return rows;
  }

  /** Every phrase that occurs, and the most frequent content terms. */
  Set<String> vocabulary(int size, long minTermFrequency) {
    Set<String> vocabulary = new TreeSet<>(BY_CODE_POINT);
    List<String> content = new ArrayList<>();
    for (Token token : oneOf.values()) {
      if (token.isPhrase) {
        vocabulary.add(token.term);
      } else if (isContent(token) && sentencesWith.get(token.term).size() >= minTermFrequency) {
        content.add(token.term);
      }
    }
    content.sort(
        Comparator.<String>comparingInt(term -> -sentencesWith.get(term).size())
            .thenComparing(BY_CODE_POINT));
    vocabulary.addAll(content.subList(0, Math.min(size, content.size())));
    return vocabulary;
  }

  private boolean isContent(Token token) {
    return CONTENT_CLASSES.indexOf(token.pos.charAt(0)) >= 0
        && !FUNCTION_VERBS.contains(token.pos)
        && token.term.codePointCount(0, token.term.length()) >= 2
        && !stopWords.contains(token.term);
  }

  /** The counts of an event space: a contingency table for every pair of terms. */
  private static final class Events {
    private final Map<String, Long> margins = new HashMap<>();

    /** By the smaller term, then the larger. */
    private final Map<String, Map<String, Long>> joint = new HashMap<>();

    private long n;

    void together(String one, String other) {
      boolean inOrder = BY_CODE_POINT.compare(one, other) < 0;
      joint
          .computeIfAbsent(inOrder ? one : other, t -> new HashMap<>())
          .merge(inOrder ? other : one, 1L, Long::sum);
    }
  }

  /** Rows of {@code cooccurrences} where two terms share a unit. */
  List<List<Object>> pairsIn(
      String unit, Set<String> vocabulary, long minTermFrequency, long minJointFrequency) {
    Map<String, Set<String>> units = new HashMap<>();
    for (Token token : tokens) {
      String name =
          switch (unit) {
            case "sentence" -> token.sentence;
            case "paragraph" -> token.paragraph;
            default -> token.doc;
          };
      units.computeIfAbsent(name, u -> new HashSet<>()).add(token.term);
    }
    Events events = new Events();
    events.n = units.size();
    for (Set<String> terms : units.values()) {
      List<String> present = terms.stream().filter(vocabulary::contains).toList();
      for (int i = 0; i < present.size(); i++) {
        events.margins.merge(present.get(i), 1L, Long::sum);
        for (int j = 0; j < i; j++) {
          events.together(present.get(i), present.get(j));
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
    for (List<Token> sentence : sentences.values()) {
      for (int i = 0; i < sentence.size(); i++) {
        String centre = sentence.get(i).term;
        for (int j = 0; j < sentence.size(); j++) {
          if (i == j || Math.abs(i - j) > k) {
            continue;
          }
          String neighbour = sentence.get(j).term;
          events.n++;
          events.margins.merge(centre, 1L, Long::sum);
          // The slots (centre, neighbour) and (neighbour, centre) are each met once; O11 is one
          // of them.
          if (i < j
              && !centre.equals(neighbour)
              && vocabulary.contains(centre)
              && vocabulary.contains(neighbour)) {
            events.together(centre, neighbour);
          }
        }
      }
    }
    return rows("window", k, events, sentenceFrequency, minTermFrequency, minJointFrequency);
  }

  private static List<List<Object>> rows(
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
                  if (o11 >= minJointFrequency
                      && unitsWith.get(a) >= minTermFrequency
                      && unitsWith.get(b) >= minTermFrequency) {
                    List<Object> row = new ArrayList<>(Arrays.asList(unit, window, a, b));
                    row.addAll(
                        scores(
                            o11,
                            events.margins.get(a),
                            events.margins.get(b),
                            events.n,
                            window == 0));
                    rows.add(row);
                  }
                }));
    return rows;
  }

  private static Collection<Object> scores(
      long o11, long r1, long c1, long n, boolean hasProbability) {
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
    return Arrays.asList(
        o11,
        r1,
        c1,
        n,
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
        hasProbability ? erfc(Math.sqrt(Math.max(0, g2) / 2)) : null);
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
