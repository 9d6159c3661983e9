package app.oddiya.apps.stores.sns;

import java.io.IOException;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Map;
import java.util.UUID;

/// The stub as a process. Environment: `PORT`; `DATA`, a directory that keeps topics, endpoints and
/// what was published.
public final class Main {

  private Main() {}

  public static void main(String[] args) throws IOException {
    Map<String, String> environment = System.getenv();
    int port = Integer.parseInt(environment.getOrDefault("PORT", "9500"));
    Path data = Path.of(environment.getOrDefault("DATA", "."));
    Registry registry = Registry.in(data, UUID::randomUUID);
    registry.createTopic("oddiya-events");
    registry.createPlatformApplication("oddiya", "APNS_SANDBOX");
    registry.createPlatformApplication("oddiya", "GCM");
    Published published = new Published(data.resolve("published.jsonl"), InstantSource.system());
    QueryServer server =
        QueryServer.start(port, new Actions(registry, published, UUID::randomUUID), published);
    System.out.println("oddiya store ready on port " + server.port());
  }
}
