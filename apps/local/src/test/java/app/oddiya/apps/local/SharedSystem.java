package app.oddiya.apps.local;

import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.StorePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// All of Oddiya in this process, on stores of its own: started when the first test asks for it,
/// stopped after the last. For tests that leave others alone, each with travellers of its own;
/// whoever wants to break something starts a system for itself.
final class SharedSystem implements BeforeAllCallback {

  private Optional<ExtensionContext.Store> testRun = Optional.empty();

  private record Running(LocalSystem system, Home home) implements AutoCloseable {

    static Running start() {
      try {
        Home home = new Home(Files.createTempDirectory("oddiya-shared-system-"));
        return new Running(
            LocalSystem.start(
                home,
                StorePorts.free(),
                ServicePorts.free(),
                System.getenv(),
                new ServicesInProcess()),
            home);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      system.close();
      home.delete();
    }
  }

  @Override
  public void beforeAll(ExtensionContext context) {
    testRun =
        Optional.of(
            context.getRoot().getStore(ExtensionContext.Namespace.create(SharedSystem.class)));
  }

  /// The only public door.
  URI gateway() {
    return system().gateway();
  }

  /// The door of one service for its siblings.
  URI door(ServiceName service) {
    return URI.create("http://127.0.0.1:" + setting(service.variable("PORT")));
  }

  /// One variable of the services' environment.
  String setting(String name) {
    return system().setting(name);
  }

  private LocalSystem system() {
    return testRun
        .orElseThrow(() -> new IllegalStateException("asked before the tests"))
        .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class)
        .system;
  }
}
