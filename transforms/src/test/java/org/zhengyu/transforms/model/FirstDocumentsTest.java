package org.zhengyu.transforms.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.zhengyu.transforms.model.DatedDocuments.span;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Example;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.zhengyu.transforms.model.FirstDocuments.Dated;

class FirstDocumentsTest {
  private static final KnownDate YEAR = span(day(1, 1), day(12, 31));
  private static final KnownDate JANUARY = span(day(1, 1), day(1, 31));
  private static final KnownDate MARCH = span(day(3, 1), day(3, 31));

  private static LocalDate day(int month, int day) {
    return LocalDate.of(2024, month, day);
  }

  private static FirstDocuments first(Dated... documents) {
    return List.of(documents).stream()
        .map(FirstDocuments::of)
        .reduce(FirstDocuments::ofBoth)
        .orElseThrow();
  }

  @Provide
  Arbitrary<List<Dated>> documents() {
    return DatedDocuments.any().list().ofMinSize(1).ofMaxSize(12).uniqueElements(Dated::key);
  }

  /** The rule read aloud, for each document against each other. */
  @Property
  void areThoseThatNoOtherCertainlyPrecedes(@ForAll("documents") List<Dated> documents) {
    List<Dated> first =
        documents.stream()
            .filter(
                one ->
                    documents.stream()
                        .noneMatch(other -> other.date().last().isBefore(one.date().first())))
            .toList();

    FirstDocuments found = first(documents.toArray(new Dated[0]));

    assertThat(found.ties()).isEqualTo(first.size());
    assertThat(found.document())
        .isEqualTo(Collections.min(first, Comparator.comparingLong(Dated::key)));
  }

  @Property
  void areTheSameInAnyOrderAndGrouping(
      @ForAll("documents") List<Dated> documents, @ForAll Random random) {
    FirstDocuments inOrder = first(documents.toArray(new Dated[0]));
    List<FirstDocuments> parts =
        new ArrayList<>(documents.stream().map(FirstDocuments::of).toList());
    while (parts.size() > 1) {
      Collections.shuffle(parts, random);
      parts.add(FirstDocuments.ofBoth(parts.remove(0), parts.remove(0)));
    }

    assertThat(parts.get(0)).isEqualTo(inOrder);
    assertThat(FirstDocuments.ofBoth(null, inOrder)).isEqualTo(inOrder);
    assertThat(FirstDocuments.ofBoth(inOrder, null)).isEqualTo(inOrder);
  }

  @Example
  void aYearIsNotItsFirstOfJanuary() {
    FirstDocuments found = first(new Dated(1, "全国", MARCH), new Dated(2, "上海", YEAR));

    assertThat(found.ties()).as("nobody knows which").isEqualTo(2);
    assertThat(found.document().id()).isEqualTo("全国");
  }

  @Example
  void aMonthThatEndedBeforeAnotherBeganIsFirst() {
    FirstDocuments found =
        first(new Dated(1, "全国", MARCH), new Dated(2, "上海", JANUARY), new Dated(3, "某市", YEAR));

    assertThat(found.ties()).as("the year may have begun with it").isEqualTo(2);
    assertThat(found.document().id()).isEqualTo("上海");
  }

  @Example
  void aMonthThatBeginsOnTheLastDayOfAnotherIsNotCertainlyLater() {
    KnownDate end = span(day(1, 31), day(2, 3));

    assertThat(first(new Dated(2, "乙", JANUARY), new Dated(1, "甲", end)).ties()).isEqualTo(2);
    assertThat(first(new Dated(2, "乙", JANUARY), new Dated(1, "甲", span(day(2, 1), day(2, 3)))))
        .isEqualTo(FirstDocuments.of(new Dated(2, "乙", JANUARY)));
  }
}
