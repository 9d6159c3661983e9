package app.oddiya.application.video;

import static app.oddiya.application.video.Studio.MINA;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.application.video.RelayOutbox.Round;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.NewJob;
import app.oddiya.domain.video.job.OutboxMessage.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class RelayOutboxTest {

  private final Studio studio = new Studio();
  private final List<JobId> carried = new ArrayList<>();
  private boolean down;

  private final RelayOutbox relay =
      new RelayOutbox(
          studio.outbox,
          Topic.RENDER,
          (job, _) -> {
            if (down) {
              throw new Unavailable("job queue", new TimeoutException());
            }
            carried.add(job);
          },
          studio.clock);

  @Test
  void whatIsWrittenIsDeliveredOnce() {
    written(3);

    assertThat(relay.relay().delivered()).isEqualTo(3);
    assertThat(relay.relay().delivered()).isZero();
    assertThat(carried).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void aBacklogIsDeliveredBatchByBatch() {
    written(120);

    assertThat(relay.relay().more()).isTrue();
    assertThat(relay.relay().more()).isTrue();
    assertThat(relay.relay().more()).isFalse();
    assertThat(carried).hasSize(120).doesNotHaveDuplicates();
  }

  @Test
  void whileNobodyIsThereEverythingIsKeptAndTriedAgainSoon() {
    written(3);
    down = true;

    Round round = relay.relay();

    assertThat(round.postponed()).isEqualTo(3);
    assertThat(round.reason()).containsInstanceOf(Unavailable.class);
    down = false;
    studio.clock.advance(Duration.ofSeconds(3));
    assertThat(relay.relay().delivered()).isEqualTo(3);
  }

  private void written(int times) {
    for (int i = 0; i < times; i++) {
      NewJob job = Videos.newJob(MINA, studio.clock.instant());
      studio.jobs.request(job, studio.soon());
    }
  }
}
