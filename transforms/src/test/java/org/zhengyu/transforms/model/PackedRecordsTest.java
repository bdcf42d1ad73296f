package org.zhengyu.transforms.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.function.Function;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.LongRange;
import net.jqwik.time.api.Dates;
import org.zhengyu.transforms.Samples;
import org.zhengyu.transforms.packed.CoderChecks;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.segment.MatchStatus;
import org.zhengyu.transforms.stats.Bootstrap;
import org.zhengyu.transforms.stats.Interval;
import org.zhengyu.transforms.stats.KeynessCounts;
import org.zhengyu.transforms.stats.MonotonicTrend;
import org.zhengyu.transforms.structure.Zone;

/** Every record comes out of its bytes as it went in, and takes up no byte of what follows. */
class PackedRecordsTest {

  private static <T> void roundTrips(
      T value, BiConsumer<T, PackedWriter> pack, Function<PackedReader, T> unpack) {
    PackedWriter out = new PackedWriter();
    pack.accept(value, out);
    pack.accept(value, out);
    PackedReader in = new PackedReader(out.toByteArray());
    assertThat(unpack.apply(in)).isEqualTo(value);
    assertThat(unpack.apply(in)).isEqualTo(value);
    assertThat(in.hasMore()).isFalse();
  }

  @Property
  void description(@ForAll("descriptions") Description description) {
    roundTrips(description, Description::pack, Description::unpack);
  }

  @Property
  void documentRecord(@ForAll("records") DocumentRecord document, @ForAll("texts") String other) {
    roundTrips(document, DocumentRecord::pack, DocumentRecord::unpack);
    roundTrips(document.asDuplicateOf(other), DocumentRecord::pack, DocumentRecord::unpack);
  }

  @Property
  void identity(
      @ForAll @LongRange(min = 0) long key,
      @ForAll("texts") String id,
      @ForAll("texts") String uri,
      @ForAll("texts") String sha256) {
    roundTrips(new Identity(key, id, uri, sha256, 7), Identity::pack, Identity::unpack);
  }

  @Property
  void occurrence(
      @ForAll @IntRange(max = 1 << 30) int phrase,
      @ForAll("texts") String form,
      @ForAll MatchStatus status,
      @ForAll boolean firstUse,
      @ForAll Zone zone,
      @ForAll @LongRange(min = 0) long place,
      @ForAll("texts") String left,
      @ForAll("texts") String right) {
    roundTrips(
        new Occurrence(
            phrase,
            form,
            status,
            status.isUse() ? left : null,
            firstUse,
            phrase % 9,
            zone,
            place,
            place / 2,
            place / 3,
            place,
            left,
            right),
        Occurrence::pack,
        Occurrence::unpack);
  }

  @Property
  void occurrenceGroup(@ForAll("texts") String id, @ForAll("days") LocalDate from) {
    KnownDate date = DatedDocuments.day(from);
    Region region = date == null ? null : Region.named(id);
    roundTrips(new DocumentHead(id, date, region), DocumentHead::pack, DocumentHead::unpack);
  }

  @Property
  void token(
      @ForAll Zone zone,
      @ForAll @LongRange(min = 0) long place,
      @ForAll("texts") String form,
      @ForAll("texts") String term,
      @ForAll @IntRange(max = 255) int tag,
      @ForAll @IntRange(min = -1, max = 1 << 30) int phrase) {
    roundTrips(
        new TokenRecord(zone, place, place / 2, place / 3, place, place, form, term, tag, phrase),
        TokenRecord::pack,
        TokenRecord::unpack);
    roundTrips(
        new TokenRecord(zone, 0, 0, 0, 0, 1, form, form, tag, phrase),
        TokenRecord::pack,
        TokenRecord::unpack);
  }

  @Property
  void rejection(
      @ForAll("texts") String uri,
      @ForAll("optionals") String docId,
      @ForAll Rejection.Reason reason,
      @ForAll("texts") String detail,
      @ForAll @LongRange(min = 0) long bytes) {
    roundTrips(
        new Rejection(uri, docId, reason, detail, bytes), Rejection::pack, Rejection::unpack);
  }

  @Property
  void margins(@ForAll("margins") Margins margins) {
    roundTrips(margins, Margins::pack, Margins::unpack);
  }

