package app.oddiya.adapters.proxy;

import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.jspecify.annotations.Nullable;

/// A request that may pass, with what it needs on its way: its route, its headers, and a body that
/// breaks off where the route's limit is.
final class Admitted extends Request.Wrapper {

  private final Upstream upstream;
  private final ProxyRoute route;
  private final HttpFields headers;
  private final AtomicLong left;
  private volatile @Nullable Throwable brokenBody;

  /// @param headers those that go on to the service
  Admitted(Request request, ProxyRoute route, Upstream upstream, HttpFields headers) {
    super(request);
    this.route = route;
    this.upstream = upstream;
    this.headers = headers;
    this.left = new AtomicLong(route.bodyLimit());
  }

  Upstream upstream() {
    return upstream;
  }

  ProxyRoute route() {
    return route;
  }

  String requestId() {
    return Objects.requireNonNull(headers.get("X-Request-Id"));
  }

  /// Why the body could not be read to its end: too long, or the client's fault.
  @Nullable Throwable brokenBody() {
    return brokenBody;
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
      brokenBody = chunk.getFailure();
      return chunk;
    }
    if (left.addAndGet(-chunk.remaining()) >= 0) {
      return chunk;
    }
    chunk.release();
    BodyTooLong tooLong = new BodyTooLong();
    brokenBody = tooLong;
    return Content.Chunk.from(tooLong, true);
  }

  /// The body went beyond the limit of its route.
  static final class BodyTooLong extends Exception {

    private static final long serialVersionUID = 1L;
  }
}
