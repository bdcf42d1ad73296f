package org.zhengyu.engines.dataflow;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.GZIPInputStream;

/**
 * As much of Cloud Storage's JSON interface and of Dataflow's as a job needs that is submitted,
 * watched and committed: one bucket in memory, and one job that is done at once. No worker runs it;
 * in their place there is an empty object wherever the driver looks for what they leave.
 */
final class CloudStandIn implements AutoCloseable {
  private static final Pattern OBJECT =
      Pattern.compile("(?:/download|/upload)?/storage/v1/b/([^/]+)/o(?:/([^/?]+))?");
  private static final Pattern REWRITE =
      Pattern.compile("/storage/v1/b/[^/]+/o/([^/]+)/(?:rewriteTo|copyTo)/b/[^/]+/o/([^/?]+)");
  private static final String BUCKET = "zhengyu";
  private static final ObjectMapper JSON = new ObjectMapper();

  /** Objects by their names. */
  final SortedMap<String, byte[]> objects = new ConcurrentSkipListMap<>();

  /** Jobs as they were submitted. */
  final List<JsonNode> jobs = new CopyOnWriteArrayList<>();

  /** Requests that were not understood. */
  final List<String> unknown = new CopyOnWriteArrayList<>();

  private final Set<String> lookedFor = ConcurrentHashMap.newKeySet();
  private final Map<String, ByteArrayOutputStream> uploads = new ConcurrentHashMap<>();
  private final HttpServer server;
  private final Function<String, Optional<byte[]>> leftByWorkers;

  private static final class Answer {
    private final int status;
    private final byte[] body;

    Answer(int status, byte[] body) {
      this.status = status;
      this.body = body;
    }

    static Answer of(JsonNode json) {
      return new Answer(200, json.toString().getBytes(UTF_8));
    }

    static Answer missing() {
      String error =
          "{\"error\": {\"code\": 404, \"message\": \"Not Found\","
              + " \"errors\": [{\"reason\": \"notFound\"}]}}";
      return new Answer(404, error.getBytes(UTF_8));
    }
  }

  private CloudStandIn(HttpServer server, Function<String, Optional<byte[]>> leftByWorkers) {
    this.server = server;
    this.leftByWorkers = leftByWorkers;
  }