  @Property
  void phraseCounts(@ForAll("counts") PhraseCounts counts) {
    roundTrips(counts, PhraseCounts::pack, PhraseCounts::unpack);
  }

  @Property
  void workUnit(@ForAll @IntRange(min = 0) int number, @ForAll("slices") List<FileSlice> slices) {
    CoderChecks.roundTrips(InputSplit.coder(), new InputSplit(number, slices));
  }

  @Property
  void totals(@ForAll("totals") CorpusTotals totals) {
    CoderChecks.roundTrips(CorpusTotals.coder(), totals);
  }

  @Property
  void admissions(
      @ForAll("places") Map<Long, String> refused,
      @ForAll("places") Map<Long, String> duplicates,
      @ForAll boolean countsDuplicates) {
    CoderChecks.roundTrips(
        Admissions.coder(), new Admissions(refused, duplicates, countsDuplicates));
  }

  @Property
  void vocabulary(@ForAll("vocabularies") Vocabulary vocabulary) {
    CoderChecks.roundTrips(Vocabulary.coder(), vocabulary);
  }

  @Property
  void termBlock(
      @ForAll("totals") CorpusTotals totals,
      @ForAll("documents") List<CountedDocument> documents,
      @ForAll("runs") SortedRun entries) {
    DocumentListBuilder listed = new DocumentListBuilder();
    documents.forEach(listed::add);
    TermBlock block = TermBlock.of(totals, listed, entries);
    CoderChecks.roundTrips(TermBlock.coder(), block);
    CoderChecks.roundTrips(ResampledTerms.coder(), new ResampledTerms(block, entries));
    assertThat(block.totals()).isEqualTo(totals);
    assertThat(Samples.documents(block)).isEqualTo(documents);
    assertThat(block.entries()).isEqualTo(entries);
  }

  @Property
  void proposedTerms(
      @ForAll("totals") CorpusTotals totals,
      @ForAll("runs") SortedRun phrases,
      @ForAll("runs") SortedRun contentTerms) {
    CoderChecks.roundTrips(ProposedTerms.coder(), new ProposedTerms(totals, phrases, contentTerms));
  }

  @Property
  void scoredPairs(
      @ForAll ContextUnit unit,
      @ForAll("vocabularies") Vocabulary vocabulary,
      @ForAll("runs") SortedRun stripes) {
    CoderChecks.roundTrips(ScoredPairs.coder(), new ScoredPairs(unit, vocabulary, stripes));
  }

  @Property
  void comparison(
      @ForAll @LongRange(min = 0, max = 1L << 40) long n,
      @ForAll double dpNorm,
      @ForAll double lower,
      @ForAll double upper) {
    roundTrips(
        new Comparison(
            (int) (n % 256),
            n % 2 == 0,
            n % 3 == 0,
            new KeynessCounts(n / 2, n, n / 3, n),
            new Comparison.Documents(n / 5, n / 2, n / 3, n),
            dpNorm,
            new Interval(lower, upper)),
        Comparison::pack,
        Comparison::unpack);
  }

  @Property
  void trendTest(
      @ForAll @LongRange(min = 0, max = 1L << 40) long n,
      @ForAll double tau,
      @ForAll double lower,
      @ForAll double upper) {
    MonotonicTrend.Trend trend =
        new MonotonicTrend.Trend(-n, tau, lower, upper, n / 7.0, new Interval(lower, upper));
    roundTrips(new TrendTest(n, trend), TrendTest::pack, TrendTest::unpack);
  }

  @Property
  void groupTotals(@ForAll("facets") List<FacetTotals> facets) {
    CoderChecks.roundTrips(GroupTotals.coder(), totals(facets));
  }

  @Property
  void periodCounts(@ForAll("facets") List<FacetTotals> facets, @ForAll("runs") SortedRun terms) {
    List<PeriodCounts.Group> groups =
        facets.stream()
            .map(periods -> new PeriodCounts.Group(facets.size(), "组", periods, terms))
            .toList();
    CoderChecks.roundTrips(PeriodCounts.coder(), new PeriodCounts(groups));
  }

