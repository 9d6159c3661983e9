package app.oddiya.apps.local;

import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.apps.local.trip.FilmWait;
import app.oddiya.apps.local.trip.FilmWish;
import app.oddiya.apps.local.trip.Phone;
import app.oddiya.apps.stores.Ports;
import java.io.BufferedReader;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

/// `./oddiya up`, killed with -9 while it makes a film, and started again.
class KilledTest {

  private static final Duration PATIENCE = Duration.ofMinutes(4);

  private final Path folder;
  private final int port = Ports.free();
  private Process up;

  KilledTest(@TempDir Path folder) throws IOException {
    this.folder = folder;
    this.up = started();
  }

  @AfterEach
  void stop() throws InterruptedException {
    up.destroy();
    assertThat(up.waitFor(1, TimeUnit.MINUTES)).isTrue();
  }

  @Test
  void nothingAcknowledgedIsLostAndTheFilmComes() throws Exception {
    try (Phone phone = new Phone(URI.create("http://localhost:" + port), line -> {})) {
      awaitUp();
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

      up.destroyForcibly().waitFor();
      up = started();
      awaitUp();

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

  /// Reads what it prints until it says that it is up; what it prints later is nobody's concern.
  private void awaitUp() throws IOException {
    BufferedReader said = up.inputReader();
    StringBuilder all = new StringBuilder();
    for (String line = said.readLine(); line != null; line = said.readLine()) {
      all.append(line).append('\n');
      if (line.startsWith("Oddiya is up at ")) {
        return;
      }
    }
    throw new IOException("it did not come up:\n" + all);
  }

  private Process started() throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-XX:+UseSerialGC",
                "-Xmx512m",
                "--enable-native-access=ALL-UNNAMED",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "--root",
                folder.toString(),
                "up",
                "--data",
                folder.resolve("home").toString(),
                "--ports",
                "free")
            .redirectErrorStream(true);
    builder.environment().put("ODDIYA_GATEWAY_PORT", Integer.toString(port));
    return builder.start();
  }
}
