package org.zhengyu.pipeline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.zhengyu.transforms.input.MetadataTable;
import org.zhengyu.transforms.input.ReadSettings;
import org.zhengyu.transforms.model.Notice;
import org.zhengyu.transforms.model.RunFact;

/** What is doubtful about the documents that were read, or about what is said of them. */
public final class InputWarnings {
  private final List<String> warnings = new ArrayList<>();

  private InputWarnings() {}

  /**
   * The warnings of a run, each a sentence.
   *
   * @param report what the workers found out
   * @param settings how the input was to be read
   * @param metadata what was said of the documents beside the input, joined to the files
   */
  public static List<String> of(RunReport report, ReadSettings settings, MetadataTable metadata) {
    InputWarnings warnings = new InputWarnings();
    if (settings.encoding() != null) {
      warnings.add(
          report.noticed(Notice.OTHER_ENCODING),
          "%d documents are not in "
              + settings.encoding()
              + ", which --encoding says, and are read in the encoding that they have: %s");
    }
    if (metadata.size() > 0) {
      warnings.addJoin(report, metadata);
    }
    warnings.add(
        report.noticed(Notice.SUSPECT_TEXT),
        "%d documents were UTF-8 and are read as GBK from some point on (documents.suspect_text);"
            + " --repairMojibake restores what is not lost: %s");
    warnings.add(
        report.noticed(Notice.NOT_A_DATE),
        "%d documents have a date that is not understood, and so none of that: %s");
    return List.copyOf(warnings.warnings);
  }

  private void addJoin(RunReport report, MetadataTable metadata) {
    Set<String> ambiguous = metadata.ambiguous();
    add(
        ambiguous.size(),
        ambiguous.stream().limit(RunFact.Noticed.EXAMPLES).toList(),
        "--metadata: %d names fit several files, or share one with another record, and say nothing"
            + " of any; write their paths: %s");
    Set<Long> joined = report.joinedMetadata();
    List<String> unused = new ArrayList<>();
    for (int row = 0; row < metadata.size() && unused.size() < RunFact.Noticed.EXAMPLES; row++) {
      if (!joined.contains((long) row)) {
        unused.add(metadata.nameOf(row));
      }
    }
    add(
        metadata.size() - joined.size(),
        unused,
        "--metadata: %d records are about no document: %s");
    add(report.noticed(Notice.NO_METADATA), "--metadata: %d documents have no record in it: %s");
  }

  private void add(RunFact.Noticed noticed, String sentence) {
    add(noticed.documents(), noticed.examples(), sentence);
  }

  @SuppressWarnings("AnnotateFormatMethod") // It is private and called here only.
  private void add(long count, List<String> examples, String sentence) {
    if (count > 0) {
      String more = count > examples.size() ? ", …" : "";
      warnings.add(String.format(Locale.ROOT, sentence, count, String.join(", ", examples) + more));
    }
  }
}
