package org.zhengyu.pipeline.rows;

import java.io.IOException;
import org.zhengyu.transforms.model.DocumentHead;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunMerge;

/** Goes through runs in which the rows of a document are packed together behind its id. */
final class DocumentGroups {
  private DocumentGroups() {}

  /** Takes the rows of one document. */
  @FunctionalInterface
  interface Receiver {
    /** Reads all of the packed rows. */
    void document(String docId, PackedReader rows) throws IOException;
  }

  /** Hands over every document in the order of the input. */
  static void forEach(Iterable<SortedRun> runs, Receiver receiver) throws IOException {
    SortedRunMerge merge = SortedRunMerge.of(runs);
    while (merge.nextKey()) {
      while (merge.nextValue()) {
        PackedReader packed = merge.value();
        receiver.document(DocumentHead.unpack(packed).docId(), packed);
      }
    }
  }
}
