package org.zhengyu.pipeline.plan;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.zhengyu.output.Wording;
import org.zhengyu.transforms.input.DocumentFormat;
import org.zhengyu.transforms.input.Formats;
import org.zhengyu.transforms.model.Compression;
import org.zhengyu.transforms.model.DocumentKey;
import org.zhengyu.transforms.model.InputFile;

/**
 * Finds the input files: files, folders and patterns, local or on any file system that Beam knows.
 * The result depends on what is there and not on the order in which it was asked for.
 */
public final class InputPlanner {
  private static final String FLAG = "--input";
  private static final String COMMA_OUTSIDE_BRACES = ",(?![^{}]*\\})";

  private final SplitPlanner splits;

  private InputPlanner(SplitPlanner splits) {
    this.splits = splits;
  }

  /** A planner that cuts the input into splits like this. */
  public static InputPlanner with(SplitPlanner splits) {
    return new InputPlanner(splits);
  }

  /** A planner for so many workers; splits have so many bytes unless that is 0. */
  public static InputPlanner of(int workers, long splitBytes) {
    SplitPlanner splits = SplitPlanner.forWorkers(workers);
    return with(splitBytes > 0 ? splits.withSplitBytes(splitBytes) : splits);
  }

  /**
   * Plans the input of a run.
   *
   * @param input paths and patterns with commas between
   * @throws UsageException when one of them names nothing that can be read
   * @throws IOException when this machine fails at it
   */
  public InputPlan plan(String input) throws UsageException, IOException {
    return plan(input, OwnFiles.NONE);
  }

  /**
   * Plans the input of a run without what the command names besides.
   *
   * @param input paths and patterns with commas between
   * @throws UsageException when one of them names nothing that can be read
   * @throws IOException when this machine fails at it
   */
  public InputPlan plan(String input, OwnFiles own) throws UsageException, IOException {
    List<FoundFile> found = new ArrayList<>();
    List<LeftOut> skipped = new ArrayList<>();
    for (String part : parts(input)) {
      InputSource source =
          RemoteSource.isRemote(part) ? new RemoteSource(part) : new LocalSource(part);
      try {
        found.addAll(source.find(skipped));
      } catch (AccessDeniedException e) {
        throw new UsageException(
            FLAG, InputMessage.CANNOT_BE_LISTED.with(part, InputMessage.NO_PERMISSION.with()));
      } catch (NoSuchFileException | FileNotFoundException e) {
        throw new UsageException(
            FLAG, InputMessage.CANNOT_BE_LISTED.with(part, InputMessage.GONE.with()));
      }
    }
    List<FoundFile> documents = withoutOwn(found, own, skipped);
    if (documents.isEmpty()) {
      throw new UsageException(FLAG, noDocumentsBut(input, skipped));
    }
    List<InputFile> files = number(withoutRepeats(documents, skipped));
    return new InputPlan(files, splits.cut(files), inOrder(skipped));
  }

  private static Wording noDocumentsBut(String input, List<LeftOut> skipped) {
    List<Wording> each = skipped.stream().map(LeftOut::said).toList();
    return InputMessage.NO_DOCUMENTS_BUT.with(
        input,
        new Wording(
            each.stream().map(Wording::english).collect(Collectors.joining("; ")),
            each.stream().map(Wording::chinese).collect(Collectors.joining("；"))));
  }

  private static List<LeftOut> inOrder(List<LeftOut> skipped) {
    return skipped.stream()
        .sorted(Comparator.comparing(LeftOut::uri).thenComparing(LeftOut::reason))
        .distinct()
        .toList();
  }

  /**
   * The parts between commas; a comma in a name is fine where the whole is one local path, and one
   * in braces belongs to the pattern: {@code *.{txt,md}}.
   */
  private static Set<String> parts(String input) throws UsageException {
    if (!RemoteSource.isRemote(input) && Files.exists(Path.of(input))) {
      return Set.of(input);
    }
    Set<String> parts = new LinkedHashSet<>();
    for (String part : input.split(COMMA_OUTSIDE_BRACES, -1)) {
      if (part.isBlank()) {
        throw new UsageException(FLAG, InputMessage.EMPTY_PATH.with(input));
      }
      parts.add(part.strip());
    }
    return parts;
  }

  private static List<FoundFile> withoutOwn(
      List<FoundFile> found, OwnFiles own, List<LeftOut> skipped) {
    List<FoundFile> others = new ArrayList<>();
    for (FoundFile file : found) {
      InputMessage reason = own.reason(file);
      if (reason == null) {
        others.add(file);
      } else {
        skipped.add(new LeftOut(file.uri(), reason));
      }
    }
    return others;
  }

  private static List<FoundFile> withoutRepeats(List<FoundFile> found, List<LeftOut> skipped) {
    List<FoundFile> sorted = new ArrayList<>(found);
    sorted.sort(Comparator.comparing(FoundFile::uri).thenComparing(FoundFile::root));
    Set<String> identities = new HashSet<>();
    List<FoundFile> once = new ArrayList<>();
    for (FoundFile file : sorted) {
      if (identities.add(file.identity())) {
        once.add(file);
      } else {
        skipped.add(new LeftOut(file.uri(), InputMessage.SAME_FILE));
      }
    }
    return once;
  }

  private static List<InputFile> number(List<FoundFile> found) throws UsageException {
    if (found.size() > DocumentKey.MAX_FILES) {
      throw new UsageException(
          FLAG, InputMessage.TOO_MANY_FILES.with(found.size(), DocumentKey.MAX_FILES));
    }
    Map<String, String> rootNames = rootNames(found);
    boolean hasOthers = found.stream().filter(file -> formatOf(file).hasRecords()).count() > 1;
    List<InputFile> files = new ArrayList<>();
    for (FoundFile file : found) {
      String root = rootNames.get(file.root());
      String name = root + file.name();
      files.add(
          new InputFile(
              files.size(),
              file.uri(),
              name,
              hasOthers ? name + "#" : root,
              file.bytes(),
              formatOf(file).name(),
              Compression.ofName(file.name())));
    }
    return files;
  }

  private static DocumentFormat formatOf(FoundFile file) {
    return Formats.ofName(file.name()).orElseThrow();
  }

  /**
   * What leads the names of a root's files: nothing when there is one root, else as much of the end
   * of its path as tells it from all others.
   */
  private static Map<String, String> rootNames(List<FoundFile> found) {
    Set<String> roots = new LinkedHashSet<>();
    found.forEach(file -> roots.add(file.root()));
    Map<String, String> names = new HashMap<>();
    if (roots.size() == 1) {
      roots.forEach(root -> names.put(root, ""));
      return names;
    }
    for (int depth = 1; names.size() < roots.size(); depth++) {
      Map<String, Integer> uses = new HashMap<>();
      for (String root : roots) {
        uses.merge(lastParts(root, depth), 1, Integer::sum);
      }
      for (String root : roots) {
        String name = lastParts(root, depth);
        if (uses.get(name) == 1 || name.equals(root)) {
          names.putIfAbsent(root, name + "/");
        }
      }
    }
    return names;
  }

  private static String lastParts(String root, int depth) {
    int from = root.length();
    for (int i = 0; i < depth && from > 0; i++) {
      from = root.lastIndexOf('/', from - 1);
    }
    return from < 0 ? root : root.substring(from + 1);
  }
}
