package org.zhengyu.pipeline;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.beam.sdk.io.FileSystems;
import org.zhengyu.output.Language;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.cli.Command;
import org.zhengyu.pipeline.cli.Console;
import org.zhengyu.pipeline.cli.ExitCode;
import org.zhengyu.pipeline.cli.Option;
import org.zhengyu.pipeline.cli.Request;
import org.zhengyu.pipeline.cli.Visible;
import org.zhengyu.pipeline.plan.InputMessage;
import org.zhengyu.pipeline.plan.InputPlan;
import org.zhengyu.pipeline.plan.InputPlanner;
import org.zhengyu.pipeline.plan.LeftOut;
import org.zhengyu.pipeline.plan.OwnFiles;
import org.zhengyu.pipeline.plan.SharedIds;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.transforms.SegmentDocuments;
import org.zhengyu.transforms.input.DocumentReader;
import org.zhengyu.transforms.input.FieldNames;
import org.zhengyu.transforms.input.MetadataTable;
import org.zhengyu.transforms.input.ReadSettings;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.InputSplit;
import org.zhengyu.transforms.model.KnownDate;
import org.zhengyu.transforms.model.KnownDate.Precision;
import org.zhengyu.transforms.model.PolicyDocument;
import org.zhengyu.transforms.model.Region;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.TextOrigin;

/**
 * Reads the input as a run would and says what comes of it: as what each file is read, in which
 * encoding, what is known of its documents, and what is refused. Nothing is counted or written.
 */
final class PlanCommand implements Command {
  /** So many documents and refusals of a file, and files that are left out, are shown. */
  private static final int SHOWN = 3;

  private static final int LEFT_OUT_SHOWN = 20;

  @Override
  public String name() {
    return "plan";
  }

  @Override
  public Wording meaning() {
    return new Wording(
        "Shows what would be read, as what, in which encoding, with which metadata, and what is"
            + " refused, without a run",
        "列出将读取的内容：各文件的格式、编码、元数据，以及拒收之处；不作分析");
  }

  @Override
  public List<Option<?>> options() {
    return List.of(
        RunOptions.INPUT,
        RunOptions.METADATA,
        RunOptions.ENCODING,
        RunOptions.TEXT_FIELD,
        RunOptions.REPAIR_MOJIBAKE,
        RunOptions.MAX_DOCUMENT_BYTES);
  }

  @Override
  public Set<String> foreignOptions() {
    return BeamOptions.names();
  }

  @Override
  public ExitCode run(Request request, Console console) throws UsageException, IOException {
    FileSystems.setDefaultPipelineOptions(
        BeamOptions.parse(request.foreignWords(), console.language()));
    MetadataTable metadata = MetadataTable.EMPTY;
    if (request.gives(RunOptions.METADATA)) {
      metadata =
          SideFile.of(RunOptions.METADATA, request.get(RunOptions.METADATA), console.language())
              .as(MetadataTable::parse);
    }
    OwnFiles own = OwnFiles.of(request.find(RunOptions.METADATA).stream().toList());
    ReadSettings settings =
        new ReadSettings(
            request.find(RunOptions.ENCODING).orElse(null),
            new FieldNames(request.find(RunOptions.TEXT_FIELD).orElse(null)),
            request.get(RunOptions.REPAIR_MOJIBAKE),
            request.get(RunOptions.MAX_DOCUMENT_BYTES));
    InputPlan plan =
        SharedIds.noted(
            InputPlanner.of(1, 0).plan(request.get(RunOptions.INPUT), own),
            metadata,
            SegmentDocuments::open,
            settings);
    DocumentReader reader =
        new DocumentReader(SegmentDocuments::open, plan.join(metadata), settings);
    long documents = 0;
    long refused = 0;
    FileReport report = null;
    for (InputSplit split : plan.splits()) {
      for (FileSlice slice : split.slices()) {
        if (report == null || !report.file.equals(slice.file())) {
          tell(report, console);
          report = new FileReport(slice.file(), console.language());
        }
        long before = report.documents;
        long refusedBefore = report.refused;
        reader.read(slice, report);
        documents += report.documents - before;
        refused += report.refused - refusedBefore;
      }
    }
    tell(report, console);
    tellLeftOut(plan.skipped(), console);
    console
        .out()
        .println(
            InputMessage.PLANNED.in(
                console.language(),
                plan.files().size(),
                documents,
                refused,
                plan.skipped().size()));
    return documents > 0 ? ExitCode.COMPLETE : ExitCode.FAILED;
  }

