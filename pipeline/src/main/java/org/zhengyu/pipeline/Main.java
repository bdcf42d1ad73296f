package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.zhengyu.pipeline.plan.UsageException;
import org.zhengyu.pipeline.report.PeakMemory;
import org.zhengyu.pipeline.report.Summary;

/** The main program: parses, runs, reports. */
public final class Main {
  private static final int COMPLETE = 0;
  private static final int FAILED = 1;
  private static final int WRONG_USE = 2;

  private Main() {}

  /** Exits with 0 when the result is complete, 1 when the run failed, 2 after wrong use. */
  public static void main(String[] args) {
    Logging.configure();
    PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, UTF_8);
    PrintStream err = new PrintStream(new FileOutputStream(FileDescriptor.err), true, UTF_8);
    System.exit(run(args, out, err));
  }

  static int run(String[] args, PrintStream out, PrintStream err) {
    List<String> words = Arrays.asList(args);
    if (words.contains("--help") || words.contains("-h")) {
      CommandLine.printHelp(out);
      return COMPLETE;
    }
    long started = System.nanoTime();
    try {
      RunConfig config = RunConfig.of(CommandLine.parse(args));
      AnalyzeCorpus.Result result =
          AnalyzeCorpus.run(config, err, Boolean.getBoolean("zhengyu.terminal"));
      Summary.print(
          result.report(),
          result.warnings(),
          result.manifest(),
          result.dataset(),
          config.tables(),
          config.units(),
          (System.nanoTime() - started) / 1e9,
          out);
      if (Boolean.getBoolean("zhengyu.peak")) {
        err.println("peak memory " + PeakMemory.mebibytes() + " MB");
      }
      double rejected = result.report().rejectedFraction();
      double most = config.options().getMaxRejectedFraction();
      if (rejected > most) {
        err.println(
            String.format(
                Locale.ROOT,
                "zhengyu: --maxRejectedFraction: %.4f of the documents were rejected, more than %s; the tables are written",
                rejected,
                most));
        return FAILED;
      }
      return COMPLETE;
    } catch (UsageException e) {
      err.println("zhengyu: " + e.getMessage());
      return WRONG_USE;
    } catch (Exception | StackOverflowError | OutOfMemoryError e) {
      err.println("zhengyu: the run failed: " + e);
      e.printStackTrace(err);
      return FAILED;
    }
  }
}
