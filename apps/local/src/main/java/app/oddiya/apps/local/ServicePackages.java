package app.oddiya.apps.local;

import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.Packages;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/// Each service in a process of its own, from its package.
record ServicePackages(Packages packages, Home home) implements ServiceRunner {

  /// Whose schema is whose: the worker shares that of video.
  private static final List<ServiceName> MIGRATING =
      List.of(ServiceName.USER, ServiceName.PLAN, ServiceName.VIDEO);

  /// The schemas are brought up to date by processes of their own, as in production. So no service
  /// loads what only migrates, and no AOT cache keeps it.
  @Override
  public Running start(Map<String, String> environment) {
    MIGRATING.forEach(service -> migrate(service, environment));
    Map<String, String> apart = new HashMap<>(environment);
    apart.put("ODDIYA_MIGRATIONS", "apart");
    return ServiceProcesses.start(home, service -> command(packages, service), apart);
  }

  private void migrate(ServiceName service, Map<String, String> environment) {
    List<String> command = new ArrayList<>(command(packages.untrained(), service));
    command.add("migrate");
    Path log = home.log(service.label() + "-migration");
    ProcessBuilder builder =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile());
    builder.environment().putAll(environment);
    try {
      int code = builder.start().waitFor();
      if (code != 0) {
        throw new IOException(service.label() + " has not migrated its schema: see " + log);
      }
    } catch (IOException e) {
      throw new StartFailure(List.of(e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new StartFailure(List.of(e));
    }
  }

  private static List<String> command(Packages packages, ServiceName service) {
    return packages.command(runtime(service), service.label(), mainClass(service));
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
