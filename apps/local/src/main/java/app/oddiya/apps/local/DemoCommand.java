package app.oddiya.apps.local;

import app.oddiya.apps.local.demo.Demo;
import app.oddiya.apps.local.demo.Progress;
import app.oddiya.apps.local.trip.TripFailure;
import app.oddiya.apps.stores.Home;
import app.oddiya.apps.stores.Packages;
import app.oddiya.apps.stores.StorePorts;
import app.oddiya.apps.stores.Stores;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;

/// `./oddiya demo`: a system of its own on free ports, one trip through it, and out again.
final class DemoCommand {

  private static final List<String> LEFT =
      List.of("plan.md", "plan.json", "film.mp4", "poster.jpg", "trip.log");

  private DemoCommand() {}

  /// 0 only if the whole trip worked.
  static int run(WorkingCopy copy, String[] args) {
    Options options =
        new Options(
            args,
            0,
            Set.of("--destination", "--days", "--photos", "--out", "--language", "--seconds"),
            Set.of("--processes"));
    Demo.Wish wish = wish(options);
    Path out = Path.of(options.value("--out").orElse("demo-out")).toAbsolutePath().normalize();
    Home home = copy.demoHome();
    prepare(home, out);
    Logs.into(home);
    Progress progress =
        new Progress(
            System.out,
            Boolean.getBoolean("oddiya.terminal"),
            out.resolve("trip.log"),
            InstantSource.system());
    progress.say("A trip to %s, %s to %s".formatted(wish.destination(), wish.start(), wish.end()));
    try (LocalSystem system = progress.stage("start", () -> started(home, runner(home, options)))) {
      new Demo(site(system), wish, out, progress).run();
      progress.say(
          "Everything worked, in %d s. Left in %s:".formatted(progress.total().toSeconds(), out));
      LEFT.forEach(name -> progress.say("  " + name));
      return 0;
    } catch (TripFailure e) {
      progress.say("The trip failed: " + e.getMessage());
      progress.say("See %s and %s".formatted(out.resolve("trip.log"), home.root().resolve("logs")));
      return 1;
    }
  }

  /// With `--processes` every service is one of its own, from the packages that this process was
  /// started from: so that each can leave a record for its AOT cache.
  private static ServiceRunner runner(Home home, Options options) {
    if (!options.has("--processes")) {
      return new ServicesInProcess();
    }
    Packages packages =
        Packages.ofThisProcess()
            .orElseThrow(() -> new IllegalArgumentException("--processes: ./oddiya aot does that"));
    return new ServicePackages(packages, home);
  }

  private static Progress.Done<LocalSystem> started(Home home, ServiceRunner runner) {
    LocalSystem system =
        LocalSystem.start(home, StorePorts.free(), ServicePorts.free(), System.getenv(), runner);
    return new Progress.Done<>(
        system, "%d stores and seven services, on free ports".formatted(system.storeCount()));
  }

  private static Demo.Site site(LocalSystem system) {
    URI sns = URI.create(system.setting("ODDIYA_SNS_ENDPOINT"));
    return new Demo.Site(system.gateway(), sns.resolve("/_published"));
  }

  private static Demo.Wish wish(Options options) {
    int days = number(options, "--days", 3);
    TripDates dates = TripDates.nextMonth();
    return new Demo.Wish(
        options.value("--destination").orElse("Busan"),
        dates.start(),
        dates.end(days),
        options.value("--language").orElse("en"),
        number(options, "--seconds", 30),
        options.value("--photos").map(Path::of).map(Path::toAbsolutePath));
  }

  private static int number(Options options, String name, int otherwise) {
    String value = options.value(name).orElse(Integer.toString(otherwise));
    if (!value.matches("[1-9][0-9]?")) {
      throw new IllegalArgumentException(name + ": " + value + " (expected: a number from 1)");
    }
    return Integer.parseInt(value);
  }

  /// A demo starts from nothing, so that it shows what a first user sees.
  private static void prepare(Home home, Path out) {
    try {
      Stores.forget(home);
      Files.createDirectories(out);
      for (String name : LEFT) {
        Files.deleteIfExists(out.resolve(name));
      }
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write to " + out, e);
    }
  }
}
