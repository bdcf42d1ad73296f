package org.zhengyu.transforms.model;

import org.zhengyu.transforms.packed.PackedReader;
import org.zhengyu.transforms.packed.PackedWriter;

/**
 * A file of the input.
 *
 * @param number its place among all input files in the order of their URIs; below {@link
 *     DocumentKey#MAX_FILES}
 * @param uri where it is
 * @param name its path below the input root, led by the root's name when there are several roots
 * @param recordPrefix what leads the ids of its records: the file's name and # when there are
 *     several files of records, the root's name and a slash when there are several roots, else
 *     nothing
 * @param bytes its size as stored
 * @param format the name of its format
 * @param compression how it is compressed
 */
public record InputFile(
    int number,
    String uri,
    String name,
    String recordPrefix,
    long bytes,
    String format,
    Compression compression) {

  /** About how many bytes of text the file holds, to weigh files against each other. */
  public long textBytes() {
    return compression.textBytes(bytes);
  }

  void pack(PackedWriter out) {
    out.putVarint(number)
        .putString(uri)
        .putString(name)
        .putString(recordPrefix)
        .putVarint(bytes)
        .putString(format)
        .putEnum(compression);
  }

  static InputFile unpack(PackedReader in) {
    return new InputFile(
        in.getCount(),
        in.getString(),
        in.getString(),
        in.getString(),
        in.getVarint(),
        in.getString(),
        in.getEnum(Compression.class));
  }
}
