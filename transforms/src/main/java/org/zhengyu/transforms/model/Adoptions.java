package org.zhengyu.transforms.model;

import java.util.List;
import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;

/** How places came to use the phrases of one bucket, phrase by phrase. */
public record Adoptions(List<Adoption> adoptions) {
  /** Copies the list. */
  public Adoptions {
    adoptions = List.copyOf(adoptions);
  }

  /** The coder. */
  public static Coder<Adoptions> coder() {
    return PackedCoder.of(
        Adoptions.class,
        (adoptions, out) -> out.putList(adoptions.adoptions, Adoption::pack),
        in -> new Adoptions(in.getList(Adoption::unpack)));
  }
}
