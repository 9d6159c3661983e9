package app.oddiya.apps.stores;

import java.io.File;
import java.io.IOException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// A store that is a Java program: a JVM of its own, small, with the class path its module was
/// built with, which would not go together with ours.
final class JavaStore {

  private static final Duration PATIENCE = Duration.ofSeconds(90);

  private JavaStore() {}

  /// @param main main class of the store's module; it prints `ready` and its port when it serves
  static ChildProcess start(
      Home home, String name, Class<?> main, int heapMegabytes, Map<String, String> environment) {
    return ChildProcess.start(
        home,
        new ChildProcess.Order(
            name,
            command(name, main, heapMegabytes),
            environment,
            "oddiya store ready",
            "TERM",
            PATIENCE));
  }

  private static List<String> command(String name, Class<?> main, int heapMegabytes) {
    Path runtime = Path.of(System.getProperty("java.home"));
    Optional<Packages> packages = Packages.ofThisProcess();
    List<String> command =
        new ArrayList<>(
            packages.isPresent()
                ? packages.get().command(runtime, "store-" + name, main.getName())
                : List.of(
                    runtime.resolve("bin/java").toString(),
                    "-cp",
                    classPath(main),
                    main.getName()));
    command.addAll(
        1,
        List.of(
            "-XX:+UseSerialGC",
            "-Xms16m",
            "-Xmx" + heapMegabytes + "m",
            "-XX:TieredStopAtLevel=1",
            "-Dlogback.configurationFile=" + logging()));
    return command;
  }

  /// Warnings only, one line each; by address, because it is not on the class path of the store.
  private static String logging() {
    URL settings = JavaStore.class.getResource("store-logback.xml");
    if (settings == null) {
      throw new IllegalStateException("missing resource store-logback.xml");
    }
    return settings.toString();
  }

  private static String classPath(Class<?> main) {
    Path artifact = Artifact.of(main);
    Path libraries = artifact.resolveSibling("class-path");
    try {
      return artifact + File.pathSeparator + Files.readString(libraries).strip();
    } catch (IOException e) {
      throw new StoreFailure("not built: " + libraries + " is missing", e);
    }
  }
}
