package app.oddiya.apps.local;

import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.Secrets;
import app.oddiya.apps.stores.Store;
import app.oddiya.apps.stores.StorePorts;
import app.oddiya.apps.stores.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.stream.Collectors;

/// All of Oddiya on this machine: the stores that nobody has brought along, and the services around
/// them.
final class LocalSystem implements AutoCloseable {

  private final Stores stores;
  private final ServiceRunner.Running services;
  private final Map<String, String> environment;

  private LocalSystem(
      Stores stores, ServiceRunner.Running services, Map<String, String> environment) {
    this.stores = stores;
    this.services = services;
    this.environment = environment;
  }

  /// Starts everything and comes back when it serves.
  ///
  /// @param userEnvironment what it says wins over the embedded choice
  static LocalSystem start(
      Home home,
      StorePorts storePorts,
      ServicePorts servicePorts,
      Map<String, String> userEnvironment,
      ServiceRunner runner) {
    Secrets secrets = Secrets.in(home);
    Surroundings.knownToStores(userEnvironment).forEach(secrets::use);
    Surroundings surroundings =
        new Surroundings(home, secrets, storePorts, servicePorts, userEnvironment);
    CompletableFuture<Stores> starting =
        CompletableFuture.supplyAsync(
            () ->
                Stores.start(
                    home, secrets, storePorts, Surroundings.NAMES, surroundings.storesNeeded()));
    // Drawing keys takes a second or two the first time, while the stores start.
    Map<String, String> environment = surroundings.environment();
    Stores stores = joined(starting);
    try {
      ServiceRunner.Running services = runner.start(environment);
      LocalSystem system = new LocalSystem(stores, services, environment);
      system.tellEnvironment(home.run().resolve("environment"));
      return system;
    } catch (RuntimeException e) {
      stores.close();
      throw e;
    }
  }

  private static Stores joined(CompletableFuture<Stores> starting) {
    try {
      return starting.join();
    } catch (CompletionException e) {
      throw e.getCause() instanceof RuntimeException failure ? failure : e;
    }
  }

  /// The only public door.
  URI gateway() {
    return URI.create(setting("ODDIYA_PUBLIC_URL"));
  }

  /// One variable of the services' environment.
  String setting(String name) {
    String value = environment.get(name);
    if (value == null) {
      throw new IllegalStateException("nobody has set " + name);
    }
    return value;
  }

  boolean isSet(String name) {
    return environment.containsKey(name);
  }

  int storeCount() {
    return stores.running().size();
  }

  /// Completes with the name of the first store or service that ends without being asked to.
  CompletableFuture<String> death() {
    CompletableFuture<String> first = new CompletableFuture<>();
    for (Store store : stores.running()) {
      var _ = store.ended().thenRun(() -> first.complete(store.name()));
    }
    var _ = services.death().thenAccept(first::complete);
    return first;
  }

  /// Writes the environment as a shell reads it, so that a service can be run alone against these
  /// stores, or a test can be pointed here. Secrets are in it: for us only.
  private void tellEnvironment(Path file) {
    String lines =
        environment.entrySet().stream()
            .map(e -> e.getKey() + "='" + e.getValue().replace("'", "'\\''") + "'\n")
            .collect(Collectors.joining());
    try {
      Files.deleteIfExists(file);
      Files.createFile(
          file, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
      Files.writeString(file, lines + "ODDIYA_GATEWAY_URL='" + gateway() + "'\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /// Stops the services, which still need their stores for that, then the stores.
  @Override
  public void close() {
    try (stores) {
      services.close();
    }
  }
}
