package org.zhengyu.transforms.input;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.GZIPOutputStream;
import org.zhengyu.transforms.model.Compression;
import org.zhengyu.transforms.model.FileSlice;
import org.zhengyu.transforms.model.InputFile;
import org.zhengyu.transforms.model.PolicyDocument;
import org.zhengyu.transforms.model.Rejection;

/** What readers make of bytes: for the tests of all formats. */
final class Readings {
  static final Charset GB18030 = Charset.forName("GB18030");

  /** The largest document of these readers, in bytes. */
  static final int LIMIT = 4096;

  private static final int BLOCK = 64;
  private static final int FILE_NUMBER = 3;

  private Readings() {}

  /** What a reader handed over, in its order. */
  static final class Received implements DocumentReader.Receiver {
    final List<PolicyDocument> documents = new ArrayList<>();
    final Map<Long, Rejection> rejections = new TreeMap<>();
    final List<String> digests = new ArrayList<>();

    @Override
    public void document(PolicyDocument document) {
      documents.add(document);
    }

    @Override
    public void rejection(long key, Rejection rejection) {
      assertThat(rejections.put(key, rejection)).as("two rejections at %s", key).isNull();
    }

    @Override
    public void digest(InputFile file, long bytes, String sha256) {
      digests.add(file.name() + " " + bytes + " " + sha256);
    }

    List<String> texts() {
      return documents.stream().map(PolicyDocument::text).toList();
    }

    List<String> ids() {
      return documents.stream().map(PolicyDocument::id).toList();
    }

    Rejection onlyRejection() {
      assertThat(rejections).hasSize(1);
      return rejections.values().iterator().next();
    }
  }

  /** A file of bytes, by its name of a format and compressed or not. */
  static InputFile file(String name, byte[] bytes) {
    String format = Formats.ofName(name).orElseThrow().name();
    return new InputFile(
        FILE_NUMBER, "memory:" + name, name, "", bytes.length, format, Compression.ofName(name));
  }

  /** A reader that takes every file for these bytes, with small limits. */
  static DocumentReader reader(byte[] bytes, MetadataTable metadata, Charset declared) {
    DocumentReader.Opener opener =
        (uri, from) ->
            new ByteArrayInputStream(bytes, Math.toIntExact(from), bytes.length - (int) from);
    String encoding = declared == null ? null : declared.name();
    ReadSettings settings = new ReadSettings(encoding, FieldNames.USUAL, false, LIMIT);
    return new DocumentReader(opener, metadata, settings, BLOCK);
  }

  static Received read(byte[] bytes, List<FileSlice> slices) {
    return read(bytes, slices, MetadataTable.EMPTY, null);
  }

  static Received read(
      byte[] bytes, List<FileSlice> slices, MetadataTable metadata, Charset declared) {
    Received received = new Received();
    DocumentReader reader = reader(bytes, metadata, declared);
    for (FileSlice slice : slices) {
      try {
        reader.read(slice, received);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return received;
  }

  /** Reads a file of records of which this field holds the text. */
  static Received readTextField(String name, byte[] bytes, String textField) {
    Received received = new Received();
    ReadSettings settings = new ReadSettings(null, new FieldNames(textField), false, LIMIT);
    DocumentReader.Opener opener =
        (uri, from) -> new ByteArrayInputStream(bytes, (int) from, bytes.length);
    try {
      new DocumentReader(opener, MetadataTable.EMPTY, settings)
          .read(FileSlice.whole(file(name, bytes)), received);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return received;
  }

  /** Reads a file of which a document may have so many bytes. */
  static Received readWithin(int maxDocumentBytes, String name, byte[] bytes) {
    Received received = new Received();
    DocumentReader.Opener opener = (uri, from) -> new ByteArrayInputStream(bytes);
    ReadSettings settings = new ReadSettings(null, FieldNames.USUAL, false, maxDocumentBytes);
    try {
      new DocumentReader(opener, MetadataTable.EMPTY, settings)
          .read(FileSlice.whole(file(name, bytes)), received);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return received;
  }

  static Received readWhole(String name, byte[] bytes) {
    return read(bytes, List.of(FileSlice.whole(file(name, bytes))));
  }

  static Received readWhole(String name, String content) {
    return readWhole(name, content.getBytes(UTF_8));
  }

  static String encoding(PolicyDocument document) {
    return document.origin().encoding();
  }

  static String source(PolicyDocument document) {
    return document.origin().source();
  }

  static byte[] gzip(byte[] bytes) {
    ByteArrayOutputStream compressed = new ByteArrayOutputStream();
    try (GZIPOutputStream out = new GZIPOutputStream(compressed)) {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return compressed.toByteArray();
  }

  static byte[] concat(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  /** The key of a document at this offset of a {@link #file}. */
  static long key(long offset) {
    return ((long) FILE_NUMBER << 39) | offset;
  }
}
