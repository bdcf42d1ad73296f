package org.zhengyu.transforms;

import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.zhengyu.transforms.counting.NetworkPlan;
import org.zhengyu.transforms.model.PairLists;
import org.zhengyu.transforms.model.ScoredPairs;

/**
 * Looks at all pairs once more for those of two terms that are both in a network around a term,
 * which can be said when the strongest partners of that are known.
 */
public final class LinkPartners
    extends PTransform<PCollection<KV<Integer, ScoredPairs>>, PCollection<PairLists>> {
  private static final long serialVersionUID = 1L;

  private final NetworkPlan plan;
  private final PCollectionView<PairLists> partners;

  private LinkPartners(NetworkPlan plan, PCollectionView<PairLists> partners) {
    this.plan = plan;
    this.partners = partners;
  }

  /**
   * Links the terms of networks.
   *
   * @param plan which networks there are
   * @param partners what has been selected among all pairs
   */
  public static LinkPartners of(NetworkPlan plan, PCollectionView<PairLists> partners) {
    return new LinkPartners(plan, partners);
  }

  @Override
  public PCollection<PairLists> expand(PCollection<KV<Integer, ScoredPairs>> pairs) {
    return pairs
        .apply("Link", ParDo.of(new Link(this)).withSideInputs(partners))
        .setCoder(PairLists.coder());
  }

  private static final class Link extends DoFn<KV<Integer, ScoredPairs>, PairLists> {
    private static final long serialVersionUID = 1L;

    private final LinkPartners transform;

    Link(LinkPartners transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(ProcessContext context) {
      context.output(
          transform.plan.linksAmongPartners(
              context.element().getValue(), context.sideInput(transform.partners)));
    }
  }
}
