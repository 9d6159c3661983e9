package app.oddiya.adapters.proxy;

import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.Trailers;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// A request that may pass, with what it needs on its way: its target, its headers, and a body that
/// breaks off where the route's limit is.
final class Admitted extends Request.Wrapper {

  private final ProxyRoute route;
  private final HttpFields headers;
  private final String requestId;
  private final AtomicLong left;
  private final boolean hasBody;
  private volatile boolean bodyWhole;
  private volatile GivenUp.@Nullable Why bodyBroken;

  /// @param headers those that go on to the service
  Admitted(Request request, ProxyRoute route, String requestId, HttpFields headers) {
    super(request);
    this.route = route;
    this.requestId = requestId;
    this.headers = headers;
    this.left = new AtomicLong(route.bodyLimit());
    this.hasBody = announcesBody(request);
    this.bodyWhole = !hasBody;
  }

  private static boolean announcesBody(Request request) {
    return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
  }

  /// Path and query, with one spelling.
  String target() {
    String path = getHttpURI().getPath();
    String query = getHttpURI().getQuery();
    return query == null ? path : path + '?' + Target.encoded(query);
  }

  ProxyRoute route() {
    return route;
  }

  Duration patience() {
    return route.patience();
  }

  long bodyLimit() {
    return route.bodyLimit();
  }

  String requestId() {
    return requestId;
  }

  boolean hasBody() {
    return hasBody;
  }

  /// Whether its body, if it has one, has been read to the end.
  boolean isBodyWhole() {
    return bodyWhole;
  }

  /// Why the body could not be read to its end: too long, or the client's fault.
  Optional<GivenUp.Why> bodyBroken() {
    return Optional.ofNullable(bodyBroken);
  }

  @Override
  public HttpFields getHeaders() {
    return headers;
  }

  @Override
  public Content.@Nullable Chunk read() {
    Content.Chunk chunk = super.read();
    if (chunk == null) {
      return null;
    }
    if (Content.Chunk.isFailure(chunk)) {
      bodyBroken = GivenUp.Why.BODY_BROKEN;
      return chunk;
    }
    if (left.addAndGet(-chunk.remaining()) < 0) {
      chunk.release();
      bodyBroken = GivenUp.Why.BODY_TOO_LONG;
      return Content.Chunk.from(new GivenUp(GivenUp.Why.BODY_TOO_LONG), true);
    }
    bodyWhole = chunk.isLast();
    // Trailers are headers that have not been looked at: they end here.
    return chunk instanceof Trailers ? Content.Chunk.EOF : chunk;
  }

  /// Nothing is wrong with the body because something is with the service that it was meant for;
  /// Jetty would take the whole request for a failed one, and not send the answer that says so.
  @Override
  public void fail(Throwable failure) {}

  @Override
  public void fail(Throwable failure, boolean last) {}
}
