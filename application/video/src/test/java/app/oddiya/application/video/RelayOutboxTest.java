package app.oddiya.application.video;

import static app.oddiya.application.video.Studio.MINA;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.shared.Tracer;
import app.oddiya.domain.shared.Unavailable;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.NewJob;
import app.oddiya.domain.video.job.OutboxMessage.Topic;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;

class RelayOutboxTest {

  private final Studio studio = new Studio();
  private final List<JobId> carried = new ArrayList<>();
  private boolean down;
  private Optional<JobId> broken = Optional.empty();

  private final RelayOutbox relay =
      new RelayOutbox(
          studio.outbox,
          Topic.RENDER,
          (job, _) -> {
            if (down) {
              throw new Unavailable("job queue", new TimeoutException());
            }
            if (broken.equals(Optional.of(job))) {
              throw new IllegalStateException("a bug");
            }
            carried.add(job);
          },
          Tracer.NONE,
          studio.clock);

  @Test
  void whatIsWrittenIsDeliveredOnce() {
    written(3);

    assertThat(relay.relay()).isFalse();
    assertThat(relay.relay()).isFalse();
    assertThat(carried).hasSize(3).doesNotHaveDuplicates();
  }

  @Test
  void aBacklogIsDeliveredBatchByBatch() {
    written(120);

    assertThat(relay.relay()).isTrue();
    assertThat(relay.relay()).isTrue();
    assertThat(relay.relay()).isFalse();
    assertThat(carried).hasSize(120).doesNotHaveDuplicates();
  }

  @Test
  void whileNobodyIsThereEverythingIsKeptAndTriedAgainSoon() {
    written(3);
    down = true;

    assertThatThrownBy(relay::relay).isInstanceOf(Unavailable.class);
    assertThat(carried).isEmpty();

    down = false;
    relay.relay();
    studio.clock.advance(Duration.ofSeconds(3));
    relay.relay();
    assertThat(carried).hasSize(3);
  }

  @Test
  void aMessageThatCanNeverBeDeliveredStandsInNobodysWay() {
    written(3);
    broken = Optional.of(new JobId(1));

    assertThatThrownBy(relay::relay).isInstanceOf(IllegalStateException.class);
    relay.relay();

    assertThat(carried).containsExactly(new JobId(2), new JobId(3));
  }

  private void written(int times) {
    for (int i = 0; i < times; i++) {
      NewJob job = Videos.newJob(MINA, studio.clock.instant());
      studio.jobs.request(job, 1_000, studio.soon());
    }
  }
}
