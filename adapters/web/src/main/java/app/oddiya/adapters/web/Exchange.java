package app.oddiya.adapters.web;

import app.oddiya.domain.shared.Span;
import app.oddiya.domain.shared.Tracer;
import io.javalin.http.Context;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.jetty.ee10.servlet.ServletContextRequest;
import org.eclipse.jetty.server.Request;

/// One request and its response, as the server has them.
final class Exchange {

  private final Context ctx;
  private final Trace trace;
  private final Span span;

  /// @param route its template
  Exchange(Context ctx, Tracer tracer, String route) {
    this.ctx = ctx;
    Trace sent = Trace.of(header("X-Request-Id"), header("traceparent"));
    this.span = tracer.begin(Span.Kind.SERVER, () -> method() + " " + route, sent.traceparent());
    this.trace = sent.at(span);
    AccessLog.span(coreRequest(), span);
    setHeader("X-Request-Id", trace.requestId());
  }

  Trace trace() {
    return trace;
  }

  /// The work for this request; ended by the [AccessLog].
  Span span() {
    return span;
  }

  String method() {
    return ctx.req().getMethod();
  }

  /// As it came, still encoded.
  String path() {
    return ctx.req().getRequestURI();
  }

  Map<String, String> pathParameters() {
    return ctx.pathParamMap();
  }

  String queryString() {
    return Optional.ofNullable(ctx.req().getQueryString()).orElse("");
  }

  Optional<String> header(String name) {
    return Optional.ofNullable(ctx.req().getHeader(name));
  }

  List<String> headers(String name) {
    return Collections.list(ctx.req().getHeaders(name));
  }

  /// Whether nothing follows the headers.
  boolean hasNoBody() {
    return announcedLength() <= 0 && header("Transfer-Encoding").isEmpty();
  }

  /// -1 if it is not known beforehand.
  long announcedLength() {
    return ctx.req().getContentLengthLong();
  }

  InputStream body() throws IOException {
    return ctx.req().getInputStream();
  }

  void setHeader(String name, String value) {
    ctx.res().setHeader(name, value);
  }

  void setAttribute(String name, Object value) {
    ctx.req().setAttribute(name, value);
  }

  void send(int status, String mediaType, byte[] bytes) throws IOException {
    leaveNoBodyBehind();
    HttpServletResponse response = ctx.res();
    response.setStatus(status);
    response.setContentType(mediaType);
    response.setContentLength(bytes.length);
    response.getOutputStream().write(bytes);
  }

  void sendNothing(int status) {
    leaveNoBodyBehind();
    ctx.res().setStatus(status);
    ctx.res().setContentType(null);
  }

  /// Passes over the body of a request that was answered without reading it. If not all of it is
  /// there yet the connection ends with the answer, and the answer says so: by itself Jetty would
  /// close it a moment later, under whatever a proxy had sent on it meanwhile.
  private void leaveNoBodyBehind() {
    if (!hasNoBody() && !coreRequest().consumeAvailable()) {
      setHeader("Connection", "close");
    }
  }

  /// Sends the head of a stream and gives what is written to it.
  OutputStream openStream(int status, String mediaType) throws IOException {
    HttpServletResponse response = ctx.res();
    response.setStatus(status);
    response.setContentType(mediaType);
    if (ctx.req().getProtocol().equals("HTTP/1.1")) {
      // On a connection that ends with this answer, as all do while we are stopping, Jetty would
      // else mark the end by closing, and nobody could tell a whole stream from a part of one.
      response.setHeader("Transfer-Encoding", "chunked");
    }
    response.flushBuffer();
    return response.getOutputStream();
  }

  /// Ends the connection in the middle of a stream: whoever reads it sees that it is not whole. A
  /// stream that is merely left would be completed in order.
  void cut() {
    coreRequest().getConnectionMetaData().getConnection().getEndPoint().close();
  }

  private Request coreRequest() {
    return ServletContextRequest.getServletContextRequest(ctx.req());
  }
}
