package app.oddiya.apps.auth;

import app.oddiya.apps.stores.ChildProcess;
import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// The auth service in a process of its own, as it runs in earnest.
record AuthProcess(ChildProcess process, AppOnAPhone app) implements AutoCloseable {

  private static final Duration PATIENCE = Duration.ofSeconds(60);

  static AuthProcess start(Home home, String name, Map<String, String> environment) {
    int port = Ports.free();
    Map<String, String> own = new HashMap<>(environment);
    own.put("ODDIYA_AUTH_PORT", Integer.toString(port));
    ChildProcess process =
        ChildProcess.start(
            home,
            new ChildProcess.Order(
                name,
                List.of(
                    Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                    "-XX:+UseSerialGC",
                    "-XX:TieredStopAtLevel=1",
                    "-Xmx128m",
                    "-cp",
                    System.getProperty("java.class.path"),
                    Main.class.getName()),
                own,
                "\"event\":\"service_started\"",
                "TERM",
                PATIENCE));
    return new AuthProcess(process, new AppOnAPhone(port));
  }

  @Override
  public void close() {
    app.close();
    process.close();
  }
}
