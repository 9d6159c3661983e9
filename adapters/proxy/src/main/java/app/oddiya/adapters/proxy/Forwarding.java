package app.oddiya.adapters.proxy;

import app.oddiya.adapters.web.AccessLog;
import app.oddiya.adapters.web.JettyProblems;
import app.oddiya.adapters.web.Problem;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.jetty.client.ContinueProtocolHandler;
import org.eclipse.jetty.client.EarlyHintsProtocolHandler;
import org.eclipse.jetty.client.HttpClient;
import org.eclipse.jetty.client.ProcessingProtocolHandler;
import org.eclipse.jetty.client.transport.HttpClientTransportOverHTTP;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.HttpCookieStore;
import org.eclipse.jetty.io.ClientConnector;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.component.ContainerLifeCycle;
import org.eclipse.jetty.util.thread.Invocable;

/// Sends [Admitted] requests to their services, as far as there is room for them, and looks after
/// those on their way.
final class Forwarding extends ContainerLifeCycle {

  /// Shorter than the 30 s after which the services close a connection that nobody uses, so that
  /// none is closed under a request that has just been sent.
  private static final Duration UNUSED_CONNECTION = Duration.ofSeconds(20);

  private static final Duration ROUND = Duration.ofMillis(250);

  private final Server server;
  private final ProxyLimits limits;
  private final HttpClient http;
  private final Map<Upstream, Lane> lanes;
  private final AtomicInteger inFlight = new AtomicInteger();
  private final Set<Passage> passages = ConcurrentHashMap.newKeySet();

  Forwarding(Server server, ProxyRoutes routes, ProxyLimits limits, MeterRegistry meters) {
    this.server = server;
    this.limits = limits;
    this.lanes =
        routes.upstreams().stream()
            .collect(
                Collectors.toUnmodifiableMap(
                    Function.identity(),
                    upstream -> new Lane(upstream, limits.inFlightPerUpstream(), meters)));
    this.http = newClient(server, limits);
    Gauge.builder("proxy.requests.in.flight.most", limits::inFlight)
        .description("Requests on their way beyond which others are refused")
        .register(meters);
    addBean(http);
  }

  private static HttpClient newClient(Server server, ProxyLimits limits) {
    ClientConnector connector = new ClientConnector();
    // Jetty would take one for every second core, out of a pool that is small on purpose.
    connector.setSelectors(1);
    HttpClientTransportOverHTTP transport = new HttpClientTransportOverHTTP(connector);
    // What is done with an answer never waits, so it needs no thread of its own.
    transport.setInvocationType(Invocable.InvocationType.NON_BLOCKING);
    HttpClient http = new HttpClient(transport);
    http.setExecutor(server.getThreadPool());
    http.setScheduler(server.getScheduler());
    http.setHttpCompliance(HttpCompliance.STRICT);
    http.setFollowRedirects(false);
    http.setHttpCookieStore(new HttpCookieStore.Empty());
    http.setConnectTimeout(limits.connect().toMillis());
    http.setIdleTimeout(UNUSED_CONNECTION.toMillis());
    http.setMaxConnectionsPerDestination(limits.inFlightPerUpstream());
    http.setUserAgentField(null);
    http.setDefaultRequestContentType(null);
    return http;
  }

  @Override
  protected void doStart() throws Exception {
    super.doStart();
    http.getContentDecoderFactories().clear();
    // The usual ones follow redirects, answer challenges and switch protocols. What must stay are
    // those that wait for the real answer behind an interim one.
    http.getProtocolHandlers().clear();
    http.getProtocolHandlers().put(new ContinueProtocolHandler());
    http.getProtocolHandlers().put(new ProcessingProtocolHandler());
    http.getProtocolHandlers().put(new EarlyHintsProtocolHandler());
    lookAfter();
  }

  private void lookAfter() {
    if (isRunning() || isStarting()) {
      long now = System.nanoTime();
      passages.forEach(passage -> passage.expire(now, limits));
      var _ =
          server.getScheduler().schedule(this::lookAfter, ROUND.toMillis(), TimeUnit.MILLISECONDS);
    }
  }

  /// Sends a request, or refuses it if there is no room for it or no use in it.
  void forward(Admitted request, Upstream upstream, Response response, Callback callback) {
    Lane lane = Objects.requireNonNull(lanes.get(upstream));
    AccessLog.upstream(request, lane.name());
    Optional<Problem> refusal = enter(lane);
    if (refusal.isPresent()) {
      JettyProblems.answer(refusal.get(), request, response, callback);
      return;
    }
    Passage passage = new Passage(http, request, response, lane, callback, this::over);
    passages.add(passage);
    passage.begin();
  }

  private Optional<Problem> enter(Lane lane) {
    if (inFlight.incrementAndGet() > limits.inFlight()) {
      inFlight.decrementAndGet();
      return Optional.of(Refusals.busy());
    }
    Optional<Problem> refusal = lane.enter();
    if (refusal.isPresent()) {
      inFlight.decrementAndGet();
    }
    return refusal;
  }

  private void over(Passage passage) {
    passages.remove(passage);
    passage.lane().leave();
    inFlight.decrementAndGet();
  }
}
