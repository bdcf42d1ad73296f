package org.zhengyu.transforms.counting;

import java.util.Arrays;

/**
 * How often each type is in each document: added document by document, read type by type. The
 * postings of a type are those from {@link #begin} to before {@link #end}, in the order in which
 * they were added.
 */
final class Postings {
  private int[] types = new int[1024];
  private int[] documents = new int[1024];
  private int[] frequencies = new int[1024];
  private int size;

  private int[] begins = {};

  /** Adds a posting before they are sorted. */
  void add(int type, int document, int frequency) {
    if (size == types.length) {
      types = Arrays.copyOf(types, size * 2);
      documents = Arrays.copyOf(documents, size * 2);
      frequencies = Arrays.copyOf(frequencies, size * 2);
    }
    types[size] = type;
    documents[size] = document;
    frequencies[size] = frequency;
    size++;
  }

  /** Puts the postings in the order of their types, which are smaller than the given number. */
  void sort(int typeCount) {
    begins = new int[typeCount + 1];
    for (int i = 0; i < size; i++) {
      begins[types[i] + 1]++;
    }
    for (int type = 0; type < typeCount; type++) {
      begins[type + 1] += begins[type];
    }
    int[] next = begins.clone();
    int[] sortedDocuments = new int[size];
    int[] sortedFrequencies = new int[size];
    for (int i = 0; i < size; i++) {
      int place = next[types[i]]++;
      sortedDocuments[place] = documents[i];
      sortedFrequencies[place] = frequencies[i];
    }
    documents = sortedDocuments;
    frequencies = sortedFrequencies;
  }

  int begin(int type) {
    return begins[type];
  }

  int end(int type) {
    return begins[type + 1];
  }

  int document(int posting) {
    return documents[posting];
  }

  int frequency(int posting) {
    return frequencies[posting];
  }
}
