package org.zhengyu.output;

import java.io.ByteArrayOutputStream;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.Channels;
import java.nio.channels.NonWritableChannelException;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystem;
import org.apache.beam.sdk.io.FileSystemRegistrar;
import org.apache.beam.sdk.io.fs.CreateOptions;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.MatchResult.Status;
import org.apache.beam.sdk.io.fs.MoveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.options.PipelineOptions;

/**
 * An object store in memory, as {@code mem://bucket/name}: it has objects and no folders, and an
 * object appears when its writer is closed. It can be told to die before the n-th change, as a
 * process does that is killed: from then on no change is made. It counts the requests that Beam's
 * client for S3 makes of what it is asked, which looks at each object that a list names.
 */
final class MemoryFileSystem extends FileSystem<MemoryFileSystem.Name> {

  /** A request to the store. */
  enum Request {
    /** Up to a thousand names. */
    LIST,
    /** Size and encoding of an object. */
    LOOK,
    READ,
    WRITE,
    COPY,
    /** Up to a thousand objects. */
    DELETE
  }

  private static final int AT_ONCE = 1000;

  private static final Map<Request, Integer> REQUESTS = new EnumMap<>(Request.class);

  private static final NavigableMap<String, byte[]> OBJECTS = new ConcurrentSkipListMap<>();
  private static final AtomicInteger CHANGES_LEFT = new AtomicInteger(Integer.MAX_VALUE);

  /** What the names of objects hold that the store keeps, though it is told to delete them. */
  private static Optional<String> kept = Optional.empty();

  private static boolean missesNextList;
  private static String watched = "";
  private static Runnable atWrite = () -> {};

  static void clear() {
    OBJECTS.clear();
    REQUESTS.clear();
    kept = Optional.empty();
    missesNextList = false;
    whenWritten("", () -> {});
    revive();
  }

  /** Lets so many changes happen, and none after them. */
  static void dieAfterChanges(int changes) {
    CHANGES_LEFT.set(changes);
  }

  static void revive() {
    CHANGES_LEFT.set(Integer.MAX_VALUE);
  }

  /**
   * Deletes nothing whose name holds this, and says nothing of it, as Beam's client for S3 does.
   */
  static void keep(String part) {
    kept = Optional.of(part);
  }

  /** Finds nothing at the next list, as if an object had gone between it and the look at it. */
  static void missNextList() {
    missesNextList = true;
  }

  /** Does something, once, when an object whose name holds this was written. */
  static void whenWritten(String part, Runnable action) {
    watched = part;
    atWrite = action;
  }

  static void remove(String name) {
    OBJECTS.remove(name);
  }

