package org.zhengyu.pipeline.report;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;

/** The most memory that this process held. */
public final class PeakMemory {
  private static final Path STATUS = Path.of("/proc/self/status");
  private static final String RESIDENT_PEAK = "VmHWM:";

  private PeakMemory() {}

  /**
   * The peak in mebibytes: of the resident set where the system tells it (Linux), else of the pools
   * of the Java heap and its neighbours.
   */
  public static long mebibytes() throws IOException {
    if (Files.isReadable(STATUS)) {
      for (String line : Files.readAllLines(STATUS)) {
        if (line.startsWith(RESIDENT_PEAK)) {
          return Long.parseLong(line.replaceAll("[^0-9]", "")) >> 10;
        }
      }
    }
    return ManagementFactory.getMemoryPoolMXBeans().stream()
            .mapToLong(pool -> pool.getPeakUsage().getUsed())
            .sum()
        >> 20;
  }
}
