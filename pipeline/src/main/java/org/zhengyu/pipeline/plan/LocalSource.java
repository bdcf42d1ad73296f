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
import org.zhengyu.output.Wording;
import org.zhengyu.transforms.input.FileUris;
import org.zhengyu.transforms.input.Formats;
import org.zhengyu.transforms.model.Compression;

/**
 * A file, folder or pattern of the local file system. Folders are walked here and not by Beam's
 * patterns, which enter hidden folders and do not return from a loop of links. Links are followed;
 * hidden files and folders are left out.
 */
final class LocalSource implements InputSource {
  private static final String FLAG = "--input";
  private static final Wording READABLE =
      InputMessage.FORMATS.with(
          String.join(" ", Formats.suffixes()),
          Stream.of(Compression.values())
              .filter(each -> each != Compression.NONE)
              .map(Compression::suffix)
              .collect(Collectors.joining(" ")));

  private final String request;

  LocalSource(String request) {
    this.request = request;
  }

  @Override
  public List<FoundFile> find(List<LeftOut> skipped) throws IOException, UsageException {
    Path path = pathOf(request);
    if (Files.isDirectory(path)) {
      List<FoundFile> files = walk(path, null, skipped);
      if (files.isEmpty()) {
        throw new UsageException(FLAG, InputMessage.NO_DOCUMENTS_IN_FOLDER.with(request, READABLE));
      }
      return files;
    }
    if (Files.exists(path)) {
      if (Formats.ofName(path.getFileName().toString()).isEmpty()) {
        throw new UsageException(FLAG, InputMessage.FORMAT_UNKNOWN.with(request, READABLE));
      }
      return List.of(found(path.toAbsolutePath().getParent(), path));
    }
    if (!isPattern(request)) {
      throw new UsageException(FLAG, InputMessage.NOT_THERE.with(request));
    }
    return findPattern(skipped);
  }

  private List<FoundFile> findPattern(List<LeftOut> skipped) throws IOException, UsageException {
    Path root = patternRoot();
    if (!Files.isDirectory(root)) {
      throw new UsageException(FLAG, InputMessage.NO_FOLDER.with(request, root));
    }
    PathMatcher matcher;
    try {
      matcher =
          FileSystems.getDefault()
              .getPathMatcher("glob:" + pathOfPattern().toAbsolutePath().normalize());
    } catch (PatternSyntaxException e) {
      throw new UsageException(FLAG, InputMessage.NO_PATTERN.with(request, e.getDescription()));
    }
    List<FoundFile> files = walk(root, matcher, skipped);
    if (files.isEmpty()) {
      throw new UsageException(FLAG, InputMessage.MATCHES_NOTHING.with(request, READABLE));
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
      throw new UsageException(FLAG, InputMessage.NO_PATH.with(text, e.getReason()));
    }
  }

  /** Whether this names files by a wildcard. */
  static boolean isPattern(String text) {
    return text.chars().anyMatch(c -> "*?[{".indexOf(c) >= 0);
  }

  private static List<FoundFile> walk(Path root, PathMatcher matcher, List<LeftOut> skipped)
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
        slashes(root.normalize().toString()),
        slashes(FileUris.nameBelow(root.normalize(), absolute)),
        FileUris.of(absolute),
        FileUris.of(absolute.toRealPath()),
        Files.size(absolute));
  }

  private static String slashes(String path) {
    return path.replace(FileSystems.getDefault().getSeparator(), "/");
  }

  private static final class Walk extends SimpleFileVisitor<Path> {
    private final Path root;
    private final PathMatcher matcher;
    private final List<LeftOut> skipped;
    private final List<Path> files = new ArrayList<>();

    Walk(Path root, PathMatcher matcher, List<LeftOut> skipped) {
      this.root = root;
      this.matcher = matcher;
      this.skipped = skipped;
    }

    @Override
    public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
      if (!folder.equals(root) && isHidden(folder)) {
        leaveOut(folder, InputMessage.HIDDEN_FOLDER);
        return FileVisitResult.SKIP_SUBTREE;
      }
      if (!folder.equals(root) && isResult(folder)) {
        leaveOut(folder, InputMessage.A_RESULT);
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
        leaveOut(file, InputMessage.HIDDEN_FILE);
      } else if (attributes.isSymbolicLink()) {
        // Links are followed: this one has nothing at its end.
        leaveOut(file, InputMessage.LINK_TO_NOTHING);
      } else if (!attributes.isRegularFile()) {
        leaveOut(file, InputMessage.NOT_REGULAR);
      } else if (Formats.ofName(file.getFileName().toString()).isEmpty()) {
        leaveOut(file, InputMessage.OTHER_FORMAT);
      } else {
        files.add(file);
      }
      return FileVisitResult.CONTINUE;
    }

    @Override
    public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
      if (e instanceof FileSystemLoopException) {
        leaveOut(file, InputMessage.LINK_LOOP);
        return FileVisitResult.CONTINUE;
      }
      if (e instanceof AccessDeniedException && !file.equals(root)) {
        leaveOut(file, InputMessage.UNREADABLE);
        return FileVisitResult.CONTINUE;
      }
      throw e;
    }

    private void leaveOut(Path path, InputMessage reason) {
      skipped.add(new LeftOut(path.toString(), reason));
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
