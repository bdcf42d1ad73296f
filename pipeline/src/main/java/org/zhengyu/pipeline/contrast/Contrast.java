package org.zhengyu.pipeline.contrast;

import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.zhengyu.output.StoredResult;
import org.zhengyu.output.StoredRow;
import org.zhengyu.output.StoredTable;
import org.zhengyu.transforms.SelectEdges;
import org.zhengyu.transforms.stats.Association;
import org.zhengyu.transforms.stats.Bootstrap;
import org.zhengyu.transforms.stats.ContingencyTable;
import org.zhengyu.transforms.stats.Interval;
import org.zhengyu.transforms.stats.Keyness;
import org.zhengyu.transforms.stats.ReplicateSums;
import org.zhengyu.transforms.stats.ReplicateWeights;

/**
 * Two terms set against each other by the sentences they stand in. Of every term that stands beside
 * one of them more often than by chance, by the pairs of a result, its share of the sentences of
 * either is compared; how much that would vary in other samples of documents is resampled from the
 * sentences, as keyness is ({@link Keyness#logRatioBootstrap}).
 */
public final class Contrast {
  private static final String SENTENCE = "sentence";
  private static final String BETWEEN = "|";

  private final String a;
  private final String b;
  private final long seed;
  private final Map<String, Partners> partners = new HashMap<>();
  private final Sentences ofA = new Sentences();
  private final Sentences ofB = new Sentences();
  private long together;

  private Contrast(String a, String b, long seed) {
    this.a = a;
    this.b = b;
    this.seed = seed;
  }

  /** Another term, and how often it stands beside the two. */
  private static final class Partners {
    private final Sentences withA = new Sentences();
    private final Sentences withB = new Sentences();
    private final Set<String> documents = new HashSet<>();
    private double g2OfA = Double.NaN;
    private double g2OfB = Double.NaN;
  }

  /** Sentences, in all and by document. */
  private static final class Sentences {
    private final Map<String, Long> byDocument = new HashMap<>();
    private long all;

    void add(String document) {
      byDocument.merge(document, 1L, Long::sum);
      all++;
    }
  }

  /**
   * Sets two terms against each other.
   *
   * @param sentences the table of sentences of the result
   * @param pairs its table of co-occurrences
   */
  public static Contrast of(
      String a, String b, StoredResult result, StoredTable sentences, StoredTable pairs)
      throws IOException {
    long seed = new JsonMapper().readTree(result.manifest()).path("options").path("seed").asLong(1);
    Contrast contrast = new Contrast(a, b, seed);
    pairs.read(List.of("unit", "term_a", "term_b", "o11", "r1", "c1", "n"), contrast::addPair);
    sentences.read(List.of("doc_id", "terms", "shared_pairs"), contrast::addSentence);
    return contrast;
  }

  private void addPair(StoredRow row) {
    String first = row.text(1);
    String second = row.text(2);
    boolean isOfA = first.equals(a) || second.equals(a);
    boolean isOfB = first.equals(b) || second.equals(b);
    if (!row.text(0).equals(SENTENCE) || isOfA == isOfB) {
      return;
    }
    String other = first.equals(a) || first.equals(b) ? second : first;
    double g2 =
        Association.g2Signed(
            new ContingencyTable(row.number(3), row.number(4), row.number(5), row.number(6)));
    Partners partner = partners.computeIfAbsent(other, any -> new Partners());
    if (isOfA) {
      partner.g2OfA = g2;
    } else {
      partner.g2OfB = g2;
    }
  }

  private void addSentence(StoredRow row) {
    List<String> terms = row.list(1);
    boolean hasA = terms.contains(a);
    boolean hasB = terms.contains(b);
    if (!hasA && !hasB) {
      return;
    }
    String document = row.text(0);
    List<String> shared = row.list(2);
    together += hasA && hasB && !onlyShare(a, b, shared) ? 1 : 0;
    if (hasA) {
      ofA.add(document);
    }
    if (hasB) {
      ofB.add(document);
    }
    for (String term : terms) {
      Partners partner = partners.get(term);
      if (partner != null) {
        boolean isWithA = hasA && !onlyShare(a, term, shared);
        boolean isWithB = hasB && !onlyShare(b, term, shared);
        if (isWithA) {
          partner.withA.add(document);
        }
        if (isWithB) {
          partner.withB.add(document);
        }
        if (isWithA || isWithB) {
          partner.documents.add(document);
        }
      }
    }
  }

  private static boolean onlyShare(String one, String other, List<String> shared) {
    return !shared.isEmpty()
        && (shared.contains(one + BETWEEN + other) || shared.contains(other + BETWEEN + one));
  }

  /** Sentences with the first term. */
  public long sentencesOfA() {
    return ofA.all;
  }

  /** Sentences with the second term. */
  public long sentencesOfB() {
    return ofB.all;
  }

  /** Sentences with both. */
  public long together() {
    return together;
  }

  /** The terms beside one of the two or both, the most certain ones first. */
  public List<Partner> partners() {
    Resampling resampling = new Resampling();
    List<Partner> found = new ArrayList<>();
    partners.forEach(
        (term, partner) -> {
          boolean isWithA = partner.g2OfA >= SelectEdges.MIN_G2;
          boolean isWithB = partner.g2OfB >= SelectEdges.MIN_G2;
          if (isWithA || isWithB) {
            found.add(
                new Partner(
                    term,
                    isWithA && isWithB
                        ? Partner.With.BOTH
                        : isWithA ? Partner.With.A : Partner.With.B,
                    new Partner.Side(partner.withA.all, partner.g2OfA),
                    new Partner.Side(partner.withB.all, partner.g2OfB),
                    partner.documents.size(),
                    logRatio(partner),
                    resampling.interval(partner)));
          }
        });
    found.sort(
        Comparator.comparingDouble(Partner::evidence).reversed().thenComparing(Partner::term));
    return found;
  }

  private double logRatio(Partners partner) {
    double shareOfA = (double) partner.withA.all / ofA.all;
    double shareOfB = (double) partner.withB.all / ofB.all;
    return Math.log(shareOfA / shareOfB) / Math.log(2);
  }

  /** The replicates of the documents, drawn once for all terms. */
  private final class Resampling {
    private final Map<String, ReplicateWeights> weights = new HashMap<>();
    private final long[] sentencesOfA = sums(ofA);
    private final long[] sentencesOfB = sums(ofB);
    private final boolean isEnough =
        Math.min(ofA.byDocument.size(), ofB.byDocument.size()) >= Bootstrap.MIN_DOCUMENTS;

    Interval interval(Partners partner) {
      return isEnough
          ? Keyness.logRatioBootstrap(
              sums(partner.withA),
              sentencesOfA,
              sums(partner.withB),
              sentencesOfB,
              partner.documents.size())
          : new Interval(Double.NaN, Double.NaN);
    }

    private long[] sums(Sentences sentences) {
      ReplicateSums sums = new ReplicateSums();
      sentences.byDocument.forEach((document, count) -> sums.add(of(document), count));
      return sums.sums();
    }

    private ReplicateWeights of(String document) {
      return weights.computeIfAbsent(
          document,
          any -> {
            ReplicateWeights drawn = new ReplicateWeights();
            drawn.draw(seed, document);
            return drawn;
          });
    }
  }
}
