package org.zhengyu.transforms.model;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.api.constraints.Size;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

class TermEntryTest {
  private static Map<Integer, Long> postings(TermEntry entry) {
    Map<Integer, Long> postings = new TreeMap<>();
    for (int i = 0; i < entry.postings(); i++) {
      assertThat(postings.put(entry.document(i), entry.frequency(i))).isNull();
    }
    return postings;
  }

  private static List<Integer> documents(TermEntry entry) {
    List<Integer> documents = new ArrayList<>();
    for (int i = 0; i < entry.postings(); i++) {
      documents.add(entry.document(i));
    }
    return documents;
  }

  @Property
  void sortsPostingsByTheirDocumentsAndPacksThem(
      @ForAll @Size(max = 60)
          Map<@IntRange(min = 0) Integer, @LongRange(min = 0, max = 1L << 40) Long> postings,
      @ForAll @IntRange(max = 255) int tag,
      @ForAll boolean content,
      @ForAll @IntRange(min = -1, max = 1 << 30) int phrase) {
    TermEntry entry = new TermEntry();
    entry.clear(tag, content, phrase);
    entry.addMargins(new Margins(1, 2, 3, 4));
    entry.addMargins(new Margins(10, 20, 30, 40));
    postings.forEach(entry::addPosting);
    entry.sortPostings();

    assertThat(documents(entry)).isEqualTo(postings.keySet().stream().sorted().toList());
    assertThat(postings(entry)).isEqualTo(new TreeMap<>(postings));
    long sum = postings.values().stream().mapToLong(Long::longValue).sum();
    assertThat(entry.tokens()).isEqualTo(sum);
    assertThat(entry.uses()).isEqualTo(sum);
    assertThat(entry.frequency()).isEqualTo(sum);

    PackedWriter out = new PackedWriter();
    entry.pack(out);
    TermEntry read = new TermEntry();
    read.addPosting(99, 99);
    PackedReader in = new PackedReader(out.toByteArray());
    read.read(in);
    assertThat(in.hasMore()).isFalse();
    assertThat(read.tag()).isEqualTo(tag);
    assertThat(read.isContent()).isEqualTo(content);
    assertThat(read.phrase()).isEqualTo(phrase);
    assertThat(read.margins()).isEqualTo(new Margins(11, 22, 33, 44));
    assertThat(postings(read)).isEqualTo(new TreeMap<>(postings));
  }

  @Example
  void takesTheSmallestTagOfAWordAndNoneForAPhrase() {
    TermEntry word = new TermEntry();
    word.clear(7, false, -1);
    word.seeAgain(9, false);
    assertThat(word.tag()).isEqualTo(7);
    word.seeAgain(3, true);
    assertThat(word.tag()).isEqualTo(3);
    assertThat(word.isContent()).isTrue();

    TermEntry phrase = new TermEntry();
    phrase.clear(7, true, 0);
    phrase.seeAgain(3, false);
    assertThat(phrase.tag()).isEqualTo(7);
    assertThat(phrase.isContent()).isTrue();
  }

  private static TermEntry packedAndRead(TermEntry entry) {
    PackedWriter out = new PackedWriter();
    entry.pack(out);
    TermEntry read = new TermEntry();
    read.read(new PackedReader(out.toByteArray()));
    return read;
  }

  /** Two tokens and three other uses, of which two begin in one token; and one other use alone. */
  @Example
  void tellsTokensAndUsesOfAPhraseApart() {
    TermEntry entry = new TermEntry();
    entry.clear(7, true, 0);
    entry.addPosting(9, 2, 5, 4);
    entry.addPosting(3, 0, 1, 1);
    entry.sortPostings();
    TermEntry read = packedAndRead(entry);

    for (TermEntry same : List.of(entry, read)) {
      assertThat(documents(same)).containsExactly(3, 9);
      assertThat(List.of(same.tokens(0), same.uses(0), same.frequency(0)))
          .containsExactly(0L, 1L, 1L);
      assertThat(List.of(same.tokens(1), same.uses(1), same.frequency(1)))
          .containsExactly(2L, 5L, 4L);
      assertThat(List.of(same.tokens(), same.uses(), same.frequency())).containsExactly(2L, 6L, 5L);
    }
  }

  /**
   * Three documents with two tokens each; one with five uses that begin in four, two of them
   * tokens.
   */
  @Example
  void countsAPostingForAllDocumentsThatAreAlike() {
    for (int phrase : new int[] {-1, 0}) {
      TermEntry entry = new TermEntry();
      entry.clear(7, true, phrase);
      entry.addPosting(9, 2, 5, 4);
      entry.addPostings(3, 2, 2, 2, 3);
      entry.sortPostings();
      TermEntry read = packedAndRead(entry);

      for (TermEntry same : List.of(entry, read)) {
        assertThat(documents(same)).containsExactly(3, 9);
        assertThat(List.of(same.times(0), same.times(1))).containsExactly(3, 1);
        assertThat(same.frequency()).isEqualTo(10);
        assertThat(same.tokens()).isEqualTo(phrase < 0 ? 10 : 8);
        assertThat(same.uses()).isEqualTo(phrase < 0 ? 10 : 11);
      }
      read.clear(7, true, phrase);
      read.addPosting(1, 1);
      assertThat(read.times(0)).isOne();
    }
  }

  @Example
  void startsOverWhenCleared() {
    TermEntry entry = new TermEntry();
    entry.clear(7, true, 5);
    entry.addMargins(new Margins(1, 1, 1, 1));
    entry.addPosting(3, 4);
    entry.clear(8, false, -1);
    assertThat(entry.postings()).isZero();
    assertThat(entry.frequency()).isZero();
    assertThat(entry.margins()).isEqualTo(new Margins(0, 0, 0, 0));
    assertThat(entry.phrase()).isEqualTo(-1);
  }

  /** An entry that had a million postings sorts the two of the next term in no such array. */
  @Example
  void sortsARareTermWithoutRoomForAFrequentOne() {
    ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
    for (int phrase : new int[] {-1, 0}) {
      TermEntry entry = new TermEntry();
      entry.clear(7, true, phrase);
      for (int document = 0; document < 1_000_000; document++) {
        entry.addPostings(document, 1, 1, 1, 2);
      }
      long before = threads.getCurrentThreadAllocatedBytes();
      entry.clear(7, true, phrase);
      entry.addPostings(9, 2, 2, 2, 2);
      entry.addPostings(3, 1, 1, 1, 2);
      entry.sortPostings();
      assertThat(threads.getCurrentThreadAllocatedBytes() - before).isLessThan(100_000);
      assertThat(documents(entry)).containsExactly(3, 9);
    }
  }
}
