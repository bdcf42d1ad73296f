package org.zhengyu.transforms.counting;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Collections;
import java.util.List;
import java.util.function.Predicate;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.counting.PlaceLedger.Place;
import org.zhengyu.transforms.model.Adoption;
import org.zhengyu.transforms.model.Direction;
import org.zhengyu.transforms.model.FirstDocuments;
import org.zhengyu.transforms.model.PlaceDates;
import org.zhengyu.transforms.model.PlaceDates.Span;
import org.zhengyu.transforms.model.Region;

/**
 * Who used a phrase after whom, as far as the dates allow. A place is certainly earlier than
 * another if one of its documents with a use is before all of the other's. A lag is the days
 * between first uses; where a place has no document in between it is not known: the place may have
 * used the phrase all the time, and nobody saw. Also where it has some, it came to use the phrase
 * at some time between the last of them and its first use.
 */
public final class Diffusion {
  private final int phrase;
  private final List<Place> places;
  private final PlaceDates dates;

  /** By when some place used it for certain. */
  private final LocalDate known;

  /** The places that may be the first. */
  private final List<Place> firsts;

  private final @Nullable Place centre;

  private Diffusion(int phrase, List<Place> places, PlaceDates dates) {
    this.phrase = phrase;
    this.places = places;
    this.dates = dates;
    known = Collections.min(places.stream().map(place -> place.first().smallestLastDay()).toList());
    firsts = places.stream().filter(place -> !place.first().firstDay().isAfter(known)).toList();
    centre =
        places.stream()
            .filter(place -> place.region().level() == Region.Level.NATIONAL)
            .findFirst()
            .orElse(null);
  }

  /**
   * How each place came to use a phrase.
   *
   * @param phrase its number
   * @param places all places that use it, at least one
   * @param dates when the documents of all places are from
   */
  public static List<Adoption> of(int phrase, List<Place> places, PlaceDates dates) {
    Diffusion diffusion = new Diffusion(phrase, places, dates);
    return places.stream().map(diffusion::adoption).toList();
  }

  private Adoption adoption(Place place) {
    FirstDocuments first = place.first();
    String name = place.region().name();
    Predicate<Span> isBefore = span -> span.last().isBefore(first.firstDay());
    return new Adoption(
        phrase,
        place.region(),
        first,
        1 + places.stream().filter(other -> other.first().precedes(first)).count(),
        days(known, place),
        lagBehindCentre(place),
        direction(place),
        dates.last(name, isBefore).map(Span::first).orElse(null),
        dates.documents(name, isBefore),
        dates.documents(name, span -> span.first().isAfter(first.smallestLastDay())));
  }

  private @Nullable Long lagBehindCentre(Place place) {
    if (centre == null) {
      return null;
    }
    if (place.first().precedes(centre.first())) {
      Long ahead = days(place.first().smallestLastDay(), centre);
      return ahead == null ? null : Long.valueOf(-ahead);
    }
    return days(centre.first().smallestLastDay(), place);
  }

  /** The days from one to the first use of a place, 0 if it may be before; null if nobody saw. */
  private @Nullable Long days(LocalDate from, Place place) {
    LocalDate to = place.first().firstDay();
    if (!to.isAfter(from)) {
      return 0L;
    }
    long seen =
        dates.documents(
            place.region().name(), span -> span.first().isAfter(from) && span.last().isBefore(to));
    return seen == 0 ? null : Long.valueOf(ChronoUnit.DAYS.between(from, to));
  }

  private @Nullable Direction direction(Place place) {
    if (firsts.contains(place)) {
      return null;
    }
    Region.Level level = place.region().level();
    List<@Nullable Direction> ways =
        firsts.stream()
            .map(first -> Direction.between(first.region().level(), level))
            .distinct()
            .toList();
    return ways.size() == 1 ? ways.get(0) : null;
  }
}
