package app.oddiya.apps.local.demo;

import app.oddiya.apps.local.demo.Progress.Done;
import app.oddiya.apps.local.trip.FilmWait;
import app.oddiya.apps.local.trip.FilmWish;
import app.oddiya.apps.local.trip.Phone;
import app.oddiya.apps.local.trip.Photo;
import app.oddiya.apps.local.trip.Pushes;
import app.oddiya.apps.local.trip.Traveller;
import app.oddiya.apps.local.trip.TripFailure;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// One trip from idea to film, through the gateway and nothing else, with what a traveller gets
/// left in a folder.
public final class Demo {

  /// What to travel.
  ///
  /// @param photos a folder of photographs; without one they are drawn
  public record Wish(
      String destination,
      LocalDate start,
      LocalDate end,
      String language,
      int filmSeconds,
      Optional<Path> photos) {}

  /// Where the system is that the trip goes through.
  ///
  /// @param pushes what phones were sent; the demo's stand-in for holding one in the hand
  public record Site(URI gateway, URI pushes) {}

  private static final Duration FILM_PATIENCE = Duration.ofMinutes(10);
  private static final Duration PUSH_PATIENCE = Duration.ofSeconds(30);
  private static final int DRAWN = 10;
  private static final JsonMapper json = JsonMapper.builder().build();

  private final Site site;
  private final Wish wish;
  private final Path out;
  private final Progress progress;

  public Demo(Site site, Wish wish, Path out, Progress progress) {
    this.site = site;
    this.wish = wish;
    this.out = out;
    this.progress = progress;
  }

  /// @throws TripFailure at the first thing that is not as it should be
  public void run() {
    String pushToken = pushToken();
    try (Phone phone = new Phone(site.gateway(), progress::note);
        Pushes pushes = new Pushes(site.pushes(), progress::note)) {
      progress.stage("sign in", () -> signIn(phone, pushToken));
      JsonNode plan = progress.stage("plan", () -> plan(phone));
      List<Photo> photos = progress.stage("photos", () -> photos(plan));
      List<String> uploads = progress.stage("upload", () -> upload(phone, photos));
      String jobId = progress.stage("order", () -> order(phone, plan, uploads));
      JsonNode film = progress.stage("film", () -> film(phone, plan, jobId));
      progress.stage("push", () -> push(pushes, pushToken, jobId));
      progress.stage("download", () -> download(phone, film));
    }
  }

  /// Of the form of Apple's: 32 bytes in hexadecimal.
  private static String pushToken() {
    byte[] token = new byte[32];
    new SecureRandom().nextBytes(token);
    return HexFormat.of().formatHex(token);
  }

  private Done<JsonNode> signIn(Phone phone, String pushToken) {
    phone.signIn(
        new Traveller("google", "demo-traveller", "traveller@example.com", "Demo Traveller"));
    phone.refresh();
    JsonNode me = phone.me();
    phone.registerDevice("demo-phone", "ios", pushToken);
    return new Done<>(
        me,
        "as %s with Google, token refreshed, phone registered"
            .formatted(me.path("name").stringValue("?")));
  }

  private Done<JsonNode> plan(Phone phone) {
    AtomicInteger stops = new AtomicInteger();
    JsonNode streamed =
        phone.generatePlan(
            request(),
            (event, data) -> {
              switch (event) {
                case "stage" -> progress.now(data.toString());
                case "stop" -> {
                  JsonNode stop = data.path("stop");
                  progress.now(
                      "%d  %s %s  %s"
                          .formatted(
                              stops.incrementAndGet(),
                              data.path("date").stringValue(""),
                              stop.path("arrive").stringValue(""),
                              stop.path("name").stringValue("")));
                }
                default -> progress.note("  event " + event);
              }
            });
    String body = phone.plan(streamed.path("id").stringValue(""));
    JsonNode stored = json.readTree(body);
    if (!stored.equals(streamed)) {
      throw new TripFailure("the plan that was streamed is not the plan that was stored");
    }
    write("plan.json", body.getBytes(StandardCharsets.UTF_8));
    write("plan.md", PlanPage.of(stored).getBytes(StandardCharsets.UTF_8));
    stored
        .path("days")
        .forEach(
            day -> {
              if (day.path("stops").size() < 3) {
                throw new TripFailure("fewer than three stops on " + day.path("date"));
              }
            });
    return new Done<>(
        stored,
        "\"%s\", %d stops on %d days, certificate %s"
            .formatted(
                stored.path("title").stringValue("?"),
                stops.get(),
                stored.path("days").size(),
                stored.path("certificate").path("verdict").stringValue("?")));
  }

