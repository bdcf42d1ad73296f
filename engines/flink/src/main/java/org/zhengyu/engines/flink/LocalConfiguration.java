package org.zhengyu.engines.flink;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.apache.flink.configuration.GlobalConfiguration;
import org.apache.flink.configuration.RestOptions;

/** The settings of a Flink that lives in this process, as the folder that Flink reads them from. */
final class LocalConfiguration {
  private static final int PORTS_TO_TRY = 20;
  private static final int BUFFERS_PER_EXCHANGE = 64;
  private static final int LEAST_NETWORK_MEGABYTES = 128;
  private static final int NETWORK_MEGABYTES_PER_WORKER = 32;

  private LocalConfiguration() {}

  /** The memory outside the heap in which so many workers hand each other what they made. */
  static long networkMegabytes(int workers) {
    return LEAST_NETWORK_MEGABYTES + (long) NETWORK_MEGABYTES_PER_WORKER * workers;
  }

  /** Writes the settings to a folder that is removed when the process ends. */
  static Path create(int workers) throws IOException {
    String network = networkMegabytes(workers) + "m";
    Path folder = Files.createTempDirectory("zhengyu-flink");
    folder.toFile().deleteOnExit();
    Path file = folder.resolve("flink-conf.yaml");
    file.toFile().deleteOnExit();
    int port = freePort();
    Files.write(
        file,
        List.of(
            "rest.address: 127.0.0.1",
            "rest.bind-address: 127.0.0.1",
            // A range, so that the run does not fail if the first was taken meanwhile.
            "rest.bind-port: " + port + "-" + Math.min(65_535, port + PORTS_TO_TRY),
            "metrics.fetcher.update-interval: 1000",
            // The segmentation feeds a dozen exchanges. Flink would give each 16 MB of buffers,
            // which it does not have.
            "taskmanager.network.sort-shuffle.min-buffers: " + BUFFERS_PER_EXCHANGE,
            "taskmanager.memory.network.min: " + network,
            "taskmanager.memory.network.max: " + network),
        UTF_8);
    return folder;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** The first port that a Flink with these settings tries, if they say so. */
  static Optional<Integer> restPort(String folder) {
    String ports = GlobalConfiguration.loadConfiguration(folder).get(RestOptions.BIND_PORT);
    return ports.matches("[0-9]{2,5}(-[0-9]+)?")
        ? Optional.of(Integer.valueOf(ports.split("-", 2)[0]))
        : Optional.empty();
  }
}
