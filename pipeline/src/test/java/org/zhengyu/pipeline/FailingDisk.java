package org.zhengyu.pipeline;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;
import java.util.stream.Stream;
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
 * Folders of this machine as {@code failing:///path}, on a disk that fails at the n-th change of a
 * kind: once, as a bad sector or a lost connection does, or at every change from then on, as a full
 * disk does. Or it lets nobody look at it, as an object store does.
 */
final class FailingDisk extends FileSystem<FailingDisk.Name> {
  private static final String SCHEME = "failing";
  private static final String PREFIX = SCHEME + "://";

  /** What is changed. */
  enum Change {
    WRITE,
    CLOSE,
    MOVE,
    DELETE
  }

  private static final Map<Change, AtomicInteger> MADE = new EnumMap<>(Change.class);

  private static Change failing = Change.WRITE;
  private static int from = Integer.MAX_VALUE;
  private static boolean isForGood;

  /** What it says to whoever looks at it; empty where it lets them. */
  private static String refusal = "";

  static {
    heal();
  }

  /** The disk is as it should be, and nothing of it was changed. */
  static void heal() {
    for (Change change : Change.values()) {
      MADE.put(change, new AtomicInteger());
    }
    from = Integer.MAX_VALUE;
    refusal = "";
  }

  /** Lets nobody look at it, and says this, as Beam's client for S3 passes it on. */
  static void refuse(String said) {
    refusal = said;
  }

  /**
   * Lets the disk fail.
   *
   * @param nth at which change, from 1
   * @param forGood whether at all changes of any kind from then on
   */
  static void failAt(Change change, int nth, boolean forGood) {
    heal();
    failing = change;
    from = nth;
    isForGood = forGood;
  }

  /** How many changes of a kind were made or tried. */
  static int made(Change change) {
    return MADE.get(change).get();
  }

  /** How a folder of this machine is called here. */
  static String uri(Path folder) {
    return PREFIX + folder;
  }

  private static void change(Change change) throws IOException {
    int number = MADE.get(change).incrementAndGet();
    boolean isIt = change == failing && number == from;
    if (isIt || (isForGood && made(failing) >= from)) {
      throw new IOException("No space left on device");
    }
  }

  @Override
  protected List<MatchResult> match(List<String> specs) throws IOException {
    List<MatchResult> results = new ArrayList<>();
    for (String spec : specs) {
      results.add(matchOne(spec));
    }
    return results;
  }

  private static MatchResult matchOne(String spec) throws IOException {
    if (!refusal.isEmpty()) {
      return MatchResult.create(Status.ERROR, new IOException(new IllegalStateException(refusal)));
    }
    Pattern pattern =
        Pattern.compile(
            Pattern.quote(spec)
                .replace("**", "\\E.*\\Q")
                .replaceAll("(?<!\\.)\\*", "\\\\E[^/]*\\\\Q"));
    Path folder = Path.of(spec.substring(PREFIX.length(), spec.lastIndexOf('/')).replace("*", ""));
    List<Metadata> found = new ArrayList<>();
    if (Files.isDirectory(folder)) {
      try (Stream<Path> files = Files.walk(folder)) {
        for (Path file : files.filter(Files::isRegularFile).sorted().toList()) {
          if (pattern.matcher(uri(file)).matches()) {
            found.add(
                Metadata.builder()
                    .setResourceId(new Name(uri(file)))
                    .setSizeBytes(Files.size(file))
                    .setIsReadSeekEfficient(true)
                    .build());
          }
        }
      }
    }
    return found.isEmpty()
        ? MatchResult.create(Status.NOT_FOUND, new FileNotFoundException(spec))
        : MatchResult.create(Status.OK, found);
  }

  @Override
  protected WritableByteChannel create(Name name, CreateOptions options) throws IOException {
    Files.createDirectories(name.local().getParent());
    FileChannel file =
        FileChannel.open(
            name.local(),
            StandardOpenOption.CREATE,
            StandardOpenOption.TRUNCATE_EXISTING,
            StandardOpenOption.WRITE);
    return new WritableByteChannel() {
      @Override
      public int write(ByteBuffer bytes) throws IOException {
        change(Change.WRITE);
        return file.write(bytes);
      }

      @Override
      public boolean isOpen() {
        return file.isOpen();
      }

      @Override
      public void close() throws IOException {
        if (file.isOpen()) {
          file.close();
          change(Change.CLOSE);
        }
      }
    };
  }

  @Override
  protected ReadableByteChannel open(Name name) throws IOException {
    if (!Files.exists(name.local())) {
      throw new FileNotFoundException(name.toString());
    }
    return FileChannel.open(name.local());
  }

  @Override
  protected void copy(List<Name> sources, List<Name> targets) throws IOException {
    for (int i = 0; i < sources.size(); i++) {
      change(Change.MOVE);
      Path target = targets.get(i).local();
      Files.createDirectories(target.getParent());
      Files.copy(sources.get(i).local(), target, StandardCopyOption.REPLACE_EXISTING);
    }
  }

  @Override
  protected void rename(List<Name> sources, List<Name> targets, MoveOptions... options)
      throws IOException {
    copy(sources, targets);
    delete(sources);
  }

  @Override
  protected void delete(Collection<Name> names) throws IOException {
    for (Name name : names) {
      change(Change.DELETE);
      Files.deleteIfExists(name.local());
    }
  }

  @Override
  protected Name matchNewResource(String spec, boolean isDirectory) {
    return new Name(isDirectory && !spec.endsWith("/") ? spec + "/" : spec);
  }

  @Override
  protected String getScheme() {
    return SCHEME;
  }

  /** Registers the disk with Beam. */
  public static final class Registrar implements FileSystemRegistrar {
    @Override
    public Iterable<FileSystem<?>> fromOptions(PipelineOptions options) {
      return List.of(new FailingDisk());
    }
  }

  /** The name of a file, or of a folder, which ends in a slash. */
  record Name(String uri) implements ResourceId {
    Path local() {
      return Path.of(uri.substring(PREFIX.length()));
    }

    @Override
    public Name resolve(String other, ResolveOptions options) {
      boolean isFolder = options == StandardResolveOptions.RESOLVE_DIRECTORY;
      return new Name(getCurrentDirectory().uri + other + (isFolder ? "/" : ""));
    }

    @Override
    public Name getCurrentDirectory() {
      return isDirectory() ? this : new Name(uri.substring(0, uri.lastIndexOf('/') + 1));
    }

    @Override
    public String getScheme() {
      return SCHEME;
    }

    @Override
    public String getFilename() {
      return local().getFileName().toString();
    }

    @Override
    public boolean isDirectory() {
      return uri.endsWith("/");
    }

    @Override
    public String toString() {
      return uri;
    }
  }
}
