package org.zhengyu.transforms.counting;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;
import org.zhengyu.transforms.model.DocumentList;
import org.zhengyu.transforms.model.DocumentListBuilder;
import org.zhengyu.transforms.model.TermBlock;

/** Numbers the documents of several blocks anew, in the order of their keys. */
final class DocumentNumbers {
  private final DocumentListBuilder documents = new DocumentListBuilder();
  private final int[][] numberOf;

  /** The documents of a block that have no new number yet, the first of them first. */
  private static final class Rest {
    private final DocumentList documents;
    private final int[] numbers;
    private int first;

    Rest(DocumentList documents) {
      this.documents = documents;
      this.numbers = new int[documents.size()];
    }

    boolean isEmpty() {
      return first == numbers.length;
    }

    long key() {
      return documents.key(first);
    }
  }

  DocumentNumbers(List<TermBlock> blocks) {
    PriorityQueue<Rest> rests = new PriorityQueue<>(Comparator.comparingLong(Rest::key));
    numberOf = new int[blocks.size()][];
    for (int b = 0; b < numberOf.length; b++) {
      Rest rest = new Rest(blocks.get(b).documents());
      numberOf[b] = rest.numbers;
      if (!rest.isEmpty()) {
        rests.add(rest);
      }
    }
    while (!rests.isEmpty()) {
      Rest rest = rests.poll();
      // Mostly those of a block follow each other.
      long next = rests.isEmpty() ? Long.MAX_VALUE : rests.peek().key();
      do {
        rest.numbers[rest.first] = documents.size();
        documents.add(rest.documents, rest.first);
        rest.first++;
      } while (!rest.isEmpty() && rest.key() < next);
      if (!rest.isEmpty()) {
        rests.add(rest);
      }
    }
  }

  /** All documents, by their new numbers. */
  DocumentListBuilder documents() {
    return documents;
  }

  /** Of each block the new numbers of its documents. */
  int[][] ofBlocks() {
    return numberOf;
  }
}
