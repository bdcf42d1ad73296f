package org.zhengyu.pipeline.plan;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.zhengyu.transforms.input.DocumentReader;
import org.zhengyu.transforms.input.Fields;
import org.zhengyu.transforms.input.Formats;
import org.zhengyu.transforms.input.MetadataTable;
import org.zhengyu.transforms.input.ReadSettings;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.PolicyDocument;
import org.zhengyu.transforms.model.Rejection;

/**
 * Which ids of metadata belong to records of several files, so that nobody knows of which of them
 * is spoken. Only the records themselves say their ids, so that their files are read for it; where
 * there is but one, or no id in the metadata, nothing is.
 */
public final class SharedIds {
  private SharedIds() {}

  /**
   * The plan with these ids noted.
   *
   * @param opener opens the files
   * @param settings how they are read
   */
  public static InputPlan noted(
      InputPlan plan, MetadataTable metadata, DocumentReader.Opener opener, ReadSettings settings)
      throws IOException {
    List<InputFile> others =
        plan.files().stream().filter(file -> !Formats.of(file).isOneDocument()).toList();
    boolean maySeveral =
        others.size() > 1 || others.stream().anyMatch(file -> !Formats.of(file).hasRecords());
    if (!maySeveral || !metadata.columns().contains(Fields.ID)) {
      return plan;
    }
    Ids ids = new Ids(metadata);
    DocumentReader reader = new DocumentReader(opener, MetadataTable.EMPTY, settings);
    for (InputFile file : others) {
      reader.read(FileSlice.whole(file), ids);
    }
    return plan.withSharedIds(ids.shared);
  }

  private static final class Ids implements DocumentReader.Receiver {
    private final MetadataTable metadata;

    /** By the numbers of records of the metadata, the file in which each was met first. */
    private final Map<Integer, String> met = new HashMap<>();

    private final TreeSet<String> shared = new TreeSet<>();

    Ids(MetadataTable metadata) {
      this.metadata = metadata;
    }

    @Override
    public void document(PolicyDocument document) {
      String own = document.description().recordId();
      if (own == null || metadata.find(document.id()) >= 0) {
        return;
      }
      int record = metadata.find(own);
      if (record >= 0) {
        String first = met.putIfAbsent(record, document.uri());
        if (first != null && !first.equals(document.uri())) {
          shared.add(own);
        }
      }
    }

    @Override
    public void rejection(long key, Rejection rejection) {
      // It is refused again when it is read.
    }

    @Override
    public void digest(InputFile file, long bytes, String sha256) {
      // It is told when the file is read.
    }
  }
}
