package org.zhengyu.pipeline.report;

import org.apache.beam.sdk.transforms.MapElements;
import org.apache.beam.sdk.transforms.PTransform;
import org.apache.beam.sdk.values.PCollection;
import org.apache.beam.sdk.values.TypeDescriptor;
import org.zhengyu.output.WrittenFile;
import org.zhengyu.transforms.model.RunFact;

/** Tells which files of tables were written. */
public final class TellFiles extends PTransform<PCollection<WrittenFile>, PCollection<RunFact>> {
  private static final long serialVersionUID = 1L;

  private TellFiles() {}

  /** Tells files as facts. */
  public static TellFiles asFacts() {
    return new TellFiles();
  }

  @Override
  public PCollection<RunFact> expand(PCollection<WrittenFile> files) {
    return files
        .apply("Tell", MapElements.into(TypeDescriptor.of(RunFact.class)).via(TellFiles::tell))
        .setCoder(RunFact.coder());
  }

  private static RunFact tell(WrittenFile file) {
    return new RunFact.TableFile(
        file.table(), file.name(), file.stagedPath(), file.rows(), file.bytes());
  }
}
