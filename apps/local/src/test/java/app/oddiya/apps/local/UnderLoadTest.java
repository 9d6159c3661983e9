package app.oddiya.apps.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.adapters.web.RunningService;
import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.Ports;
import app.oddiya.apps.stores.Redis;
import app.oddiya.apps.stores.StorePorts;
import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
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
  private final TurningKeys keys;
  private Redis sessions;
  private Redis cache;
  private LocalSystem system;
  private SessionLoad load;

  /// Auth's signing keys: one that signs, and one that is published and waits for its time.
  private static final class TurningKeys {

    private final Path file;
    private final RSAKey now;
    private final RSAKey next;

    TurningKeys(Path file) throws Exception {
      this.file = file;
      this.now = JWKSet.load(file.toFile()).getKeys().getFirst().toRSAKey();
      this.next = new RSAKeyGenerator(2048).keyIDFromThumbprint(true).generate();
      write(Instant.now().plus(Duration.ofDays(1)));
    }

    /// Lets the time of the next one come.
    void turn() throws IOException {
      write(Instant.now().minusSeconds(1));
    }

    private void write(Instant begin) throws IOException {
      RSAKey waiting = new RSAKey.Builder(next).notBeforeTime(Date.from(begin)).build();
      Path aside = file.resolveSibling("aside");
      Files.writeString(aside, new JWKSet(List.of(now, waiting)).toString(false));
      Files.move(aside, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    String signing() throws JOSEException {
      return now.computeThumbprint().toString();
    }

    String next() {
      return next.getKeyID();
    }
  }

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

  UnderLoadTest(@TempDir Path folder) throws Exception {
    home = new Home(folder.resolve("home"));
    keys = new TurningKeys(new Keys(home.keys()).signing());
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
  void nobodyIsSignedOutByANewKey() throws Exception {
    String first = keys.signing();
    assertThat(load.signers()).containsExactly(first);

    keys.turn();
    SessionLoad.Seen seen = load.until(() -> load.signers().equals(Set.of(keys.next())));
    assertThat(seen.reads()).as("while keys are replaced").containsOnlyKeys(200);
    assertThat(seen.refreshes()).containsOnlyKeys(200);
    assertThat(seen.ofTheRevoked()).containsOnlyKeys(400);
    assertThat(load.signers()).containsExactly(keys.next());
    assertThat(load.firstAccess()).as("signed before").isEqualTo(200);
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
