package org.zhengyu.transforms.passages;

import java.io.IOException;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.Map;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunMerge;

/**
 * Puts documents that are nearly the same in clusters, each a star around its earliest document. In
 * their {@link DocumentOrder} each document belongs to the first of the originals before it whose
 * reprint it is; else to the first of which it is an excerpt; else it is an original itself. What
 * is like a reprint and not like its original is no member.
 */
public final class DuplicateClusters {
  /** Takes the members of clusters of two and more, each original before its first other member. */
  public interface Receiver {
    /**
     * A member.
     *
     * @param docId the document
     * @param original the original of its cluster
     * @param similarity of the two
     * @param lag for certain so many days from the one to the other; null where that is not known,
     *     and of the original
     */
    void member(
        String docId, String original, DuplicateRole role, double similarity, @Nullable Long lag)
        throws IOException;
  }

  /** A document that is no member of an earlier cluster. */
  private static final class Original {
    private final ClusterMember document;
    private boolean isListed;

    Original(ClusterMember document) {
      this.document = document;
    }
  }

  private final Receiver receiver;
  private final Map<DocumentOrder, Original> originals = new HashMap<>();

  private DuplicateClusters(Receiver receiver) {
    this.receiver = receiver;
  }

  /** Finds the clusters of all that a {@link LikenessWriter} wrote. */
  public static void find(Iterable<SortedRun> runs, Receiver receiver) throws IOException {
    DuplicateClusters clusters = new DuplicateClusters(receiver);
    ClusterMember current = null;
    boolean isMember = false;
    SortedRunMerge merge = SortedRunMerge.of(runs);
    while (merge.nextKey()) {
      merge.nextValue();
      PackedReader key = new PackedReader(merge.key());
      key.skip(DocumentOrder.BYTES);
      if (key.getByte() == LikenessWriter.DOCUMENT) {
        if (current != null && !isMember) {
          clusters.originals.put(current.order(), new Original(current));
        }
        current = ClusterMember.unpack(merge.value());
        isMember = false;
      } else if (!isMember) {
        DuplicateRole role = key.getEnum(DuplicateRole.class);
        Original original = clusters.originals.get(DocumentOrder.unpack(key));
        if (original != null) {
          clusters.pass(current, original, role, merge.value().getDouble());
          isMember = true;
        }
      }
    }
  }

  private void pass(ClusterMember member, Original original, DuplicateRole role, double similarity)
      throws IOException {
    ClusterMember first = original.document;
    if (!original.isListed) {
      receiver.member(first.id(), first.id(), DuplicateRole.ORIGINAL, 1, null);
      original.isListed = true;
    }
    receiver.member(member.id(), first.id(), role, similarity, lag(first, member));
  }

  private static @Nullable Long lag(ClusterMember original, ClusterMember member) {
    if (original.date() == null || member.date() == null) {
      return null;
    }
    long days = ChronoUnit.DAYS.between(original.date().last(), member.date().first());
    return days > 0 ? days : null;
  }
}
