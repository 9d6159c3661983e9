package app.oddiya.apps.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.local.demo.DemoPhotos;
import app.oddiya.apps.local.demo.Visit;
import app.oddiya.apps.local.trip.FilmWait;
import app.oddiya.apps.local.trip.FilmWish;
import app.oddiya.apps.local.trip.Phone;
import app.oddiya.apps.local.trip.Photo;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sound.sampled.AudioFileFormat;
import javax.sound.sampled.AudioFormat;
import javax.sound.sampled.AudioInputStream;
import javax.sound.sampled.AudioSystem;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// One trip, from the idea to the film, through the gateway and nothing else.
///
/// `ODDIYA_GATEWAY_URL` names a system to walk it through; without one, all of it is started here.
class TripEndToEndTest {

  private static final Duration PATIENCE = Duration.ofMinutes(5);

  @RegisterExtension static final SharedSystem system = new SharedSystem();

  @TempDir static Path folder;

  private static URI gateway = URI.create("http://localhost:8080");

  @BeforeAll
  static void theSystemRuns() {
    String given = System.getenv("ODDIYA_GATEWAY_URL");
    gateway = given == null || given.isBlank() ? system.gateway() : URI.create(given);
  }

  @Test
  void fromTheIdeaToTheFilm() throws IOException {
    try (Phone phone = new Phone(gateway, line -> {})) {
      var traveller = TripWish.stranger("google");
      phone.signIn(traveller);
      phone.refresh();
      JsonNode me = phone.me();
      assertThat(me.path("email").stringValue("")).isEqualTo(traveller.email());
      assertThat(me.path("provider").stringValue("")).isEqualTo("google");
      phone.registerDevice("phone-1", "android", "token-" + UUID.randomUUID());

      List<JsonNode> stops = new ArrayList<>();
      JsonNode plan =
          phone.generatePlan(
              TripWish.twoDays(),
              (event, data) -> {
                if (event.equals("stop")) {
                  stops.add(data.path("stop"));
                }
              });
      assertThat(stored(phone, plan)).isEqualTo(plan);
      assertThat(stopsOf(plan)).isNotEmpty().containsExactlyInAnyOrderElementsOf(stops);
      assertThat(stopsOf(plan)).allSatisfy(TripEndToEndTest::isGrounded);

      List<DemoPhotos.Shot> shots = Visit.shots(plan, 4);
      List<Photo> photos =
          DemoPhotos.draw(shots, folder).stream()
              .map(Photo::of)
              .map(Optional::orElseThrow)
              .toList();
      List<String> uploads = phone.upload(photos, done -> {});
      String music = phone.uploadMusic(hum());
      FilmWish wish =
          new FilmWish(
              uploads, plan.path("id").stringValue(""), "경주 Gyeongju", 15, Optional.of(music));
      UUID key = UUID.randomUUID();
      String jobId = phone.requestFilm(wish, key);
      assertThat(phone.requestFilm(wish, key)).isEqualTo(jobId);

      JsonNode begun = FilmWait.until(phone, jobId, PATIENCE, seen -> seen.has("previewUrl"));
      byte[] preview = phone.download(begun.path("previewUrl").stringValue(""));
      assertThat(Mp4.isOne(preview)).isTrue();
      assertThat(Mp4.seconds(preview)).isBetween(2.9, 3.1);
      JsonNode job = FilmWait.finished(phone, jobId, PATIENCE, seen -> {});
      assertThat(job.path("music").stringValue("")).isEqualTo(music);
      assertThat(job.path("photos"))
          .hasSize(4)
          .allSatisfy(photo -> assertThat(photo.path("used").booleanValue()).isTrue())
          .extracting(photo -> photo.path("matchedStopId").stringValue(""))
          .containsExactlyElementsOf(shots.stream().map(DemoPhotos.Shot::stopId).toList());
      byte[] film = phone.download(job.path("videoUrl").stringValue(""));
      assertThat(Mp4.isOne(film)).isTrue();
      assertThat(Mp4.startsFast(film)).isTrue();
      assertThat(Mp4.seconds(film)).isBetween(14.9, 15.1);
      byte[] poster = phone.download(job.path("posterUrl").stringValue(""));
      assertThat(poster).startsWith(0xFF, 0xD8, 0xFF);
    }
  }

  @Test
  void anAccountIsTheProvidersAndComesBackToIt() {
    var traveller = TripWish.stranger("apple");
    try (Phone first = new Phone(gateway, line -> {});
        Phone second = new Phone(gateway, line -> {})) {
      first.signIn(traveller);
      second.signIn(traveller);
      assertThat(second.me()).isEqualTo(first.me());
      assertThat(first.me().path("provider").stringValue("")).isEqualTo("apple");
    }
  }

  /// A track of the traveller's own, four seconds long.
  private static Path hum() throws IOException {
    int rate = 44_100;
    byte[] samples = new byte[4 * rate * 2];
    for (int i = 0; i < samples.length / 2; i++) {
      int sample = (int) Math.round(9000 * Math.sin(2 * Math.PI * 220 * i / rate));
      samples[2 * i] = (byte) sample;
      samples[2 * i + 1] = (byte) (sample >> 8);
    }
    Path file = folder.resolve("hum.wav");
    try (AudioInputStream sound =
        new AudioInputStream(
            new ByteArrayInputStream(samples),
            new AudioFormat(rate, 16, 1, true, false),
            samples.length / 2)) {
      AudioSystem.write(sound, AudioFileFormat.Type.WAVE, file.toFile());
    }
    return file;
  }

  private static JsonNode stored(Phone phone, JsonNode plan) {
    return JsonMapper.builder().build().readTree(phone.plan(plan.path("id").stringValue("")));
  }

  private static List<JsonNode> stopsOf(JsonNode plan) {
    List<JsonNode> stops = new ArrayList<>();
    plan.path("days").forEach(day -> day.path("stops").forEach(stops::add));
    return stops;
  }

  /// A place that the server holds, open or not known, and reachable in time.
  private static void isGrounded(JsonNode stop) {
    assertThat(stop.path("source").path("fetchedAt").stringValue("")).isNotEmpty();
    assertThat(stop.path("checks").path("exists").path("verdict").stringValue(""))
        .isEqualTo("pass");
    assertThat(stop.path("checks").path("open").path("verdict").stringValue(""))
        .isIn("pass", "unknown");
    assertThat(stop.path("checks").path("travel").path("verdict").stringValue(""))
        .isIn("pass", "unknown");
  }
}
