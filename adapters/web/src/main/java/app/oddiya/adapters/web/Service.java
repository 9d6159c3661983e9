package app.oddiya.adapters.web;

import app.oddiya.adapters.web.json.Json;
import app.oddiya.adapters.web.token.AccessTokens;
import app.oddiya.adapters.web.token.HttpKeySource;
import app.oddiya.adapters.web.token.InternalTokens;
import app.oddiya.adapters.web.token.KeySource;
import app.oddiya.domain.shared.Deadline;
import app.oddiya.domain.shared.UserId;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BiFunction;
import java.util.function.BiPredicate;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;
import java.util.function.Function;
import org.eclipse.jetty.server.Handler;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// A service being put together.
///
/// ```java
/// public static void main(String[] args) {
///   Service.main(Main::start);
/// }
///
/// static RunningService start(Map<String, String> environment) {
///   Config config = Settings.read(environment, Config::from);
///   PlanComponent component = DaggerPlanComponent.factory().create(config);
///   return Service.of(config.web())
///       .routes(component.routes())
///       .readyWhen("database", component.database()::answers)
///       .closing(component.database())
///       .start();
/// }
/// ```
public final class Service {

  private static final Logger LOG = LoggerFactory.getLogger(Service.class);

  /// EX_USAGE and EX_CONFIG of sysexits.h.
  private static final int EXIT_BAD_ARGUMENTS = 64;

  private static final int EXIT_BAD_SETTINGS = 78;

  private static final String MIGRATE = "migrate";

  private static final int EXIT_FAILED = 1;

  private final Web web;
  private Optional<Routes> routes = Optional.empty();
  private final List<Handler.Singleton> ahead = new ArrayList<>();
  private Optional<KeySource> keySource = Optional.empty();
  private BiPredicate<UserId, Deadline> deleted = (user, deadline) -> false;
  private BiFunction<Json, Deadline, Json> description = (own, deadline) -> own;
  private InstantSource clock = InstantSource.system();
  private PrometheusMeterRegistry metrics = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
  private PortLimits limits = PortLimits.usual();
  private Duration stopTimeout = Duration.ofSeconds(20);
  private final Map<String, BooleanSupplier> checks = new LinkedHashMap<>();
  private final List<AutoCloseable> closing = new ArrayList<>();
  private final List<MeterBinder> meters = new ArrayList<>();

  private Service(Web web) {
    this.web = web;
  }

  public static Service of(Web web) {
    return new Service(web);
  }

  /// The body of every `main`: starts the service from the process's environment and stops it when
  /// the process is told to end. Says everything that is wrong with the environment and exits with
  /// 78 if anything is; exits with 1 if the service cannot start for another reason.
  public static void main(Function<Map<String, String>, RunningService> start) {
    exiting(
        () -> {
          RunningService running = start.apply(System.getenv());
          Runtime.getRuntime().addShutdownHook(new Thread(running::stop, "stop"));
        });
  }

  /// The body of every `main` of a service that has a schema: the same, unless the only argument is
  /// `migrate`. Then the schema is brought up to date and the process exits with 0, or as above.
  /// Exits with 64 on any other argument.
  public static void main(
      String[] arguments,
      Function<Map<String, String>, RunningService> start,
      Consumer<Map<String, String>> migrate) {
    switch (String.join(" ", arguments)) {
      case "" -> main(start);
      case MIGRATE ->
          exiting(
              () -> {
                migrate.accept(System.getenv());
                LOG.atInfo().addKeyValue("event", "schema_migrated").log("schema is up to date");
              });
      default -> {
        System.err.println("arguments: none, or " + MIGRATE);
        System.exit(EXIT_BAD_ARGUMENTS);
      }
    }
  }

  private static void exiting(Runnable work) {
    try {
      work.run();
    } catch (BadSettings e) {
      e.problems().forEach(System.err::println);
      System.exit(EXIT_BAD_SETTINGS);
    } catch (RuntimeException e) {
      LOG.atError().addKeyValue("event", "start_failed").setCause(e).log("cannot start");
      System.exit(EXIT_FAILED);
    }
  }

  /// What it answers. Without routes there is only the private port.
  public Service routes(Routes table) {
    routes = Optional.of(table);
    return this;
  }

  /// A Jetty handler that sees requests before the routes do, and after those named before it: the
  /// gateway's proxy.
  public Service ahead(Handler.Singleton handler) {
    ahead.add(handler);
    return this;
  }

  /// More at `/openapi.json` than what is made of the routes: the gateway's tells of all services.
  ///
  /// @param whole makes the document to show of the service's own one, by the deadline
  public Service describedBy(BiFunction<Json, Deadline, Json> whole) {
    description = whole;
    return this;
  }

