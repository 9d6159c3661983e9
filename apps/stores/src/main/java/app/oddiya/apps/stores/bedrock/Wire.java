package app.oddiya.apps.stores.bedrock;

import app.oddiya.apps.stores.bedrock.Said.Broken;
import app.oddiya.apps.stores.bedrock.Said.How;
import app.oddiya.apps.stores.bedrock.Said.Refusal;
import app.oddiya.apps.stores.bedrock.Said.Turn;
import com.sun.net.httpserver.HttpExchange;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.node.ObjectNode;

/// One answer on its way, as JSON or as an event stream.
final class Wire {

  private static final String JSON = "application/json";
  private static final String EVENTS = "application/vnd.amazon.eventstream";

  /// Of an answer whose length is not said in advance.
  private static final int CHUNKED = 0;

  private static final int PAUSE_MILLIS = 20;

  private final HttpExchange exchange;
  private final boolean streamed;
  private final CountDownLatch closed;

  /// @param closed ends what would otherwise last
  Wire(HttpExchange exchange, boolean streamed, CountDownLatch closed) {
    this.exchange = exchange;
    this.streamed = streamed;
    this.closed = closed;
  }

  void give(Said said) throws IOException {
    switch (said) {
      case Turn turn -> whole(turn);
      case Refusal refusal -> refuse(refusal);
      case Broken(Turn turn, How how) -> broken(turn, how);
    }
  }

  void refuse(Refusal refusal) throws IOException {
    exchange.getResponseHeaders().set("x-amzn-ErrorType", refusal.type());
    send(refusal.status(), JSON, message(refusal.message()).getBytes(StandardCharsets.UTF_8));
  }

  private void whole(Turn turn) throws IOException {
    if (streamed) {
      OutputStream body = open();
      for (byte[] frame : Answers.events(turn)) {
        body.write(frame);
        body.flush();
      }
      body.close();
    } else {
      send(200, JSON, bytes(turn));
    }
  }

  private void broken(Turn turn, How how) throws IOException {
    switch (how) {
      case SILENT -> waitForEnd();
      case HANGS_HALFWAY -> {
        write(half(turn, false));
        waitForEnd();
      }
      case CUT_HALFWAY -> cut(turn);
      case STOPS_HALFWAY -> {
        if (streamed) {
          write(half(turn, false));
          exchange.getResponseBody().close();
        } else {
          cut(turn);
        }
      }
      case BAD_CHECKSUM -> {
        byte[] spoilt = bytes(turn);
        // In a frame the last byte of a checksum, in JSON the last brace.
        spoilt[spoilt.length - 1] ^= 1;
        send(200, streamed ? EVENTS : JSON, spoilt);
      }
      case THROTTLED_HALFWAY -> {
        if (streamed) {
          write(half(turn, false));
          exchange
              .getResponseBody()
              .write(Frames.exception("throttlingException", message("Too many tokens.")));
          exchange.getResponseBody().close();
        } else {
          give(Said.throttled());
        }
      }
      case NONSENSE -> {
        byte[] page = "<html><body>It works!</body></html>".getBytes(StandardCharsets.UTF_8);
        send(200, "text/html", page);
      }
      case EMPTY -> {
        if (streamed) {
          send(
              200,
              EVENTS,
              joined(
                  List.of(Frames.event("somethingNew", "{}"), Frames.event("messageStop", "{}"))));
        } else {
          send(200, JSON, "{}".getBytes(StandardCharsets.UTF_8));
        }
      }
      case NAMELESS -> {
        if (streamed) {
          String start = "{\"contentBlockIndex\":0,\"start\":{\"toolUse\":{}}}";
          send(
              200,
              EVENTS,
              joined(
                  List.of(
                      Frames.event("messageStart", "{\"role\":\"assistant\"}"),
                      Frames.event("contentBlockStart", start),
                      Frames.event("messageStop", "{\"stopReason\":\"tool_use\"}"))));
        } else {
          String message = "{\"role\":\"assistant\",\"content\":[{\"toolUse\":{}}]}";
          String answer = "{\"output\":{\"message\":" + message + "},\"stopReason\":\"tool_use\"}";
          send(200, JSON, answer.getBytes(StandardCharsets.UTF_8));
        }
      }
      case TRICKLE -> {
        OutputStream body = open();
        for (byte one : bytes(turn)) {
          if (isOver()) {
            return;
          }
          body.write(one);
          body.flush();
        }
        body.close();
      }
      case ENDLESS -> endless();
    }
  }

  /// More is promised than comes: closing the exchange then closes the connection.
  private void cut(Turn turn) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", streamed ? EVENTS : JSON);
    exchange.sendResponseHeaders(200, bytes(turn).length);
    exchange.getResponseBody().write(half(turn, true));
    exchange.getResponseBody().flush();
  }

  private void endless() throws IOException {
    OutputStream body = open();
    byte[] block =
        streamed
            ? Frames.event(
                "contentBlockDelta",
                "{\"contentBlockIndex\":0,\"delta\":{\"text\":\"" + "x".repeat(60_000) + "\"}}")
            : " ".repeat(60_000).getBytes(StandardCharsets.UTF_8);
    while (closed.getCount() > 0) {
      body.write(block);
    }
  }

  private OutputStream open() throws IOException {
    exchange.getResponseHeaders().set("Content-Type", streamed ? EVENTS : JSON);
    exchange.sendResponseHeaders(200, CHUNKED);
    return exchange.getResponseBody();
  }

  private void write(byte[] bytes) throws IOException {
    OutputStream body = open();
    body.write(bytes);
    body.flush();
  }

  private void send(int status, String type, byte[] bytes) throws IOException {
    exchange.getResponseHeaders().set("Content-Type", type);
    exchange.sendResponseHeaders(status, bytes.length);
    exchange.getResponseBody().write(bytes);
  }

  private byte[] bytes(Turn turn) {
    return streamed
        ? joined(Answers.events(turn))
        : Answers.object(turn).getBytes(StandardCharsets.UTF_8);
  }

  /// Of a stream the frames of the first half, and some of the next one's bytes if it is `torn`.
  private byte[] half(Turn turn, boolean torn) {
    if (!streamed) {
      byte[] all = bytes(turn);
      return Arrays.copyOf(all, all.length / 2);
    }
    List<byte[]> frames = Answers.events(turn);
    byte[] first = joined(frames.subList(0, frames.size() / 2));
    byte[] next = frames.get(frames.size() / 2);
    return torn ? joined(List.of(first, Arrays.copyOf(next, next.length / 2))) : first;
  }

  private static byte[] joined(List<byte[]> parts) {
    var all = new ByteArrayOutputStream();
    parts.forEach(all::writeBytes);
    return all.toByteArray();
  }

  private static String message(String message) {
    ObjectNode body = Answers.JSON.createObjectNode();
    return body.put("message", message).toString();
  }

  private void waitForEnd() {
    try {
      closed.await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /// Waits a moment.
  private boolean isOver() {
    try {
      return closed.await(PAUSE_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return true;
    }
  }
}
