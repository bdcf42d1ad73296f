package org.zhengyu.transforms.counting;

import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import org.zhengyu.transforms.model.Admissions;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.DocumentRecord;
import org.zhengyu.transforms.model.Notice;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.RunFact;
import org.zhengyu.transforms.packed.PackedWriter;
import org.zhengyu.transforms.packed.SortedRun;
import org.zhengyu.transforms.packed.SortedRunBuilder;
import org.zhengyu.transforms.packed.SortedRunCursor;

/**
 * Completes the records of documents by what was decided about them: names the original of a
 * repeated text, and turns a document with a repeated id into a rejection.
 */
public final class DocumentDescriber {
  private final Admissions admissions;
  private final SortedRunBuilder documents = new SortedRunBuilder();
  private final SortedRunBuilder rejections = new SortedRunBuilder();
  private final Map<Notice, RunFact.Noticed> notices = new EnumMap<>(Notice.class);
  private final SortedSet<Long> joined = new TreeSet<>();
  private long accepted;
  private long duplicated;
  private long empty;
  private long characters;
  private long refused;

  /** A describer by these decisions. */
  public DocumentDescriber(Admissions admissions) {
    this.admissions = admissions;
  }

  /** Describes documents, from their keys to their {@link DocumentRecord}s. */
  public void describe(SortedRun records) {
    PackedWriter value = new PackedWriter();
    SortedRunCursor cursor = records.cursor();
    while (cursor.next()) {
      long key = cursor.keyReader().getLong();
      DocumentRecord record = DocumentRecord.unpack(cursor.value());
      value.clear();
      String sameId = admissions.refusedFor(key);
      if (sameId != null) {
        refused++;
        refuse(record, sameId).pack(value);
        rejections.add(cursor.key(), value);
        continue;
      }
      String original = admissions.originalOf(key);
      (original == null ? record : record.asDuplicateOf(original)).pack(value);
      documents.add(cursor.key(), value);
      notice(record);
      accepted++;
      if (record.isSelected()) {
        characters += record.chars();
        duplicated += original == null ? 0 : 1;
        empty += record.tokens() == 0 ? 1 : 0;
      }
    }
  }

  private void notice(DocumentRecord record) {
    if (!record.isSelected()) {
      notice(Notice.NOT_SELECTED, record.id());
    }
    String source = record.origin().source();
    if (source.equals("utf8") || source.equals("detected")) {
      notice(Notice.OTHER_ENCODING, record.id());
    }
    if (record.suspectFrom() != null) {
      notice(Notice.SUSPECT_TEXT, record.id());
    }
    Long row = record.description().metadataRow();
    if (row != null) {
      joined.add(row);
    } else if (!isDescribedByItself(record.description())) {
      notice(Notice.NO_METADATA, record.id());
    }
    String notADate = record.description().notADate();
    if (notADate != null) {
      notice(Notice.NOT_A_DATE, "“" + notADate + "”");
    }
  }

  /** Whether a date or place was given with the document, in a field of its own. */
  private static boolean isDescribedByItself(Description description) {
    List<String> inferred = description.inferred();
    return (description.date() != null && !inferred.contains("date"))
        || (description.region() != null && !inferred.contains("region"));
  }

  private void notice(Notice notice, String example) {
    notices.merge(notice, new RunFact.Noticed(notice, 1, List.of(example)), RunFact.Noticed::plus);
  }

  private static Rejection refuse(DocumentRecord record, String sameId) {
    return new Rejection(
        record.uri(),
        record.id(),
        Rejection.Reason.DUPLICATE_ID,
        "an earlier document has this id, in " + sameId,
        record.bytes());
  }

  /** The complete records of admitted documents. */
  public SortedRun documents() {
    return documents.build();
  }

  /** From a document's key to the {@link Rejection} of its repeated id; may be empty. */
  public SortedRun rejections() {
    return rejections.build();
  }

  /** What became of the documents. */
  public RunFact.Documents counts() {
    return new RunFact.Documents(accepted, duplicated, empty, characters);
  }

  /** Which records of the metadata are about them. */
  public RunFact.JoinedMetadata joinedMetadata() {
    return new RunFact.JoinedMetadata(List.copyOf(joined));
  }

  /** What was noticed about them. */
  public Collection<RunFact.Noticed> notices() {
    return notices.values();
  }

  /** How many documents were refused. */
  public long refused() {
    return refused;
  }
}
