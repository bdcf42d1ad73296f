package org.zhengyu.pipeline.report;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
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
   */
  public static List<String> of(RunReport report, ReadSettings settings) {
    InputWarnings warnings = new InputWarnings();
    if (settings.encoding() != null) {
      warnings.add(
          report.noticed(Notice.OTHER_ENCODING),
          "%d documents are not in "
              + settings.encoding()
              + ", which --encoding says, and are read in the encoding that they have: %s");
    }
    return List.copyOf(warnings.warnings);
  }

  private void add(RunFact.Noticed noticed, String sentence) {
    if (noticed.documents() > 0) {
      String more = noticed.documents() > noticed.examples().size() ? ", …" : "";
      String examples = String.join(", ", noticed.examples()) + more;
      warnings.add(String.format(Locale.ROOT, sentence, noticed.documents(), examples));
    }
  }
}
