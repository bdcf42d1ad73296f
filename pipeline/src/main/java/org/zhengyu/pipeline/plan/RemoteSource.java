package org.zhengyu.pipeline.plan;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.apache.beam.sdk.io.FileSystems;
import org.apache.beam.sdk.io.fs.EmptyMatchTreatment;
import org.apache.beam.sdk.io.fs.MatchResult;
import org.zhengyu.output.StoreFault;
import org.zhengyu.transforms.input.FileUris;
import org.zhengyu.transforms.input.Formats;

/**
 * A path or pattern on a file system that Beam knows by its scheme. A path is that of a file if
 * there is one, and else of a folder, which in an object store is only the beginning of names.
 */
final class RemoteSource implements InputSource {
  private static final String FLAG = "--input";
  private static final Pattern SCHEME = Pattern.compile("[a-zA-Z][a-zA-Z0-9+.-]+://.*");

  /** All of a bucket: no file can have its name. */
  private static final Pattern BUCKET = Pattern.compile("[^/]+://[^/]+");

  private final String request;

  RemoteSource(String request) {
    this.request = request;
  }

  static boolean isRemote(String request) {
    return SCHEME.matcher(request).matches();
  }

  @Override
  public List<FoundFile> find(List<LeftOut> skipped) throws IOException, UsageException {
    if (!LocalSource.isPattern(request) && FileUris.isMissing(request)) {
      throw new UsageException(FLAG, InputMessage.NOT_THERE.with(request));
    }
    boolean isFolder = request.endsWith("/") || BUCKET.matcher(request).matches();
    String pattern = isFolder ? below(request) : request;
    List<MatchResult.Metadata> found = list(pattern);
    if (found.isEmpty() && !isFolder && !LocalSource.isPattern(request)) {
      pattern = below(request);
      found = list(pattern);
    }
    String root = root(pattern);
    List<FoundFile> files = new ArrayList<>();
    for (MatchResult.Metadata file : found) {
      String uri = file.resourceId().toString();
      String name = uri.substring(root.length() + 1);
      if (name.startsWith(".") || name.contains("/.")) {
        skipped.add(new LeftOut(uri, InputMessage.HIDDEN));
      } else if (Formats.ofName(name).isEmpty()) {
        skipped.add(new LeftOut(uri, InputMessage.OTHER_FORMAT));
      } else {
        files.add(new FoundFile(root, name, uri, uri, file.sizeBytes()));
      }
    }
    if (files.isEmpty()) {
      throw new UsageException(FLAG, InputMessage.MATCHES_NO_DOCUMENT.with(request));
    }
    return files;
  }

  private static String below(String folder) {
    return folder + (folder.endsWith("/") ? "**" : "/**");
  }

  private List<MatchResult.Metadata> list(String pattern) throws IOException, UsageException {
    try {
      return FileSystems.match(pattern, EmptyMatchTreatment.ALLOW).metadata();
    } catch (IllegalArgumentException e) {
      throw new UsageException(FLAG, InputMessage.CANNOT_BE_LISTED.with(request, e.getMessage()));
    } catch (IOException | RuntimeException e) {
      Optional<StoreFault> fault = StoreFault.in(e);
      if (fault.isEmpty()) {
        throw e;
      }
      throw new UsageException(
          FLAG, InputMessage.CANNOT_BE_LISTED.with(request, fault.get().wording()));
    }
  }

  /** What stands before the slash before the first wildcard or the file name. */
  private static String root(String pattern) {
    int wildcard = 0;
    while (wildcard < pattern.length() && "*?[{".indexOf(pattern.charAt(wildcard)) < 0) {
      wildcard++;
    }
    return pattern.substring(0, pattern.lastIndexOf('/', wildcard));
  }
}
