package org.zhengyu.transforms.counting;

import java.util.Arrays;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.LongPredicate;
import java.util.stream.Stream;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.PairLists;
import org.zhengyu.transforms.model.ResampledEdges;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.StrongPairs.StrongPair;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.stats.Bootstrap;
import org.zhengyu.transforms.stats.ReplicateSums;
import org.zhengyu.transforms.stats.ReplicateWeights;

/**
 * Counts the strongest edges of networks and the margins of their terms once more, document by
 * document, and adds up both in every replicate of the {@link Bootstrap}. Without documents enough
 * for that nothing is counted.
 */
public final class EdgeCounter {
  private static final int NONE = -1;

  private final ContextUnit unit;
  private final int window;
  private final long seed;
  private final PairLists networks;
  private final Vocabulary vocabulary;

  /** The terms of the edges are nodes, numbered from 0. */
  private final Map<Integer, Integer> nodeOfTerm = new HashMap<>();

  private final int[] firstNode;
  private final int[] secondNode;
  private final int[][] edgeOfNodes;

  /** The counts of all documents, by edge and by node. */
  private final ReplicateSums[] jointSums;

  private final ReplicateSums[] sharedSums;
  private final ReplicateSums[] marginSums;

  /**
   * Nothing counted.
   *
   * @param unit where two terms meet
   * @param window the reach of the window in words
   * @param seed of the bootstrap
   * @param networks all edges of each network
   * @param vocabulary the terms
   */
  public EdgeCounter(
      ContextUnit unit, int window, long seed, PairLists networks, Vocabulary vocabulary) {
    this.unit = unit;
    this.window = window;
    this.seed = seed;
    this.networks = networks;
    this.vocabulary = vocabulary;
    boolean isResampled = vocabulary.totals().documents() >= Bootstrap.MIN_DOCUMENTS;
    List<StrongPair> counted = isResampled ? ResampledEdges.strongest(networks) : List.of();
    firstNode = counted.stream().mapToInt(edge -> nodeOf(edge.first())).toArray();
    secondNode = counted.stream().mapToInt(edge -> nodeOf(edge.second())).toArray();
    edgeOfNodes = new int[nodeOfTerm.size()][nodeOfTerm.size()];
    for (int[] row : edgeOfNodes) {
      Arrays.fill(row, NONE);
    }
    for (int edge = 0; edge < counted.size(); edge++) {
      edgeOfNodes[firstNode[edge]][secondNode[edge]] = edge;
      edgeOfNodes[secondNode[edge]][firstNode[edge]] = edge;
    }
    jointSums = sums(counted.size());
    sharedSums = sums(counted.size());
    marginSums = sums(nodeOfTerm.size());
  }

  private int nodeOf(int term) {
    return nodeOfTerm.computeIfAbsent(term, t -> nodeOfTerm.size());
  }

  private static ReplicateSums[] sums(int count) {
    return Stream.generate(ReplicateSums::new).limit(count).toArray(ReplicateSums[]::new);
  }

  /** Counts in the documents of a split that count. */
  public void count(SegmentedSplit split, LongPredicate counts) {
    if (jointSums.length == 0) {
      return;
    }
    int[] nodeOfType = vocabulary.numbersOf(split.types());
    for (int type = 0; type < nodeOfType.length; type++) {
      nodeOfType[type] = nodeOfTerm.getOrDefault(nodeOfType[type], NONE);
    }
    split.visit(
        counts, new Contexts(EnumSet.of(unit), nodeOfType, nodeOfTerm.size(), new OfDocument()));
  }

  /** All edges, and of the strongest what was counted. */
  public ResampledEdges resampled() {
    long[][] joint = new long[jointSums.length][];
    long[][] margins = new long[jointSums.length][Bootstrap.REPLICATES];
    for (int edge = 0; edge < joint.length; edge++) {
      joint[edge] = jointSums[edge].sums();
      long[] first = marginSums[firstNode[edge]].sums();
      long[] second = marginSums[secondNode[edge]].sums();
      long[] shared = sharedSums[edge].sums();
      for (int i = 0; i < Bootstrap.REPLICATES; i++) {
        margins[edge][i] = first[i] + second[i] - 2 * shared[i];
      }
    }
    return new ResampledEdges(networks, joint, margins);
  }

  /** The counts of one document after another, which are resampled when it ends. */
  private final class OfDocument implements Contexts.Receiver, PairCounter.Receiver {
    private final long[] joint = new long[jointSums.length];
    private final long[] onlyShared = new long[jointSums.length];
    private final MarginCounter margins = new MarginCounter(marginSums.length, window);
    private final PairCounter pairs =
        new PairCounter(unit, window, Integer.MAX_VALUE, marginSums.length, this);
    private final ReplicateWeights weights = new ReplicateWeights();
    private CountedDocument document;

    @Override
    public void beginDocument(CountedDocument begun) {
      document = begun;
    }

    @Override
    public void set(ContextUnit ended, int[] terms, int count) {
      margins.set(ended, terms, count);
      pairs.set(ended, terms, count);
    }

    @Override
    public void sequence(int[] terms, int[] places, int count, int length) {
      margins.sequence(terms, places, count, length);
      pairs.sequence(terms, places, count, length);
    }

    @Override
    public void shared(int first, int second, int distance) {
      pairs.shared(first, second, distance);
    }

    @Override
    public void pair(int first, int second, long count, long shared, long documents, long inLong) {
      int edge = edgeOfNodes[first][second];
      if (edge != NONE) {
        joint[edge] += count;
        onlyShared[edge] += shared;
      }
    }

    @Override
    public void endDocument() {
      pairs.flush();
      weights.draw(seed, document.id());
      for (int node = 0; node < marginSums.length; node++) {
        resample(margins.of(node), marginSums[node]);
      }
      for (int edge = 0; edge < joint.length; edge++) {
        resample(joint[edge], jointSums[edge]);
        resample(onlyShared[edge], sharedSums[edge]);
      }
      margins.clear();
      Arrays.fill(joint, 0);
      Arrays.fill(onlyShared, 0);
    }

    private void resample(long count, ReplicateSums sums) {
      if (count > 0) {
        sums.add(weights, count);
      }
    }
  }
}
