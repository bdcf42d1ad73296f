package org.zhengyu.transforms.counting;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.zhengyu.transforms.counting.PlaceLedger.Place;
import org.zhengyu.transforms.model.Adoption;
import org.zhengyu.transforms.model.DatedDocuments;
import org.zhengyu.transforms.model.Direction;
import org.zhengyu.transforms.model.FirstDocuments;
import org.zhengyu.transforms.model.PlaceDates;
import org.zhengyu.transforms.model.Region;
import org.zhengyu.transforms.model.Region.Level;

/** The example of the documentation, by hand, and what must not matter. */
class DiffusionTest {
  private static final LocalDate SHANGHAI = LocalDate.of(2024, 1, 23);
  private static final LocalDate NATION = LocalDate.of(2024, 3, 5);
  private static final LocalDate GANSU = LocalDate.of(2025, 2, 10);

  private static Place place(String name, Level level, LocalDate day) {
    return new Place(new Region(name, null, level, null), DatedDocuments.on(day, 1, name + day));
  }

  private static List<Place> places() {
    return List.of(
        place("上海市", Level.PROVINCE, SHANGHAI),
        place("全国", Level.NATIONAL, NATION),
        place("甘肃省", Level.PROVINCE, GANSU));
  }

  private static PlaceDates dates(Map<String, List<LocalDate>> days) {
    SortedMap<String, SortedMap<PlaceDates.Span, Long>> places = new TreeMap<>();
    days.forEach(
        (place, each) -> {
          SortedMap<PlaceDates.Span, Long> spans = new TreeMap<>();
          each.forEach(day -> spans.merge(new PlaceDates.Span(day, day), 1L, Long::sum));
          places.put(place, spans);
        });
    return new PlaceDates(places);
  }

  private static Adoption of(String region, PlaceDates dates) {
    return Diffusion.of(7, places(), dates).stream()
        .filter(adoption -> adoption.region().name().equals(region))
        .findFirst()
        .orElseThrow();
  }

  @Test
  void aPlaceThatNobodySawInBetweenIsNotLate() {
    PlaceDates dates =
        dates(
            Map.of(
                "上海市", List.of(LocalDate.of(2023, 1, 11), SHANGHAI),
                "全国", List.of(LocalDate.of(2023, 3, 5), NATION),
                "甘肃省", List.of(SHANGHAI, GANSU)));

    Adoption shanghai = of("上海市", dates);
    assertThat(shanghai.rank()).isEqualTo(1);
    assertThat(shanghai.lag()).isZero();
    assertThat(shanghai.lagBehindCentre()).as("the centre was silent in between").isNull();
    assertThat(shanghai.direction()).isNull();
    assertThat(shanghai.documentsBefore()).isEqualTo(1);
    assertThat(shanghai.silentUntil()).isEqualTo(LocalDate.of(2023, 1, 11));
    assertThat(shanghai.documentsAfter()).isZero();
    Adoption nation = of("全国", dates);
    assertThat(nation.rank()).isEqualTo(2);
    assertThat(nation.lag()).isNull();
    assertThat(nation.lagBehindCentre()).isZero();
    assertThat(nation.direction()).isEqualTo(Direction.UP);
    Adoption gansu = of("甘肃省", dates);
    assertThat(gansu.rank()).isEqualTo(3);
    assertThat(gansu.lag()).isNull();
    assertThat(gansu.lagBehindCentre()).isNull();
    assertThat(gansu.direction()).isEqualTo(Direction.SIDEWAYS);
  }

  @Test
  void aPlaceThatSpokeWithoutItInBetweenIsLateByTheDaysBetween() {
    LocalDate between = LocalDate.of(2024, 2, 1);
    PlaceDates dates =
        dates(
            Map.of(
                "上海市", List.of(SHANGHAI),
                "全国", List.of(between, NATION),
                "甘肃省", List.of(between, LocalDate.of(2024, 4, 1), GANSU)));

    assertThat(of("全国", dates).lag()).isEqualTo(42);
    assertThat(of("上海市", dates).lagBehindCentre()).isEqualTo(-42);
    assertThat(of("甘肃省", dates).lag()).isEqualTo(384);
    assertThat(of("甘肃省", dates).lagBehindCentre()).isEqualTo(342);
    assertThat(of("甘肃省", dates).documentsBefore()).isEqualTo(2);
    assertThat(of("甘肃省", dates).silentUntil()).isEqualTo(LocalDate.of(2024, 4, 1));
    assertThat(of("上海市", dates).silentUntil()).as("it never was, here").isNull();
  }

  /**
   * Of “2024” and of 1 May 2024, before a first use of 2025: silent on some day of 2024, or on 1
   * May.
   */
  @Test
  void aPlaceWasSilentUntilADayThatIsCertain() {
    SortedMap<PlaceDates.Span, Long> spans = new TreeMap<>();
    spans.put(new PlaceDates.Span(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31)), 1L);
    spans.put(new PlaceDates.Span(LocalDate.of(2024, 5, 1), LocalDate.of(2024, 5, 1)), 1L);
    spans.put(new PlaceDates.Span(LocalDate.of(2025, 1, 1), LocalDate.of(2025, 12, 31)), 1L);
    spans.put(new PlaceDates.Span(GANSU, GANSU), 1L);

    assertThat(of("甘肃省", new PlaceDates(new TreeMap<>(Map.of("甘肃省", spans)))).silentUntil())
        .isEqualTo(LocalDate.of(2024, 5, 1));
  }

  /** The year alone may be before and after all others. */
  @Test
  void aYearIsNeitherEarlierNorLater() {
    FirstDocuments year =
        FirstDocuments.of(
            new FirstDocuments.Dated(
                9,
                "某省",
                DatedDocuments.span(LocalDate.of(2024, 1, 1), LocalDate.of(2024, 12, 31))));
    List<Place> places = new ArrayList<>(places());
    places.add(new Place(new Region("某市", null, Level.CITY, null), year));

    List<Adoption> adoptions = Diffusion.of(7, places, PlaceDates.NONE);

    assertThat(adoptions).extracting(Adoption::rank).containsExactly(1L, 2L, 4L, 1L);
    assertThat(adoptions.get(3).lag()).isZero();
    assertThat(adoptions.get(2).direction()).as("from a province or from a city").isNull();
  }

  @Test
  void theOrderOfPlacesIsNoMatter() {
    PlaceDates dates = dates(Map.of("甘肃省", List.of(NATION, GANSU)));
    List<Place> shuffled = new ArrayList<>(places());
    Collections.shuffle(shuffled, new Random(3));

    assertThat(Diffusion.of(7, shuffled, dates))
        .containsExactlyInAnyOrderElementsOf(Diffusion.of(7, places(), dates));
  }
}
