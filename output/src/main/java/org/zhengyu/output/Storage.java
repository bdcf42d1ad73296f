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
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.UUID;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.apache.beam.sdk.io.fs.MatchResult.Metadata;
import org.apache.beam.sdk.io.fs.MatchResult.Status;
import org.apache.beam.sdk.io.fs.ResolveOptions.StandardResolveOptions;
import org.apache.beam.sdk.io.fs.ResourceId;
import org.apache.beam.sdk.util.MimeTypes;
import org.checkerframework.checker.nullness.qual.Nullable;

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

  /** The names of the objects that were there when they were listed; null where it is asked. */
  private final @Nullable SortedSet<String> seen;

  private Storage(ResourceId resource, @Nullable SortedSet<String> seen) {
    this.resource = resource;
    this.seen = seen;
  }

  static Storage at(ResourceId resource) {
    return new Storage(resource, null);
  }

  /** A folder given by its path or URI; a relative path is taken from the working folder. */
  static Storage folder(String uri) {
    return at(FileSystems.matchNewResource(absolute(uri), /* isDirectory= */ true));
  }

  /** A file given by its path or URI. */
  static Storage file(String uri) {
    return at(FileSystems.matchNewResource(absolute(uri), /* isDirectory= */ false));
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
    return new Storage(resource.resolve(name, StandardResolveOptions.RESOLVE_DIRECTORY), seen);
  }

  Storage child(String name) {
    return new Storage(resource.resolve(name, StandardResolveOptions.RESOLVE_FILE), seen);
  }

  /** A file below this folder, given by what follows the folder in its path. */
  Storage fileBelow(String path) {
    return new Storage(
        FileSystems.matchNewResource(resource + path, /* isDirectory= */ false), seen);
  }

  /**
   * This folder with what is in it now. An object store is listed once for that, and whether files
   * are there, and which, is answered from the list from then on, whatever becomes of them; for
   * each list costs a request for every thousand objects, and with some clients one for each. On
   * this machine asking is cheap, and is done each time.
   */
  Storage asSeenNow() throws IOException {
    return localPath().isPresent()
        ? this
        : new Storage(resource, Collections.unmodifiableSortedSet(objectsBelow()));
  }

  /** The same, to be asked anew each time. */
  Storage asItIs() {
    return at(resource);
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

  /** Whether this is all of a bucket, of which no object can have the name. */
  boolean isBucket() {
    return resource.toString().matches("[^:]+://[^/]+/");
  }

  boolean fileExists() throws IOException {
    Optional<Path> local = localPath();
    if (local.isPresent()) {
      return Files.isRegularFile(local.get());
    }
    if (seen != null) {
      return seen.contains(resource.toString());
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
    String folder = resource.toString();
    for (String object : objectsBelow()) {
      int slash = object.indexOf('/', folder.length());
      names.add(object.substring(folder.length(), slash < 0 ? object.length() : slash + 1));
    }
    return names;
  }

  /** All files below this folder at any depth, as complete paths. */
  SortedSet<String> listFilesBelow() throws IOException {
    if (localPath().isEmpty()) {
      return objectsBelow();
    }
    SortedSet<String> files = new TreeSet<>();
    for (String name : list()) {
      if (name.endsWith("/")) {
        files.addAll(subfolder(withoutSlash(name)).listFilesBelow());
      } else {
        files.add(child(name).toString());
      }
    }
    return files;
  }

  /** The complete names of the objects below this folder, at any depth. */
  private SortedSet<String> objectsBelow() throws IOException {
    String folder = resource.toString();
    if (seen != null) {
      return seen.subSet(folder, withoutSlash(folder) + (char) ('/' + 1));
    }
    SortedSet<String> objects = listObjects(folder);
    // S3's client finds nothing at all when an object goes between its list and its look at it.
    return objects.isEmpty() ? listObjects(folder) : objects;
  }

  private static SortedSet<String> listObjects(String folder) throws IOException {
    SortedSet<String> objects = new TreeSet<>();
    for (Metadata object : FileSystems.match(folder + "**", EmptyMatchTreatment.ALLOW).metadata()) {
      String name = object.resourceId().toString();
      // Consoles of object stores keep an "empty folder" as an object with the folder's own name.
      if (name.startsWith(folder) && !name.endsWith("/")) {
        objects.add(name);
      }
    }
    return objects;
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
    moveAll(List.of(this), List.of(target));
  }

  /**
   * Moves each file to the one of the same place in the other list; in an object store, where a
   * move is a copy and a deletion, many at a time.
   */
  static void moveAll(List<Storage> from, List<Storage> to) throws IOException {
    FileSystems.rename(resources(from), resources(to));
  }

  private static List<ResourceId> resources(List<Storage> files) {
    return files.stream().map(Storage::resource).toList();
  }

  /** Deletes this file, if it is there. */
  void deleteFile() throws IOException {
    Optional<Path> local = localPath();
    if (local.isPresent()) {
      Files.deleteIfExists(local.get());
    } else if (fileExists()) {
      deleteAll(List.of(this));
    }
  }

  /**
   * Deletes files that are there, in an object store many with one request.
   *
   * @throws OutputRefusedException if one is still there, for there are clients that say nothing of
   *     what a store did not delete
   */
  static void deleteAll(List<Storage> files) throws IOException {
    if (files.isEmpty()) {
      return;
    }
    FileSystems.delete(resources(files));
    for (MatchResult left : FileSystems.matchResources(resources(files))) {
      if (left.status() == Status.OK && !left.metadata().isEmpty()) {
        throw new OutputRefusedException(Refusal.NOT_DELETED, left.metadata().get(0).resourceId());
      }
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
      deleteAll(objectsBelow().stream().map(Storage::file).toList());
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
