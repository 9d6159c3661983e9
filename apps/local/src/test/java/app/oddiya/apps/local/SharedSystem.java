package app.oddiya.apps.local;

import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.StorePorts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/// All of Oddiya in this process, on stores of its own: started when the first test asks for it,
/// stopped after the last. For tests that leave others alone, each with travellers of its own;
/// whoever wants to break something starts a system for itself.
final class SharedSystem implements BeforeAllCallback {

  private Optional<ExtensionContext.Store> testRun = Optional.empty();

  private record Running(LocalSystem system, Home home, Collector collector)
      implements AutoCloseable {

    static Running start() {
      try {
        Home home = new Home(Files.createTempDirectory("oddiya-shared-system-"));
        Collector collector = Collector.start();
        Map<String, String> given = new HashMap<>(System.getenv());
        given.put("OTEL_EXPORTER_OTLP_ENDPOINT", collector.address().toString());
        return new Running(
            LocalSystem.start(
                home, StorePorts.free(), ServicePorts.free(), given, new ServicesInProcess()),
            home,
            collector);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }

    @Override
    public void close() {
      system.close();
      home.delete();
      collector.close();
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

  /// The health and the metrics of one service.
  URI hidden(ServiceName service) {
    return URI.create("http://127.0.0.1:" + setting(service.variable("PRIVATE_PORT")));
  }

  /// What has been told of traces until now.
  List<Collector.Seen> spans() {
    return running().collector.spans();
  }

  private LocalSystem system() {
    return running().system;
  }

  private Running running() {
    return testRun
        .orElseThrow(() -> new IllegalStateException("asked before the tests"))
        .getOrComputeIfAbsent(Running.class, key -> Running.start(), Running.class);
  }
}
