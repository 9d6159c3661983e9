package app.oddiya.apps.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.web.RunningService;
import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.Ports;
import app.oddiya.apps.stores.Redis;
import app.oddiya.apps.stores.StorePorts;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// People go on using Oddiya while what their sessions stand on is replaced, restarted or gone:
/// nobody who is signed in is told that they are not, and nobody who has left comes back.
class UnderLoadTest {

  private final Home home;
  private final int sessionsPort = Ports.free();
  private final int cachePort = Ports.free();
  private final Services services = new Services();
  private Redis sessions;
  private Redis cache;
  private LocalSystem system;
  private SessionLoad load;

  /// Services that can be stopped and started one by one.
  private static final class Services implements ServiceRunner {

    private final Map<ServiceName, RunningService> running = new ConcurrentHashMap<>();
    private final Map<String, String> environment = new HashMap<>();

    @Override
    public Running start(Map<String, String> surroundings) {
      environment.putAll(surroundings);
      return SideBySide.start(
          service -> {
            RunningService started = ServicesInProcess.started(service, environment);
            running.put(service, started);
            return service;
          },
          this::stop,
          new CompletableFuture<>());
    }

    void stop(ServiceName service) {
      RunningService stopped = running.remove(service);
      if (stopped != null) {
        stopped.stop();
      }
    }

    void restart(ServiceName service) {
      stop(service);
      running.put(service, ServicesInProcess.started(service, environment));
    }
  }

  UnderLoadTest(@TempDir Path folder) {
    home = new Home(folder.resolve("home"));
    sessions = sessions();
    cache = cache();
    system =
        LocalSystem.start(
            home,
            StorePorts.free(),
            ServicePorts.free(),
            Map.of(
                "ODDIYA_REDIS_SESSIONS_URL",
                sessions.url().toString(),
                "ODDIYA_REDIS_CACHE_URL",
                cache.url().toString(),
                "ODDIYA_GATEWAY_LIMIT_USER",
                "off",
                "ODDIYA_GATEWAY_LIMIT_SIGN_IN",
                "100000/1m"),
            services);
    load = new SessionLoad(system.gateway());
  }

  @BeforeEach
  void itIsInUse() {
    load.start();
  }

  @AfterEach
  void stop() {
    load.close();
    system.close();
    sessions.close();
    cache.close();
  }

  private Redis sessions() {
    return Redis.start(home, "test-sessions", Redis.Use.SESSIONS, sessionsPort);
  }

  private Redis cache() {
    return Redis.start(home, "test-cache", Redis.Use.CACHE, cachePort);
  }

  @Test
  void nobodyIsSignedOutByWhatPasses() {
    SessionLoad.Seen calm = load.during(() -> {});
    assertThat(calm.reads()).containsOnlyKeys(200);
    assertThat(calm.refreshes()).containsOnlyKeys(200);
    assertThat(calm.ofTheRevoked()).containsOnlyKeys(400);

    SessionLoad.Seen authRestarts = load.during(() -> services.restart(ServiceName.AUTH));
    assertThat(authRestarts.reads()).as("while auth restarts").containsOnlyKeys(200);
    assertThat(authRestarts.refreshes()).as("while auth restarts").containsKey(200);
    assertThat(authRestarts.refreshes().keySet()).isSubsetOf(200, 503);
    assertThat(authRestarts.ofTheRevoked().keySet()).isSubsetOf(400, 503);

    sessions.close();
    SessionLoad.Seen noSessions = load.during(() -> {});
    assertThat(noSessions.reads()).as("without sessions").containsOnlyKeys(200);
    assertThat(noSessions.refreshes()).containsOnlyKeys(503);
    assertThat(noSessions.ofTheRevoked()).containsOnlyKeys(503);
    assertThat(load.revokeOne()).as("nothing is revoked that is not").isEqualTo(503);
    sessions = sessions();
    SessionLoad.Seen sessionsAgain = load.onceCalm();
    assertThat(sessionsAgain.reads()).containsOnlyKeys(200);
    assertThat(sessionsAgain.refreshes()).as("with the sessions back").containsOnlyKeys(200);
    assertThat(sessionsAgain.ofTheRevoked()).containsOnlyKeys(400);

    cache.close();
    SessionLoad.Seen noCache = load.during(() -> {});
    assertThat(noCache.reads()).as("without a cache").containsOnlyKeys(200);
    assertThat(noCache.refreshes()).as("closed, as no one counts sign-ins").containsOnlyKeys(503);
    cache = cache();
    SessionLoad.Seen cacheAgain = load.onceCalm();
    assertThat(cacheAgain.reads()).containsOnlyKeys(200);
    assertThat(cacheAgain.refreshes()).as("with the cache back").containsOnlyKeys(200);
  }
}
