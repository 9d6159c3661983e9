package app.oddiya.apps.stores;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/// All stores of one home, started side by side and stopped together.
public final class Stores implements AutoCloseable {

  /// What can be started.
  public enum Kind {
    POSTGRES,
    SESSIONS,
    CACHE,
    SQS,
    S3,
    OPENID,
    SNS
  }

  /// Names that both sides must know.
  ///
  /// @param queue made with its dead letter queue
  public record Names(String database, String bucket, String queue) {}

  private final HomeLock lock;
  private final Map<Kind, Store> stores;

  private Stores(HomeLock lock, Map<Kind, Store> stores) {
    this.lock = lock;
    this.stores = stores;
  }

  /// Starts the kinds asked for; if one fails, none is left running.
  ///
  /// @throws StoreFailure if one does not start, or another process runs stores in this home
  public static Stores start(
      Home home, Secrets secrets, StorePorts ports, Names names, List<Kind> kinds) {
    HomeLock lock = HomeLock.take(home);
    Map<Kind, CompletableFuture<Store>> starting = new LinkedHashMap<>();
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor()) {
      for (Kind kind : kinds) {
        Supplier<Store> start = () -> started(kind, home, ports, names, secrets);
        starting.put(kind, CompletableFuture.supplyAsync(start, threads));
      }
    }
    return allOrNone(lock, starting);
  }

  /// Removes what the stores of a home have kept, its keys and its logs.
  ///
  /// @throws StoreFailure if they are running
  public static void forget(Home home) {
    try (HomeLock _ = HomeLock.take(home)) {
      home.clear();
    }
  }

  private static Store started(
      Kind kind, Home home, StorePorts ports, Names names, Secrets secrets) {
    return switch (kind) {
      case POSTGRES -> postgres(home, ports.postgres(), names.database(), secrets);
      case SESSIONS -> Redis.start(home, "redis-sessions", Redis.Use.SESSIONS, ports.sessions());
      case CACHE -> Redis.start(home, "redis-cache", Redis.Use.CACHE, ports.cache());
      case SQS -> Sqs.start(home, ports.sqs(), List.of(names.queue()));
      case S3 ->
          S3.start(
              home,
              ports.s3(),
              names.bucket(),
              secrets.of("aws-access-key-id"),
              secrets.of("aws-secret-access-key"));
      case OPENID -> OpenId.start(home, ports.openId());
      case SNS -> Sns.start(home, ports.sns());
    };
  }

  private static Postgres postgres(Home home, int port, String database, Secrets secrets) {
    Postgres postgres =
        Postgres.start(home, port, Postgres.Durability.KEPT, secrets.of(Postgres.SUPERUSER));
    DatabaseServer server = postgres.server();
    server.makeRoles(
        DatabaseServer.SCHEMAS.stream().collect(Collectors.toMap(role -> role, secrets::of)));
    server.makeDatabase(database);
    return postgres;
  }

  private static Stores allOrNone(HomeLock lock, Map<Kind, CompletableFuture<Store>> starting) {
    Map<Kind, Store> started = new LinkedHashMap<>();
    List<Throwable> failures = new ArrayList<>();
    starting.forEach(
        (kind, future) -> {
          try {
            started.put(kind, future.join());
          } catch (CompletionException e) {
            failures.add(Optional.ofNullable(e.getCause()).orElse(e));
          }
        });
    Stores stores = new Stores(lock, started);
    if (failures.isEmpty()) {
      return stores;
    }
    stores.close();
    String reasons = failures.stream().map(Throwable::getMessage).collect(Collectors.joining("\n"));
    throw new StoreFailure(reasons, failures.getFirst());
  }

  public List<Store> running() {
    return List.copyOf(stores.values());
  }

  /// Stops all of them, side by side, and waits.
  @Override
  public void close() {
    try (ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
        lock) {
      CompletableFuture.allOf(
              stores.values().stream()
                  .map(store -> CompletableFuture.runAsync(store::close, threads))
                  .toArray(CompletableFuture<?>[]::new))
          .join();
    }
  }
}
