package org.zhengyu.transforms;

import java.util.SortedMap;
import java.util.TreeMap;
import org.apache.beam.sdk.transforms.Combine;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.PCollectionView;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.DocumentRecord;
import org.zhengyu.transforms.model.PlaceDates;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunCursor;

/** Finds when the documents of each place are from. Takes the records of documents that count. */
public final class GatherPlaces
    extends PTransform<PCollection<KV<Integer, SortedRun>>, PCollectionView<PlaceDates>> {
  private static final long serialVersionUID = 1L;

  private GatherPlaces() {}

  /** Gathers the places of documents. */
  public static GatherPlaces ofDocuments() {
    return new GatherPlaces();
  }

  @Override
  public PCollectionView<PlaceDates> expand(PCollection<KV<Integer, SortedRun>> records) {
    return records
        .apply("Date", ParDo.of(new Date()))
        .setCoder(PlaceDates.coder())
        .apply("NeverEmpty", NeverEmpty.with(PlaceDates.NONE))
        .apply("Sum", Combine.globally(new Sum()).asSingletonView());
  }

  private static final class Date extends DoFn<KV<Integer, SortedRun>, PlaceDates> {
    private static final long serialVersionUID = 1L;

    @ProcessElement
    public void process(@Element KV<Integer, SortedRun> records, OutputReceiver<PlaceDates> out) {
      SortedMap<String, SortedMap<PlaceDates.Span, Long>> places = new TreeMap<>();
      SortedRunCursor cursor = records.getValue().cursor();
      while (cursor.next()) {
        DocumentRecord record = DocumentRecord.unpack(cursor.value());
        Description known = record.description();
        if (record.tokens() > 0 && known.date() != null && known.region() != null) {
          places
              .computeIfAbsent(known.region().name(), place -> new TreeMap<>())
              .merge(new PlaceDates.Span(known.date().first(), known.date().last()), 1L, Long::sum);
        }
      }
      out.output(new PlaceDates(places));
    }
  }

  private static final class Sum extends Combine.BinaryCombineFn<PlaceDates> {
    private static final long serialVersionUID = 1L;

    @Override
    public PlaceDates apply(PlaceDates one, PlaceDates other) {
      return one.plus(other);
    }

    @Override
    public PlaceDates identity() {
      return PlaceDates.NONE;
    }
  }
}
