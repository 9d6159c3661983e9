package app.oddiya.apps.local;

import app.oddiya.apps.stores.ChildProcess;
import app.oddiya.apps.stores.Home;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.Function;

/// Each service in a process of its own, started as anyone would start it alone: `./oddiya run
/// plan`.
///
/// @param script `./oddiya`
record ServiceProcesses(Path script, Home home) implements ServiceRunner {

  private static final Duration PATIENCE = Duration.ofMinutes(2);

  @Override
  public Running start(Map<String, String> environment) {
    return start(
        home, service -> List.of("bash", script.toString(), "run", service.label()), environment);
  }

  /// @param command of each service
  static Running start(
      Home home, Function<ServiceName, List<String>> command, Map<String, String> environment) {
    CompletableFuture<String> death = new CompletableFuture<>();
    return SideBySide.start(
        service -> {
          ChildProcess process = started(home, service, command.apply(service), environment);
          var _ = process.ended().thenRun(() -> death.complete(service.label()));
          return process;
        },
        ChildProcess::close,
        death);
  }

  private static ChildProcess started(
      Home home, ServiceName service, List<String> command, Map<String, String> environment) {
    return ChildProcess.start(
        home,
        new ChildProcess.Order(
            service.label(),
            command,
            environment,
            "\"event\":\"service_started\"",
            "TERM",
            PATIENCE));
  }
}
