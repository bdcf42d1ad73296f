package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.Channels;
import java.util.HexFormat;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.zhengyu.output.Language;
import org.zhengyu.output.Wording;
import org.zhengyu.pipeline.cli.Message;
import org.zhengyu.pipeline.cli.Option;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.transforms.decode.Digests;
import org.zhengyu.transforms.input.FileUris;
import org.zhengyu.transforms.lexicon.InputFileException;

/** A file beside the input, the user's or one of ours, as it was read. */
final class SideFile {
  /** As many times its size a file takes of the heap while it is read and looked through. */
  private static final int HEAP_PER_BYTE = 8;

  private final Option<?> option;
  private final String name;
  private final byte[] bytes;

  private SideFile(Option<?> option, String name, byte[] bytes) {
    this.option = option;
    this.name = name;
    this.bytes = bytes;
  }

  /** How the bytes of a file are read. */
  @FunctionalInterface
  interface Format<T> {
    T parse(byte[] bytes, String name) throws InputFileException;
  }

  /**
   * The file that an option names.
   *
   * @throws UsageException if it cannot be read, or is too large for this heap
   */
  static SideFile of(Option<?> option, String path, Language language) throws UsageException {
    try {
      if (FileUris.isMissing(path)) {
        throw new FileNotFoundException(path);
      }
      MatchResult.Metadata file =
          FileSystems.match(path, EmptyMatchTreatment.DISALLOW).metadata().get(0);
      requireRoomFor(option, path, file.sizeBytes(), language);
      try (InputStream in = Channels.newInputStream(FileSystems.open(file.resourceId()))) {
        return new SideFile(option, path, in.readAllBytes());
      }
    } catch (IOException | IllegalArgumentException e) {
      throw new UsageException(option.flag(), Message.UNREADABLE_FILE.in(language, path));
    }
  }

  private static void requireRoomFor(Option<?> option, String path, long bytes, Language language)
      throws UsageException {
    long heap = Runtime.getRuntime().maxMemory();
    long needed = bytes * HEAP_PER_BYTE;
    if (needed > heap) {
      throw new UsageException(
          option.flag(),
          Message.HEAP_TOO_SMALL.in(
              language, path, bytes >> 20, needed >> 20, heap >> 20, 1 + (needed >> 30)));
    }
  }

  /** The file of ours that stands in for an option, and lies beside a class. */
  static SideFile builtIn(Option<?> option, Class<?> beside, String name) {
    try (InputStream in = beside.getResourceAsStream(name)) {
      if (in == null) {
        throw new IllegalStateException("the jar lacks " + name);
      }
      return new SideFile(option, "built-in " + name, in.readAllBytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** What this run itself made, and an option asks for. */
  static SideFile made(Option<?> option, String name, String text) {
    return new SideFile(option, name, text.getBytes(UTF_8));
  }

  /**
   * Reads what the file holds.
   *
   * @throws UsageException naming the option, and the line that is wrong
   */
  <T> T as(Format<T> format) throws UsageException {
    try {
      return format.parse(bytes, name);
    } catch (InputFileException e) {
      throw new UsageException(
          option.flag(), new Wording(e.remark().english(), e.remark().chinese()));
    }
  }

  /** Its path or URI. */
  String name() {
    return name;
  }

  /** The SHA-256 of its bytes, in lower-case hexadecimal. */
  String sha256() {
    return HexFormat.of().formatHex(Digests.sha256().digest(bytes));
  }
}
