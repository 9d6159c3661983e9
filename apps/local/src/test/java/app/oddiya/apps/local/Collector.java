package app.oddiya.apps.local;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceResponse;
import io.opentelemetry.proto.common.v1.KeyValue;
import io.opentelemetry.proto.trace.v1.ResourceSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.zip.GZIPInputStream;

/// Where services send their traces (OTLP over HTTP, in protocol buffers); keeps them all.
final class Collector implements AutoCloseable {

  private final HttpServer server;
  private final ConcurrentLinkedQueue<Seen> spans = new ConcurrentLinkedQueue<>();

  /// A span as it arrived.
  ///
  /// @param parent empty for the first of a trace
  record Seen(
      String service,
      Span.SpanKind kind,
      String name,
      String trace,
      String id,
      String parent,
      Map<String, String> attributes) {}

  private Collector(HttpServer server) {
    this.server = server;
  }

  static Collector start() {
    try {
      var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
      Collector collector = new Collector(HttpServer.create(address, 0));
      collector.server.createContext("/v1/traces", collector::take);
      collector.server.start();
      return collector;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI address() {
    return URI.create("http://127.0.0.1:" + server.getAddress().getPort());
  }

  List<Seen> spans() {
    return List.copyOf(spans);
  }

  private void take(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean zipped = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      try (InputStream body =
          zipped ? new GZIPInputStream(exchange.getRequestBody()) : exchange.getRequestBody()) {
        keep(body.readAllBytes());
      }
      byte[] thanks = ExportTraceServiceResponse.getDefaultInstance().toByteArray();
      exchange.getResponseHeaders().set("Content-Type", "application/x-protobuf");
      exchange.sendResponseHeaders(200, thanks.length == 0 ? -1 : thanks.length);
      exchange.getResponseBody().write(thanks);
    }
  }

  private void keep(byte[] batch) throws InvalidProtocolBufferException {
    for (ResourceSpans resource :
        ExportTraceServiceRequest.parseFrom(batch).getResourceSpansList()) {
      String service =
          attributes(resource.getResource().getAttributesList()).getOrDefault("service.name", "");
      resource.getScopeSpansList().stream()
          .flatMap(scope -> scope.getSpansList().stream())
          .map(span -> seen(service, span))
          .forEach(spans::add);
    }
  }

  private static Seen seen(String service, Span span) {
    return new Seen(
        service,
        span.getKind(),
        span.getName(),
        hex(span.getTraceId()),
        hex(span.getSpanId()),
        hex(span.getParentSpanId()),
        attributes(span.getAttributesList()));
  }

  private static Map<String, String> attributes(List<KeyValue> values) {
    Map<String, String> attributes = new TreeMap<>();
    values.forEach(value -> attributes.put(value.getKey(), value.getValue().getStringValue()));
    return attributes;
  }

  private static String hex(ByteString id) {
    return HexFormat.of().formatHex(id.toByteArray());
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