  @Property
  void placeDates(@ForAll("texts") String place, @ForAll @LongRange(min = 0) long documents) {
    LocalDate day = LocalDate.of(2024, 1, 23);
    PlaceDates.Span span = new PlaceDates.Span(day, day.plusDays(documents % 40));
    CoderChecks.roundTrips(
        PlaceDates.coder(),
        new PlaceDates(new TreeMap<>(Map.of(place, new TreeMap<>(Map.of(span, documents))))));
  }

  @Property
  void adoptions(
      @ForAll("texts") String text,
      @ForAll @LongRange(min = 0) long n,
      @ForAll Direction direction) {
    FirstDocuments first = DatedDocuments.on(LocalDate.of(2024, 1, 23), n, text);
    Region region = new Region(text, null, Region.Level.CITY, text);
    CoderChecks.roundTrips(
        Adoptions.coder(),
        new Adoptions(
            List.of(
                new Adoption(
                    3, region, first, n, n, -n, direction, LocalDate.of(2023, 1, 23), n, n / 2),
                new Adoption(3, Region.named(text), first, n, null, null, null, null, n, n))));
  }

  private static GroupTotals totals(List<FacetTotals> facets) {
    List<PeriodTotals> periods =
        facets.stream()
            .map(facet -> new PeriodTotals(new TreeMap<>(Map.of("组", facet, "另一组", facet))))
            .toList();
    return new GroupTotals(facets, periods);
  }

  @Property
  void network(
      @ForAll ContextUnit unit,
      @ForAll("texts") String term,
      @ForAll @LongRange(min = 0) long count,
      @ForAll double x) {
    CoderChecks.roundTrips(
        Network.coder(),
        new Network(
            unit,
            term,
            List.of(
                new Network.Node(
                    term,
                    new Network.Place(count, x, -x, x / 2),
                    new Network.Membership(0, count, x, -x),
                    x,
                    -x)),
            List.of(
                new Network.Edge(term, "乙", count, x, 0.5, new Interval(Double.NaN, Double.NaN))),
            count,
            x));
  }

  @Property(tries = 20)
  void resampledEdges(@ForAll @LongRange(min = 0, max = 1L << 40) long count) {
    long[][] joint = new long[2][Bootstrap.REPLICATES];
    long[][] margins = new long[2][Bootstrap.REPLICATES];
    Arrays.fill(joint[0], count);
    Arrays.fill(margins[1], 2 * count);
    margins[0][Bootstrap.REPLICATES - 1] = 1;
    StrongPairs edges =
        new StrongPairs(
            List.of(
                new StrongPairs.StrongPair(0, 1, count, count / 2, 12.5),
                new StrongPairs.StrongPair(3, 400, 7, 0, 11),
                new StrongPairs.StrongPair(2, 3, 1, 0, Double.POSITIVE_INFINITY)));
    CoderChecks.roundTrips(
        ResampledEdges.coder(),
        new ResampledEdges(new PairLists(List.of(edges, StrongPairs.NONE)), joint, margins));
  }

  @Provide
  Arbitrary<String> texts() {
    return Texts.any();
  }

  @Provide
  Arbitrary<String> optionals() {
    return Texts.any().injectNull(0.3);
  }

  @Provide
  Arbitrary<LocalDate> days() {
    return Dates.dates().injectNull(0.3);
  }

  @Provide
  Arbitrary<Description> descriptions() {
    Arbitrary<KnownDate> dates =
        Combinators.combine(
                Dates.dates(),
                Arbitraries.of(KnownDate.Precision.class),
                Arbitraries.of(KnownDate.Source.class))
            .as((day, precision, source) -> new KnownDate(day, day.plusDays(3), precision, source));
    Arbitrary<Region> regions =
        Combinators.combine(
                texts(),
                optionals(),
                Arbitraries.of(Region.Level.class).injectNull(0.3),
                optionals())
            .as(Region::new);
    return Combinators.combine(
            optionals().list().ofSize(7),
            dates.injectNull(0.3),
            regions.injectNull(0.3),
            texts().list().ofMaxSize(3),
            Arbitraries.longs().injectNull(0.3))
        .as(
            (texts, date, region, inferred, row) ->
                new Description(
                    texts.get(0),
                    texts.get(1),
                    date,
                    texts.get(2),
                    region,
                    texts.get(3),
                    texts.get(4),
                    texts.get(5),
                    inferred,
                    texts.get(6),
                    row));
  }

