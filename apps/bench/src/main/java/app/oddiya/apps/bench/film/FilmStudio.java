package app.oddiya.apps.bench.film;

import app.oddiya.apps.bench.Bench;
import app.oddiya.apps.bench.BenchFailure;
import app.oddiya.apps.bench.LinuxProcess;
import app.oddiya.domain.testkit.story.Jitter;
import app.oddiya.domain.video.film.Template;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/// Runs film processes and encoders, and has their time counted by the shell that waits for them.
final class FilmStudio implements AutoCloseable {

  private static final int WIDTH = 1080;
  private static final int HEIGHT = 1920;

  /// User and kernel time of a command and all that it has waited for, in its own words.
  private static final String COUNTED = "TIMEFORMAT='counted %U %S'; time \"$@\" >\"$0\" 2>&1";

  private static final Pattern COUNTS = Pattern.compile("counted ([0-9.]+) ([0-9.]+)");
  private static final int LOOK_EVERY_MILLIS = 20;

  private final Path home;
  private final Path programs;

  private FilmStudio(Path home, Path programs) {
    this.home = home;
    this.programs = programs;
  }

  /// What a film took.
  record Run(double cpuSeconds, double peakMebibytes) {}

  /// How far a point strays from a smooth path, in pixels RMS.
  record Moving(double ofFrames, double ofFilm) {}

  static FilmStudio open(Bench bench) throws IOException {
    Path home = Files.createDirectories(bench.home().root().resolve("film"));
    Path cache = Files.createDirectories(home.resolve("cache"));
    // The first start unpacks the programs; nothing of that is to be counted.
    Path dot = Files.createDirectories(home.resolve("dot"));
    if (!Files.exists(dot.resolve("dot.png"))) {
      DrawnPhotos.dot(dot);
    }
    FilmStudio studio = new FilmStudio(home, home);
    studio.film(dot, 1, Template.BASIC);
    try (Stream<Path> unpacked = Files.walk(cache)) {
      Path program =
          unpacked
              .filter(file -> file.endsWith("ffprobe"))
              .findFirst()
              .orElseThrow(() -> new BenchFailure("no ffmpeg was unpacked in " + cache));
      return new FilmStudio(home, program.resolveSibling("."));
    }
  }

  Path folder(String name) throws IOException {
    return Files.createDirectories(home.resolve(name));
  }

  /// Makes a film, which is left as `work/film.mp4`.
  Run film(Path photos, int seconds, Template template) throws IOException {
    return counted("film", command(photos, seconds, template));
  }

  /// Encodes frames as they are, without sound.
  double floor(Path frames) throws IOException {
    List<String> command =
        List.of(
            "env",
            "LD_LIBRARY_PATH=" + programs,
            programs.resolve("ffmpeg").toString(),
            "-nostdin",
            "-y",
            "-f",
            "rawvideo",
            "-pixel_format",
            "yuv420p",
            "-video_size",
            WIDTH + "x" + HEIGHT,
            "-framerate",
            "30",
            "-i",
            frames.toString(),
            "-c:v",
            "libx264",
            "-preset",
            "veryfast",
            "-crf",
            "23",
            home.resolve("floor.mp4").toString());
    return counted("floor", command).cpuSeconds();
  }

