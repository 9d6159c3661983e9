package app.oddiya.apps.stores;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/// One store, or one service, running as a process of its own. It dies with the process that
/// started it: a guard (`guard.sh`) holds a pipe to us and stops the store when the pipe breaks,
/// which the kernel sees to even after a `kill -9`. Should the guard itself be killed as well, the
/// pid file finds the store at the next start, and it is stopped in good order before its successor
/// starts.
///
/// Not taken: adopting a survivor. It would spare two seconds after a crash and cost a second way
/// to start, in which nobody reads the survivor's log and nothing stops it when we die.
public final class ChildProcess implements AutoCloseable {

  private static final Logger log = LoggerFactory.getLogger(ChildProcess.class);
  private static final String PID_LINE = "guard: store has pid ";
  private static final Duration STOP_PATIENCE = Duration.ofSeconds(20);
  private static final String GUARD = read("guard.sh");

  /// How to run it.
  ///
  /// @param ready part of the line with which the store says that it serves
  /// @param stop the signal on which it shuts down in good order, whoever is connected
  public record Order(
      String name,
      List<String> command,
      Map<String, String> environment,
      String ready,
      String stop,
      Duration patience) {}

  private final Order order;
  private final Process guard;
  private final ProcessHandle store;
  private final PidFile pidFile;

  private ChildProcess(Order order, Process guard, ProcessHandle store, PidFile pidFile) {
    this.order = order;
    this.guard = guard;
    this.store = store;
    this.pidFile = pidFile;
  }

  /// Starts the store and comes back when it serves.
  ///
  /// @throws StoreFailure if it dies before, or takes longer than its patience; with the end of its
  ///     log
  public static ChildProcess start(Home home, Order order) {
    try {
      PidFile pidFile = new PidFile(home.run().resolve(order.name() + ".pid"));
      reap(order, pidFile);
      return launched(home, order, pidFile);
    } catch (IOException e) {
      throw new StoreFailure("cannot start " + order.name(), e);
    }
  }

  /// Stops what an earlier run has left behind.
  private static void reap(Order order, PidFile pidFile) throws IOException {
    Optional<ProcessHandle> survivor = pidFile.survivor();
    if (survivor.isPresent()) {
      ProcessHandle process = survivor.get();
      log.info("store_survivor_stopped store={} pid={}", order.name(), process.pid());
      signal(process, order.stop());
      awaitEnd(order.name(), process);
    }
    pidFile.forget();
  }

  private static ChildProcess launched(Home home, Order order, PidFile pidFile) throws IOException {
    List<String> command = new ArrayList<>(List.of("bash", "-c", GUARD, "guard", order.stop()));
    command.addAll(order.command());
    ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true);
    builder.environment().putAll(order.environment());
    Process guard = builder.start();

    CompletableFuture<ProcessHandle> started = new CompletableFuture<>();
    CompletableFuture<Void> ready = new CompletableFuture<>();
    Path logFile = home.log(order.name());
    // Reading a pipe holds on to the thread beneath a virtual one, of which there are no more than
    // cores: two children would leave no virtual thread anywhere in this process to run.
    Thread.ofPlatform()
        .daemon()
        .name(order.name() + "-log")
        .start(() -> follow(order, guard, logFile, started, ready));
    try {
      ProcessHandle store = await(started, order);
      pidFile.remember(store);
      var _ =
          store
              .onExit()
              .thenRun(() -> ready.completeExceptionally(new IOException("it ended by itself")));
      await(ready, order);
      return new ChildProcess(order, guard, store, pidFile);
    } catch (IOException e) {
      guard.getOutputStream().close();
      var _ = started.thenAccept(ProcessHandle::destroyForcibly);
      throw new StoreFailure(
          order.name() + " did not start: " + e.getMessage() + "\n" + tail(logFile), e);
    }
  }

  private static <T> T await(CompletableFuture<T> future, Order order) throws IOException {
    try {
      return future.get(order.patience().toMillis(), TimeUnit.MILLISECONDS);
    } catch (ExecutionException e) {
      throw new IOException(e.getMessage(), e);
    } catch (TimeoutException e) {
      throw new IOException("no sign of it within " + order.patience().toSeconds() + " s", e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted", e);
    }
  }

  /// Copies what guard and store say to the log file, and listens for the two lines that matter.
  private static void follow(
      Order order,
      Process guard,
      Path logFile,
      CompletableFuture<ProcessHandle> started,
      CompletableFuture<Void> ready) {
    try (BufferedReader lines = guard.inputReader(StandardCharsets.UTF_8);
        Writer out =
            Files.newBufferedWriter(
                logFile, StandardOpenOption.CREATE, StandardOpenOption.TRUNCATE_EXISTING)) {
      for (String line = lines.readLine(); line != null; line = lines.readLine()) {
        out.write(line);
        out.write('\n');
        out.flush();
        if (line.startsWith(PID_LINE)) {
          long pid = Long.parseLong(line.substring(PID_LINE.length()));
          ProcessHandle.of(pid)
              .ifPresentOrElse(
                  started::complete,
                  () -> started.completeExceptionally(new IOException("it ended at once")));
        } else if (line.contains(order.ready())) {
          ready.complete(null);
        }
      }
      started.completeExceptionally(new IOException("it could not be launched"));
    } catch (IOException e) {
      started.completeExceptionally(e);
      ready.completeExceptionally(e);
    }
  }

  /// Completes when the store is gone, asked to or not.
  public CompletableFuture<ProcessHandle> ended() {
    return store.onExit();
  }

  public long pid() {
    return store.pid();
  }

  /// As its log file is called, without the ending.
  public String name() {
    return order.name();
  }

  /// Stops the store in good order and waits until it is gone.
  @Override
  public void close() {
    try {
      guard.getOutputStream().close();
      awaitEnd(order.name(), store);
      pidFile.forget();
    } catch (IOException e) {
      throw new StoreFailure("cannot stop " + order.name(), e);
    }
  }

  private static void signal(ProcessHandle process, String signal) throws IOException {
    new ProcessBuilder("bash", "-c", "kill -s \"$0\" \"$1\"", signal, Long.toString(process.pid()))
        .redirectErrorStream(true)
        .redirectOutput(ProcessBuilder.Redirect.DISCARD)
        .start();
  }

  private static void awaitEnd(String name, ProcessHandle process) throws IOException {
    try {
      process.onExit().get(STOP_PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
    } catch (TimeoutException e) {
      log.warn("store_killed store={} pid={}", name, process.pid(), e);
      process.destroyForcibly();
    } catch (ExecutionException e) {
      throw new IOException("cannot wait for " + name, e);
    } catch (InterruptedException e) {
      process.destroyForcibly();
      Thread.currentThread().interrupt();
    }
  }

  private static String tail(Path logFile) throws IOException {
    if (!Files.exists(logFile)) {
      return "(it wrote no log)";
    }
    List<String> lines = Files.readAllLines(logFile);
    return "from "
        + logFile
        + ":\n"
        + String.join("\n", lines.subList(Math.max(0, lines.size() - 15), lines.size()));
  }

  private static String read(String resource) {
    try (InputStream in = ChildProcess.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("missing resource " + resource);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
