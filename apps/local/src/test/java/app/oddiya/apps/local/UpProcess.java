package app.oddiya.apps.local;

import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/// `./oddiya up` in a process of its own, to be killed and started again.
final class UpProcess implements AutoCloseable {

  private final Path folder;
  private final int port;
  private final Map<String, String> environment;
  private Process process;

  /// @param folder of all that it keeps
  UpProcess(Path folder, int port, Map<String, String> environment) throws IOException {
    this.folder = folder;
    this.port = port;
    this.environment = environment;
    this.process = started();
  }

  URI gateway() {
    return URI.create("http://localhost:" + port);
  }

  /// What it keeps in files.
  Path home() {
    return folder.resolve("home");
  }

  /// Ends it with SIGKILL, its stores living on, and starts it again.
  void killAndStart() throws IOException, InterruptedException {
    process.destroyForcibly().waitFor();
    process = started();
    awaitUp();
  }

  /// Reads what it prints until it says that it is up; what it prints later is nobody's concern.
  void awaitUp() throws IOException {
    BufferedReader said = process.inputReader();
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      if (line.startsWith("Oddiya is up at ")) {
        return;
      }
    }
    throw new IOException("it did not come up:\n" + all);
  }

  private Process started() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--root",
                folder.toString(),
                "up",
                "--data",
                home().toString(),
                "--ports",
                "free")
            .redirectErrorStream(true);
    builder.environment().put("ODDIYA_GATEWAY_PORT", Integer.toString(port));
    builder.environment().putAll(environment);
    return builder.start();
  }

  @Override
  public void close() {
    process.destroy();
    try {
      if (!process.waitFor(1, TimeUnit.MINUTES)) {
        throw new AssertionError("it does not end");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new AssertionError("interrupted", e);
    }
  }
}
