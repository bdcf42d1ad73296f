package org.zhengyu.pipeline;

import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.DoFn;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.transforms.ParDo;
import org.apache.beam.sdk.values.KV;
import org.apache.beam.sdk.values.PCollection;
import org.zhengyu.output.WriteLines;
import org.zhengyu.transforms.expressions.Candidate;

/** Leaves the best candidates in a file for the driver, the best first. */
final class ListCandidates
    extends PTransform<PCollection<KV<Integer, List<Candidate>>>, PCollection<Long>> {
  private static final long serialVersionUID = 1L;

  /** A rank leads each line, so that their order is that of the ranks. */
  private static final int RANK_DIGITS = 9;

  private final String file;
  private final int most;

  private ListCandidates(String file, int most) {
    this.file = file;
    this.most = most;
  }

  /** Lists so many candidates in a file. */
  static ListCandidates in(String file, int most) {
    return new ListCandidates(file, most);
  }

  /** The candidates of such a file, in their order. */
  static List<String> read(String file) throws IOException {
    return WriteLines.read(file).stream().map(line -> line.substring(RANK_DIGITS)).toList();
  }

  @Override
  public PCollection<Long> expand(PCollection<KV<Integer, List<Candidate>>> ranked) {
    return ranked
        .apply("Best", ParDo.of(new Best(this)))
        .setCoder(StringUtf8Coder.of())
        .apply("List", WriteLines.to(file, line -> line));
  }

  private static final class Best extends DoFn<KV<Integer, List<Candidate>>, String> {
    private static final long serialVersionUID = 1L;

    private final ListCandidates transform;

    Best(ListCandidates transform) {
      this.transform = transform;
    }

    @ProcessElement
    public void process(
        @Element KV<Integer, List<Candidate>> ranked, OutputReceiver<String> lines) {
      List<Candidate> all = ranked.getValue();
      for (int rank = 1; rank <= Math.min(transform.most, all.size()); rank++) {
        lines.output(String.format(Locale.ROOT, "%09d%s", rank, all.get(rank - 1).text()));
      }
    }
  }
}
