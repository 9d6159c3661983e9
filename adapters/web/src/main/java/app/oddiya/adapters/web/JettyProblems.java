package app.oddiya.adapters.web;

import java.nio.ByteBuffer;
import java.util.Objects;
import java.util.Optional;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/// Problem documents for what Jetty refuses before any route is asked, and when the server stops.
public final class JettyProblems extends ErrorHandler {

  @Override
  public boolean handle(Request request, Response response, Callback callback) {
    answer(problem(response.getStatus()), request, response, callback);
    return true;
  }

  /// Answers a problem from a Jetty handler, as every other error is answered.
  ///
  /// @param callback completed when it has been written
  public static void answer(
      Problem problem, Request request, Response response, Callback callback) {
    Trace trace = Trace.of(header(request, "X-Request-Id"), header(request, "traceparent"));
    // There is no path where there was no HTTP.
    String path = Objects.requireNonNullElse(request.getHttpURI().getPath(), "");
    byte[] document = ProblemDocument.write(problem, path, trace.requestId());
    AccessLog.outcome(request, problem.code());
    // If the rest of the body is not here, the connection is of no use any more, and it is said so.
    var _ = request.consumeAvailable();
    response.setStatus(problem.status());
    response.getHeaders().put(HttpHeader.CONTENT_TYPE, ProblemDocument.MEDIA_TYPE);
    response.getHeaders().put("X-Request-Id", trace.requestId());
    problem.headers().forEach(response.getHeaders()::put);
    response.write(true, ByteBuffer.wrap(document), callback);
  }

  private static Optional<String> header(Request request, String name) {
    return Optional.ofNullable(request.getHeaders().get(name));
  }

  private static Problem problem(int status) {
    return switch (status) {
      case 404 -> Problem.notFound();
      case 408 -> Problem.of(408, "timeout", "Timeout", "The request took too long to arrive.");
      case 413 -> Problem.of(413, "body_too_large", "Content too large", "The body is too long.");
      case 414 -> Problem.of(414, "uri_too_long", "URI too long", "The address is too long.");
      case 426, 417, 415 -> Problem.of(status, "not_supported", "Not supported", "Not here.");
      case 431 ->
          Problem.of(431, "headers_too_large", "Headers too large", "The headers are too long.");
      case 501 -> Problem.of(501, "not_implemented", "Not implemented", "This is not known here.");
      case 503 -> Problem.unavailable(java.time.Duration.ofSeconds(2));
      case 505 ->
          Problem.of(505, "version_not_supported", "Version not supported", "HTTP/1.1 is spoken.");
      default ->
          status < 500
              ? Problem.of(status, "malformed_request", "Malformed request", "This is not HTTP.")
              : Problem.of(500, "internal_error", "Internal error", "Something went wrong here.");
    };
  }
}
