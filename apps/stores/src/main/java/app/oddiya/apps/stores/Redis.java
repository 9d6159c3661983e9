package app.oddiya.apps.stores;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// A Redis server.
public final class Redis implements Store {

  /// What a Redis is for decides what it does with its memory and its disk.
  public enum Use {
    /// Nothing acknowledged may be lost, nothing is evicted: better a refused write than a user
    /// signed out.
    SESSIONS,
    /// Everything can be fetched again; what was not used for longest goes first.
    CACHE
  }

  private final ChildProcess process;
  private final int port;

  private Redis(ChildProcess process, int port) {
    this.process = process;
    this.port = port;
  }

  public static Redis start(Home home, String name, Use use, int port) {
    List<String> command =
        new ArrayList<>(
            List.of(
                Binaries.redis().toString(),
                "--bind",
                "127.0.0.1",
                "--port",
                Integer.toString(port),
                "--dir",
                home.data(name).toString(),
                "--save",
                ""));
    command.addAll(settings(use));
    ChildProcess process =
        ChildProcess.start(
            home,
            new ChildProcess.Order(
                name,
                command,
                Map.of(),
                "Ready to accept connections",
                "TERM",
                Duration.ofSeconds(60)));
    return new Redis(process, port);
  }

  private static List<String> settings(Use use) {
    return switch (use) {
      case SESSIONS ->
          List.of(
              "--appendonly", "yes", "--appendfsync", "always", "--maxmemory-policy", "noeviction");
      case CACHE ->
          List.of("--appendonly", "no", "--maxmemory", "64mb", "--maxmemory-policy", "allkeys-lru");
    };
  }

  /// The server's program, for one that is set up in another way than here.
  public static Path program() {
    return Binaries.redis();
  }

  /// `redis://127.0.0.1:{port}`
  public URI url() {
    return URI.create("redis://127.0.0.1:" + port);
  }

  @Override
  public String name() {
    return process.name();
  }

  @Override
  public CompletableFuture<?> ended() {
    return process.ended();
  }

  @Override
  public void close() {
    process.close();
  }
}
