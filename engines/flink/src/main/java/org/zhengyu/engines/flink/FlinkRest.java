package org.zhengyu.engines.flink;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * What a Flink cluster tells of itself over HTTP (Flink's documentation: “Monitoring REST API”).
 */
final class FlinkRest {
  private static final Duration PATIENCE = Duration.ofSeconds(10);
  private static final int OK = 200;
  private static final ObjectMapper JSON = new ObjectMapper();

  private final String root;
  private final HttpClient client =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();

  private FlinkRest(String root) {
    this.root = root;
  }

  /**
   * A step of a job, as the cluster runs it: several of the pipeline's in a chain.
   *
   * @param name the chain's
   * @param subtasks in how many pieces it runs
   * @param finished how many of them are finished
   * @param recordsRead how many elements they read so far
   */
  record Vertex(String name, int subtasks, int finished, long recordsRead) {}

  /** The cluster at {@code HOST:PORT}, with or without {@code http://} before it. */
  static FlinkRest at(String address) {
    return new FlinkRest(address.contains("://") ? address : "http://" + address);
  }

  /** How many slots its task managers have, taken or free. */
  int slots() throws IOException {
    return get("/overview").path("slots-total").asInt();
  }

  /** The id of the job with a name, once the cluster knows it. */
  Optional<String> jobId(String name) throws IOException {
    for (JsonNode job : get("/jobs/overview").path("jobs")) {
      if (job.path("name").asText().equals(name)) {
        return Optional.of(job.path("jid").asText());
      }
    }
    return Optional.empty();
  }

  /** The steps of a job. */
  List<Vertex> vertices(String jobId) throws IOException {
    List<Vertex> vertices = new ArrayList<>();
    for (JsonNode vertex : get("/jobs/" + jobId).path("vertices")) {
      vertices.add(
          new Vertex(
              vertex.path("name").asText(),
              vertex.path("parallelism").asInt(),
              vertex.path("tasks").path("FINISHED").asInt(),
              vertex.path("metrics").path("read-records").asLong()));
    }
    return vertices;
  }

  private JsonNode get(String path) throws IOException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(root + path)).timeout(PATIENCE).GET().build();
    try {
      HttpResponse<byte[]> response = client.send(request, HttpResponse.BodyHandlers.ofByteArray());
      if (response.statusCode() != OK) {
        throw new IOException(path + ": HTTP status " + response.statusCode());
      }
      return JSON.readTree(response.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new InterruptedIOException(path);
    }
  }
}
