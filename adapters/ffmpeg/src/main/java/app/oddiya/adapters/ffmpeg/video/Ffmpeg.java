package app.oddiya.adapters.ffmpeg.video;

import app.oddiya.domain.shared.Unavailable;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;

/// The media programs, run so that a file can do no harm beyond its own ending: local files and
/// pipes are the only protocols, each run has its bounds, an empty environment, no terminal, and is
/// killed with everything it started when its time is up or the caller is interrupted.
///
/// The carried ffmpeg is linked to sound servers, screen grabbers and device lists that a server
/// does not have (libpulse, libxcb, libasound, libudev: without them it would not even start).
/// Those libraries are given to it as links to one of its own, hollow for that purpose: their
/// functions are bound when they are called, and nothing here calls them.
final class Ffmpeg {

  private static final String CARRIED_VERSION = "8.1.2-1.5.14";

  private static final CarriedFiles CARRIED =
      new CarriedFiles(
          "ffmpeg-" + CARRIED_VERSION,
          "/org/bytedeco/ffmpeg/linux-x86_64-gpl/",
          List.of(
              "ffmpeg",
              "ffprobe",
              "libavcodec.so.62",
              "libavdevice.so.62",
              "libavfilter.so.11",
              "libavformat.so.62",
              "libavutil.so.60",
              "libswresample.so.6",
              "libswscale.so.9",
              "libdrm.so.2",
              "libva.so.2",
              "libva-drm.so.2"),
          Map.of(
              "libasound.so.2", "libdrm.so.2",
              "libpulse.so.0", "libdrm.so.2",
              "libudev.so.1", "libdrm.so.2",
              "libxcb.so.1", "libdrm.so.2",
              "libxcb-shm.so.0", "libdrm.so.2"));

  /// What the loader says of those links, on every run.
  private static final String HOLLOW = "no version information available";

  private static final String FFPROBE = "ffprobe";

  private static final Bounds TRIAL = new Bounds(5, 1L << 30, 1L << 20);
  private static final Duration TRIAL_TIME = Duration.ofSeconds(20);

  private static final int MOST_OUTPUT = 256 * 1024;

  private final Path folder;
  private final String program;
  private final Map<String, String> environment;

  private Ffmpeg(Path folder, String program, Map<String, String> environment) {
    this.folder = folder;
    this.program = program;
    this.environment = environment;
  }

  /// The programs that `config` names, or else those carried along.
  ///
  /// @throws IllegalStateException if they do not run: better said at the start than of each photo
  static Ffmpeg of(FfmpegConfig config) {
    Ffmpeg ffmpeg = config.ffmpeg().map(Ffmpeg::named).orElseGet(() -> carried(config.cache()));
    ffmpeg.requireRuns(ffmpeg.program);
    ffmpeg.requireRuns(FFPROBE);
    return ffmpeg;
  }

  private static Ffmpeg named(Path ffmpeg) {
    Path program = ffmpeg.toAbsolutePath();
    Path folder = program.getParent();
    if (folder == null) {
      throw new IllegalArgumentException("ffmpeg: " + program + " (expected: a program)");
    }
    return new Ffmpeg(folder, String.valueOf(program.getFileName()), Map.of());
  }

  private static Ffmpeg carried(Path cache) {
    Path folder = carriedIn(cache);
    return new Ffmpeg(folder, "ffmpeg", Map.of("LD_LIBRARY_PATH", folder.toString()));
  }

  /// The folder of the programs that are carried along, and their libraries.
  static Path carriedIn(Path cache) {
    try {
      return CARRIED.unpackedIn(cache);
    } catch (IOException e) {
      throw new UncheckedIOException("ffmpeg could not be unpacked in " + cache, e);
    }
  }

