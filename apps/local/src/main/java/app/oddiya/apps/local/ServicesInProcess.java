package app.oddiya.apps.local;

import app.oddiya.adapters.web.RunningService;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/// All seven in this process: one JVM, one heap, and every call between them still goes over HTTP.
record ServicesInProcess() implements ServiceRunner {

  @Override
  public Running start(Map<String, String> environment) {
    return SideBySide.start(
        service -> started(service, environment),
        RunningService::stop,
        // They live and die with this process.
        new CompletableFuture<>());
  }

  /// One of them alone.
  static RunningService started(ServiceName service, Map<String, String> environment) {
    return switch (service) {
      case GATEWAY -> app.oddiya.apps.gateway.Main.start(environment);
      case AUTH -> app.oddiya.apps.auth.Main.start(environment);
      case USER -> app.oddiya.apps.user.Main.start(environment);
      case PLAN -> app.oddiya.apps.plan.Main.start(environment);
      case LLM_AGENT -> app.oddiya.apps.llmagent.Main.start(environment);
      case VIDEO -> app.oddiya.apps.video.Main.start(environment);
      case VIDEO_WORKER -> app.oddiya.apps.videoworker.Main.start(environment);
    };
  }
}
