package app.oddiya.apps.stores.sns;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;

/// AWS's Query protocol over HTTP: a form in, XML out, and `GET /_published`, which is ours.
final class QueryServer {

  /// SNS takes 256 KiB of message; as a form that is at most three times as much.
  private static final int MAX_BODY = 1 << 20;

  private static final Pattern SIGNED =
      Pattern.compile(
          "AWS4-HMAC-SHA256 Credential=[^/, ]+/[0-9]{8}/[a-z0-9-]+/sns/aws4_request, ?"
              + "SignedHeaders=[a-z0-9;-]+, ?Signature=[0-9a-f]{64}");

  private final HttpServer server;

  private QueryServer(HttpServer server) {
    this.server = server;
  }

  static QueryServer start(int port, Actions actions, Published published) throws IOException {
    HttpServer server =
        HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
    server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
    server.createContext("/", exchange -> call(exchange, actions));
    server.createContext("/_published", exchange -> show(exchange, published));
    server.start();
    return new QueryServer(server);
  }

  int port() {
    return server.getAddress().getPort();
  }

  void stop() {
    server.stop(0);
  }

  private static void call(HttpExchange exchange, Actions actions) throws IOException {
    String requestId = UUID.randomUUID().toString();
    try {
      Parameters parameters = accepted(exchange);
      String action = parameters.required("Action");
      String result = actions.run(action, parameters);
      answer(exchange, 200, "text/xml", Answer.success(action, result, requestId));
    } catch (Refusal refusal) {
      answer(exchange, refusal.status(), "text/xml", Answer.failure(refusal, requestId));
    }
  }

  /// The call's form, if it comes the way SNS wants it. The signature's form is checked, not its
  /// value: SNS is never a target of presigned requests here, so a wrong one could only come from
  /// the SDK.
  private static Parameters accepted(HttpExchange exchange) throws IOException, Refusal {
    if (!exchange.getRequestMethod().equals("POST")
        || !exchange.getRequestURI().getPath().equals("/")) {
      throw Refusal.invalidAction("POST a form to /");
    }
    String authorization = exchange.getRequestHeaders().getFirst("Authorization");
    if (authorization == null) {
      throw Refusal.unsigned();
    }
    if (!SIGNED.matcher(authorization).matches()) {
      throw Refusal.badSignature("not a Signature Version 4 for sns");
    }
    byte[] body = exchange.getRequestBody().readNBytes(MAX_BODY + 1);
    if (body.length > MAX_BODY) {
      throw Refusal.invalidParameter("Message", "Message too long");
    }
    Parameters parameters = Parameters.parse(new String(body, StandardCharsets.UTF_8));
    if (!parameters.required("Version").equals("2010-03-31")) {
      throw Refusal.invalidAction("no such version");
    }
    return parameters;
  }

  private static void show(HttpExchange exchange, Published published) throws IOException {
    String query = exchange.getRequestURI().getQuery();
    int after =
        query != null && query.matches("after=[0-9]{1,9}")
            ? Integer.parseInt(query.substring(6))
            : 0;
    answer(exchange, 200, "application/jsonl", published.lines(after));
  }

  private static void answer(HttpExchange exchange, int status, String type, String text)
      throws IOException {
    byte[] body = text.getBytes(StandardCharsets.UTF_8);
    exchange.getResponseHeaders().set("Content-Type", type + "; charset=utf-8");
    exchange.sendResponseHeaders(status, body.length == 0 ? -1 : body.length);
    try (var out = exchange.getResponseBody()) {
      out.write(body);
    }
  }
}
