package app.oddiya.apps.local;

import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.StorePorts;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;

/// `./oddiya up`: everything, until it is told to stop.
final class Up {

  private Up() {}

  /// Comes back only if a store dies; Ctrl-C and SIGTERM end the process through its shutdown hook.
  static int run(WorkingCopy copy, String[] args) {
    Options options =
        new Options(args, 0, Set.of("--data", "--ports"), Set.of("--processes", "--stores-only"));
    Home home = options.value("--data").map(dir -> new Home(Path.of(dir))).orElseGet(copy::home);
    boolean freePorts =
        switch (options.value("--ports").orElse("usual")) {
          case "free" -> true;
          case "usual" -> false;
          default -> throw new IllegalArgumentException("--ports free, or usual");
        };
    Logs.into(home);
    long started = System.nanoTime();
    System.out.println("Starting in " + home.root() + " ...");
    LocalSystem system =
        LocalSystem.start(
            home,
            freePorts ? StorePorts.free() : StorePorts.usual(),
            freePorts ? ServicePorts.free() : ServicePorts.usual(),
            System.getenv(),
            runner(copy, home, options));
    AtomicBoolean stopping = new AtomicBoolean();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> stop(system, stopping), "stop"));
    Duration took = Duration.ofNanos(System.nanoTime() - started);
    String text = options.has("--stores-only") ? "stores.txt" : "welcome.txt";
    System.out.println(filled(Texts.resource(text), system, home, took));
    return waitForADeath(system, stopping);
  }

  private static ServiceRunner runner(WorkingCopy copy, Home home, Options options) {
    if (options.has("--stores-only")) {
      return environment -> SideBySide.none();
    }
    return options.has("--processes")
        ? new ServiceProcesses(copy.script(), home)
        : new ServicesInProcess();
  }

  private static void stop(LocalSystem system, AtomicBoolean stopping) {
    stopping.set(true);
    System.out.println("\nStopping ...");
    system.close();
    System.out.println("Stopped.");
  }

  private static int waitForADeath(LocalSystem system, AtomicBoolean stopping) {
    String dead = system.death().join();
    if (stopping.get()) {
      return 0;
    }
    System.err.println(dead + " ended by itself; see its log. Stopping.");
    return 1;
  }

  private static String app(LocalSystem system) {
    return system.isSet("ODDIYA_WEB_DIR")
        ? "The app: " + system.gateway() + "/app/"
        : "Started by ./oddiya app it serves the app as well.";
  }

  private static String filled(String text, LocalSystem system, Home home, Duration took) {
    TripDates dates = TripDates.nextMonth();
    Map<String, String> values =
        Map.of(
            "gateway", system.gateway().toString(),
            "app", app(system),
            "seconds", Double.toString(took.toMillis() / 1000.0),
            "start", dates.start().toString(),
            "end", dates.end(2).toString(),
            "logs", home.root().resolve("logs").toString(),
            "environment", home.run().resolve("environment").toString(),
            "private", system.setting(ServiceName.GATEWAY.variable("PRIVATE_PORT")));
    String filled = text;
    for (var value : values.entrySet()) {
      filled = filled.replace("{" + value.getKey() + "}", value.getValue());
    }
    return filled;
  }
}
