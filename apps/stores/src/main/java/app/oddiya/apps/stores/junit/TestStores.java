package app.oddiya.apps.stores.junit;

import app.oddiya.apps.stores.DatabaseServer;
import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.OpenId;
import app.oddiya.apps.stores.Ports;
import app.oddiya.apps.stores.Postgres;
import app.oddiya.apps.stores.Redis;
import app.oddiya.apps.stores.S3;
import app.oddiya.apps.stores.Sns;
import app.oddiya.apps.stores.Sqs;
import app.oddiya.apps.stores.Store;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// The stores of this test run, in containers or embedded: each started when the first test asks
/// for it, all stopped after the last.
final class TestStores implements AutoCloseable {

  static final String SUPERUSER_PASSWORD = "superuser-of-a-test-run";
  static final String ACCESS_KEY_ID = "AKIDOFATESTRUN";
  static final String SECRET_ACCESS_KEY = "secret-of-a-test-run";

  private static final Logger log = LoggerFactory.getLogger(TestStores.class);

  private final Home home;
  private final Map<Class<?>, Store> started = new LinkedHashMap<>();
  private Optional<Containers> containers = Optional.empty();

  private TestStores() {
    try {
      home = new Home(Files.createTempDirectory("oddiya-test-stores-"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static TestStores of(ExtensionContext context) {
    return context
        .getRoot()
        .getStore(ExtensionContext.Namespace.create(TestStores.class))
        .getOrComputeIfAbsent(TestStores.class, key -> new TestStores(), TestStores.class);
  }

  /// A setting of the environment that names a store to use instead of the embedded one.
  static Optional<String> fromEnvironment(String name) {
    Optional<String> value =
        Optional.ofNullable(System.getenv(name)).filter(text -> !text.isBlank());
    value.ifPresent(text -> log.info("store_from_environment name={}", name));
    return value;
  }

  static String required(String name) {
    return fromEnvironment(name)
        .orElseThrow(() -> new IllegalStateException(name + " is missing from the environment"));
  }

  /// Where a test may put a store of its own, which it has to stop itself.
  Home home() {
    return home;
  }

  /// A PostgreSQL in a container if that can be had, else the embedded one.
  DatabaseServer database() {
    return containers().flatMap(Containers::postgres).orElseGet(() -> embeddedPostgres().server());
  }

  /// A Redis in a container if that can be had, else the embedded one.
  URI redis() {
    return containers().flatMap(Containers::redis).orElseGet(() -> embeddedRedis().url());
  }

  private synchronized Optional<Containers> containers() {
    if (containers.isEmpty() && Containers.mayRunHere()) {
      containers = Optional.of(new Containers());
    }
    return containers;
  }

  private Postgres embeddedPostgres() {
    return started(
        Postgres.class,
        () ->
            Postgres.start(
                home, Ports.free(), Postgres.Durability.THROWN_AWAY, SUPERUSER_PASSWORD));
  }

  private Redis embeddedRedis() {
    return started(Redis.class, () -> Redis.start(home, "redis", Redis.Use.SESSIONS, Ports.free()));
  }

  Sqs sqs() {
    return started(Sqs.class, () -> Sqs.start(home, Ports.free(), List.of()));
  }

  S3 s3() {
    return started(
        S3.class,
        () -> S3.start(home, Ports.free(), "oddiya-media", ACCESS_KEY_ID, SECRET_ACCESS_KEY));
  }

  OpenId openId() {
    return started(OpenId.class, () -> OpenId.start(home, Ports.free()));
  }

  Sns sns() {
    return started(Sns.class, () -> Sns.start(home, Ports.free()));
  }

  private synchronized <T extends Store> T started(Class<T> type, Supplier<T> start) {
    return type.cast(
        started.computeIfAbsent(
            type,
            key -> {
              log.info("store_embedded name={}", type.getSimpleName());
              return start.get();
            }));
  }

  @Override
  public synchronized void close() {
    if (containers.isPresent()) {
      containers.get().close();
    }
    for (Store store : started.values()) {
      store.close();
    }
    home.delete();
  }
}
