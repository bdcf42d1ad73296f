package org.zhengyu.pipeline.report;

import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptors;
import org.zhengyu.output.WrittenFile;
import org.zhengyu.transforms.model.RunFact;

/** Tells which files of tables were written, as lines of {@link RunFact}. */
public final class TellFiles extends PTransform<PCollection<WrittenFile>, PCollection<String>> {
  private static final long serialVersionUID = 1L;

  private TellFiles() {}

  /** Tells files as facts. */
  public static TellFiles asFacts() {
    return new TellFiles();
  }

  @Override
  public PCollection<String> expand(PCollection<WrittenFile> files) {
    return files
        .apply("Tell", MapElements.into(TypeDescriptors.strings()).via(TellFiles::tell))
        .setCoder(StringUtf8Coder.of());
  }

  private static String tell(WrittenFile file) {
    return RunFact.of(RunFact.Kind.WRITTEN_FILE, file.toJson(), file.rows()).toLine();
  }
}
