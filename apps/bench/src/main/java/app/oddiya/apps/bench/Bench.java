package app.oddiya.apps.bench;

import app.oddiya.apps.stores.ChildProcess;
import app.oddiya.apps.stores.Home;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// Where benchmarks run: the working copy, a folder to build peers in, and places to tell of
/// progress and of results.
///
/// @param root where `./oddiya` is
public record Bench(Path root, PrintStream progress, PrintStream results) {

  private static final Duration LAUNCH = Duration.ofSeconds(30);

  /// Writes its output to a file of its own, so that reading that costs nobody anything; says so
  /// first, for whoever waits.
  private static final List<String> INTO_A_FILE =
      List.of("bash", "-c", "echo launched; exec \"$@\" >\"$0\" 2>&1");

  /// Where peers are built and subjects keep their data.
  public Home home() {
    return new Home(root.resolve(".oddiya").resolve("bench"));
  }

  public Path script() {
    return root.resolve("oddiya");
  }

  public void say(String line) {
    progress.println(line);
  }

  /// A result that is a part of a figure.
  public void tell(String line) {
    results.println(line);
  }

  /// Starts a process that ends with us. Whether it serves yet is for the caller to find out.
  public ChildProcess launch(String name, List<String> command, Map<String, String> environment) {
    List<String> whole = new ArrayList<>(INTO_A_FILE);
    whole.add(output(name).toString());
    whole.addAll(command);
    return ChildProcess.start(
        home(), new ChildProcess.Order(name, whole, environment, "launched", "TERM", LAUNCH));
  }

  /// What a launched process has written.
  public Path output(String name) {
    return home().log(name + "-output");
  }

  /// Runs a command to its end.
  ///
  /// @param what it does, for the message when it fails
  /// @throws BenchFailure if it does not end with 0, with the end of what it said
  public void run(String what, Path folder, List<String> command) {
    int code = tryOut(what, folder, command);
    if (code != 0) {
      throw new BenchFailure(what + " failed (" + code + "):\n" + end(log(what)));
    }
  }

  private Path log(String what) {
    return home().log(what.replace(' ', '-'));
  }

  /// Runs a command to its end, however it ends.
  ///
  /// @return its exit code
  public int tryOut(String what, Path folder, List<String> command) {
    Path log = log(what);
    try {
      Process process =
          new ProcessBuilder(command)
              .directory(Files.createDirectories(folder).toFile())
              .redirectErrorStream(true)
              .redirectOutput(log.toFile())
              .start();
      process.getOutputStream().close();
      return process.waitFor();
    } catch (IOException e) {
      throw new BenchFailure(what + " failed: " + e.getMessage(), e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure(what + " was interrupted", e);
    }
  }

  /// The last lines of a log.
  public static String end(Path log) {
    try {
      List<String> lines = Files.readAllLines(log);
      return "from "
          + log
          + ":\n"
          + String.join("\n", lines.subList(Math.max(0, lines.size() - 20), lines.size()));
    } catch (IOException e) {
      return log + " cannot be read: " + e.getMessage();
    }
  }
}
