package org.zhengyu.transforms.model;

import java.time.LocalDate;
import java.util.List;
import org.checkerframework.checker.nullness.qual.Nullable;
import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * What is known about a document besides its text.
 *
 * @param recordId the id that its record gave itself, where the document has another
 * @param title its title, or its headline where no title was given
 * @param date its date
 * @param notADate what was given as its date and is none
 * @param region the place it speaks for
 * @param issuer who issued it
 * @param docType its kind
 * @param documentNumber the number that the issuer gave it
 * @param inferred the names of the columns that were filled by what the text says, sorted
 * @param metadata everything else that was given, as a JSON object
 * @param metadataRow the number, from 0, of the record of the run's metadata that is about it
 */
public record Description(
    @Nullable String recordId,
    @Nullable String title,
    @Nullable KnownDate date,
    @Nullable String notADate,
    @Nullable Region region,
    @Nullable String issuer,
    @Nullable String docType,
    @Nullable String documentNumber,
    List<String> inferred,
    @Nullable String metadata,
    @Nullable Long metadataRow) {

  /** Nothing known. */
  public static final Description NONE = new Builder().build();

  /** Copies the list. */
  public Description {
    inferred = List.copyOf(inferred);
  }

  /** The earliest day that fits what is known of the date; null without a date. */
  public @Nullable LocalDate from() {
    return date == null ? null : date.first();
  }

  /** A builder that knows all this. */
  public Builder with() {
    Builder builder = new Builder();
    builder.recordId = recordId;
    builder.title = title;
    builder.date = date;
    builder.notADate = notADate;
    builder.region = region;
    builder.issuer = issuer;
    builder.docType = docType;
    builder.documentNumber = documentNumber;
    builder.inferred = inferred;
    builder.metadata = metadata;
    builder.metadataRow = metadataRow;
    return builder;
  }

  /** Puts a description together; what is not set is not known. */
  public static final class Builder {
    private @Nullable String recordId;
    private @Nullable String title;
    private @Nullable KnownDate date;
    private @Nullable String notADate;
    private @Nullable Region region;
    private @Nullable String issuer;
    private @Nullable String docType;
    private @Nullable String documentNumber;
    private List<String> inferred = List.of();
    private @Nullable String metadata;
    private @Nullable Long metadataRow;

    /** Sets the id that its record gave itself. */
    public Builder recordId(@Nullable String id) {
      recordId = id;
      return this;
    }

    /** Sets the title. */
    public Builder title(@Nullable String text) {
      title = text;
      return this;
    }

    /** Sets the date. */
    public Builder date(@Nullable KnownDate day) {
      date = day;
      return this;
    }

    /** Sets what was given as its date and is none. */
    public Builder notADate(@Nullable String text) {
      notADate = text;
      return this;
    }

    /** Sets the place. */
    public Builder region(@Nullable Region place) {
      region = place;
      return this;
    }

    /** Sets who issued it. */
    public Builder issuer(@Nullable String name) {
      issuer = name;
      return this;
    }

    /** Sets its kind. */
    public Builder docType(@Nullable String kind) {
      docType = kind;
      return this;
    }

    /** Sets its number. */
    public Builder documentNumber(@Nullable String number) {
      documentNumber = number;
      return this;
    }

    /** Sets which columns the text filled. */
    public Builder inferred(List<String> columns) {
      inferred = columns;
      return this;
    }

    /** Sets everything else. */
    public Builder metadata(@Nullable String json) {
      metadata = json;
      return this;
    }

    /** Sets the record of the run's metadata. */
    public Builder metadataRow(@Nullable Long row) {
      metadataRow = row;
      return this;
    }

    /** The description. */
    public Description build() {
      return new Description(
          recordId,
          title,
          date,
          notADate,
          region,
          issuer,
          docType,
          documentNumber,
          inferred,
          metadata,
          metadataRow);
    }
  }

  void pack(PackedWriter out) {
    out.putNullable(recordId)
        .putNullable(title)
        .putNullable(date, KnownDate::pack)
        .putNullable(notADate)
        .putNullable(region, Region::pack)
        .putNullable(issuer)
        .putNullable(docType)
        .putNullable(documentNumber)
        .putList(inferred, (name, each) -> each.putString(name))
        .putNullable(metadata)
        .putNullable(metadataRow, (row, each) -> each.putLong(row));
  }

  static Description unpack(PackedReader in) {
    return new Description(
        in.getNullable(),
        in.getNullable(),
        in.getNullable(KnownDate::unpack),
        in.getNullable(),
        in.getNullable(Region::unpack),
        in.getNullable(),
        in.getNullable(),
        in.getNullable(),
        in.getList(PackedReader::getString),
        in.getNullable(),
        in.getNullable(PackedReader::getLong));
  }
}