  static void put(String name, String text) {
    OBJECTS.put(name, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The objects as they are, to be put back by {@link #restore}. */
  static Map<String, byte[]> snapshot() {
    return Map.copyOf(OBJECTS);
  }

  static void restore(String name, byte[] bytes) {
    OBJECTS.put(name, bytes);
  }

  static List<String> names() {
    return List.copyOf(OBJECTS.keySet());
  }

  static byte[] bytes(String name) {
    return OBJECTS.get(name);
  }

  /** How many requests there were of each kind since the last time. */
  static Map<Request, Integer> takeRequests() {
    Map<Request, Integer> requests = new EnumMap<>(REQUESTS);
    REQUESTS.clear();
    return requests;
  }

  private static void count(Request request, int times) {
    REQUESTS.merge(request, times, Integer::sum);
  }

  private static int pages(int objects) {
    return (objects + AT_ONCE - 1) / AT_ONCE;
  }

  private static void change() throws IOException {
    if (CHANGES_LEFT.getAndUpdate(left -> Math.max(0, left - 1)) == 0) {
      throw new IOException("the process is dead");
    }
  }

  @Override
  protected List<MatchResult> match(List<String> specs) {
    return specs.stream().map(MemoryFileSystem::matchOne).toList();
  }

  private static MatchResult matchOne(String spec) {
    String pattern =
        Pattern.quote(spec).replace("**", "\\E.*\\Q").replaceAll("(?<!\\.)\\*", "\\\\E[^/]*\\\\Q");
    List<Metadata> found =
        OBJECTS.entrySet().stream()
            .filter(object -> object.getKey().matches(pattern))
            .map(
                object ->
                    Metadata.builder()
                        .setResourceId(new Name(object.getKey()))
                        .setSizeBytes(object.getValue().length)
                        .setIsReadSeekEfficient(true)
                        .build())
            .toList();
    if (spec.contains("*")) {
      String prefix = spec.substring(0, spec.indexOf('*'));
      int listed = (int) OBJECTS.keySet().stream().filter(name -> name.startsWith(prefix)).count();
      count(Request.LIST, Math.max(1, pages(listed)));
      count(Request.LOOK, found.size());
      if (missesNextList) {
        missesNextList = false;
        return MatchResult.create(Status.NOT_FOUND, new FileNotFoundException());
      }
    } else {
      count(Request.LOOK, 1);
    }
    return found.isEmpty()
        ? MatchResult.create(Status.NOT_FOUND, new FileNotFoundException(spec))
        : MatchResult.create(Status.OK, found);
  }

  @Override
  protected WritableByteChannel create(Name name, CreateOptions options) {
    count(Request.WRITE, 1);
    return Channels.newChannel(
        new ByteArrayOutputStream() {
          @Override
          public void close() throws IOException {
            change();
            OBJECTS.put(name.path, toByteArray());
            if (name.path.contains(watched)) {
              atWrite.run();
            }
          }
        });
  }

  @Override
  protected ReadableByteChannel open(Name name) throws IOException {
    count(Request.READ, 1);
    return new Bytes(existing(name));
  }

  /** An object while it is read, from any place in it, as every store can. */
  private static final class Bytes implements SeekableByteChannel {
    private final ByteBuffer bytes;
    private boolean isOpen = true;

    Bytes(byte[] object) {
      this.bytes = ByteBuffer.wrap(object);
    }

    @Override
    public int read(ByteBuffer target) {
      int length = Math.min(target.remaining(), bytes.remaining());
      if (length == 0) {
        return bytes.hasRemaining() ? 0 : -1;
      }
      target.put(bytes.slice(bytes.position(), length));
      bytes.position(bytes.position() + length);
      return length;
    }

    @Override
    public long position() {
      return bytes.position();
    }

    @Override
    public SeekableByteChannel position(long place) {
      bytes.position(Math.toIntExact(place));
      return this;
    }

    @Override
    public long size() {
      return bytes.limit();
    }

    @Override
    public boolean isOpen() {
      return isOpen;
    }

    @Override
    public void close() {
      isOpen = false;
    }

    @Override
    public int write(ByteBuffer source) {
      throw new NonWritableChannelException();
    }

    @Override
    public SeekableByteChannel truncate(long size) {
      throw new NonWritableChannelException();
    }
  }

  private static byte[] existing(Name name) throws FileNotFoundException {
    byte[] bytes = OBJECTS.get(name.path);
    if (bytes == null) {
      throw new FileNotFoundException(name.path);
    }
    return bytes;
  }

  @Override
  protected void copy(List<Name> sources, List<Name> targets) throws IOException {
    count(Request.LOOK, sources.size());
    count(Request.COPY, sources.size());
    for (int i = 0; i < sources.size(); i++) {
      byte[] bytes = existing(sources.get(i));
      change();
      OBJECTS.put(targets.get(i).path, bytes);
    }
  }

  @Override
  protected void rename(List<Name> sources, List<Name> targets, MoveOptions... options)
      throws IOException {
    // An object store copies, then deletes: it can die in between.
    copy(sources, targets);
    delete(sources);
  }

  @Override
  protected void delete(Collection<Name> names) throws IOException {
    count(Request.DELETE, pages(names.size()));
    for (Name name : names) {
      existing(name);
      change();
      if (kept.filter(name.path::contains).isEmpty()) {
        OBJECTS.remove(name.path);
      }
    }
  }

  @Override
  protected Name matchNewResource(String spec, boolean isDirectory) {
    return new Name(isDirectory && !spec.endsWith("/") ? spec + "/" : spec);
  }

  @Override
  protected String getScheme() {
    return "mem";
  }

  /** Registers the store with Beam. */
  public static final class Registrar implements FileSystemRegistrar {
    @Override
    public Iterable<FileSystem<?>> fromOptions(PipelineOptions options) {
      return List.of(new MemoryFileSystem());
    }
  }

  /** The name of an object, or the beginning of names, which ends in a slash. */
  static final class Name implements ResourceId {

    private final String path;

    Name(String path) {
      this.path = path;
    }

    @Override
    public Name resolve(String other, ResolveOptions options) {
      String folder = isDirectory() ? path : getCurrentDirectory().toString();
      return new Name(
          folder + other + (options == StandardResolveOptions.RESOLVE_DIRECTORY ? "/" : ""));
    }

    @Override
    public Name getCurrentDirectory() {
      return isDirectory() ? this : new Name(path.substring(0, path.lastIndexOf('/') + 1));
    }

    @Override
    public String getScheme() {
      return "mem";
    }

    @Override
    public String getFilename() {
      String plain = isDirectory() ? path.substring(0, path.length() - 1) : path;
      return plain.substring(plain.lastIndexOf('/') + 1);
    }

    @Override
    public boolean isDirectory() {
      return path.endsWith("/");
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof Name name && name.path.equals(path);
    }

    @Override
    public int hashCode() {
      return path.hashCode();
    }

    @Override
    public String toString() {
      return path;
    }
  }
}
