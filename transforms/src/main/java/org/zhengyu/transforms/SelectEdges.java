package org.zhengyu.transforms;

import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.PCollection;
import org.zhengyu.transforms.model.StrongPairs;

/**
 * Selects the edges of the network from the strongest pairs of all buckets: those whose attraction
 * is beyond chance, the strongest of them. The choice is exact, for a bucket names as many pairs as
 * the whole network may have.
 */
public final class SelectEdges
    extends PTransform<PCollection<StrongPairs>, PCollection<StrongPairs>> {
  /**
   * The G² of an edge, at least: the critical value of χ² with one degree of freedom at p = 0.001.
   */
  public static final double MIN_G2 = 10.828;

  private static final long serialVersionUID = 1L;

  private final int most;

  private SelectEdges(int most) {
    this.most = most;
  }

  /** Selects at most so many edges. */
  public static SelectEdges atMost(int most) {
    return new SelectEdges(most);
  }

  @Override
  public PCollection<StrongPairs> expand(PCollection<StrongPairs> pairs) {
    return pairs
        .apply("Select", CombineAll.by(new Strongest(most), StrongPairs.coder()))
        .apply("KeepEdges", ParDo.of(new KeepEdges(most)))
        .setCoder(StrongPairs.coder());
  }

  private static final class Strongest extends Combine.BinaryCombineFn<StrongPairs> {
    private static final long serialVersionUID = 1L;

    private final int most;

    Strongest(int most) {
      this.most = most;
    }

    @Override
    public StrongPairs apply(StrongPairs left, StrongPairs right) {
      return left.strongestWith(right, most);
    }

    @Override
    public StrongPairs identity() {
      return StrongPairs.NONE;
    }
  }

  /** The limits hold also where one bucket had all pairs, and nothing was combined. */
  private static final class KeepEdges extends DoFn<StrongPairs, StrongPairs> {
    private static final long serialVersionUID = 1L;

    private final int most;

    KeepEdges(int most) {
      this.most = most;
    }

    @ProcessElement
    public void process(@Element StrongPairs strongest, OutputReceiver<StrongPairs> edges) {
      edges.output(
          new StrongPairs(
              strongest.pairs().stream()
                  .limit(most)
                  .takeWhile(pair -> pair.g2() >= MIN_G2)
                  .toList()));
    }
  }
}