  private ObjectNode request() {
    ObjectNode request = json.createObjectNode();
    request.putObject("destination").put("name", wish.destination());
    request.put("startDate", wish.start().toString()).put("endDate", wish.end().toString());
    request.putObject("party").put("adults", 2).put("children", 0);
    request.putArray("interests").add("history").add("food").add("nature");
    request.put("pace", "balanced");
    request.putArray("mustVisit");
    request.putArray("avoid");
    return request.put("language", wish.language());
  }

  private Done<List<Photo>> photos(JsonNode plan) {
    List<Photo> photos = wish.photos().map(Photo::in).orElseGet(() -> drawn(plan));
    if (photos.size() < 2) {
      throw new TripFailure("a film needs two photos; there are " + photos.size());
    }
    String origin = wish.photos().map(folder -> "from " + folder).orElse("drawn along the plan");
    return new Done<>(photos, photos.size() + " " + origin);
  }

  private List<Photo> drawn(JsonNode plan) {
    return DemoPhotos.draw(Visit.shots(plan, DRAWN), out.resolve("photos")).stream()
        .flatMap(file -> Photo.of(file).stream())
        .toList();
  }

  private Done<List<String>> upload(Phone phone, List<Photo> photos) {
    List<String> uploads =
        phone.upload(photos, done -> progress.now(done + " of " + photos.size()));
    return new Done<>(uploads, uploads.size() + " photos to the store, by presigned requests");
  }

  private Done<String> order(Phone phone, JsonNode plan, List<String> uploads) {
    FilmWish film =
        new FilmWish(
            uploads,
            plan.path("id").stringValue(""),
            plan.path("title").stringValue(""),
            wish.filmSeconds());
    UUID key = UUID.randomUUID();
    String jobId = phone.requestFilm(film, key);
    String again = phone.requestFilm(film, key);
    if (!again.equals(jobId)) {
      throw new TripFailure("asked twice with one key, got the jobs " + jobId + " and " + again);
    }
    return new Done<>(jobId, "job " + jobId + ", once although asked for twice");
  }

  private Done<JsonNode> film(Phone phone, JsonNode plan, String jobId) {
    JsonNode job =
        FilmWait.finished(
            phone,
            jobId,
            FILM_PATIENCE,
            seen ->
                progress.now(
                    seen.path("status").stringValue("?") + " " + seen.path("progress") + " %"));
    for (JsonNode photo : job.path("photos")) {
      if (!photo.path("used").booleanValue(false)) {
        progress.line("left out: " + photo);
      }
    }
    if (wish.photos().isEmpty()) {
      expectEachAtItsPlace(job, Visit.shots(plan, DRAWN));
    }
    return new Done<>(job, job.path("durationSeconds") + " s of film");
  }

  /// What was drawn at a stop has to be named after it in the film.
  private static void expectEachAtItsPlace(JsonNode job, List<DemoPhotos.Shot> shots) {
    for (int i = 0; i < shots.size(); i++) {
      JsonNode photo = job.path("photos").path(i);
      String stopId = photo.path("matchedStopId").stringValue("");
      if (photo.path("used").booleanValue(false) && !stopId.equals(shots.get(i).stopId())) {
        throw new TripFailure(
            "photo %d was taken at %s and is named after stop %s"
                .formatted(i + 1, shots.get(i), stopId));
      }
    }
  }

  private Done<String> push(Pushes pushes, String pushToken, String jobId) {
    String payload = pushes.await(pushToken, jobId, PUSH_PATIENCE);
    progress.note("push " + payload);
    return new Done<>(payload, "the phone was told");
  }

  private Done<Path> download(Phone phone, JsonNode film) {
    byte[] movie = phone.download(film.path("videoUrl").stringValue(""));
    byte[] poster = phone.download(film.path("posterUrl").stringValue(""));
    write("film.mp4", movie);
    write("poster.jpg", poster);
    return new Done<>(
        out,
        "%.1f MB of film, %d kB of poster".formatted(movie.length / 1e6, poster.length / 1000));
  }

  private void write(String name, byte[] content) {
    try {
      Files.write(out.resolve(name), content);
    } catch (IOException e) {
      throw new UncheckedIOException("cannot write " + out.resolve(name), e);
    }
  }
}
