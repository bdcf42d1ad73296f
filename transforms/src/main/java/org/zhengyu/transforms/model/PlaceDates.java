package org.zhengyu.transforms.model;

import java.io.Serializable;
import java.time.LocalDate;
import java.util.Collections;
import java.util.Comparator;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import org.apache.beam.sdk.coders.Coder;
import org.zhengyu.transforms.packed.PackedCoder;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * When the documents of each place are from: what a corpus can have seen there. Documents of which
 * date or place is not known are left out.
 *
 * @param places by the name of a place, how many documents it has of each span of days
 */
public record PlaceDates(SortedMap<String, SortedMap<Span, Long>> places) implements Serializable {
  /** No document. */
  public static final PlaceDates NONE = new PlaceDates(new TreeMap<>());

  /**
   * The days of which a document may be.
   *
   * @param first the first of them
   * @param last the last of them
   */
  public record Span(LocalDate first, LocalDate last) implements Comparable<Span>, Serializable {
    private static final Comparator<Span> ORDER =
        Comparator.comparing(Span::first).thenComparing(Span::last);

    @Override
    public int compareTo(Span other) {
      return ORDER.compare(this, other);
    }
  }

  /** Copies the map. */
  public PlaceDates {
    places = Collections.unmodifiableSortedMap(new TreeMap<>(places));
  }

  /** The last of the spans of days of which a place has such documents, by their first day. */
  public Optional<Span> last(String place, Predicate<Span> wanted) {
    return of(place).keySet().stream().filter(wanted).reduce((earlier, later) -> later);
  }

  private SortedMap<Span, Long> of(String place) {
    return places.getOrDefault(place, Collections.emptySortedMap());
  }

  /** How many documents of a place are of such days. */
  public long documents(String place, Predicate<Span> wanted) {
    return of(place).entrySet().stream()
        .filter(span -> wanted.test(span.getKey()))
        .mapToLong(Map.Entry::getValue)
        .sum();
  }

  /** Those of two disjoint sets of documents together. */
  public PlaceDates plus(PlaceDates other) {
    SortedMap<String, SortedMap<Span, Long>> sum = new TreeMap<>();
    places.forEach((place, spans) -> sum.put(place, new TreeMap<>(spans)));
    other.places.forEach(
        (place, spans) ->
            spans.forEach(
                (span, documents) ->
                    sum.computeIfAbsent(place, each -> new TreeMap<>())
                        .merge(span, documents, Long::sum)));
    return new PlaceDates(sum);
  }

  /** The coder. */
  public static Coder<PlaceDates> coder() {
    return PackedCoder.of(PlaceDates.class, PlaceDates::pack, PlaceDates::unpack);
  }

  private void pack(PackedWriter out) {
    out.putVarint(places.size());
    places.forEach(
        (place, spans) -> {
          out.putString(place).putVarint(spans.size());
          spans.forEach(
              (span, documents) ->
                  out.putDay(span.first()).putDay(span.last()).putVarint(documents));
        });
  }

  private static PlaceDates unpack(PackedReader in) {
    SortedMap<String, SortedMap<Span, Long>> places = new TreeMap<>();
    int count = in.getCount();
    for (int place = 0; place < count; place++) {
      SortedMap<Span, Long> spans = new TreeMap<>();
      places.put(in.getString(), spans);
      int spanCount = in.getCount();
      for (int span = 0; span < spanCount; span++) {
        spans.put(new Span(in.getDay(), in.getDay()), in.getVarint());
      }
    }
    return new PlaceDates(places);
  }
}