  private void requireRuns(String name) {
    try (Running running = start(name, List.of("-version"), List.of(), TRIAL)) {
      Ended ended = running.end(TRIAL_TIME);
      if (ended.exit() != 0) {
        throw new IllegalStateException(
            folder.resolve(name) + " does not run: exit " + ended.exit() + ", " + ended.errors());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted at the start of " + name, e);
    }
  }

  /// A local file as ffmpeg is to name it, whatever characters it has.
  static String local(Path file) {
    return "file:" + file.toAbsolutePath();
  }

  /// Runs ffmpeg to its end.
  Ended run(List<String> arguments, Bounds bounds, Duration atMost) throws InterruptedException {
    try (Running running = start(arguments, bounds)) {
      return running.end(atMost);
    }
  }

  /// Runs ffprobe to its end.
  Ended probe(List<String> arguments, Bounds bounds, Duration atMost) throws InterruptedException {
    try (Running running = start(FFPROBE, List.of("-v", "error"), arguments, bounds)) {
      return running.end(atMost);
    }
  }

  /// Starts ffmpeg; the caller feeds it and closes the run, which kills what is left of it.
  Running start(List<String> arguments, Bounds bounds) {
    return start(
        program, List.of("-nostdin", "-hide_banner", "-v", "error", "-y"), arguments, bounds);
  }

  private Running start(String name, List<String> opening, List<String> arguments, Bounds bounds) {
    List<String> command = new ArrayList<>();
    command.add(folder.resolve(name).toString());
    command.addAll(opening);
    command.addAll(arguments);
    ProcessBuilder builder = new ProcessBuilder(bounds.around(command));
    builder.environment().clear();
    builder.environment().putAll(environment);
    try {
      return new Running(builder.start());
    } catch (IOException e) {
      throw new Unavailable(name, e);
    }
  }

  /// How a run ended.
  ///
  /// @param exit 0 if the program thought well of it; -1 if it was killed because its time was up
  /// @param output what it printed
  /// @param errors what it complained of, in a few lines
  record Ended(int exit, String output, String errors) {

    static final int OUT_OF_TIME = -1;

    /// What a shell answers for a program that is not there or does not load.
    private static final Set<Integer> NOT_STARTED = Set.of(126, 127);

    boolean isOutOfTime() {
      return exit == OUT_OF_TIME;
    }

    /// Whether it failed for a reason that has nothing to do with what it was given.
    boolean isTheMachinesFault() {
      return NOT_STARTED.contains(exit) || errors.contains("No space left on device");
    }
  }

  /// A program that was started and is killed when this is closed.
  static final class Running implements AutoCloseable {

    private final Process process;
    private final CompletableFuture<String> output;
    private final CompletableFuture<String> errors;

    private Running(Process process) {
      this.process = process;
      this.output = reading(process.getInputStream());
      this.errors = reading(process.getErrorStream());
    }

    Process process() {
      return process;
    }

    /// Waits for the end, and kills it if that does not come in time.
    Ended end(Duration atMost) throws InterruptedException {
      boolean ended = process.waitFor(atMost.toMillis(), TimeUnit.MILLISECONDS);
      if (!ended) {
        close();
      }
      int exit = ended ? process.exitValue() : Ended.OUT_OF_TIME;
      return new Ended(exit, text(output), withoutNoise(text(errors)));
    }

    @Override
    public void close() {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      process.destroyForcibly();
    }

    private static CompletableFuture<String> reading(InputStream stream) {
      CompletableFuture<String> text = new CompletableFuture<>();
      Thread.ofVirtual().name("ffmpeg-output").start(() -> read(stream, text));
      return text;
    }

    /// Reads all there is, so that the program never waits for a reader, and keeps the beginning.
    private static void read(InputStream stream, CompletableFuture<String> text) {
      try (stream) {
        byte[] kept = stream.readNBytes(MOST_OUTPUT);
        stream.transferTo(OutputStream.nullOutputStream());
        text.complete(new String(kept, StandardCharsets.UTF_8));
      } catch (IOException e) {
        text.completeExceptionally(e);
      }
    }

    private static String text(CompletableFuture<String> text) throws InterruptedException {
      try {
        return text.get();
      } catch (ExecutionException e) {
        return "(output lost: " + e.getCause() + ")";
      }
    }

    private static String withoutNoise(String errors) {
      return errors
          .lines()
          .filter(line -> !line.contains(HOLLOW))
          .limit(8)
          .collect(Collectors.joining("; "));
    }
  }
}
