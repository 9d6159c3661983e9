package app.oddiya.apps.local.demo;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;

/// Tells people how the trip goes, a line a stage, and keeps everything in `trip.log`.
public final class Progress {

  private final PrintStream terminal;
  private final boolean rewriting;
  private final Path log;
  private final InstantSource clock;
  private final Map<String, Duration> took = new LinkedHashMap<>();

  /// @param rewriting whether the terminal can write over its last line
  public Progress(PrintStream terminal, boolean rewriting, Path log, InstantSource clock) {
    this.terminal = terminal;
    this.rewriting = rewriting;
    this.log = log;
    this.clock = clock;
  }

  /// What a stage has brought, and what to say about it.
  public record Done<T>(T result, String said) {}

  /// Runs a stage and says in one line what came of it and how long it took.
  public <T> T stage(String name, Supplier<Done<T>> work) {
    note("stage " + name);
    long started = System.nanoTime();
    Done<T> done = work.get();
    Duration duration = Duration.ofNanos(System.nanoTime() - started);
    took.put(name, duration);
    String line = "%-10s %6.1f s  %s".formatted(name, seconds(duration), done.said());
    clearLine();
    terminal.println(line);
    note(line);
    return done.result();
  }

  /// What is going on within a stage; on a terminal it lives until the next word.
  public void now(String text) {
    note("  " + text);
    if (rewriting) {
      clearLine();
      terminal.print("           " + text);
      terminal.flush();
    }
  }

  /// Something within a stage that is worth a line of its own.
  public void line(String text) {
    note("  " + text);
    clearLine();
    terminal.println("           " + text);
  }

  public void say(String text) {
    note(text);
    clearLine();
    terminal.println(text);
  }

  /// For the log only.
  public synchronized void note(String text) {
    try {
      Files.writeString(
          log,
          clock.instant() + " " + text + "\n",
          StandardCharsets.UTF_8,
          StandardOpenOption.CREATE,
          StandardOpenOption.APPEND);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + log, e);
    }
  }

  /// How long all stages took together.
  public Duration total() {
    return took.values().stream().reduce(Duration.ZERO, Duration::plus);
  }

  private void clearLine() {
    if (rewriting) {
      terminal.print("\r\033[K");
    }
  }

  private static double seconds(Duration duration) {
    return duration.toMillis() / 1000.0;
  }
}
