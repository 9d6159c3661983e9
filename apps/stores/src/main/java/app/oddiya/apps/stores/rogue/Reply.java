package app.oddiya.apps.stores.rogue;

import com.sun.net.httpserver.HttpExchange;
import java.io.IOException;
import java.io.OutputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.concurrent.atomic.AtomicLong;

/// What one door of a provider does with a request.
@FunctionalInterface
public interface Reply {

  void give(HttpExchange exchange) throws IOException;

  static Reply json(String body) {
    return of(200, "application/json", body);
  }

  static Reply of(int status, String type, String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", type);
      exchange.sendResponseHeaders(status, bytes.length == 0 ? -1 : bytes.length);
      exchange.getResponseBody().write(bytes);
    };
  }

  static Reply redirect(int status, URI elsewhere) {
    return exchange -> {
      exchange.getResponseHeaders().set("Location", elsewhere.toString());
      exchange.sendResponseHeaders(status, -1);
    };
  }

  /// Promises a whole body and hangs up in the middle of it.
  static Reply truncated(String body) {
    return exchange -> {
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, bytes.length);
      exchange.getResponseBody().write(bytes, 0, bytes.length / 2);
      exchange.getResponseBody().flush();
    };
  }

  /// A text in JSON that goes on for so many bytes, or until nobody reads it any more.
  ///
  /// @param sent counts them
  static Reply huge(long bytes, AtomicLong sent) {
    return exchange -> {
      byte[] block = new byte[64 * 1024];
      Arrays.fill(block, (byte) 'x');
      exchange.getResponseHeaders().set("Content-Type", "application/json");
      exchange.sendResponseHeaders(200, 0);
      OutputStream body = exchange.getResponseBody();
      body.write("{\"access_token\":\"".getBytes(StandardCharsets.US_ASCII));
      while (sent.get() < bytes) {
        body.write(block);
        sent.addAndGet(block.length);
      }
      body.write("\"}".getBytes(StandardCharsets.US_ASCII));
    };
  }
}
