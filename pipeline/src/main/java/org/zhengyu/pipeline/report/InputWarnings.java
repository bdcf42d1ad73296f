package org.zhengyu.pipeline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.zhengyu.output.Wording;
import org.zhengyu.transforms.input.MetadataTable;
import org.zhengyu.transforms.input.ReadSettings;
import org.zhengyu.transforms.model.Notice;
import org.zhengyu.transforms.model.RunFact;

/** What is doubtful about the documents that were read, or about what is said of them. */
public final class InputWarnings {
  private final List<Wording> warnings = new ArrayList<>();

  private InputWarnings() {}

  /**
   * The warnings of a run, each a sentence that says what to do.
   *
   * @param report what the workers found out
   * @param settings how the input was to be read
   * @param metadata what was said of the documents beside the input, joined to the files
   */
  public static List<Wording> of(RunReport report, ReadSettings settings, MetadataTable metadata) {
    InputWarnings warnings = new InputWarnings();
    if (settings.encoding() != null) {
      RunFact.Noticed others = report.noticed(Notice.OTHER_ENCODING);
      warnings.add(
          RunMessage.OTHER_ENCODING, others.documents(), others.examples(), settings.encoding());
    }
    if (metadata.size() > 0) {
      warnings.addJoin(report, metadata);
    }
    warnings.add(RunMessage.SUSPECT_TEXT, report.noticed(Notice.SUSPECT_TEXT));
    warnings.add(RunMessage.NOT_A_DATE, report.noticed(Notice.NOT_A_DATE));
    warnings.add(RunMessage.NOT_SELECTED, report.noticed(Notice.NOT_SELECTED));
    return List.copyOf(warnings.warnings);
  }

  private void addJoin(RunReport report, MetadataTable metadata) {
    Set<String> ambiguous = metadata.ambiguous();
    add(
        RunMessage.AMBIGUOUS_NAMES,
        ambiguous.size(),
        ambiguous.stream().limit(RunFact.Noticed.EXAMPLES).toList());
    Set<Long> joined = report.joinedMetadata();
    List<String> unused = new ArrayList<>();
    for (int row = 0; row < metadata.size() && unused.size() < RunFact.Noticed.EXAMPLES; row++) {
      if (!joined.contains((long) row)) {
        unused.add(metadata.nameOf(row));
      }
    }
    add(RunMessage.UNUSED_RECORDS, metadata.size() - joined.size(), unused);
    add(RunMessage.NO_RECORD, report.noticed(Notice.NO_METADATA));
  }

  private void add(RunMessage warning, RunFact.Noticed noticed) {
    add(warning, noticed.documents(), noticed.examples());
  }

  /** Of examples that are not all, an ellipsis says so. */
  private void add(RunMessage warning, long count, List<String> examples, Object... between) {
    if (count > 0) {
      List<Object> values = new ArrayList<>();
      values.add(count);
      values.addAll(List.of(between));
      values.add(String.join(", ", examples) + (count > examples.size() ? ", …" : ""));
      warnings.add(warning.with(values.toArray()));
    }
  }
}
