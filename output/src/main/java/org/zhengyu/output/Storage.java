package org.zhengyu.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.Channels;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.util.MimeTypes;

/**
 * A file or folder, on this machine or in an object store.
 *
 * <p>Beam's {@link FileSystems} reads, writes and renames on both. It finds files by glob only,
 * which on this machine sees neither empty folders nor a path that holds a bracket, so that local
 * folders are listed and removed by {@code java.nio}. An object store has no folders, only names
 * that begin alike.
 */
final class Storage {

  private static final String LOCAL_SCHEME = "file";

  private final ResourceId resource;

  private Storage(ResourceId resource) {
    this.resource = resource;
  }

  static Storage at(ResourceId resource) {
    return new Storage(resource);
  }

  /** A folder given by its path or URI; a relative path is taken from the working folder. */
  static Storage folder(String uri) {
    return new Storage(FileSystems.matchNewResource(absolute(uri), /* isDirectory= */ true));
  }

  /** A file given by its path or URI. */
  static Storage file(String uri) {
    return new Storage(FileSystems.matchNewResource(absolute(uri), /* isDirectory= */ false));
  }

  private static String absolute(String uri) {
    String path = uri;
    if (path.startsWith("file:")) {
      path = path.substring("file:".length());
      path = path.startsWith("//") ? path.substring("//".length()) : path;
    } else if (path.matches("[a-zA-Z][-a-zA-Z0-9+.]+:/.*")) {
      return uri;
    }
    return Path.of(path).toAbsolutePath().normalize().toString();
  }

  Storage subfolder(String name) {
    return new Storage(resource.resolve(name, StandardResolveOptions.RESOLVE_DIRECTORY));
  }

  Storage child(String name) {
    return new Storage(resource.resolve(name, StandardResolveOptions.RESOLVE_FILE));
  }

  ResourceId resource() {
    return resource;
  }

  /** The path on this machine, if it is one. */
  Optional<Path> localPath() {
    return resource.getScheme().equals(LOCAL_SCHEME)
        ? Optional.of(Path.of(resource.toString()))
        : Optional.empty();
  }

  /**
   * Its path with links followed, ending in a slash if it is a folder; that of an object is as it
   * was given.
   */
  String realPath() throws IOException {
    Optional<Path> local = localPath();
    if (local.isEmpty()) {
      return resource.toString();
    }
    String real = local.get().toRealPath().toString();
    return resource.isDirectory() ? real + local.get().getFileSystem().getSeparator() : real;
  }

  boolean fileExists() throws IOException {
    Optional<Path> local = localPath();
    if (local.isPresent()) {
      return Files.isRegularFile(local.get());
    }
    return !FileSystems.match(resource.toString(), EmptyMatchTreatment.ALLOW).metadata().isEmpty();
  }

  /**
   * The names of what this folder holds, sorted; that of a folder ends in a slash. Of a folder that
   * does not exist: none.
   */
  SortedSet<String> list() throws IOException {
    SortedSet<String> names = new TreeSet<>();
    Optional<Path> local = localPath();
    if (local.isPresent()) {
      if (Files.isDirectory(local.get())) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(local.get())) {
          for (Path entry : entries) {
            // A link to a folder counts as a file: what it leads to is not part of this folder.
            boolean isFolder = Files.isDirectory(entry, LinkOption.NOFOLLOW_LINKS);
            names.add(entry.getFileName() + (isFolder ? "/" : ""));
          }
        }
      }
      return names;
    }
    for (String path : objectsBelow()) {
      int slash = path.indexOf('/');
      names.add(slash < 0 ? path : path.substring(0, slash + 1));
    }
    return names;
  }

  /** All files below this folder at any depth, as complete paths. */
  SortedSet<String> listFilesBelow() throws IOException {
    SortedSet<String> files = new TreeSet<>();
    if (localPath().isEmpty()) {
      for (String path : objectsBelow()) {
        files.add(resource + path);
      }
      return files;
    }
    for (String name : list()) {
      if (name.endsWith("/")) {
        files.addAll(subfolder(withoutSlash(name)).listFilesBelow());
      } else {
        files.add(child(name).toString());
      }
    }
    return files;
  }

  private List<String> objectsBelow() throws IOException {
    String folder = resource.toString();
    List<String> paths = new ArrayList<>();
    for (Metadata object : FileSystems.match(folder + "**", EmptyMatchTreatment.ALLOW).metadata()) {
      String path = object.resourceId().toString();
      // Consoles of object stores keep an "empty folder" as an object with the folder's own name.
      if (path.startsWith(folder) && !path.endsWith("/")) {
        paths.add(path.substring(folder.length()));
      }
    }
    return paths;
  }

  String readText() throws IOException {
    try (InputStream in = Channels.newInputStream(FileSystems.open(resource))) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  void writeText(String text) throws IOException {
    try (OutputStream out =
        Channels.newOutputStream(FileSystems.create(resource, MimeTypes.TEXT))) {
      out.write(text.getBytes(StandardCharsets.UTF_8));
    }
  }

  /** Writes a text under another name beside this one, and moves it here when it is complete. */
  void replaceText(String text) throws IOException {
    Storage attempt =
        at(resource.getCurrentDirectory())
            .child(resource.getFilename() + "." + UUID.randomUUID() + ".tmp");
    try {
      attempt.writeText(text);
      attempt.moveTo(this);
    } catch (IOException | RuntimeException failure) {
      attempt.deleteAfter(failure);
      throw failure;
    }
  }

  /** Moves this file, over the other if there is one, making its folders as needed. */
  void moveTo(Storage target) throws IOException {
    FileSystems.rename(List.of(resource), List.of(target.resource));
  }

  /** Deletes this file, if it is there. */
  void deleteFile() throws IOException {
    Optional<Path> local = localPath();
    if (local.isPresent()) {
      Files.deleteIfExists(local.get());
    } else if (fileExists()) {
      FileSystems.delete(List.of(resource));
    }
  }

  /**
   * Deletes what a failed attempt left of this file; if that fails too, the first failure says so.
   */
  void deleteAfter(Throwable failure) {
    try {
      deleteFile();
    } catch (IOException | RuntimeException e) {
      failure.addSuppressed(e);
    }
  }

  /** Deletes this folder and all that is in it; links are deleted, not followed. */
  void deleteTree() throws IOException {
    if (localPath().isEmpty()) {
      List<ResourceId> objects =
          objectsBelow().stream()
              .map(path -> FileSystems.matchNewResource(resource + path, /* isDirectory= */ false))
              .toList();
      if (!objects.isEmpty()) {
        FileSystems.delete(objects);
      }
      return;
    }
    for (String name : list()) {
      if (name.endsWith("/")) {
        subfolder(withoutSlash(name)).deleteTree();
      } else {
        child(name).deleteFile();
      }
    }
    deleteFolderIfEmpty();
  }

  /** Deletes this folder if it is there and holds nothing; says whether it is gone now. */
  boolean deleteFolderIfEmpty() throws IOException {
    Optional<Path> local = localPath();
    if (local.isEmpty()) {
      return true;
    }
    try {
      Files.deleteIfExists(local.get());
      return true;
    } catch (DirectoryNotEmptyException e) {
      return false;
    }
  }

  static String withoutSlash(String name) {
    return name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  @Override
  public String toString() {
    return resource.toString();
  }
}
