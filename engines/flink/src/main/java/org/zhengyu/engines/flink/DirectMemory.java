package org.zhengyu.engines.flink;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import org.zhengyu.pipeline.engine.EngineMessage;
import org.zhengyu.pipeline.plan.UsageException;

/** The memory outside the heap that a Flink in this process takes. */
final class DirectMemory {
  /** For the connections between its parts, beside what these hand each other; 80 were seen. */
  private static final int CONNECTION_MEGABYTES = 96;

  private DirectMemory() {}

  /**
   * Refuses a run for which Java may not take enough: Flink would say of it only that it cannot
   * write to a field of an error.
   */
  static void requireFor(int workers) throws UsageException {
    require(workers, mostMegabytes());
  }

  static void require(int workers, long most) throws UsageException {
    long needed = LocalConfiguration.networkMegabytes(workers) + CONNECTION_MEGABYTES;
    if (most < needed) {
      throw new UsageException(
          "--runner", EngineMessage.DIRECT_MEMORY_TOO_SMALL.with(needed, most));
    }
  }

  /** As much as Java may take: what it was told, or else the size of the heap. */
  private static long mostMegabytes() {
    HotSpotDiagnosticMXBean java =
        ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
    long told =
        java == null ? 0 : Long.parseLong(java.getVMOption("MaxDirectMemorySize").getValue());
    return (told == 0 ? Runtime.getRuntime().maxMemory() : told) >> 20;
  }
}
