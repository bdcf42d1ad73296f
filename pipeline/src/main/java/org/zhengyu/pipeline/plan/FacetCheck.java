package org.zhengyu.pipeline.plan;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.input.Formats;
import org.zhengyu.transforms.input.Grouping;
import org.zhengyu.transforms.input.MetadataTable;

/**
 * Finds out before a run what no document can have. Plain texts have no fields of their own, so all
 * that is known of them is in the metadata file, but for what a text may say of itself; records may
 * hold anything, and are not read yet.
 */
public final class FacetCheck {
  private final Grouping grouping;
  private final MetadataTable metadata;

  private FacetCheck(Grouping grouping, MetadataTable metadata) {
    this.grouping = grouping;
    this.metadata = metadata;
  }

  /**
   * Checks what documents are to be grouped by.
   *
   * @param referenceGroup the value that all others are compared with; null without
   * @throws UsageException naming the option by which no document would be grouped
   */
  public static void check(
      Grouping grouping, @Nullable String referenceGroup, MetadataTable metadata, InputPlan plan)
      throws UsageException {
    boolean noFields =
        plan.isKnown() && plan.files().stream().noneMatch(file -> Formats.of(file).hasFields());
    if (!noFields) {
      return;
    }
    FacetCheck check = new FacetCheck(grouping, metadata);
    for (int facet = Grouping.FIRST_FIELD_FACET; facet < grouping.facets(); facet++) {
      if (!grouping.mayStandInText(facet)) {
        check.require("--groupBy", facet);
        if (referenceGroup != null) {
          check.requireReference(facet, referenceGroup);
        }
      }
    }
  }

  private void require(String flag, int facet) throws UsageException {
    if (metadata.anyDescribes(of -> !grouping.valuesOf(of).get(facet).equals(Grouping.UNKNOWN))) {
      return;
    }
    String name = grouping.facet(facet);
    throw new UsageException(
        flag,
        metadata.columns().isEmpty()
            ? InputMessage.FIELD_NEEDS_METADATA.with(name)
            : InputMessage.FIELD_NOT_IN_METADATA.with(name, String.join(", ", metadata.columns())));
  }

  private void requireReference(int facet, String referenceGroup) throws UsageException {
    if (!metadata.anyDescribes(of -> grouping.valuesOf(of).get(facet).equals(referenceGroup))) {
      throw new UsageException(
          "--referenceGroup",
          InputMessage.VALUE_NOT_IN_METADATA.with(referenceGroup, grouping.facet(facet)));
    }
  }
}
