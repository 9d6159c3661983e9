package app.oddiya.apps.stores.junit;

import app.oddiya.apps.stores.DatabaseServer;
import com.github.dockerjava.api.DockerClient;
import com.github.dockerjava.api.exception.NotFoundException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.testcontainers.DockerClientFactory;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.Wait;
import org.testcontainers.utility.DockerImageName;

/// Stores in containers of the releases that run in production, for as long as a test run lasts.
/// What cannot be had in a container is not an error: the log says why, and the embedded store
/// serves.
final class Containers implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(Containers.class);

  private static final String POSTGRES = "postgres:17";
  private static final String REDIS = "redis:7.4";
  private static final Duration PULL_PATIENCE = Duration.ofMinutes(3);
  private static final Duration START_PATIENCE = Duration.ofMinutes(1);

  /// By image; empty for one that could not be had.
  private final Map<String, Optional<GenericContainer<?>>> started = new HashMap<>();

  /// Whether it is worth the seconds to ask: there is a socket, or someone named a Docker.
  static boolean mayRunHere() {
    String host = System.getenv("DOCKER_HOST");
    return (host != null && !host.isBlank()) || Files.exists(Path.of("/var/run/docker.sock"));
  }

  /// The server, seen by its superuser.
  Optional<DatabaseServer> postgres() {
    return started(POSTGRES, Containers::postgresContainer)
        .map(
            container ->
                new DatabaseServer(
                    "jdbc:postgresql://%s:%d/postgres"
                        .formatted(container.getHost(), container.getMappedPort(5432)),
                    "postgres",
                    TestStores.SUPERUSER_PASSWORD));
  }

  Optional<URI> redis() {
    return started(REDIS, Containers::redisContainer)
        .map(
            container ->
                URI.create("redis://" + container.getHost() + ":" + container.getMappedPort(6379)));
  }

  private static GenericContainer<?> postgresContainer() {
    return new GenericContainer<>(DockerImageName.parse(POSTGRES))
        .withEnv("POSTGRES_PASSWORD", TestStores.SUPERUSER_PASSWORD)
        .withCommand("postgres", "-c", "fsync=off", "-c", "timezone=UTC")
        .withExposedPorts(5432)
        // The first is the image's own server, which only makes the cluster.
        .waitingFor(Wait.forLogMessage(".*ready to accept connections.*", 2));
  }

  private static GenericContainer<?> redisContainer() {
    return new GenericContainer<>(DockerImageName.parse(REDIS))
        .withCommand("redis-server", "--save", "", "--appendonly", "no")
        .withExposedPorts(6379)
        .waitingFor(Wait.forLogMessage(".*Ready to accept connections.*", 1));
  }

  private synchronized Optional<GenericContainer<?>> started(
      String image, Supplier<GenericContainer<?>> container) {
    return started.computeIfAbsent(image, name -> tried(name, container));
  }

  private static Optional<GenericContainer<?>> tried(
      String image, Supplier<GenericContainer<?>> container) {
    try {
      DockerClient docker = DockerClientFactory.instance().client();
      if (!isHere(image, docker)) {
        pull(image, docker);
      }
      GenericContainer<?> running = container.get().withStartupTimeout(START_PATIENCE);
      running.start();
      log.info("store_in_container image={}", image);
      return Optional.of(running);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted", e);
    } catch (RuntimeException e) {
      // Docker's client and Testcontainers have no common type for "it cannot be had".
      log.warn("store_not_in_container image={}", image, e);
      return Optional.empty();
    }
  }

  private static boolean isHere(String image, DockerClient docker) {
    try {
      docker.inspectImageCmd(image).exec();
      return true;
    } catch (NotFoundException e) {
      log.info("image_not_here image={} reason={}", image, e.getMessage());
      return false;
    }
  }

  private static void pull(String image, DockerClient docker) throws InterruptedException {
    var pulling = docker.pullImageCmd(image).start();
    if (!pulling.awaitCompletion(PULL_PATIENCE.toSeconds(), TimeUnit.SECONDS)) {
      throw new IllegalStateException("pulling takes more than " + PULL_PATIENCE);
    }
  }

  @Override
  public synchronized void close() {
    started.values().forEach(container -> container.ifPresent(GenericContainer::stop));
  }
}
