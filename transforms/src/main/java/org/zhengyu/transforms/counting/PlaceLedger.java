package org.zhengyu.transforms.counting;

import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.zhengyu.transforms.model.DocumentHead;
import org.zhengyu.transforms.model.FirstDocuments;
import org.zhengyu.transforms.model.Occurrence;
import org.zhengyu.transforms.model.Region;
import org.zhengyu.transforms.packed.BucketWriter;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunCursor;
import org.zhengyu.transforms.packed.SortedRunMerge;

/**
 * The ledger of places: for each phrase that is used and each place, which documents may be the
 * first. Documents without a date or a place have no say. A place goes by its name.
 */
public final class PlaceLedger {
  private PlaceLedger() {}

  /**
   * A place that uses a phrase.
   *
   * @param region the place
   * @param first its documents that may be the first with a use
   */
  public record Place(Region region, FirstDocuments first) {
    private static Place unpack(PackedReader in) {
      return new Place(Region.unpack(in), FirstDocuments.unpack(in));
    }

    private void pack(PackedWriter out) {
      region.pack(out);
      first.pack(out);
    }

    /**
     * Of two places of one name the one that describes itself first, so that order is no matter.
     */
    private Place plus(Place other) {
      boolean isFirst = region.toString().compareTo(other.region.toString()) <= 0;
      return new Place(isFirst ? region : other.region, FirstDocuments.ofBoth(first, other.first));
    }
  }

  private record Use(int phrase, String place) implements Comparable<Use> {
    @Override
    public int compareTo(Use other) {
      int byPhrase = Integer.compare(phrase, other.phrase);
      return byPhrase != 0 ? byPhrase : place.compareTo(other.place);
    }
  }

  /**
   * Takes the first documents of the places in some documents; a phrase has its entries in one
   * bucket, from its number in four bytes and the name of a place to the place.
   *
   * @param occurrences from a document's key to its {@link DocumentHead} and {@link Occurrence}s
   */
  public static void count(SortedRun occurrences, BucketWriter out) {
    SortedMap<Use, Place> places = new TreeMap<>();
    SortedRunCursor cursor = occurrences.cursor();
    while (cursor.next()) {
      PackedReader packed = cursor.value();
      DocumentHead head = DocumentHead.unpack(packed);
      FirstDocuments document = head.ifDated(cursor.keyReader().getLong());
      if (document == null || head.region() == null) {
        continue;
      }
      Place place = new Place(head.region(), document);
      while (packed.hasMore()) {
        Occurrence occurrence = Occurrence.unpack(packed);
        if (occurrence.firstUse()) {
          places.merge(new Use(occurrence.phrase(), place.region().name()), place, Place::plus);
        }
      }
    }
    PackedWriter key = new PackedWriter();
    PackedWriter value = new PackedWriter();
    places.forEach(
        (use, place) -> {
          key.clear();
          key.putInt(use.phrase()).putString(use.place());
          value.clear();
          place.pack(value);
          out.add(use.phrase() % out.buckets(), key, value);
        });
    out.passAll();
  }

  /** Takes the places of one phrase. */
  public interface Receiver {
    /** A phrase by its number, and all places that use it by their names. */
    void phrase(int number, List<Place> places);
  }

  /** Adds up entries of several parts, phrase by phrase. */
  public static void sum(Iterable<SortedRun> runs, Receiver receiver) {
    SortedRunMerge merge = SortedRunMerge.of(runs);
    List<Place> places = new ArrayList<>();
    int current = -1;
    while (merge.nextKey()) {
      int phrase = new PackedReader(merge.key()).getInt();
      if (phrase != current && !places.isEmpty()) {
        receiver.phrase(current, places);
        places = new ArrayList<>();
      }
      current = phrase;
      merge.nextValue();
      Place place = Place.unpack(merge.value());
      while (merge.nextValue()) {
        place = place.plus(Place.unpack(merge.value()));
      }
      places.add(place);
    }
    if (!places.isEmpty()) {
      receiver.phrase(current, places);
    }
  }
}
