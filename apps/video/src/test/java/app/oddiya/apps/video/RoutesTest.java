package app.oddiya.apps.video;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.adapters.memory.shared.MemoryTombstones;
import app.oddiya.adapters.memory.video.MemoryLeftovers;
import app.oddiya.adapters.memory.video.MemoryOutbox;
import app.oddiya.adapters.memory.video.MemoryPhotoStore;
import app.oddiya.adapters.memory.video.MemoryTrips;
import app.oddiya.adapters.memory.video.MemoryUploads;
import app.oddiya.adapters.memory.video.MemoryVideoJobs;
import app.oddiya.adapters.web.BackgroundLoop;
import app.oddiya.adapters.web.BadSettings;
import app.oddiya.adapters.web.Routes;
import app.oddiya.adapters.web.Settings;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.video.job.Quota;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Map;
import java.util.Objects;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.Test;

class RoutesTest {

  private static final InstantSource CLOCK = InstantSource.system();

  @Test
  void theRoutesAreThoseOfTheGoldenTable() throws IOException {
    try (var relay = BackgroundLoop.start("relay", Duration.ZERO, () -> Duration.ofDays(1));
        InputStream golden = getClass().getResourceAsStream("/routes.txt")) {
      MemoryTombstones tombstones = new MemoryTombstones();
      MemoryPhotoStore store = new MemoryPhotoStore(Videos.BUCKET, CLOCK);
      MemoryLeftovers leftovers = new MemoryLeftovers();
      MemoryVideoJobs jobs = new MemoryVideoJobs(new MemoryOutbox(), tombstones, leftovers);
      Routes routes =
          VideoComponent.Parts.routes(
              jobs,
              store,
              store,
              new MemoryTrips(),
              new MemoryUploads(jobs, leftovers, tombstones),
              tombstones,
              new Quota(1, 1),
              relay,
              CLOCK);

      assertThat(routes.asText())
          .isEqualTo(new String(Objects.requireNonNull(golden).readAllBytes(), UTF_8));
    }
  }

  @Test
  void everythingWrongWithTheEnvironmentIsToldAtOnce() {
    Map<String, String> environment =
        Map.of("ODDIYA_VIDEO_PORT", "eighty", "ODDIYA_S3_ENDPOINT", "s3");

    assertThatThrownBy(() -> Settings.read(environment, Config::from))
        .asInstanceOf(InstanceOfAssertFactories.type(BadSettings.class))
        .extracting(BadSettings::problems)
        .asInstanceOf(InstanceOfAssertFactories.list(String.class))
        .anyMatch(problem -> problem.startsWith("ODDIYA_VIDEO_PORT"))
        .anyMatch(problem -> problem.startsWith("ODDIYA_S3_ENDPOINT"))
        .anyMatch(problem -> problem.startsWith("ODDIYA_VIDEO_DATABASE_PASSWORD"))
        .anyMatch(problem -> problem.startsWith("ODDIYA_VIDEO_INTERNAL_KEY"))
        .anyMatch(problem -> problem.startsWith("ODDIYA_INTERNAL_KEYS"))
        .hasSize(5);
  }
}
