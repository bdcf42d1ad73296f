package org.zhengyu.transforms;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.beam.sdk.Pipeline;
import org.apache.beam.sdk.PipelineResult.State;
import org.apache.beam.sdk.testing.PAssert;
import org.apache.beam.sdk.transforms.Create;
import org.apache.beam.sdk.values.KV;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.zhengyu.transforms.packed.Entries;
import org.zhengyu.transforms.packed.Entries.Entry;
import org.zhengyu.transforms.packed.SortedRun;

class GatherRunsTest {
  /** Splits 0 to 4, of which split 3 yields two runs; in brackets what each bucket holds. */
  @ParameterizedTest
  @CsvSource({
    "1, 0[0 1 2 3 3 4]",
    "2, 0[0 1 2] 1[3 3 4]",
    "3, 0[0 1] 1[2 3 3] 2[4]",
    "5, 0[0] 1[1] 2[2] 3[3 3] 4[4]",
    "10, 0[0] 2[1] 4[2] 6[3 3] 8[4]"
  })
  void putsNeighbouringUnitsInOneBucket(int buckets, String expected) {
    List<KV<Integer, SortedRun>> runs = new ArrayList<>();
    for (int split : new int[] {3, 0, 4, 1, 3, 2}) {
      runs.add(KV.of(split, Entries.run(List.of(new Entry("0" + split, "")))));
    }
    Pipeline pipeline = Pipeline.create();
    PAssert.that(
            pipeline
                .apply(Create.of(runs).withCoder(GatherRuns.runCoder()))
                .apply(GatherRuns.ofSplits(5, buckets)))
        .satisfies(
            gathered -> {
              assertThat(describe(gathered)).isEqualTo(expected);
              return null;
            });
    assertThat(pipeline.run().waitUntilFinish()).isEqualTo(State.DONE);
  }

  private static String describe(Iterable<KV<Integer, Iterable<SortedRun>>> gathered) {
    Map<Integer, String> buckets = new TreeMap<>();
    for (KV<Integer, Iterable<SortedRun>> bucket : gathered) {
      List<String> splits = new ArrayList<>();
      bucket
          .getValue()
          .forEach(run -> Entries.of(run).forEach(entry -> splits.add(entry.key().substring(1))));
      splits.sort(null);
      buckets.put(bucket.getKey(), bucket.getKey() + "[" + String.join(" ", splits) + "]");
    }
    return String.join(" ", buckets.values());
  }
}
