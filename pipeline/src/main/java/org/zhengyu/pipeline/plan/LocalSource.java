package org.zhengyu.pipeline.plan;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.FileSystems;
import java.nio.file.FileVisitOption;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.regex.PatternSyntaxException;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.zhengyu.transforms.input.Formats;
import org.zhengyu.transforms.model.Compression;

/**
 * A file, folder or pattern of the local file system. Folders are walked here and not by Beam's
 * patterns, which enter hidden folders and do not return from a loop of links. Links are followed;
 * hidden files and folders are left out.
 */
final class LocalSource implements InputSource {
  private static final String FLAG = "--input";
  private static final String READABLE =
      "the formats are "
          + String.join(" ", Formats.suffixes())
          + ", each also with "
          + Stream.of(Compression.values())
              .filter(each -> each != Compression.NONE)
              .map(Compression::suffix)
              .collect(Collectors.joining(" "));

  private final String request;

  LocalSource(String request) {
    this.request = request;
  }

  @Override
  public List<FoundFile> find(List<String> skipped) throws IOException, UsageException {
    Path path = pathOf(request);
    if (Files.isDirectory(path)) {
      List<FoundFile> files = walk(path, null, skipped);
      if (files.isEmpty()) {
        throw new UsageException(FLAG, request + ": no documents in this folder; " + READABLE);
      }
      return files;
    }
    if (Files.exists(path)) {
      if (Formats.ofName(path.getFileName().toString()).isEmpty()) {
        throw new UsageException(FLAG, request + ": not a format that is read; " + READABLE);
      }
      return List.of(found(path.toAbsolutePath().getParent(), path));
    }
    if (!isPattern(request)) {
      throw new UsageException(FLAG, request + ": no such file or folder");
    }
    return findPattern(skipped);
  }

  private List<FoundFile> findPattern(List<String> skipped) throws IOException, UsageException {
    Path root = patternRoot();
    if (!Files.isDirectory(root)) {
      throw new UsageException(FLAG, request + ": no such folder " + root);
    }
    PathMatcher matcher;
    try {
      matcher =
          FileSystems.getDefault()
              .getPathMatcher("glob:" + pathOfPattern().toAbsolutePath().normalize());
    } catch (PatternSyntaxException e) {
      throw new UsageException(FLAG, request + ": not a pattern: " + e.getDescription());
    }
    List<FoundFile> files = walk(root, matcher, skipped);
    if (files.isEmpty()) {
      throw new UsageException(FLAG, request + ": matches no document; " + READABLE);
    }
    return files;
  }

  /** The folder before the first part with a wildcard. */
  private Path patternRoot() throws UsageException {
    int wildcard = 0;
    while ("*?[{".indexOf(request.charAt(wildcard)) < 0) {
      wildcard++;
    }
    int slash = request.lastIndexOf('/', wildcard);
    return pathOf(slash < 0 ? "." : request.substring(0, Math.max(slash, 1)));
  }

  private Path pathOfPattern() throws UsageException {
    return pathOf(request);
  }

  private static Path pathOf(String text) throws UsageException {
    try {
      return Path.of(text);
    } catch (InvalidPathException e) {
      throw new UsageException(FLAG, text + ": not a path: " + e.getReason());
    }
  }

  private static boolean isPattern(String text) {
    return text.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  private static List<FoundFile> walk(Path root, PathMatcher matcher, List<String> skipped)
      throws IOException {
    Path absolute = root.toAbsolutePath().normalize();
    Walk walk = new Walk(absolute, matcher, skipped);
    Files.walkFileTree(absolute, EnumSet.of(FileVisitOption.FOLLOW_LINKS), Integer.MAX_VALUE, walk);
    List<FoundFile> files = new ArrayList<>();
    for (Path file : walk.files) {
      files.add(found(absolute, file));
    }
    return files;
  }

  private static FoundFile found(Path root, Path file) throws IOException {
    Path absolute = file.toAbsolutePath().normalize();
    return new FoundFile(
        slashes(root.normalize()),
        slashes(root.normalize().relativize(absolute)),
        absolute.toString(),
        absolute.toRealPath().toString(),
        Files.size(absolute));
  }

  private static String slashes(Path path) {
    return path.toString().replace(path.getFileSystem().getSeparator(), "/");
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final PathMatcher matcher;
    private final List<String> skipped;
    private final List<Path> files = new ArrayList<>();

    Walk(Path root, PathMatcher matcher, List<String> skipped) {
      this.root = root;
      this.matcher = matcher;
      this.skipped = skipped;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (!folder.equals(root) && isHidden(folder)) {
        skipped.add(folder + ": hidden folder");
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (!folder.equals(root) && isResult(folder)) {
        skipped.add(folder + ": a result of this program");
        return FileVisitResult.SKIP_SUBTREE;
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
      if (matcher != null && !matcher.matches(file)) {
        return FileVisitResult.CONTINUE;
      }
      if (isHidden(file)) {
        skipped.add(file + ": hidden file");
      } else if (attributes.isSymbolicLink()) {
        // Links are followed: this one has nothing at its end.
        skipped.add(file + ": a link to nothing");
      } else if (!attributes.isRegularFile()) {
        skipped.add(file + ": not a regular file");
      } else if (!Files.exists(Path.of(file.toString()))) {
        skipped.add(FileNames.shown(file) + InputPlan.OTHER_NAME);
      } else if (Formats.ofName(file.getFileName().toString()).isEmpty()) {
        skipped.add(file + ": not a format that is read");
      } else {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof FileSystemLoopException) {
        skipped.add(file + ": a link to a folder that contains it");
        return FileVisitResult.CONTINUE;
      }
      if (e instanceof AccessDeniedException && !file.equals(root)) {
        skipped.add(file + InputPlan.UNREADABLE);
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    private static boolean isResult(Path folder) {
      return Files.exists(folder.resolve("_SUCCESS"))
          && Files.exists(folder.resolve("_manifest.json"));
    }

    private static boolean isHidden(Path path) {
      return path.getFileName().toString().startsWith(".");
    }
  }
}