  @Provide
  Arbitrary<DocumentRecord> records() {
    return Combinators.combine(
            texts(),
            texts(),
            descriptions(),
            Combinators.combine(texts(), texts()).as(TextOrigin::new),
            Arbitraries.longs().greaterOrEqual(0).list().ofSize(6),
            optionals())
        .as(
            (id, uri, description, origin, n, original) ->
                new DocumentRecord(
                    id,
                    uri,
                    description,
                    origin,
                    n.get(0),
                    n.get(1),
                    n.get(2),
                    n.get(3),
                    n.get(4),
                    n.get(5),
                    id + uri,
                    uri,
                    n.get(0) % 2 == 0 ? null : n.get(1),
                    n.get(2) % 2 == 0,
                    original));
  }

  @Provide
  Arbitrary<Margins> margins() {
    return Arbitraries.longs()
        .greaterOrEqual(0)
        .list()
        .ofSize(4)
        .map(n -> new Margins(n.get(0), n.get(1), n.get(2), n.get(3)));
  }

  @Provide
  Arbitrary<PhraseCounts> counts() {
    return PhraseCountsTest.anyCounts();
  }

  @Provide
  Arbitrary<List<FileSlice>> slices() {
    Arbitrary<InputFile> files =
        Combinators.combine(
                Arbitraries.integers().between(0, DocumentKey.MAX_FILES - 1),
                texts(),
                texts(),
                texts(),
                Arbitraries.longs().greaterOrEqual(0),
                texts(),
                Arbitraries.of(Compression.class))
            .as(InputFile::new);
    return Combinators.combine(
            files,
            Arbitraries.longs().greaterOrEqual(0),
            Arbitraries.longs().greaterOrEqual(0),
            Arbitraries.longs().greaterOrEqual(1),
            Arbitraries.integers().greaterOrEqual(0),
            Arbitraries.integers().greaterOrEqual(1))
        .as(FileSlice::new)
        .list()
        .ofMaxSize(5);
  }

  @Provide
  Arbitrary<CorpusTotals> totals() {
    return Arbitraries.longs()
        .greaterOrEqual(0)
        .list()
        .ofSize(6)
        .map(n -> new CorpusTotals(n.get(0), n.get(1), n.get(2), n.get(3), n.get(4), n.get(5)));
  }

  @Provide
  Arbitrary<List<FacetTotals>> facets() {
    Arbitrary<GroupSize> sizes =
        Arbitraries.longs()
            .greaterOrEqual(0)
            .list()
            .ofSize(5)
            .map(n -> new GroupSize(n.get(0), n.get(1), n.get(2), n.get(3), n.get(4)));
    return Arbitraries.maps(texts(), sizes)
        .ofMaxSize(4)
        .map(groups -> new FacetTotals(new TreeMap<>(groups)))
        .list()
        .ofMaxSize(3);
  }

  @Provide
  Arbitrary<Map<Long, String>> places() {
    return Arbitraries.maps(Arbitraries.longs().greaterOrEqual(0), texts()).ofMaxSize(8);
  }

  @Provide
  Arbitrary<Vocabulary> vocabularies() {
    return Combinators.combine(totals(), Arbitraries.maps(texts(), margins()).ofMaxSize(10))
        .as(VocabularyTest::vocabulary);
  }

  @Provide
  Arbitrary<SortedRun> runs() {
    return Arbitraries.maps(texts(), texts())
        .ofMaxSize(6)
        .map(
            entries -> {
              SortedRunBuilder run = new SortedRunBuilder();
              entries.forEach(
                  (key, value) ->
                      run.add(
                          new PackedWriter().putString(key), new PackedWriter().putString(value)));
              return run.build();
            });
  }

  @Provide
  Arbitrary<List<CountedDocument>> documents() {
    return Combinators.combine(
            Arbitraries.longs().greaterOrEqual(0),
            texts(),
            Arbitraries.longs().between(0, Integer.MAX_VALUE),
            texts().list().ofMaxSize(3))
        .as(CountedDocument::new)
        .list()
        .ofMaxSize(5);
  }
}