  /// Whose writes are refused with 401 `account_deleted` before they are refused for anything else.
  ///
  /// @param isDeleted asked when a write of a user is about to be refused
  public Service refusingDeleted(BiPredicate<UserId, Deadline> isDeleted) {
    deleted = isDeleted;
    return this;
  }

  /// Other keys than those of the issuer's endpoint.
  public Service keysFrom(KeySource source) {
    keySource = Optional.of(source);
    return this;
  }

  public Service clock(InstantSource source) {
    clock = source;
    return this;
  }

  public Service metrics(PrometheusMeterRegistry registry) {
    metrics = registry;
    return this;
  }

  /// What the public port grants to clients.
  public Service limits(PortLimits granted) {
    limits = granted;
    return this;
  }

  /// Something to be measured whenever metrics are read.
  ///
  /// @param name with dots: `account.deletions.open`
  /// @param value cheap to ask for, and never an exception
  public Service measuring(String name, String description, DoubleSupplier value) {
    return measuring(
        registry ->
            Gauge.builder(name, value, DoubleSupplier::getAsDouble)
                .description(description)
                .strongReference(true)
                .register(registry));
  }

  /// Something that measures itself.
  public Service measuring(MeterBinder binder) {
    meters.add(binder);
    return this;
  }

  /// How long requests may take to finish when the service stops, by default 20 s.
  public Service stopTimeout(Duration longest) {
    stopTimeout = longest;
    return this;
  }

  /// Something without which it cannot answer.
  public Service readyWhen(String what, BooleanSupplier answers) {
    checks.put(what, answers);
    return this;
  }

  /// Something to be closed after the last request, the last named first. It is measured as well if
  /// it can be.
  public Service closing(AutoCloseable resource) {
    closing.add(resource);
    if (resource instanceof MeterBinder binder) {
      meters.add(binder);
    }
    return this;
  }

  /// @throws UncheckedIOException if a port cannot be had; nothing is left open then
  public RunningService start() {
    long began = System.nanoTime();
    meters.forEach(binder -> binder.bindTo(metrics));
    PrivatePort privatePort;
    try {
      privatePort =
          PrivatePort.open(new InetSocketAddress(web.bind(), web.privatePort()), checks, metrics);
    } catch (IOException e) {
      closeAll();
      throw new UncheckedIOException("private port " + web.privatePort(), e);
    }
    Optional<PublicPort> publicPort;
    try {
      publicPort = routes.map(this::open);
    } catch (UncheckedIOException e) {
      privatePort.close();
      closeAll();
      throw e;
    }
    privatePort.nowServing();
    Running running = new Running(publicPort, privatePort);
    LOG.atInfo()
        .addKeyValue("event", "service_started")
        .addKeyValue("service", web.name())
        .addKeyValue("port", running.port())
        .addKeyValue("privatePort", running.privatePort())
        .addKeyValue("millis", (System.nanoTime() - began) / 1_000_000)
        .log("service started");
    return running;
  }

  private PublicPort open(Routes table) {
    KeySource keys = keySource.orElseGet(() -> new HttpKeySource(web.jwks()));
    Routes all = table.and(Routes.of(OpenApi.route(web.name(), table, description)));
    Dispatcher dispatcher =
        new Dispatcher(
            all,
            new AccessTokens(web.issuer(), keys, clock),
            new InternalTokens(web.name(), web.callers(), clock),
            deleted,
            web.tracer(),
            clock);
    return PublicPort.open(
        new InetSocketAddress(web.bind(), web.port()),
        limits,
        all,
        dispatcher,
        ahead,
        new AccessLog(metrics),
        stopTimeout);
  }

  private void closeAll() {
    closing.reversed().forEach(Service::close);
    close(web.tracer());
  }

  private static void close(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception e) {
      // The others want to be closed as well.
      LOG.atWarn().addKeyValue("event", "close_failed").setCause(e).log("cannot close");
    }
  }

  private final class Running implements RunningService {
    private final Optional<PublicPort> publicPort;
    private final PrivatePort privatePort;
    private final AtomicBoolean stopped = new AtomicBoolean();

    private Running(Optional<PublicPort> publicPort, PrivatePort privatePort) {
      this.publicPort = publicPort;
      this.privatePort = privatePort;
    }

    @Override
    public int port() {
      return publicPort.map(PublicPort::port).orElse(-1);
    }

    @Override
    public int privatePort() {
      return privatePort.port();
    }

    @Override
    public void stop() {
      if (!stopped.compareAndSet(false, true)) {
        return;
      }
      privatePort.drain();
      publicPort.ifPresent(PublicPort::close);
      closeAll();
      privatePort.close();
      LOG.atInfo()
          .addKeyValue("event", "service_stopped")
          .addKeyValue("service", web.name())
          .log("service stopped");
    }
  }
}
