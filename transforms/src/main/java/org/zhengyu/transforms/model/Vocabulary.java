package org.zhengyu.transforms.model;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.stats.ContingencyTable;

/**
 * The terms whose co-occurrences are counted, numbered from 0 in the order of their code points,
 * with their margins and the sizes of the corpus. Because of that order the smaller number of a
 * pair is its {@code term_a}.
 */
public final class Vocabulary {
  /**
   * A term of the vocabulary.
   *
   * @param term the term
   * @param margins its margins in the counted corpus
   */
  public record Member(String term, Margins margins) {
    /** The packed form. */
    public void pack(PackedWriter out) {
      out.putString(term);
      margins.pack(out);
    }

    /** Reads the packed form. */
    public static Member unpack(PackedReader in) {
      return new Member(in.getString(), Margins.unpack(in));
    }
  }

  private final CorpusTotals totals;
  private final List<Member> members;
  private final byte[][] terms;

  /**
   * A vocabulary.
   *
   * @param totals the sizes of the counted corpus, in which the margins were counted
   * @param members in the order of their terms' code points, no term twice
   */
  public Vocabulary(CorpusTotals totals, List<Member> members) {
    this.totals = totals;
    this.members = List.copyOf(members);
    this.terms = new byte[members.size()][];
    for (int i = 0; i < terms.length; i++) {
      terms[i] = members.get(i).term.getBytes(UTF_8);
      if (i > 0 && Arrays.compareUnsigned(terms[i - 1], terms[i]) >= 0) {
        throw new IllegalArgumentException("out of order: " + members.get(i).term);
      }
    }
  }

  /** The sizes of the counted corpus. */
  public CorpusTotals totals() {
    return totals;
  }

  /** The number of terms. */
  public int size() {
    return terms.length;
  }

  /** A term and its margins. */
  public Member member(int number) {
    return members.get(number);
  }

  /**
   * The contingency table of two terms: units in which they only share characters are no events for
   * them, and left out of all its counts.
   *
   * @param unit what they share to co-occur
   * @param count the units with both, without those
   * @param shared how many those are
   */
  public ContingencyTable table(ContextUnit unit, int first, int second, long count, long shared) {
    return new ContingencyTable(
        count,
        members.get(first).margins.of(unit) - shared,
        members.get(second).margins.of(unit) - shared,
        totals.of(unit) - shared);
  }

  /** A term in UTF-8; shared, not to be changed. */
  public byte[] term(int number) {
    return terms[number];
  }

  /** The number of a term given in UTF-8, or a negative number when it is not in the vocabulary. */
  public int find(byte[] term) {
    return Arrays.binarySearch(terms, term, Arrays::compareUnsigned);
  }

  /**
   * Whether a term may be in a vocabulary at all.
   *
   * @param isContent see {@link TypeTable#isContent}: it may by its frequency
   * @param phrase see {@link TypeTable#phrase}: a phrase may, however rare it is
   */
  public static boolean mayHold(boolean isContent, int phrase) {
    return isContent || phrase >= 0;
  }

  /** Whether a term given in UTF-8 is in the vocabulary; its entry tells most that are not. */
  public boolean holds(byte[] term, TermEntry entry) {
    return mayHold(entry.isContent(), entry.phrase()) && find(term) >= 0;
  }

  /** Of each type its number, or a negative number when it is not in the vocabulary. */
  public int[] numbersOf(SegmentedSplit.Types types) {
    int[] numbers = new int[types.size()];
    for (int type = 0; type < numbers.length; type++) {
      boolean mayHold = mayHold(types.isContent(type), types.phrase(type));
      numbers[type] = mayHold ? find(types.term(type)) : -1;
    }
    return numbers;
  }

  /** The coder. */
  public static Coder<Vocabulary> coder() {
    return PackedCoder.of(Vocabulary.class, Vocabulary::pack, Vocabulary::unpack);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Vocabulary that
        && totals.equals(that.totals)
        && members.equals(that.members);
  }

  @Override
  public int hashCode() {
    return 31 * totals.hashCode() + members.hashCode();
  }

  void pack(PackedWriter out) {
    totals.pack(out);
    out.putList(members, Member::pack);
  }

  static Vocabulary unpack(PackedReader in) {
    return new Vocabulary(CorpusTotals.unpack(in), in.getList(Member::unpack));
  }
}
