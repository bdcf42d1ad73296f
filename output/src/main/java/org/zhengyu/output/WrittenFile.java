package org.zhengyu.output;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Objects;
import org.apache.beam.sdk.coders.CoderProvider;
import org.apache.beam.sdk.coders.CoderProviders;
import org.apache.beam.sdk.coders.CustomCoder;
import org.apache.beam.sdk.coders.DefaultCoder;
import org.apache.beam.sdk.coders.StringUtf8Coder;
import org.apache.beam.sdk.coders.VarLongCoder;
import org.apache.beam.sdk.values.TypeDescriptor;

/**
 * A finished file of a table that waits in the staging folder for the {@linkplain Dataset#commit
 * commit}.
 *
 * @param table the name of its table
 * @param name the file's name in the result, such as {@code part-00003.parquet}
 * @param stagedPath where it is until then; each attempt to write a file has its own
 * @param rows how many rows it holds
 * @param bytes its size
 */
@DefaultCoder(WrittenFile.WrittenFileCoder.class)
public record WrittenFile(String table, String name, String stagedPath, long rows, long bytes) {

  public WrittenFile {
    Objects.requireNonNull(table, "table");
    Objects.requireNonNull(name, "name");
    Objects.requireNonNull(stagedPath, "stagedPath");
  }

  /** The path in the result: {@code terms/part-00003.parquet}. */
  public String path() {
    return table + "/" + name;
  }

  /** Encodes a file as three strings and two variable-length integers. */
  public static final class WrittenFileCoder extends CustomCoder<WrittenFile> {

    private static final WrittenFileCoder INSTANCE = new WrittenFileCoder();

    private WrittenFileCoder() {}

    public static WrittenFileCoder of() {
      return INSTANCE;
    }

    /** By this Beam finds the coder of a {@link DefaultCoder} that is built in a way of its own. */
    public static CoderProvider getCoderProvider() {
      return CoderProviders.forCoder(TypeDescriptor.of(WrittenFile.class), INSTANCE);
    }

    @Override
    public void encode(WrittenFile file, OutputStream out) throws IOException {
      StringUtf8Coder.of().encode(file.table, out);
      StringUtf8Coder.of().encode(file.name, out);
      StringUtf8Coder.of().encode(file.stagedPath, out);
      VarLongCoder.of().encode(file.rows, out);
      VarLongCoder.of().encode(file.bytes, out);
    }

    @Override
    public WrittenFile decode(InputStream in) throws IOException {
      String table = StringUtf8Coder.of().decode(in);
      String name = StringUtf8Coder.of().decode(in);
      String stagedPath = StringUtf8Coder.of().decode(in);
      long rows = VarLongCoder.of().decode(in);
      long bytes = VarLongCoder.of().decode(in);
      return new WrittenFile(table, name, stagedPath, rows, bytes);
    }

    @Override
    public void verifyDeterministic() {}

    @Override
    public boolean consistentWithEquals() {
      return true;
    }

    @Override
    public boolean equals(Object other) {
      return other instanceof WrittenFileCoder;
    }

    @Override
    public int hashCode() {
      return WrittenFileCoder.class.hashCode();
    }
  }
}
