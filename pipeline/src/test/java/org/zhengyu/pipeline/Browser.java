package org.zhengyu.pipeline;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.WebSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assumptions;

/**
 * Chromium without a window, spoken to by its DevTools protocol on the loopback. What it complains
 * of and what it would fetch is written down.
 */
final class Browser implements AutoCloseable {
  /**
   * The characters in sight for which no font has a glyph: each is drawn as what stands for a
   * character that does not exist.
   */
  static final String MISSING_GLYPHS =
      "(() => { const canvas = document.createElement('canvas'); canvas.width = canvas.height = 32;"
          + " const drawing = canvas.getContext('2d', { willReadFrequently: true }); drawing.font ="
          + " '24px ' + getComputedStyle(document.body).fontFamily; const drawn = (text) => {"
          + " drawing.clearRect(0, 0, 32, 32); drawing.fillText(text, 2, 26); return"
          + " drawing.getImageData(0, 0, 32, 32).data.join(); }; const missing ="
          + " drawn('\\u{5FFFE}'); return [...new Set(document.body.innerText)].filter((one) =>"
          + " one.trim() && drawn(one) === missing); })()";

  /** Reads a table of the page with all its rows: the texts of the cells. */
  private static final String READ_TABLE =
      "(() => { const table = document.querySelector('dialog[open] [data-name=\"%1$s\"].table, main"
          + " [data-name=\"%1$s\"].table, main figure[data-name=\"%1$s\"] .table'); for (let more ="
          + " table.querySelector('.more'); !more.hidden;) { more.click(); } return"
          + " [...table.querySelectorAll('tbody tr')].map((row) => [...row.cells].map((cell) =>"
          + " cell.textContent)); })()";

  private static final ObjectMapper JSON = new ObjectMapper();
  private static final List<String> NAMES =
      List.of("chromium", "chromium-browser", "google-chrome");
  private static final int MOST_SECONDS = 120;

  private final Process process;
  private final WebSocket socket;
  private final AtomicInteger lastId = new AtomicInteger();
  private final Map<Integer, CompletableFuture<JsonNode>> waiting = new ConcurrentHashMap<>();
  private volatile CompletableFuture<Void> loading = new CompletableFuture<>();
  private final List<String> complaints = new CopyOnWriteArrayList<>();
  private final List<String> requests = new CopyOnWriteArrayList<>();

  private Browser(Process process, URI page) throws Exception {
    this.process = process;
    this.socket =
        HttpClient.newHttpClient()
            .newWebSocketBuilder()
            .buildAsync(page, new Listener())
            .get(MOST_SECONDS, TimeUnit.SECONDS);
    for (String domain : List.of("Page", "Runtime", "Log", "Network")) {
      send(domain + ".enable", JSON.createObjectNode());
    }
  }

  /** Starts the browser; the test is skipped where there is none. */
  static Browser start(Path profile) throws Exception {
    Optional<Path> program = program();
    Assumptions.assumeTrue(program.isPresent(), "no Chromium on the PATH: the page is not tried");
    Process process =
        new ProcessBuilder(
                program.get().toString(),
                "--headless=new",
                "--no-sandbox",
                "--disable-gpu",
                "--no-first-run",
                "--remote-debugging-port=0",
                "--user-data-dir=" + profile,
                "--window-size=1280,900",
                "--lang=zh-CN",
                "about:blank")
            .redirectErrorStream(true)
            .start();
    try {
      return new Browser(process, page(listening(process)));
    } catch (Exception | Error e) {
      process.destroyForcibly();
      throw e;
    }
  }

  private static Optional<Path> program() {
    return Stream.of(System.getenv().getOrDefault("PATH", "").split(":", -1))
        .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
        .filter(Files::isExecutable)
        .findFirst();
  }

