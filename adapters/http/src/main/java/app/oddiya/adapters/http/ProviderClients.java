package app.oddiya.adapters.http;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.time.InstantSource;
import java.util.concurrent.Executors;

/// Makes the clients of somebody else's APIs; they share the connections of a process.
///
/// Closing it ends every call that is still under way.
public final class ProviderClients implements AutoCloseable, MeterBinder {

  private static final Duration CONNECT_TIMEOUT = Duration.ofSeconds(2);

  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .followRedirects(HttpClient.Redirect.NEVER)
          .connectTimeout(CONNECT_TIMEOUT)
          .executor(Executors.newVirtualThreadPerTaskExecutor())
          .build();
  private final InstantSource clock;
  private final CompositeMeterRegistry meters = new CompositeMeterRegistry();

  public ProviderClients(InstantSource clock) {
    this.clock = clock;
  }

  /// The client of one API, of which no answer is longer than [ProviderClient#MOST_BYTES].
  ///
  /// @param provider its name in a word or two, safe to show
  /// @param base where it listens, from configuration; a path of it is put before every call's
  public ProviderClient to(String provider, URI base) {
    return to(provider, base, ProviderClient.MOST_BYTES);
  }

  /// The client of one API.
  ///
  /// @param mostBytes of an answer; a longer one is an outage
  public ProviderClient to(String provider, URI base, int mostBytes) {
    return new ProviderClient(base, mostBytes, new Peer(provider, http, meters, clock), clock);
  }

  @Override
  public void bindTo(MeterRegistry registry) {
    meters.add(registry);
  }

  @Override
  public void close() {
    http.shutdownNow();
  }
}
