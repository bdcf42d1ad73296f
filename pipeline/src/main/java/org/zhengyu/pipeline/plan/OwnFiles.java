package org.zhengyu.pipeline.plan;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashSet;
import java.util.Set;
import org.checkerframework.checker.nullness.qual.Nullable;

/**
 * What the command names beside the input, wherever it lies: its files and its result are no
 * documents. Only what lies on this machine can lie in an input of this machine.
 */
public final class OwnFiles {
  /** Nothing. */
  static final OwnFiles NONE = new OwnFiles(Set.of(), null);

  private final Set<Path> files;
  private final @Nullable Path output;

  private OwnFiles(Set<Path> files, @Nullable Path output) {
    this.files = files;
    this.output = output;
  }

  /**
   * The files and the result of a command.
   *
   * @param files paths of files that it reads beside the input
   * @param output the folder of its result, whether there is one yet or not
   */
  public static OwnFiles of(Collection<String> files, String output) throws IOException {
    boolean isHere = !RemoteSource.isRemote(output) && Files.isDirectory(Path.of(output));
    return new OwnFiles(realPaths(files), isHere ? Path.of(output).toRealPath() : null);
  }

  /** The files of a command without a result. */
  public static OwnFiles of(Collection<String> files) throws IOException {
    return new OwnFiles(realPaths(files), null);
  }

  private static Set<Path> realPaths(Collection<String> files) throws IOException {
    Set<Path> real = new HashSet<>();
    for (String file : files) {
      if (!RemoteSource.isRemote(file) && Files.exists(Path.of(file))) {
        real.add(Path.of(file).toRealPath());
      }
    }
    return real;
  }

  /** Why a file is no document; null where it may be one. */
  @Nullable InputMessage reason(FoundFile file) {
    if (RemoteSource.isRemote(file.uri())) {
      return null;
    }
    Path path = Path.of(file.identity());
    if (files.contains(path)) {
      return InputMessage.NAMED_ELSEWHERE;
    }
    // A result that holds the input is refused for that, and not emptied here without a word.
    boolean holdsInput = output != null && Path.of(file.root()).startsWith(output);
    return output != null && path.startsWith(output) && !holdsInput ? InputMessage.IN_OUTPUT : null;
  }
}