  private static URI listening(Process process) throws IOException {
    BufferedReader lines =
        new BufferedReader(new InputStreamReader(process.getInputStream(), UTF_8));
    StringBuilder said = new StringBuilder();
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      said.append(line).append('\n');
      if (line.startsWith("DevTools listening on ")) {
        return URI.create(line.substring("DevTools listening on ".length()));
      }
    }
    throw new IOException("Chromium did not start: " + said);
  }

  private static URI page(URI browser) throws IOException, InterruptedException {
    URI list = URI.create("http://" + browser.getAuthority() + "/json/list");
    String targets =
        HttpClient.newHttpClient()
            .send(HttpRequest.newBuilder(list).build(), HttpResponse.BodyHandlers.ofString())
            .body();
    for (JsonNode target : JSON.readTree(targets)) {
      if (target.path("type").asText().equals("page")) {
        return URI.create(target.path("webSocketDebuggerUrl").asText());
      }
    }
    throw new IOException("Chromium has no page: " + targets);
  }

  private final class Listener implements WebSocket.Listener {
    private final StringBuilder message = new StringBuilder();

    @Override
    public CompletionStage<?> onText(WebSocket from, CharSequence part, boolean isLast) {
      message.append(part);
      if (isLast) {
        take(message.toString());
        message.setLength(0);
      }
      from.request(1);
      return CompletableFuture.completedFuture(null);
    }
  }

  private void take(String message) {
    JsonNode json;
    try {
      json = JSON.readTree(message);
    } catch (IOException e) {
      complaints.add("not JSON: " + message);
      return;
    }
    if (json.has("id")) {
      waiting.remove(json.path("id").asInt()).complete(json);
      return;
    }
    JsonNode params = json.path("params");
    switch (json.path("method").asText()) {
      case "Runtime.exceptionThrown" -> complaints.add(params.path("exceptionDetails").toString());
      case "Runtime.consoleAPICalled" -> complaints.add(params.path("args").toString());
      case "Log.entryAdded" -> complaints.add(params.path("entry").path("text").asText());
      case "Page.loadEventFired" -> loading.complete(null);
      case "Network.requestWillBeSent" -> requests.add(params.path("request").path("url").asText());
      default -> {}
    }
  }

  private JsonNode send(String method, ObjectNode params) throws Exception {
    int id = lastId.incrementAndGet();
    CompletableFuture<JsonNode> answer = new CompletableFuture<>();
    waiting.put(id, answer);
    ObjectNode message = JSON.createObjectNode().put("id", id).put("method", method);
    message.set("params", params);
    socket.sendText(message.toString(), true).get(MOST_SECONDS, TimeUnit.SECONDS);
    JsonNode json = answer.get(MOST_SECONDS, TimeUnit.SECONDS);
    if (json.has("error")) {
      throw new IllegalStateException(method + ": " + json.path("error"));
    }
    return json.path("result");
  }

  /** The value of an expression in the page; a promise is waited for. */
  JsonNode evaluate(String expression) throws Exception {
    JsonNode result =
        send(
            "Runtime.evaluate",
            JSON.createObjectNode()
                .put("expression", expression)
                .put("returnByValue", true)
                .put("awaitPromise", true));
    if (result.has("exceptionDetails")) {
      throw new IllegalStateException(expression + ": " + result.path("exceptionDetails"));
    }
    return result.path("result").path("value");
  }

  /** Opens a page from disk and waits until it says by an attribute that it is drawn. */
  void open(Path page, String fragment) throws Exception {
    CompletableFuture<Void> isLoaded = new CompletableFuture<>();
    loading = isLoaded;
    send("Page.navigate", JSON.createObjectNode().put("url", page.toUri() + fragment));
    isLoaded.get(MOST_SECONDS, TimeUnit.SECONDS);
    evaluate(
        "new Promise((done) => { const look = () => (document.documentElement.dataset.ready"
            + " ? done() : setTimeout(look, 20)); look(); })");
  }

  /** Goes to another view of the page that is open. */
  void go(String fragment) throws Exception {
    evaluate(
        "new Promise((done) => { if (decodeURIComponent(location.hash) === "
            + JSON.writeValueAsString(fragment)
            + ") { done(); return; } addEventListener('hashchange', () => done(), { once: true });"
            + " location.hash = "
            + JSON.writeValueAsString(fragment)
            + "; })");
  }

  /** The texts of the cells of a table of the page, all rows of it. */
  List<List<String>> table(String name) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    for (JsonNode row : evaluate(READ_TABLE.formatted(name))) {
      List<String> texts = new ArrayList<>();
      row.forEach(cell -> texts.add(cell.asText()));
      rows.add(texts);
    }
    return rows;
  }

  /** What is in sight from top to end, as a picture. */
  void picture(Path file) throws Exception {
    JsonNode size = send("Page.getLayoutMetrics", JSON.createObjectNode()).path("cssContentSize");
    ObjectNode params = JSON.createObjectNode().put("captureBeyondViewport", true);
    params
        .putObject("clip")
        .put("x", 0)
        .put("y", 0)
        .put("width", size.path("width").asDouble())
        .put("height", Math.min(size.path("height").asDouble(), 1800))
        .put("scale", 1);
    byte[] png =
        Base64.getDecoder().decode(send("Page.captureScreenshot", params).path("data").asText());
    Files.createDirectories(file.getParent());
    Files.write(file, png);
  }

  /** Errors, warnings, and anything else that was said on the console. */
  List<String> complaints() {
    return new ArrayList<>(complaints);
  }

  /** What was to be fetched, but for the page itself and what it has within. */
  List<String> requests() {
    return requests.stream()
        .filter(url -> !url.startsWith("file:") && !url.startsWith("data:"))
        .toList();
  }

  @Override
  public void close() {
    socket.abort();
    process.destroyForcibly().onExit().join();
  }
}