  private static void tell(FileReport report, Console console) {
    if (report != null) {
      report.lines().forEach(line -> console.out().println(Visible.of(line)));
    }
  }

  private static void tellLeftOut(List<LeftOut> skipped, Console console) {
    Language language = console.language();
    skipped.stream()
        .limit(LEFT_OUT_SHOWN)
        .map(each -> InputMessage.PLANNED_LEFT_OUT.in(language, each.said()))
        .forEach(line -> console.out().println(Visible.of(line)));
    if (skipped.size() > LEFT_OUT_SHOWN) {
      console
          .out()
          .println(
              InputMessage.PLANNED_MORE_LEFT_OUT.in(language, skipped.size() - LEFT_OUT_SHOWN));
    }
  }

  /** What came of one file. */
  private static final class FileReport implements DocumentReader.Receiver {
    private final InputFile file;
    private final Language language;
    private final TreeSet<String> encodings = new TreeSet<>();
    private final List<String> shown = new ArrayList<>();
    private final List<String> reasons = new ArrayList<>();
    private long documents;
    private long refused;

    FileReport(InputFile file, Language language) {
      this.file = file;
      this.language = language;
    }

    @Override
    public void document(PolicyDocument document) {
      TextOrigin origin = document.origin();
      encodings.add(origin.encoding() + " (" + origin.source() + ")");
      if (documents++ < SHOWN) {
        shown.add(
            InputMessage.PLANNED_DOCUMENT.in(
                language,
                document.id(),
                document.text().codePointCount(0, document.text().length()),
                known(document.description())));
      }
    }

    @Override
    public void rejection(long key, Rejection rejection) {
      if (refused++ < SHOWN) {
        reasons.add(
            InputMessage.PLANNED_REFUSAL.in(
                language, rejection.reason().label(), rejection.detail()));
      }
    }

    @Override
    public void digest(InputFile of, long bytes, String sha256) {
      // What a file is made of is said by what it becomes.
    }

    List<String> lines() {
      List<String> lines = new ArrayList<>();
      lines.add(
          InputMessage.PLANNED_FILE.in(
              language,
              file.name(),
              file.format(),
              encodings.isEmpty()
                  ? ""
                  : InputMessage.PLANNED_ENCODINGS.in(language, String.join(", ", encodings)),
              outcome()));
      shown.forEach(each -> lines.add("  " + each));
      reasons.forEach(each -> lines.add("  " + each));
      if (documents > shown.size() || refused > reasons.size()) {
        lines.add("  …");
      }
      return lines;
    }

    private String outcome() {
      String read = InputMessage.DOCUMENTS.in(language, documents);
      return refused == 0 ? read : InputMessage.PLANNED_REFUSALS.in(language, read, refused);
    }

    private String known(Description description) {
      KnownDate date = description.date();
      Region region = description.region();
      StringBuilder known = new StringBuilder();
      Stream.of(
              description.title(),
              date == null ? null : day(date),
              region == null ? null : region.name(),
              description.issuer(),
              description.documentNumber(),
              description.docType(),
              description.metadata())
          .filter(Objects::nonNull)
          .forEach(each -> known.append("; ").append(each));
      return known.toString();
    }

    private String day(KnownDate date) {
      return date.precision() == Precision.DAY
          ? date.first().toString()
          : InputMessage.PLANNED_DAYS.in(language, date.first(), date.last());
    }
  }
}
