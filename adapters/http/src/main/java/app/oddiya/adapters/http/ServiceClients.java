package app.oddiya.adapters.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;
import javax.net.ssl.TrustManager;

/// Makes the clients of a process; they share its connections, its internal key and its meters.
///
/// Closing it ends every call that is still under way.
public final class ServiceClients implements AutoCloseable, MeterBinder {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  private static final String PLAIN = "http";

  private final Map<String, HttpClient> byScheme = new ConcurrentHashMap<>();
  private final Optional<InternalTokens> tokens;
  private final InstantSource clock;
  private final CompositeMeterRegistry meters = new CompositeMeterRegistry();
  private final Map<Destination, ServiceClient> clients = new ConcurrentHashMap<>();

  private record Destination(String service, URI base) {}

  private ServiceClients(Optional<InternalTokens> tokens, InstantSource clock) {
    this.tokens = tokens;
    this.clock = clock;
  }

  /// Clients that show `tokens`, for internal routes.
  public static ServiceClients signing(InternalTokens tokens, InstantSource clock) {
    return new ServiceClients(Optional.of(tokens), clock);
  }

  /// Clients that show no internal token, for what a service answers to anyone.
  public static ServiceClients unsigned(InstantSource clock) {
    return new ServiceClients(Optional.empty(), clock);
  }

  /// The client of one service: one for all who ask, so that what one of them learns about an
  /// outage spares the others.
  ///
  /// @param service its name, the `aud` of internal tokens: `auth`, `user`, `plan`, `llm-agent`..
  /// @param base where it listens; a path of it is put before every call's
  public ServiceClient to(String service, URI base) {
    return clients.computeIfAbsent(
        new Destination(service, base),
        _ -> new ServiceClient(service, base, http(base), tokens, meters, clock));
  }

  private HttpClient http(URI base) {
    return byScheme.computeIfAbsent(base.getScheme(), ServiceClients::speaking);
  }

  private static HttpClient speaking(String scheme) {
    HttpClient.Builder client =
        HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .followRedirects(HttpClient.Redirect.NEVER)
            .proxy(HttpClient.Builder.NO_PROXY)
            .connectTimeout(CONNECT_TIMEOUT)
            .executor(Executors.newVirtualThreadPerTaskExecutor());
    return (scheme.equals(PLAIN) ? client.sslContext(trustingNobody()) : client).build();
  }

  /// Without one of its own a client reads all certificates that Java trusts, which is a seventh of
  /// a start, also when it never speaks TLS.
  private static SSLContext trustingNobody() {
    try {
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(null, new TrustManager[0], null);
      return context;
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("Java without TLS", e);
    }
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    meters.add(registry);
  }

  @Override
  public void close() {
    byScheme.values().forEach(HttpClient::shutdownNow);
  }
}
