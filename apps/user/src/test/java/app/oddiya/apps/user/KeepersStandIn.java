package app.oddiya.apps.user;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/// Auth, plan and video, as far as they forget users and hand out what they keep, each below its
/// name. They fail when they are told to.
final class KeepersStandIn implements AutoCloseable {

  /// What a keeper does.
  enum Mood {
    WELL,
    /// It answers 503.
    DOWN,
    /// It hangs up in the middle of an export.
    BREAKING,
    /// Its export ends in order, and too early.
    CUT_SHORT
  }

  private final HttpServer server;
  private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
  private final Map<String, Mood> moods = new ConcurrentHashMap<>();
  private final Set<String> forgotten = ConcurrentHashMap.newKeySet();

  KeepersStandIn() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.setExecutor(threads);
    server.createContext("/", this::answer);
    server.start();
  }

  URI url() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  void set(String keeper, Mood mood) {
    moods.put(keeper, mood);
  }

  /// Whether a keeper has been told to forget a user.
  boolean forgot(String keeper, Object user) {
    return forgotten.contains(keeper + " " + user);
  }

  private void answer(HttpExchange exchange) throws IOException {
    String[] path = exchange.getRequestURI().getPath().split("/", -1);
    String keeper = path[1];
    boolean signed = exchange.getRequestHeaders().containsKey("Oddiya-Internal-Token");
    Mood mood = moods.getOrDefault(keeper, Mood.WELL);
    if (!signed || mood == Mood.DOWN) {
      exchange.sendResponseHeaders(signed ? 503 : 401, -1);
    } else if (exchange.getRequestMethod().equals("DELETE")) {
      forgotten.add(keeper + " " + path[4]);
      exchange.sendResponseHeaders(204, -1);
    } else {
      export(exchange, keeper, path[4], mood);
    }
    exchange.close();
  }

  private static void export(HttpExchange exchange, String keeper, String user, Mood mood)
      throws IOException {
    byte[] zip = zip(keeper + ".json", "\"" + keeper + " of " + user + "\"");
    int directory = new String(zip, ISO_8859_1).indexOf("PK\1\2");
    exchange.getResponseHeaders().set("Content-Type", "application/zip");
    exchange.sendResponseHeaders(200, mood == Mood.BREAKING ? zip.length : 0);
    exchange.getResponseBody().write(zip, 0, mood == Mood.WELL ? zip.length : directory);
    exchange.getResponseBody().flush();
    if (mood == Mood.BREAKING) {
      throw new IOException("told to break");
    }
  }

  private static byte[] zip(String name, String content) {
    var bytes = new ByteArrayOutputStream();
    try (var zip = new ZipOutputStream(bytes)) {
      zip.putNextEntry(new ZipEntry(name));
      zip.write(content.getBytes(UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return bytes.toByteArray();
  }

  @Override
  public void close() {
    server.stop(0);
    threads.shutdownNow();
  }
}
