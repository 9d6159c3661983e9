package app.oddiya.apps.local;

import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.Packages;
import java.nio.file.Path;
import java.util.Map;

/// Each service in a process of its own, from its package.
record ServicePackages(Packages packages, Home home) implements ServiceRunner {

  @Override
  public Running start(Map<String, String> environment) {
    return ServiceProcesses.start(
        home,
        service -> packages.command(runtime(service), service.label(), mainClass(service)),
        environment);
  }

  /// The run-time image that a system property names for the service, or else our own: an AOT cache
  /// is good for the one it was made with only.
  private static Path runtime(ServiceName service) {
    String ours = System.getProperty("oddiya.runtime", System.getProperty("java.home"));
    return Path.of(System.getProperty("oddiya.runtime." + service.label(), ours));
  }

  private static String mainClass(ServiceName service) {
    return "app.oddiya.apps." + service.label().replace("-", "") + ".Main";
  }
}
