package org.zhengyu.transforms.counting;

import static java.nio.charset.StandardCharsets.UTF_8;

import org.zhengyu.transforms.model.DocumentList;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.stats.ReplicateWeights;

/** The weights of documents in all replicates, drawn when they are first asked for. */
final class DocumentWeights {
  /** The weights that are kept; those of further documents are drawn each time. */
  private static final int MOST_KEPT = (64 << 20) / ReplicateWeights.BYTES;

  private final long seed;
  private final DocumentList documents;
  private final ReplicateWeights[] drawn;
  private final ReplicateWeights notKept = new ReplicateWeights();

  DocumentWeights(long seed, DocumentList documents) {
    this.seed = seed;
    this.documents = documents;
    this.drawn = new ReplicateWeights[Math.min(documents.size(), MOST_KEPT)];
  }

  /** Resamples postings, with the group of each document or {@link GroupNumbers#NONE}. */
  Resampling resampling(int[] groupOfDocument) {
    return (sums, term, entry) -> {
      for (int i = 0; i < entry.postings(); i++) {
        int document = entry.document(i);
        int group = groupOfDocument[document];
        if (group != GroupNumbers.NONE) {
          sums[group].add(of(document), entry.frequency(i));
        }
      }
    };
  }

  private ReplicateWeights of(int document) {
    if (document >= drawn.length) {
      notKept.draw(seed, idOf(document));
      return notKept;
    }
    if (drawn[document] == null) {
      drawn[document] = new ReplicateWeights();
      drawn[document].draw(seed, idOf(document));
    }
    return drawn[document];
  }

  private String idOf(int document) {
    PackedReader id = documents.id(document);
    return new String(id.array(), id.position(), id.remaining(), UTF_8);
  }
}
