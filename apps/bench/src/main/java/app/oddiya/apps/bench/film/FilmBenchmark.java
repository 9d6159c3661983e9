package app.oddiya.apps.bench.film;

import app.oddiya.apps.bench.Bench;
import app.oddiya.apps.bench.BenchFailure;
import app.oddiya.apps.bench.Benchmark;
import app.oddiya.apps.bench.Figure;
import app.oddiya.apps.bench.Statistics;
import app.oddiya.domain.video.film.Template;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/// A film of 20 s from ten photos of 12 megapixels, all that it takes, beside what x264 alone takes
/// for the same finished frames; the other templates once each; and how smoothly a point moves.
///
/// The films are made by a process of their own, in turn with the encoder. Its time and that of all
/// that it starts is what the kernel has counted when they have ended; its memory is looked at all
/// the while.
public final class FilmBenchmark implements Benchmark {

  private static final int SECONDS = 20;
  private static final int PHOTOS = 10;
  private static final int ROUNDS = 3;

  /// Of the templates that are made once.
  private static final int SHORT_SECONDS = 15;
  private static final int MOVING_SECONDS = 3;

  private static final double MOST_CPU = 1.25;
  private static final double MOST_JITTER_OF_FRAMES = 0.01;
  private static final double MOST_JITTER_OF_FILM = 0.05;
  private static final double MOST_MEBIBYTES = 500;

  @Override
  public String name() {
    return "film";
  }

  @Override
  public String summary() {
    return "a film of 20 s beside x264 alone, and how smooth it is; about 8 minutes";
  }

  @Override
  public List<Figure> measure(Bench bench, List<String> options) {
    if (!options.isEmpty()) {
      throw new IllegalArgumentException("film: no options, but " + options);
    }
    try (FilmStudio studio = FilmStudio.open(bench)) {
      bench.say("drawing photos");
      Path photos = studio.folder("photos");
      DrawnPhotos.landscapes(photos, PHOTOS);
      Path dot = studio.folder("dot");
      DrawnPhotos.dot(dot);
      List<Figure> figures = new ArrayList<>(cost(bench, studio, photos));
      for (Template template : Template.all()) {
        if (!template.equals(Template.BASIC)) {
          figures.add(cost(bench, studio, photos, template));
        }
      }
      figures.addAll(smoothness(bench, studio, dot));
      return figures;
    } catch (IOException e) {
      throw new BenchFailure("film: " + e, e);
    }
  }

  private static List<Figure> cost(Bench bench, FilmStudio studio, Path photos) throws IOException {
    bench.say("keeping the finished frames");
    Path frames = studio.frames(photos, SECONDS, Template.BASIC);
    List<Double> films = new ArrayList<>();
    List<Double> floors = new ArrayList<>();
    double peak = 0;
    for (int round = 1; round <= ROUNDS; round++) {
      FilmStudio.Run film = studio.film(photos, SECONDS, Template.BASIC);
      double floor = studio.floor(frames);
      bench.tell(
          "round %d: film %.2f CPU s, %.0f MiB at most; x264 alone %.2f CPU s"
              .formatted(round, film.cpuSeconds(), film.peakMebibytes(), floor));
      films.add(film.cpuSeconds());
      floors.add(floor);
      peak = Math.max(peak, film.peakMebibytes());
    }
    Files.delete(frames);
    return List.of(
        Figure.atMostTimes(
            MOST_CPU,
            "film of 20 s, whole job",
            Statistics.median(films),
            "CPU s",
            new Figure.Peer("x264 veryfast crf 23", Statistics.median(floors))),
        Figure.atMost(MOST_MEBIBYTES, "peak RSS of all processes", peak, "MiB"));
  }

  /// Their time is told and not judged: what hardly moves, as prints on a table do, costs an
  /// encoder next to nothing.
  private static Figure cost(Bench bench, FilmStudio studio, Path photos, Template template)
      throws IOException {
    Path frames = studio.frames(photos, SHORT_SECONDS, template);
    FilmStudio.Run film = studio.film(photos, SHORT_SECONDS, template);
    double floor = studio.floor(frames);
    bench.tell(
        "%s: film %.2f CPU s, %.0f MiB at most; x264 alone %.2f CPU s, %.2f times"
            .formatted(
                template.id(),
                film.cpuSeconds(),
                film.peakMebibytes(),
                floor,
                film.cpuSeconds() / floor));
    Files.delete(frames);
    return Figure.atMost(
        MOST_MEBIBYTES, "peak RSS of all processes, " + template.id(), film.peakMebibytes(), "MiB");
  }

  private static List<Figure> smoothness(Bench bench, FilmStudio studio, Path dot)
      throws IOException {
    bench.say("following a point");
    FilmStudio.Moving moving = studio.moving(dot, MOVING_SECONDS);
    return List.of(
        Figure.atMost(
            MOST_JITTER_OF_FRAMES, "motion jitter before encoding", moving.ofFrames(), "px RMS"),
        Figure.atMost(MOST_JITTER_OF_FILM, "motion jitter of the film", moving.ofFilm(), "px RMS"));
  }
}