  /**
   * Starts it at a free port of the loopback.
   *
   * @param leftByWorkers what workers would have written under a name
   */
  static CloudStandIn start(Function<String, Optional<byte[]>> leftByWorkers) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    CloudStandIn standIn = new CloudStandIn(server, leftByWorkers);
    server.createContext("/", standIn::handle);
    server.setExecutor(Executors.newCachedThreadPool());
    server.start();
    return standIn;
  }

  String root() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/";
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = body(exchange);
      String path = exchange.getRequestURI().getRawPath();
      Answer answer;
      if (path.startsWith("/batch")) {
        String type = "multipart/mixed; boundary=standin";
        exchange.getResponseHeaders().add("Content-Type", type);
        answer = batch(new String(body, UTF_8));
      } else if (path.startsWith("/resumable/")) {
        answer = upload(exchange, path, body);
      } else {
        exchange.getResponseHeaders().add("Content-Type", "application/json; charset=UTF-8");
        Map<String, String> query = query(exchange.getRequestURI().getRawQuery());
        if ("resumable".equals(query.get("uploadType"))) {
          String name = query.getOrDefault("name", JSON.readTree(body).path("name").asText());
          uploads.put(name, new ByteArrayOutputStream());
          exchange
              .getResponseHeaders()
              .add("Location", root() + "resumable/" + URLEncoder.encode(name, UTF_8));
          answer = new Answer(200, new byte[0]);
        } else {
          answer = answer(exchange.getRequestMethod(), path, query, body);
        }
        String range = exchange.getRequestHeaders().getFirst("Range");
        if (range != null && answer.status == 200 && "media".equals(query.get("alt"))) {
          answer = slice(exchange, answer.body, range);
        }
      }
      exchange.sendResponseHeaders(
          answer.status, answer.body.length == 0 ? -1 : answer.body.length);
      if (answer.body.length > 0) {
        exchange.getResponseBody().write(answer.body);
      }
    } catch (RuntimeException | IOException e) {
      unknown.add(exchange.getRequestURI() + ": " + e);
      throw e;
    }
  }

  private static byte[] body(HttpExchange exchange) throws IOException {
    boolean isZipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
    InputStream in = exchange.getRequestBody();
    return (isZipped ? new GZIPInputStream(in) : in).readAllBytes();
  }

  private static Answer slice(HttpExchange exchange, byte[] all, String range) {
    String[] ends = range.substring("bytes=".length()).split("-", -1);
    int from = Integer.parseInt(ends[0]);
    int to =
        ends[1].isEmpty() ? all.length : (int) Math.min(all.length, Long.parseLong(ends[1]) + 1);
    if (from >= all.length) {
      return new Answer(416, new byte[0]);
    }
    exchange
        .getResponseHeaders()
        .add("Content-Range", "bytes " + from + "-" + (to - 1) + "/" + all.length);
    return new Answer(206, Arrays.copyOfRange(all, from, to));
  }

  private Answer upload(HttpExchange exchange, String path, byte[] body) throws IOException {
    String name = decode(path.substring("/resumable/".length()));
    ByteArrayOutputStream upload = uploads.get(name);
    upload.write(body);
    String range = exchange.getRequestHeaders().getFirst("Content-Range");
    if (range != null && range.endsWith("/*")) {
      exchange.getResponseHeaders().add("Range", "bytes=0-" + (upload.size() - 1));
      return new Answer(308, new byte[0]);
    }
    objects.put(name, upload.toByteArray());
    exchange.getResponseHeaders().add("Content-Type", "application/json; charset=UTF-8");
    return Answer.of(describe(name));
  }

  private Answer answer(String method, String path, Map<String, String> query, byte[] body)
      throws IOException {
    if (path.contains("/v1b3/")) {
      return dataflow(method, path, body);
    }
    Matcher rewrite = REWRITE.matcher(path);
    if (rewrite.matches()) {
      byte[] content = objects.get(decode(rewrite.group(1)));
      if (content == null) {
        return Answer.missing();
      }
      String to = decode(rewrite.group(2));
      objects.put(to, content);
      ObjectNode done = JSON.createObjectNode().put("kind", "storage#rewriteResponse");
      done.put("done", true).set("resource", describe(to));
      return Answer.of(done);
    }
    Matcher object = OBJECT.matcher(path);
    if (!object.matches()) {
      if (method.equals("GET") && path.startsWith("/storage/v1/b/")) {
        return Answer.of(JSON.createObjectNode().put("kind", "storage#bucket").put("name", BUCKET));
      }
      unknown.add(method + " " + path);
      return Answer.missing();
    }
    if (object.group(2) == null) {
      return list(query);
    }
    String name = decode(object.group(2));
    // Once: what the driver deletes does not come again.
    if (!jobs.isEmpty() && lookedFor.add(name)) {
      leftByWorkers.apply(name).ifPresent(left -> objects.putIfAbsent(name, left));
    }
    if (!objects.containsKey(name)) {
      return Answer.missing();
    }
    if (method.equals("DELETE")) {
      objects.remove(name);
      return new Answer(204, new byte[0]);
    }
    return "media".equals(query.get("alt"))
        ? new Answer(200, objects.get(name))
        : Answer.of(describe(name));
  }

  private Answer list(Map<String, String> query) {
    String prefix = query.getOrDefault("prefix", "");
    ObjectNode list = JSON.createObjectNode().put("kind", "storage#objects");
    ArrayNode items = list.putArray("items");
    objects.keySet().stream()
        .filter(name -> name.startsWith(prefix))
        .forEach(name -> items.add(describe(name)));
    return Answer.of(list);
  }

  private ObjectNode describe(String name) {
    String time = "2025-01-01T00:00:00.000Z";
    return JSON.createObjectNode()
        .put("kind", "storage#object")
        .put("bucket", BUCKET)
        .put("name", name)
        .put("size", String.valueOf(objects.get(name).length))
        .put("generation", "1")
        .put("metageneration", "1")
        .put("contentType", "application/octet-stream")
        .put("timeCreated", time)
        .put("updated", time);
  }

  private Answer dataflow(String method, String path, byte[] body) throws IOException {
    if (method.equals("POST") && path.endsWith("/jobs")) {
      jobs.add(JSON.readTree(body));
    }
    ObjectNode job = JSON.createObjectNode();
    if (!path.endsWith("/messages") && !path.endsWith("/metrics")) {
      job.put("id", "2025-01-01_00_00_00-1")
          .put("projectId", "project-1")
          .put("location", "us-central1")
          .put("name", jobs.get(0).path("name").asText())
          .put("clientRequestId", jobs.get(0).path("clientRequestId").asText())
          .put("currentState", method.equals("POST") ? "JOB_STATE_RUNNING" : "JOB_STATE_DONE");
    }
    return Answer.of(job);
  }

  /** Several requests in the body of one (multipart/mixed), and so their answers. */
  private Answer batch(String body) throws IOException {
    StringBuilder answers = new StringBuilder();
    Matcher part =
        Pattern.compile(
                "content-id: ?<?([^\\r\\n>]*)>?.*?\\r\\n\\r\\n(GET|POST|DELETE|PUT) ([^ ]+) HTTP",
                Pattern.DOTALL | Pattern.CASE_INSENSITIVE)
            .matcher(body);
    while (part.find()) {
      String[] target = part.group(3).replaceFirst("^https?://[^/]+", "").split("\\?", 2);
      Answer answer =
          answer(
              part.group(2), target[0], query(target.length > 1 ? target[1] : null), new byte[0]);
      answers
          .append("--standin\r\nContent-Type: application/http\r\nContent-ID: <response-")
          .append(part.group(1))
          .append(">\r\n\r\nHTTP/1.1 ")
          .append(answer.status)
          .append(" X\r\nContent-Type: application/json; charset=UTF-8\r\nContent-Length: ")
          .append(answer.body.length)
          .append("\r\n\r\n")
          .append(new String(answer.body, UTF_8))
          .append("\r\n");
    }
    return new Answer(200, answers.append("--standin--\r\n").toString().getBytes(UTF_8));
  }

  private static Map<String, String> query(String raw) {
    Map<String, String> query = new HashMap<>();
    if (raw != null) {
      for (String pair : raw.split("&", -1)) {
        String[] parts = pair.split("=", 2);
        query.put(decode(parts[0]), parts.length > 1 ? decode(parts[1]) : "");
      }
    }
    return query;
  }

  private static String decode(String encoded) {
    return URLDecoder.decode(encoded.replace("+", "%2B"), UTF_8);
  }
}
