package org.zhengyu.transforms.model;

import com.fasterxml.jackson.annotation.JsonTypeInfo;
import java.util.List;
import java.util.stream.Stream;
import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;

/**
 * Something a worker found out that the run reports. It reaches the driver of any runner as one
 * line of a file: a JSON object that names the kind under {@code fact}. Kinds that are told in
 * parts, of a split or a bucket, add up by their {@code plus}; all others are told once.
 */
@JsonTypeInfo(use = JsonTypeInfo.Id.SIMPLE_NAME, property = "fact")
public sealed interface RunFact {

  /** The fact as one line. */
  default String toLine() {
    return FactLines.write(this);
  }

  /**
   * The fact that a line holds.
   *
   * @throws IllegalArgumentException if it holds none
   */
  static RunFact ofLine(String line) {
    return FactLines.read(line);
  }

  /** The coder: the line, for facts are few. */
  static Coder<RunFact> coder() {
    return PackedCoder.of(
        RunFact.class, (fact, out) -> out.putString(fact.toLine()), in -> ofLine(in.getString()));
  }

  /**
   * What became of the documents of a split.
   *
   * @param accepted those admitted
   * @param duplicated of these, those with a text that came before
   * @param empty of these, those without a token
   * @param characters the code points of those admitted
   */
  record Documents(long accepted, long duplicated, long empty, long characters) implements RunFact {
    /** No document. */
    public static final Documents NONE = new Documents(0, 0, 0, 0);

    /** Those of two splits. */
    public Documents plus(Documents other) {
      return new Documents(
          accepted + other.accepted,
          duplicated + other.duplicated,
          empty + other.empty,
          characters + other.characters);
    }
  }

  /** How many documents of a split are in traditional characters, and counted in them. */
  record Traditional(long documents) implements RunFact {}

  /** How many sentences of a split are in zones that are not counted. */
  record LeftOut(long sentences) implements RunFact {}

  /**
   * What was noticed about documents of a split.
   *
   * @param notice what
   * @param documents how many
   * @param examples the first of them in the order of their code points, at most {@value #EXAMPLES}
   */
  record Noticed(Notice notice, long documents, List<String> examples) implements RunFact {
    /** No more examples than these. */
    public static final int EXAMPLES = 3;

    /** Copies the list. */
    public Noticed {
      examples = List.copyOf(examples);
    }

    /** Those of two splits. */
    public Noticed plus(Noticed other) {
      return new Noticed(
          notice,
          documents + other.documents,
          Stream.concat(examples.stream(), other.examples.stream())
              .sorted()
              .distinct()
              .limit(EXAMPLES)
              .toList());
    }
  }

  /** The numbers of the records of the run's metadata that are about documents of a split. */
  record JoinedMetadata(List<Long> rows) implements RunFact {
    /** Copies the list. */
    public JoinedMetadata {
      rows = List.copyOf(rows);
    }
  }

  /** How many documents and records of a split were refused for one reason. */
  record Rejections(Rejection.Reason reason, long count) implements RunFact {}

  /** The sizes of the corpus, of what counts in it. */
  record Counted(CorpusTotals totals) implements RunFact {}

  /** How many types a bucket of terms has. */
  record Types(long count) implements RunFact {}

  /**
   * The pairs of a bucket.
   *
   * @param unit what two terms share to co-occur
   * @param tested pairs that occur together at all
   * @param kept pairs in the table
   * @param doubtful of the frequent ones those that are in no ranking, see {@link PairCaution}
   */
  record Pairs(ContextUnit unit, long tested, long kept, long doubtful) implements RunFact {
    /** Those of two buckets, in the unit of this one. */
    public Pairs plus(Pairs other) {
      return new Pairs(unit, tested + other.tested, kept + other.kept, doubtful + other.doubtful);
    }
  }

  /**
   * How much of the lexicon occurs.
   *
   * @param found phrases that are used at least once
   * @param unusedCategories the first categories without such a phrase, in the order of the
   *     lexicon; of those within others the outermost
   * @param moreUnused how many others there are
   */
  record LexiconUse(long found, List<String> unusedCategories, long moreUnused) implements RunFact {
    /** Copies the list. */
    public LexiconUse {
      unusedCategories = List.copyOf(unusedCategories);
    }
  }

  /** A phrase that is among the most frequent, and its term frequency. */
  record TopPhrase(String phrase, long frequency) implements RunFact {}

  /**
   * A pair that is among the strongest of its bucket and its kind.
   *
   * @param unit what the two share to co-occur
   * @param isOfPhrases whether both are phrases; else one is
   * @param termA the first term
   * @param termB the second term
   * @param count how often they occur together
   * @param g2 signed G²
   */
  record TopPair(
      ContextUnit unit, boolean isOfPhrases, String termA, String termB, long count, double g2)
      implements RunFact {}

  /**
   * The size of a network.
   *
   * @param unit what two terms share to co-occur
   * @param network which of the networks of the unit
   * @param nodes terms
   * @param edges pairs of terms
   * @param components parts between which there is no path
   * @param modularity of the division into communities; 0 without edges
   */
  record NetworkSize(
      ContextUnit unit, String network, long nodes, long edges, long components, double modularity)
      implements RunFact {}

  /**
   * A term that a network was to be about and that is no node of it.
   *
   * @param unit what two terms share to co-occur
   * @param network which of the networks of the unit
   * @param term the term
   * @param isInVocabulary whether its pairs were counted, and none attracts beyond chance
   */
  record Missing(ContextUnit unit, String network, String term, boolean isInVocabulary)
      implements RunFact {}

  /**
   * What documents are grouped by.
   *
   * @param facet the number of the facet
   * @param values how many values it has
   * @param documents how many of the documents that count have one
   */
  record Facet(int facet, long values, long documents) implements RunFact {}

  /**
   * A group of documents.
   *
   * @param facet the number of the facet
   * @param value the value they share
   * @param documents how many of the documents that count have it
   */
  record Group(int facet, String value, long documents) implements RunFact {}

  /**
   * A period in which a group has another share of the documents than before: of its facet the
   * largest such shift.
   *
   * @param facet the number of the facet
   * @param value the group
   * @param period the period
   * @param documents documents of the group in the period
   * @param all all documents of the period that are in a group
   * @param documentsBefore documents of the group in all periods before
   * @param allBefore all documents of these
   * @param others how many other such shifts the facet has
   */
  record Shift(
      int facet,
      String value,
      String period,
      long documents,
      long all,
      long documentsBefore,
      long allBefore,
      long others)
      implements RunFact {}

  /** How many terms of groups of a bucket were compared and are not shown. */
  record Hidden(long comparisons) implements RunFact {}

  /**
   * An input file as it was read.
   *
   * @param uri where it is
   * @param bytes its size as stored
   * @param sha256 the SHA-256 of its bytes, in lower-case hexadecimal
   */
  record InputDigest(String uri, long bytes, String sha256) implements RunFact {}

  /**
   * A finished file of a table.
   *
   * @param table the name of its table
   * @param name its name in the result
   * @param stagedPath where it is until the commit
   * @param rows how many rows it holds
   * @param bytes its size
   */
  record TableFile(String table, String name, String stagedPath, long rows, long bytes)
      implements RunFact {}
}
