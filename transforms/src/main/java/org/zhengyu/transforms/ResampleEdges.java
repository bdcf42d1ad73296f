package org.zhengyu.transforms;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.ContextUnit;
import org.zhengyu.transforms.model.CountedDocument;
import org.zhengyu.transforms.model.ResampledEdges;
import org.zhengyu.transforms.model.SegmentedSplit;
import org.zhengyu.transforms.model.StrongPairs;
import org.zhengyu.transforms.model.StrongPairs.StrongPair;
import org.zhengyu.transforms.model.Vocabulary;
import org.zhengyu.transforms.stats.Bootstrap;
import org.zhengyu.transforms.stats.ReplicateSums;
import org.zhengyu.transforms.stats.ReplicateWeights;

/**
 * Counts the strongest edges of the network once more, document by document, to see how much they
 * would vary in other samples of documents. Without documents enough for that nothing is counted.
 * The one result names all edges.
 */
public final class ResampleEdges
    extends PTransform<PCollection<SegmentedSplit>, PCollection<ResampledEdges>> {
  /** How many edges are resampled, the strongest: each costs all replicates in each document. */
  public static final int RESAMPLED = 100;

  private static final long serialVersionUID = 1L;

  private final ContextUnit unit;
  private final int window;
  private final long seed;
  private final PCollectionView<Admissions> admissions;
  private final PCollectionView<Vocabulary> vocabulary;
  private final PCollectionView<StrongPairs> edges;

  private ResampleEdges(
      ContextUnit unit,
      int window,
      long seed,
      PCollectionView<Admissions> admissions,
      PCollectionView<Vocabulary> vocabulary,
      PCollectionView<StrongPairs> edges) {
    this.unit = unit;
    this.window = window;
    this.seed = seed;
    this.admissions = admissions;
    this.vocabulary = vocabulary;
    this.edges = edges;
  }

  /**
   * Resamples edges.
   *
   * @param unit what two terms share to co-occur
   * @param window the reach of the window in words
   * @param seed of the bootstrap
   * @param admissions which documents count
   * @param vocabulary the terms
   * @param edges the edges of the network
   */
  public static ResampleEdges in(
      ContextUnit unit,
      int window,
      long seed,
      PCollectionView<Admissions> admissions,
      PCollectionView<Vocabulary> vocabulary,
      PCollectionView<StrongPairs> edges) {
    return new ResampleEdges(unit, window, seed, admissions, vocabulary, edges);
  }

  @Override
  public PCollection<ResampledEdges> expand(PCollection<SegmentedSplit> splits) {
    return splits
        .apply(
            "Resample", ParDo.of(new Resample(this)).withSideInputs(admissions, vocabulary, edges))
        .setCoder(ResampledEdges.coder())
        .apply("Sum", CombineAll.by(new Sum(), ResampledEdges.coder()));
  }

  private static final class Resample extends DoFn<SegmentedSplit, ResampledEdges> {
    private static final long serialVersionUID = 1L;

    private final ContextUnit unit;
    private final int window;
    private final long seed;
    private final PCollectionView<Admissions> admissions;
    private final PCollectionView<Vocabulary> vocabulary;
    private final PCollectionView<StrongPairs> edges;

    Resample(ResampleEdges transform) {
      this.unit = transform.unit;
      this.window = transform.window;
      this.seed = transform.seed;
      this.admissions = transform.admissions;
      this.vocabulary = transform.vocabulary;
      this.edges = transform.edges;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      StrongPairs all = context.sideInput(edges);
      Vocabulary terms = context.sideInput(vocabulary);
      boolean any = terms.totals().documents() >= Bootstrap.MIN_DOCUMENTS;
      List<StrongPair> resampled =
          all.pairs().subList(0, any ? Math.min(RESAMPLED, all.pairs().size()) : 0);
      EdgeCounter counter =
          new EdgeCounter(unit, window, seed, resampled, terms, context.element().types());
      if (!resampled.isEmpty()) {
        context.element().visit(context.sideInput(admissions)::counts, counter);
      }
      context.output(counter.resampled(all));
    }
  }

  /** Counts edges and the margins of their terms, and resamples both after each document. */
  private static final class EdgeCounter implements SegmentedSplit.Visitor {
    private static final int NONE = -1;

    private final ContextUnit unit;
    private final int window;
    private final long seed;

    /** The terms of the edges are nodes, numbered from 0. */
    private final int[] nodeOfType;

    private final int[] firstNode;
    private final int[] secondNode;
    private final int[][] edgeOfNodes;

    /** The counts of the current document, by edge and by node. */
    private final long[] joint;

    private final long[] margin;

    /** The counts of all documents. */
    private final ReplicateSums[] jointSums;

    private final ReplicateSums[] marginSums;

    /** The nodes of the current unit of co-occurrence. */
    private final boolean[] isPresent;

    private final List<Integer> present = new ArrayList<>();
    private String documentId = "";
    private final ReplicateWeights weights = new ReplicateWeights();

    EdgeCounter(
        ContextUnit unit,
        int window,
        long seed,
        List<StrongPair> edges,
        Vocabulary vocabulary,
        SegmentedSplit.Types types) {
      this.unit = unit;
      this.window = window;
      this.seed = seed;
      joint = new long[edges.size()];
      firstNode = new int[edges.size()];
      secondNode = new int[edges.size()];
      Map<Integer, Integer> nodes = new HashMap<>();
      for (int edge = 0; edge < edges.size(); edge++) {
        firstNode[edge] = nodeOf(edges.get(edge).first(), nodes);
        secondNode[edge] = nodeOf(edges.get(edge).second(), nodes);
      }
      edgeOfNodes = new int[nodes.size()][nodes.size()];
      for (int[] row : edgeOfNodes) {
        Arrays.fill(row, NONE);
      }
      for (int edge = 0; edge < edges.size(); edge++) {
        edgeOfNodes[firstNode[edge]][secondNode[edge]] = edge;
        edgeOfNodes[secondNode[edge]][firstNode[edge]] = edge;
      }
      margin = new long[nodes.size()];
      jointSums = sums(joint.length);
      marginSums = sums(margin.length);
      isPresent = new boolean[nodes.size()];
      nodeOfType = new int[types.size()];
      for (int type = 0; type < nodeOfType.length; type++) {
        nodeOfType[type] =
            types.isContent(type) || types.phrase(type) >= 0
                ? nodes.getOrDefault(vocabulary.find(types.term(type)), NONE)
                : NONE;
      }
    }

    private static ReplicateSums[] sums(int count) {
      return Stream.generate(ReplicateSums::new).limit(count).toArray(ReplicateSums[]::new);
    }

    ResampledEdges resampled(StrongPairs all) {
      long[][] ofEdges = new long[joint.length][];
      long[][] ofTerms = new long[joint.length][Bootstrap.REPLICATES];
      for (int edge = 0; edge < joint.length; edge++) {
        ofEdges[edge] = jointSums[edge].sums();
        long[] first = marginSums[firstNode[edge]].sums();
        long[] second = marginSums[secondNode[edge]].sums();
        for (int i = 0; i < Bootstrap.REPLICATES; i++) {
          ofTerms[edge][i] = first[i] + second[i];
        }
      }
      return new ResampledEdges(all, ofEdges, ofTerms);
    }

    private static int nodeOf(int term, Map<Integer, Integer> nodes) {
      return nodes.computeIfAbsent(term, t -> nodes.size());
    }

    @Override
    public void beginDocument(CountedDocument document) {
      documentId = document.id();
      Arrays.fill(joint, 0);
      Arrays.fill(margin, 0);
    }

    @Override
    public void sentence(int[] types, int count) {
      for (int i = 0; i < count; i++) {
        int node = nodeOfType[types[i]];
        if (node == NONE) {
          continue;
        }
        if (unit == ContextUnit.WINDOW) {
          countSlots(node, i, types, count);
        } else if (!isPresent[node]) {
          isPresent[node] = true;
          present.add(node);
        }
      }
      endUnit(ContextUnit.SENTENCE);
    }

    private void countSlots(int node, int position, int[] types, int count) {
      margin[node] += Math.min(position, window) + Math.min(count - 1 - position, window);
      int end = Math.min(count, position + window + 1);
      for (int j = position + 1; j < end; j++) {
        int other = nodeOfType[types[j]];
        if (other != NONE && edgeOfNodes[node][other] != NONE) {
          joint[edgeOfNodes[node][other]]++;
        }
      }
    }

    @Override
    public void endParagraph() {
      endUnit(ContextUnit.PARAGRAPH);
    }

    @Override
    public void endDocument() {
      endUnit(ContextUnit.DOCUMENT);
      weights.draw(seed, documentId);
      addAll(margin, marginSums);
      addAll(joint, jointSums);
    }

    private void addAll(long[] counts, ReplicateSums[] sums) {
      for (int i = 0; i < counts.length; i++) {
        if (counts[i] > 0) {
          sums[i].add(weights, counts[i]);
        }
      }
    }

    private void endUnit(ContextUnit ended) {
      if (ended != unit) {
        return;
      }
      for (int i = 0; i < present.size(); i++) {
        int one = present.get(i);
        margin[one]++;
        isPresent[one] = false;
        for (int j = i + 1; j < present.size(); j++) {
          int edge = edgeOfNodes[one][present.get(j)];
          if (edge != NONE) {
            joint[edge]++;
          }
        }
      }
      present.clear();
    }
  }

  private static final class Sum extends Combine.BinaryCombineFn<ResampledEdges> {
    private static final long serialVersionUID = 1L;

    @Override
    public ResampledEdges apply(ResampledEdges left, ResampledEdges right) {
      return left.plus(right);
    }

    @Override
    public ResampledEdges identity() {
      return ResampledEdges.NONE;
    }
  }
}
