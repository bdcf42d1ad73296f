package org.zhengyu.transforms.model;

import java.time.LocalDate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * How a place came to use a phrase: one row of {@code diffusion}.
 *
 * @param phrase the lexicon's number of the phrase
 * @param region the place
 * @param first its documents that may be the first with a use
 * @param rank 1 + the places that used it earlier for certain
 * @param lag days from the first use anywhere to the first here; null where no document of the
 *     place is in between
 * @param lagBehindCentre the same from the first national use, below 0 before it; null where the
 *     later of the two has no document in between
 * @param direction the way it came; null where that is not known, or the place may be the first
 * @param silentUntil the first day of the last document of the place that is for certain before its
 *     first use: the place came to use the phrase after it; null without such a document
 * @param documentsBefore documents of the place that are for certain before its first use
 * @param documentsAfter those that are for certain after it
 */
public record Adoption(
    int phrase,
    Region region,
    FirstDocuments first,
    long rank,
    @Nullable Long lag,
    @Nullable Long lagBehindCentre,
    @Nullable Direction direction,
    @Nullable LocalDate silentUntil,
    long documentsBefore,
    long documentsAfter) {
  void pack(PackedWriter out) {
    out.putVarint(phrase);
    region.pack(out);
    first.pack(out);
    out.putVarint(rank)
        .putNullable(lag, (days, each) -> each.putLong(days))
        .putNullable(lagBehindCentre, (days, each) -> each.putLong(days))
        .putNullable(direction, (way, each) -> each.putEnum(way))
        .putNullable(silentUntil, (day, each) -> each.putDay(day))
        .putVarint(documentsBefore)
        .putVarint(documentsAfter);
  }

  static Adoption unpack(PackedReader in) {
    return new Adoption(
        in.getCount(),
        Region.unpack(in),
        FirstDocuments.unpack(in),
        in.getVarint(),
        in.getNullable(PackedReader::getLong),
        in.getNullable(PackedReader::getLong),
        in.getNullable(each -> each.getEnum(Direction.class)),
        in.getNullable(PackedReader::getDay),
        in.getVarint(),
        in.getVarint());
  }
}
