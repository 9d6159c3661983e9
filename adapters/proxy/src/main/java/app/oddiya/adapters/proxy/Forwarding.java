package app.oddiya.adapters.proxy;

import app.oddiya.adapters.web.AccessLog;
import app.oddiya.adapters.web.JettyProblems;
import app.oddiya.adapters.web.Problem;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.Response.CompleteListener;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpURI;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.proxy.ProxyHandler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// Sends [Admitted] requests to their service and its answers back, each byte as it comes; no
/// thread waits meanwhile. What goes wrong before the answer has begun becomes a problem;
/// afterwards the connection is cut, so that half an answer never looks like a whole one.
final class Forwarding extends ProxyHandler.Reverse {

  private static final Logger LOG = LoggerFactory.getLogger(Forwarding.class);
  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(1);

  /// Shorter than the 30 s after which the services close a connection that nobody uses, so that
  /// none is closed under a request that has just been sent.
  private static final Duration UNUSED_CONNECTION = Duration.ofSeconds(20);

  private static final int CONNECTIONS_TO_A_SERVICE = 1_024;
  private static final Duration RETRY_AFTER = Duration.ofSeconds(2);

  /// What services say to the gateway alone, or the gateway says itself.
  private static final Set<String> KEPT =
      Set.of("date", "server", "via", "x-request-id", "x-powered-by");

  Forwarding() {
    super(
        request -> {
          Admitted admitted = admitted(request);
          HttpURI uri = admitted.getHttpURI();
          String query = uri.getQuery() == null ? "" : "?" + Target.encoded(uri.getQuery());
          return HttpURI.from(admitted.upstream().address(uri.getPath() + query));
        });
    setViaHost("oddiya");
    setUseServerThreadPool(true);
  }

  @Override
  protected HttpClient newHttpClient() {
    ClientConnector connector = new ClientConnector();
    // Jetty would take one for every second core, out of a pool that is small on purpose.
    connector.setSelectors(1);
    return new HttpClient(new HttpClientTransportOverHTTP(connector));
  }

  @Override
  protected void configureHttpClient(HttpClient client) {
    super.configureHttpClient(client);
    client.setConnectTimeout(CONNECT_TIMEOUT.toMillis());
    client.setIdleTimeout(UNUSED_CONNECTION.toMillis());
    client.setMaxConnectionsPerDestination(CONNECTIONS_TO_A_SERVICE);
    client.setUserAgentField(null);
  }

  @Override
  protected void copyRequestHeaders(Request request, org.eclipse.jetty.client.Request toService) {
    // The client writes the framing of its own message.
    toService.headers(
        headers ->
            headers
                .add(request.getHeaders())
                .remove(HttpHeader.CONTENT_LENGTH)
                .remove(HttpHeader.TRANSFER_ENCODING));
  }

  @Override
  protected void addForwardedHeader(Request request, org.eclipse.jetty.client.Request toService) {
    // No service decides anything by where a client is.
  }

  @Override
  protected void sendProxyToServerRequest(
      Request request,
      org.eclipse.jetty.client.Request toService,
      Response response,
      Callback callback) {
    toService.idleTimeout(admitted(request).route().patience().toMillis(), TimeUnit.MILLISECONDS);
    // A client may wait in silence as long as the service may think.
    request.addIdleTimeoutListener(silence -> false);
    request.addFailureListener(
        failure -> {
          var _ = toService.abort(failure);
        });
    super.sendProxyToServerRequest(request, toService, response, callback);
  }

  @Override
  protected CompleteListener newServerToProxyResponseListener(
      Request request,
      org.eclipse.jetty.client.Request toService,
      Response response,
      Callback callback) {
    return new ProxyResponseListener(request, toService, response, callback) {
      @Override
      public void onHeaders(org.eclipse.jetty.client.Response fromService) {
        super.onHeaders(fromService);
        if (fromService.getHeaders().contains(HttpHeader.TRANSFER_ENCODING)) {
          // Else Jetty would mark the end by closing where the client asked for that anyway, and
          // nobody could tell an end from a breaking off.
          response.getHeaders().put(HttpHeader.TRANSFER_ENCODING, "chunked");
        }
      }
    };
  }

  @Override
  protected @Nullable HttpField filterServerToProxyResponseField(HttpField field) {
    String name = field.getLowerCaseName();
    return KEPT.contains(name) || name.startsWith("oddiya-") ? null : field;
  }

  @Override
  protected void onServerToProxyResponseFailure(
      Request request,
      org.eclipse.jetty.client.Request toService,
      org.eclipse.jetty.client.Response fromService,
      Response response,
      Callback callback,
      Throwable failure) {
    if (response.isCommitted()) {
      AccessLog.outcome(request, "cut_off");
      callback.failed(failure);
      return;
    }
    response.reset();
    JettyProblems.answer(problem(admitted(request), failure), request, response, callback);
  }

  private static Problem problem(Admitted request, Throwable failure) {
    return switch (request.brokenBody()) {
      case Admitted.BodyTooLong tooLong -> Refusals.bodyTooLarge(request.route().bodyLimit());
      case Throwable clientsFault -> Refusals.bodyBroken();
      case null -> {
        LOG.atWarn()
            .addKeyValue("event", "upstream_unavailable")
            .addKeyValue("upstream", request.upstream().name())
            .addKeyValue("failure", failure.toString())
            .log("upstream unavailable");
        yield Problem.unavailable(RETRY_AFTER);
      }
    };
  }

  private static Admitted admitted(Request request) {
    return Request.as(request, Admitted.class);
  }
}
