package app.oddiya.apps.local;

import app.oddiya.apps.stores.ChildProcess;
import app.oddiya.apps.stores.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// Each service in a process of its own, started as anyone would start it alone: `./oddiya run
/// plan`.
///
/// @param script `./oddiya`
record ServiceProcesses(Path script, Home home) implements ServiceRunner {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Override
  public Running start(Map<String, String> environment) {
    CompletableFuture<String> death = new CompletableFuture<>();
    return SideBySide.start(
        service -> {
          ChildProcess process = started(service, environment);
          var _ = process.ended().thenRun(() -> death.complete(service.label()));
          return process;
        },
        ChildProcess::close,
        death);
  }

  private ChildProcess started(ServiceName service, Map<String, String> environment) {
    return ChildProcess.start(
        home,
        new ChildProcess.Order(
            service.label(),
            List.of("bash", script.toString(), "run", service.label()),
            environment,
            "\"event\":\"service_started\"",
            "TERM",
            PATIENCE));
  }
}
