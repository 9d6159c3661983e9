package app.oddiya.adapters.proxy;

import app.oddiya.adapters.web.AccessLog;
import java.net.URI;
import java.util.Set;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.HttpStream;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/// Tells browsers which other origins' pages may call this one (the CORS protocol of the Fetch
/// standard). It speaks before everything else, what Jetty refuses by itself included, so that
/// pages can read refusals as well.
///
/// A preflight is answered here, to anybody and for any path: it asks about this door and not about
/// what is behind it. An origin is allowed if it is listed, letter by letter; what is not allowed
/// gets an answer without permission, which is how the protocol says no.
///
/// Pages may send their credentials to `/oauth2/` alone, where a refresh token can live in a cookie
/// that no script reads. Everywhere else the access token is in a header, which needs none.
public final class Cors extends Handler.Wrapper {

  private static final String WITH_CREDENTIALS = "/oauth2/";

  private static final HttpField VARY = new HttpField(HttpHeader.VARY, "Origin");
  private static final HttpField CREDENTIALS =
      new HttpField(HttpHeader.ACCESS_CONTROL_ALLOW_CREDENTIALS, "true");
  private static final HttpField METHODS =
      new HttpField(HttpHeader.ACCESS_CONTROL_ALLOW_METHODS, "GET, HEAD, POST, PUT, PATCH, DELETE");
  private static final HttpField HEADERS =
      new HttpField(
          HttpHeader.ACCESS_CONTROL_ALLOW_HEADERS,
          "Accept, Accept-Language, Authorization, Content-Type, Idempotency-Key, If-Match,"
              + " If-Modified-Since, If-None-Match, X-Request-Id, traceparent, tracestate");
  private static final HttpField EXPOSED =
      new HttpField(
          HttpHeader.ACCESS_CONTROL_EXPOSE_HEADERS,
          "Allow, Content-Disposition, ETag, Location, RateLimit, RateLimit-Policy, Retry-After,"
              + " WWW-Authenticate, X-Request-Id");

  /// Two hours, the longest that Chromium remembers.
  private static final HttpField MAX_AGE = new HttpField(HttpHeader.ACCESS_CONTROL_MAX_AGE, "7200");

  private final Set<String> origins;

  /// @param origins whose pages may call: `https://app.example`; with none of them nothing is said
  public Cors(Set<String> origins) {
    this.origins = Set.copyOf(origins);
  }

  /// Whether a text is an origin as browsers write it: scheme and host, and a port if it is not the
  /// usual one. Neither `*` nor `null` is.
  public static boolean isOrigin(String text) {
    try {
      URI uri = URI.create(text);
      String port = uri.getPort() < 0 ? "" : ":" + uri.getPort();
      return uri.getHost() != null && text.equals(uri.getScheme() + "://" + uri.getHost() + port);
    } catch (IllegalArgumentException noUri) {
      return false;
    }
  }

  @Override
  protected void doStart() throws Exception {
    if (!origins.isEmpty()) {
      for (Connector connector : getServer().getConnectors()) {
        connector
            .getConnectionFactory(HttpConnectionFactory.class)
            .getHttpConfiguration()
            .addCustomizer(this::speak);
      }
    }
    super.doStart();
  }

  private Request speak(Request request, HttpFields.Mutable responseHeaders) {
    String allowed = allowedOrigin(request);
    boolean withCredentials = Screening.path(request).startsWith(WITH_CREDENTIALS);
    request.addHttpStreamWrapper(stream -> new Saying(stream, allowed, withCredentials));
    return request;
  }

  private @Nullable String allowedOrigin(Request request) {
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    return origin != null && origins.contains(origin) ? origin : null;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    if (!isPreflight(request)) {
      return super.handle(request, response, callback);
    }
    AccessLog.route(request, "preflight");
    AccessLog.outcome(request, "ok");
    response.setStatus(HttpStatus.NO_CONTENT_204);
    if (allowedOrigin(request) != null) {
      response.getHeaders().put(METHODS).put(HEADERS).put(MAX_AGE);
    }
    response.write(true, null, callback);
    return true;
  }

  private static boolean isPreflight(Request request) {
    HttpFields headers = request.getHeaders();
    return request.getMethod().equals("OPTIONS")
        && headers.contains(HttpHeader.ORIGIN)
        && headers.contains(HttpHeader.ACCESS_CONTROL_REQUEST_METHOD);
  }

  /// Adds what is to be said to the answer as it leaves, whoever makes it.
  private static final class Saying extends HttpStream.Wrapper {

    private final @Nullable String allowed;
    private final boolean withCredentials;

    private Saying(HttpStream stream, @Nullable String allowed, boolean withCredentials) {
      super(stream);
      this.allowed = allowed;
      this.withCredentials = withCredentials;
    }

    @Override
    public void prepareResponse(HttpFields.Mutable headers) {
      headers.add(VARY);
      if (allowed != null) {
        headers.put(HttpHeader.ACCESS_CONTROL_ALLOW_ORIGIN, allowed);
        headers.put(EXPOSED);
        if (withCredentials) {
          headers.put(CREDENTIALS);
        }
      }
      super.prepareResponse(headers);
    }
  }
}
