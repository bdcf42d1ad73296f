package org.zhengyu.transforms.counting;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.TermBlock;

/** Numbers the documents of several blocks anew, in the order of their keys. */
final class DocumentNumbers {
  private final List<CountedDocument> documents = new ArrayList<>();
  private final int[][] numberOf;

  /** A document and where it was listed. */
  private record Listed(CountedDocument document, int block, int number) {}

  DocumentNumbers(List<TermBlock> blocks) {
    List<Listed> all = new ArrayList<>();
    numberOf = new int[blocks.size()][];
    for (int b = 0; b < numberOf.length; b++) {
      List<CountedDocument> listed = blocks.get(b).documents();
      numberOf[b] = new int[listed.size()];
      for (int d = 0; d < listed.size(); d++) {
        all.add(new Listed(listed.get(d), b, d));
      }
    }
    all.sort(Comparator.comparingLong(listed -> listed.document().key()));
    for (Listed listed : all) {
      numberOf[listed.block()][listed.number()] = documents.size();
      documents.add(listed.document());
    }
  }

  /** All documents, by their new numbers. */
  List<CountedDocument> documents() {
    return documents;
  }

  /** The new number of a document that a block numbers so. */
  int of(int block, int document) {
    return numberOf[block][document];
  }
}
