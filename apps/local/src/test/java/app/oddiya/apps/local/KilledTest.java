package app.oddiya.apps.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.local.trip.FilmWait;
import app.oddiya.apps.local.trip.FilmWish;
import app.oddiya.apps.local.trip.Phone;
import app.oddiya.apps.stores.Ports;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `./oddiya up`, killed with -9 while it makes a film, and started again.
class KilledTest {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  @Test
  void nothingAcknowledgedIsLostAndTheFilmComes(@TempDir Path folder) throws Exception {
    try (var up = new UpProcess(folder, Ports.free(), Map.of());
        Phone phone = new Phone(up.gateway(), line -> {})) {
      up.awaitUp();
      phone.signIn(TripWish.stranger("google"));
      JsonNode plan = phone.generatePlan(TripWish.twoDays(), (event, data) -> {});
      String planId = plan.path("id").stringValue("");
      String before = phone.plan(planId);
      List<String> uploads = phone.upload(TestPhotos.drawn(folder, 3), done -> {});
      FilmWish wish = new FilmWish(uploads, planId, "After the crash", 15);
      UUID key = UUID.randomUUID();
      String jobId = phone.requestFilm(wish, key);
      JsonNode begun =
          FilmWait.until(phone, jobId, PATIENCE, job -> !status(job).equals("PENDING"));
      assertThat(status(begun)).isEqualTo("PROCESSING");

      up.killAndStart();

      assertThat(phone.plan(planId)).isEqualTo(before);
      assertThat(phone.requestFilm(wish, key)).isEqualTo(jobId);
      JsonNode job = FilmWait.finished(phone, jobId, PATIENCE, seen -> {});
      byte[] film = phone.download(job.path("videoUrl").stringValue(""));
      assertThat(Mp4.seconds(film)).isBetween(14.9, 15.1);
      phone.refresh();
    }
  }

  private static String status(JsonNode job) {
    return job.path("status").stringValue("");
  }
}