  /// Makes a film and keeps the frames that its encoder was given: a program in the encoder's place
  /// hands them on to both.
  Path frames(Path photos, int seconds, Template template) throws IOException {
    Path frames = home.resolve("frames.yuv");
    Path pipe = home.resolve("frames.pipe");
    Path folder = folder("between");
    Files.deleteIfExists(pipe);
    plain("mkfifo", pipe.toString());
    for (String name : List.of("ffmpeg", "ffprobe")) {
      String script =
          """
          #!/bin/sh
          export LD_LIBRARY_PATH=%1$s
          case "$*" in
            *pipe:0*) /usr/bin/tee %3$s | %1$s/%2$s "$@" ;;
            *) exec %1$s/%2$s "$@" ;;
          esac
          """
              .formatted(programs, name, pipe);
      Path program = Files.writeString(folder.resolve(name), script);
      Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx------"));
    }
    // What it writes to a pipe is not held against the size that its files may have.
    Process keeper =
        new ProcessBuilder("cat", pipe.toString()).redirectOutput(frames.toFile()).start();
    try {
      List<String> command = new ArrayList<>(command(photos, seconds, template));
      command.add(folder.resolve("ffmpeg").toString());
      counted("frames", command);
      if (!keeper.waitFor(1, TimeUnit.MINUTES) || keeper.exitValue() != 0) {
        throw new BenchFailure("the frames were not kept");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", e);
    } finally {
      keeper.destroyForcibly();
      Files.delete(pipe);
    }
    return frames;
  }

  Moving moving(Path dot, int seconds) throws IOException {
    Path frames = frames(dot, seconds, Template.BASIC);
    double ofFrames = jitter(frames);
    plain(
        "env",
        "LD_LIBRARY_PATH=" + programs,
        programs.resolve("ffmpeg").toString(),
        "-nostdin",
        "-v",
        "error",
        "-y",
        "-i",
        home.resolve("work").resolve("film.mp4").toString(),
        "-an",
        "-f",
        "rawvideo",
        frames.toString());
    double ofFilm = jitter(frames);
    Files.delete(frames);
    return new Moving(ofFrames, ofFilm);
  }

  /// Of both directions together.
  private static double jitter(Path frames) throws IOException {
    List<Double> across = new ArrayList<>();
    List<Double> down = new ArrayList<>();
    try (InputStream file = Files.newInputStream(frames)) {
      byte[] luma = file.readNBytes(WIDTH * HEIGHT);
      while (luma.length == WIDTH * HEIGHT) {
        double[] middle = Jitter.middle(luma, WIDTH, HEIGHT, DrawnPhotos.GROUND + 16);
        across.add(middle[0]);
        down.add(middle[1]);
        file.skipNBytes(WIDTH * HEIGHT / 2);
        luma = file.readNBytes(WIDTH * HEIGHT);
      }
    }
    return Math.hypot(Jitter.rms(across), Jitter.rms(down));
  }

  private List<String> command(Path photos, int seconds, Template template) throws IOException {
    Path work = home.resolve("work");
    empty(work);
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    // As the worker runs.
    command.addAll(
        List.of(
            "-XX:+UseSerialGC",
            "-XX:+UseCompactObjectHeaders",
            "-Xms16m",
            "-Xmx144m",
            "-XX:MinHeapFreeRatio=20",
            "-XX:MaxHeapFreeRatio=40",
            "-XX:-ShrinkHeapInSteps",
            "-XX:CompileThresholdScaling=5",
            "-Xss512k",
            "-XX:TrimNativeHeapInterval=5000",
            "-Djava.awt.headless=true",
            "--enable-native-access=ALL-UNNAMED",
            "-cp",
            System.getProperty("java.class.path"),
            FilmProcess.class.getName()));
    command.addAll(
        List.of(
            photos.toString(),
            work.toString(),
            String.valueOf(seconds),
            home.resolve("cache").toString(),
            template.id()));
    return command;
  }

  private static void empty(Path folder) throws IOException {
    Files.createDirectories(folder);
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(file);
      }
    }
    Files.createDirectories(folder);
  }

  private Run counted(String name, List<String> command) throws IOException {
    Path log = home.resolve(name + ".log");
    Path counts = home.resolve(name + ".counts");
    List<String> whole = new ArrayList<>(List.of("bash", "-c", COUNTED, log.toString()));
    whole.addAll(command);
    ProcessBuilder builder = new ProcessBuilder(whole).redirectError(counts.toFile());
    builder.environment().put("MALLOC_ARENA_MAX", "1");
    Process process = builder.start();
    process.getOutputStream().close();
    LinuxProcess usage = new LinuxProcess(process.pid());
    double peak = 0;
    try {
      while (!process.waitFor(LOOK_EVERY_MILLIS, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, memory(usage));
      }
    } catch (InterruptedException e) {
      process.descendants().forEach(ProcessHandle::destroyForcibly);
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", e);
    }
    if (process.exitValue() != 0) {
      throw new BenchFailure(name + " failed: " + Bench.end(log));
    }
    Matcher found = COUNTS.matcher(Files.readString(counts));
    if (!found.find()) {
      throw new BenchFailure(name + " was not counted: " + Bench.end(counts));
    }
    double cpu = Double.parseDouble(found.group(1)) + Double.parseDouble(found.group(2));
    return new Run(cpu, peak);
  }

  /// 0 if one of them has ended while we looked.
  private static double memory(LinuxProcess usage) {
    try {
      return usage.residentMebibytes();
    } catch (BenchFailure | IllegalArgumentException e) {
      return 0;
    }
  }

  private static void plain(String... command) throws IOException {
    Process process = new ProcessBuilder(command).inheritIO().start();
    try {
      if (process.waitFor() != 0) {
        throw new BenchFailure(command[0] + " failed: " + process.exitValue());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new BenchFailure("interrupted", e);
    }
  }

  @Override
  public void close() throws IOException {
    empty(home.resolve("work"));
    Files.deleteIfExists(home.resolve("frames.yuv"));
  }
}
