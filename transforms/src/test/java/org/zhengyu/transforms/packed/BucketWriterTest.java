package org.zhengyu.transforms.packed;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import org.zhengyu.transforms.packed.Entries.Entry;

class BucketWriterTest {
  /** An entry of a key and a value of one byte each: these and their lengths. */
  private static final int ENTRY = 4;

  private final List<String> passed = new ArrayList<>();

  @Provide
  Arbitrary<List<Entry>> entries() {
    return Entries.any().list().ofMaxSize(150);
  }

  @Property
  void passesOnEveryEntryOnceInWhateverPieces(
      @ForAll("entries") List<Entry> entries,
      @ForAll @IntRange(min = 1, max = 200) int mostInRun,
      @ForAll @IntRange(min = 1, max = 200) int mostInAll) {
    List<Entry> received = new ArrayList<>();
    BucketWriter dealer =
        new BucketWriter(
            3, (bucket, run) -> received.addAll(Entries.of(run)), mostInRun, mostInAll);
    for (Entry entry : entries) {
      byte[] key = Entries.bytes(entry.key());
      dealer.add(key.length % 3, key, Entries.written(Entries.bytes(entry.value())));
    }
    dealer.passAll();
    assertThat(received).containsExactlyInAnyOrderElementsOf(entries);
  }

  @Example
  void passesOnABucketThatIsFullAndKeepsTheOthers() {
    BucketWriter dealer = dealer(2 * ENTRY, 100 * ENTRY);
    add(dealer, 0, 'a');
    add(dealer, 1, 'b');
    assertThat(passed).isEmpty();
    add(dealer, 1, 'c');
    assertThat(passed).containsExactly("1: bc");
    add(dealer, 1, 'd');
    dealer.passAll();
    assertThat(passed).containsExactly("1: bc", "0: a", "1: d");
  }

  @Example
  void passesOnAllBucketsWhenTogetherTheyAreFull() {
    BucketWriter dealer = dealer(100 * ENTRY, 3 * ENTRY);
    add(dealer, 0, 'a');
    add(dealer, 2, 'b');
    add(dealer, 0, 'c');
    assertThat(passed).containsExactly("0: ac", "2: b");
    add(dealer, 0, 'd');
    add(dealer, 1, 'e');
    assertThat(passed).hasSize(2);
    add(dealer, 1, 'f');
    assertThat(passed).containsExactly("0: ac", "2: b", "0: d", "1: ef");
  }

  private BucketWriter dealer(int mostInRun, int mostInAll) {
    return new BucketWriter(
        3,
        (bucket, run) -> {
          StringBuilder keys = new StringBuilder();
          SortedRunCursor cursor = run.cursor();
          while (cursor.next()) {
            keys.append((char) cursor.keyReader().getByte());
          }
          passed.add(bucket + ": " + keys);
        },
        mostInRun,
        mostInAll);
  }

  private static void add(BucketWriter dealer, int bucket, char key) {
    dealer.add(bucket, new PackedWriter().putByte(key), new PackedWriter().putByte(0));
  }
}
