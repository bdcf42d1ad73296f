package org.zhengyu.engines.flink;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.File;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * A standalone Flink cluster on this machine: a job manager and task managers, each a Java process
 * of its own, started from the Flink jars that the build gathered, at free ports of the loopback.
 */
final class FlinkCluster implements AutoCloseable {
  private static final int SLOTS_PER_TASK_MANAGER = 2;
  private static final Duration START = Duration.ofSeconds(60);
  private static final Duration LOOK_EVERY = Duration.ofMillis(50);
  private static final ObjectMapper JSON = new ObjectMapper();

  private final Path folder;
  private final int restPort;
  private final Process jobManager;
  private final List<Process> taskManagers = new ArrayList<>();
  private int started;

  private FlinkCluster(Path folder, int restPort) throws IOException {
    this.folder = folder;
    this.restPort = restPort;
    Runtime.getRuntime().addShutdownHook(new Thread(this::close));
    this.jobManager =
        java(
            "jobmanager",
            List.of("-Xmx256m"),
            "org.apache.flink.runtime.entrypoint.StandaloneSessionClusterEntrypoint",
            List.of());
  }

  /** Starts a cluster that keeps its settings, logs and data in a folder. */
  static FlinkCluster start(Path folder, int taskManagers) throws Exception {
    int restPort = freePort();
    Path conf = Files.createDirectories(folder.resolve("conf"));
    Files.createDirectories(folder.resolve("data"));
    Files.writeString(
        conf.resolve("flink-conf.yaml"),
        """
        jobmanager.rpc.address: 127.0.0.1
        jobmanager.bind-host: 127.0.0.1
        jobmanager.rpc.port: %d
        rest.address: 127.0.0.1
        rest.bind-address: 127.0.0.1
        rest.port: %d
        taskmanager.host: 127.0.0.1
        taskmanager.bind-host: 127.0.0.1
        taskmanager.numberOfTaskSlots: %d
        io.tmp.dirs: %s
        restart-strategy.type: fixed-delay
        restart-strategy.fixed-delay.attempts: 100
        restart-strategy.fixed-delay.delay: 2 s
        heartbeat.interval: 1000
        heartbeat.timeout: 10000
        metrics.fetcher.update-interval: 100
        web.exception-history-size: 500
        taskmanager.network.sort-shuffle.min-buffers: 64
        taskmanager.cpu.cores: 1
        taskmanager.memory.framework.heap.size: 128m
        taskmanager.memory.framework.off-heap.size: 128m
        taskmanager.memory.task.heap.size: 512m
        taskmanager.memory.task.off-heap.size: 0m
        taskmanager.memory.managed.size: 128m
        taskmanager.memory.network.min: 192m
        taskmanager.memory.network.max: 192m
        taskmanager.memory.jvm-metaspace.size: 192m
        taskmanager.memory.jvm-overhead.min: 128m
        taskmanager.memory.jvm-overhead.max: 128m
        """
            .formatted(freePort(), restPort, SLOTS_PER_TASK_MANAGER, folder.resolve("data")),
        UTF_8);
    FlinkCluster cluster = new FlinkCluster(folder, restPort);
    cluster.haveTaskManagers(taskManagers);
    return cluster;
  }

  private static int freePort() throws IOException {
    try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      return socket.getLocalPort();
    }
  }

  /** Starts task managers until there are so many, and waits until all their slots are known. */
  void haveTaskManagers(int count) throws Exception {
    while (taskManagers.size() < count) {
      String name = "taskmanager-" + ++started;
      taskManagers.add(
          java(
              name,
              List.of("-Xmx640m", "-XX:MaxDirectMemorySize=320m", "-XX:MaxMetaspaceSize=192m"),
              "org.apache.flink.runtime.taskexecutor.TaskManagerRunner",
              List.of("-D", "taskmanager.resource-id=" + name)));
    }
    until(
        START,
        () -> ask("/overview").path("slots-total").asInt(),
        slots -> slots == count * SLOTS_PER_TASK_MANAGER);
  }

  private Process java(String name, List<String> options, String mainClass, List<String> args)
      throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(options);
    command.addAll(List.of("-cp", classPath(), mainClass));
    command.addAll(List.of("--configDir", folder.resolve("conf").toString()));
    command.addAll(args);
    return new ProcessBuilder(command)
        .redirectErrorStream(true)
        .redirectOutput(folder.resolve(name + ".log").toFile())
        .start();
  }

  private static String classPath() throws IOException {
    Path jars = Path.of(System.getProperty("zhengyu.cluster"));
    try (Stream<Path> files = Files.list(jars)) {
      return String.join(File.pathSeparator, files.map(Path::toString).sorted().toList());
    }
  }

  /** Kills one task manager as {@code kill -9} does. */
  void killTaskManager() throws InterruptedException {
    Process victim = taskManagers.remove(0);
    victim.destroyForcibly().waitFor();
  }

  /** Where jobs are sent to. */
  String master() {
    return "127.0.0.1:" + restPort;
  }

  /** What the cluster answers; nothing before it listens. */
  JsonNode ask(String path) {
    try {
      return JSON.readTree(URI.create("http://" + master() + path).toURL());
    } catch (IOException e) {
      return JSON.missingNode();
    }
  }

  /** Looks again and again until a value is as wished. */
  static <T> T until(Duration atMost, Callable<T> value, Predicate<T> isAsWished) throws Exception {
    long deadline = System.nanoTime() + atMost.toNanos();
    while (true) {
      T now = value.call();
      if (isAsWished.test(now)) {
        return now;
      }
      if (System.nanoTime() > deadline) {
        throw new IllegalStateException("still " + now + " after " + atMost);
      }
      Thread.sleep(LOOK_EVERY.toMillis());
    }
  }

  /** Ends the processes of this cluster. */
  @Override
  public void close() {
    taskManagers.forEach(Process::destroyForcibly);
    jobManager.destroyForcibly();
  }
}
