package org.zhengyu.transforms.counting;

import java.util.List;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.stats.ReplicateWeights;

/** The weights of documents in all replicates, drawn when they are first asked for. */
final class DocumentWeights {
  /** The weights that are kept; those of further documents are drawn each time. */
  private static final int MOST_KEPT = (64 << 20) / ReplicateWeights.BYTES;

  private final long seed;
  private final List<CountedDocument> documents;
  private final ReplicateWeights[] drawn;
  private final ReplicateWeights notKept = new ReplicateWeights();

  DocumentWeights(long seed, List<CountedDocument> documents) {
    this.seed = seed;
    this.documents = documents;
    this.drawn = new ReplicateWeights[Math.min(documents.size(), MOST_KEPT)];
  }

  ReplicateWeights of(int document) {
    if (document >= drawn.length) {
      notKept.draw(seed, documents.get(document).id());
      return notKept;
    }
    if (drawn[document] == null) {
      drawn[document] = new ReplicateWeights();
      drawn[document].draw(seed, documents.get(document).id());
    }
    return drawn[document];
  }
}
