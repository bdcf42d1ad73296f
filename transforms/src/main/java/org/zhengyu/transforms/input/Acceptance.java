package org.zhengyu.transforms.input;

import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.decode.DecodedText;
import org.zhengyu.transforms.decode.Mojibake;
import org.zhengyu.transforms.model.Description;
import org.zhengyu.transforms.model.DocumentKey;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.KnownDate.Source;
import org.zhengyu.transforms.model.PolicyDocument;
import org.zhengyu.transforms.model.Rejection;
import org.zhengyu.transforms.model.Rejection.Reason;
import org.zhengyu.transforms.model.TextOrigin;

/** Makes documents of what was read, joins what is known besides, and passes both kinds on. */
final class Acceptance {
  private final MetadataTable metadata;
  private final ReadSettings settings;
  private final DocumentReader.Receiver receiver;

  /** That of the archive that these entries lie in. */
  private final @Nullable Acceptance around;

  /** What is added to offsets, and the highest so far with that. */
  private final long base;

  private long last;

  /**
   * Hands documents over.
   *
   * @param metadata what is known of them besides
   * @param settings how large one may be, and whether text that was decoded wrongly is taken back
   */
  Acceptance(MetadataTable metadata, ReadSettings settings, DocumentReader.Receiver receiver) {
    this(metadata, settings, receiver, null, 0);
  }

  private Acceptance(
      MetadataTable metadata,
      ReadSettings settings,
      DocumentReader.Receiver receiver,
      @Nullable Acceptance around,
      long base) {
    this.metadata = metadata;
    this.settings = settings;
    this.receiver = receiver;
    this.around = around;
    this.base = base;
    this.last = base;
  }

  /** The same for an entry of an archive, whose offsets begin with one of the archive's. */
  Acceptance from(long offset) {
    return new Acceptance(metadata, settings, receiver, this, base + offset);
  }

  /** The highest offset so far, beyond the first. */
  long last() {
    return last - base;
  }

  private long key(InputFile file, long offset) {
    reach(base + offset);
    return DocumentKey.of(file.number(), base + offset);
  }

  private void reach(long offset) {
    last = Math.max(last, offset);
    if (around != null) {
      around.reach(offset);
    }
  }

  /**
   * Accepts a file that is one document.
   *
   * @param fields what it says of itself
   * @param text its text
   * @param origin where that comes from
   * @param bytes its uncompressed size
   */
  void acceptFile(InputFile file, Fields fields, String text, TextOrigin origin, long bytes) {
    MetadataTable.Row row =
        around == null ? metadata.ofFile(file.name()) : metadata.ofEntry(file.name());
    Description description = describe(fields, row).build();
    accept(file, 0, file.name(), description, text, origin, bytes);
  }

  /**
   * Accepts a record.
   *
   * @param offset where it begins in the uncompressed file, or its number there: no two of a file
   *     have the same, and records are in this order
   * @param line the line in which it begins, or its number: names it where it has no id
   * @param fields its fields without the text
   * @param text its text
   * @param origin where that comes from
   * @param bytes its size
   */
  void acceptRecord(
      InputFile file,
      long offset,
      long line,
      Fields fields,
      String text,
      TextOrigin origin,
      long bytes) {
    String own = fields.text(Fields.ID);
    String id = recordId(file, line, fields);
    if (bytes > settings.maxDocumentBytes()) {
      String what = "a document of more than " + settings.maxDocumentBytes() + " bytes";
      refuse(file, offset, new RefusedException(Reason.TOO_LARGE, id, what, bytes));
      return;
    }
    Description description =
        describe(fields, metadata.ofRecord(own, id, file.name()))
            .recordId(id.equals(own) ? null : own)
            .build();
    accept(file, offset, id, description, text, origin, bytes);
  }

  private static Description.Builder describe(Fields own, MetadataTable.@Nullable Row row) {
    return row == null
        ? own.describe(Source.FIELD)
        : own.describeWith(row.fields()).metadataRow((long) row.number());
  }

  private void accept(
      InputFile file,
      long offset,
      String id,
      Description description,
      String text,
      TextOrigin origin,
      long bytes) {
    receiver.document(
        new PolicyDocument(
            key(file, offset),
            id,
            file.uri(),
            description,
            settings.repairsMojibake() ? Mojibake.repair(text) : text,
            origin,
            bytes));
  }

  /** Passes on that something at an offset of a file is refused. */
  void refuse(InputFile file, long offset, RefusedException why) {
    receiver.rejection(
        key(file, offset),
        new Rejection(
            file.uri(), why.docId(), why.reason(), String.valueOf(why.getMessage()), why.bytes()));
  }

  /** Where text comes from that was decoded. */
  static TextOrigin originOf(DecodedText decoded) {
    return new TextOrigin(decoded.encoding(), decoded.source().toString());
  }

  /** The id of a record: its own, or its place. */
  static String recordId(InputFile file, long line, Fields fields) {
    String own = fields.text(Fields.ID);
    return own == null ? file.name() + "#" + line : file.recordPrefix() + own;
  }
}
