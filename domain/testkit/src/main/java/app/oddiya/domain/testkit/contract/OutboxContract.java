package app.oddiya.domain.testkit.contract;

import static app.oddiya.domain.testkit.time.SettableClock.A_MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.Span;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.Outbox;
import app.oddiya.domain.video.job.OutboxMessage;
import app.oddiya.domain.video.job.OutboxMessage.Topic;
import app.oddiya.domain.video.job.Requested;
import app.oddiya.domain.video.job.VideoJobs;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// What every [Outbox] does.
public interface OutboxContract {

  /// After which a taken message comes back.
  Duration BACK = Duration.ofSeconds(30);

  Outbox outbox();

  /// What writes into it.
  VideoJobs jobs();

  /// Somebody who has no jobs yet.
  UserId owner();

  @BeforeEach
  default void nothingIsLeftOfOtherTests() {
    Outboxes.drained(outbox(), Topic.RENDER);
    Outboxes.drained(outbox(), Topic.ANNOUNCE);
  }

  @Test
  default void messagesAreTakenInTheOrderOfWriting() {
    List<JobId> written = List.of(message(), message(), message());

    assertThat(take(2, A_MORNING)).extracting(OutboxMessage::job).isEqualTo(written.subList(0, 2));
    assertThat(take(2, A_MORNING)).extracting(OutboxMessage::job).isEqualTo(written.subList(2, 3));
  }

  @Test
  default void aTopicIsTakenWithoutTheOthers() {
    message();

    assertThat(
            outbox()
                .take(Topic.ANNOUNCE, 10, A_MORNING, A_MORNING.plusSeconds(1), Deadlines.ample()))
        .isEmpty();
    assertThat(take(10, A_MORNING)).allMatch(it -> it.topic() == Topic.RENDER).hasSize(1);
  }

  @Test
  default void aMessageWhoseRelayDiedComesBack() {
    message();
    List<OutboxMessage> taken = take(1, A_MORNING);

    assertThat(take(1, A_MORNING.plus(BACK).minusMillis(1))).isEmpty();
    assertThat(take(1, A_MORNING.plus(BACK))).isEqualTo(taken);
  }

  @Test
  default void aConfirmedMessageIsGoneForGood() {
    message();
    OutboxMessage taken = take(1, A_MORNING).getFirst();

    outbox().confirm(taken, Deadlines.ample());
    outbox().confirm(taken, Deadlines.ample());

    assertThat(take(1, A_MORNING.plus(Duration.ofDays(1)))).isEmpty();
  }

  @Test
  default void aPostponedMessageComesBackAtItsTime() {
    message();
    OutboxMessage taken = take(1, A_MORNING).getFirst();

    outbox().postpone(taken, A_MORNING.plusSeconds(3), Deadlines.ample());

    assertThat(take(1, A_MORNING.plusSeconds(2))).isEmpty();
    assertThat(take(1, A_MORNING.plusSeconds(3))).containsExactly(taken);
  }

  @Test
  default void relaysAtOnceTakeEachMessageOnce() {
    List<JobId> written = List.of(message(), message(), message(), message(), message());

    List<List<OutboxMessage>> taken = Together.run(8, () -> take(2, A_MORNING));

    // Some may have looked past rows that another held; what they left is taken next.
    List<OutboxMessage> rest = take(10, A_MORNING);
    assertThat(taken.stream().flatMap(List::stream).map(OutboxMessage::job).toList())
        .doesNotHaveDuplicates();
    assertThat(
            Stream.concat(taken.stream().flatMap(List::stream), rest.stream())
                .map(OutboxMessage::job))
        .containsExactlyInAnyOrderElementsOf(written);
  }

  @Test
  default void aMessageBelongsToTheTraceInWhichItWasWritten() {
    var span = Span.passing(Optional.of(TracerContract.PARENT));

    ScopedValue.where(Span.CURRENT, span).run(this::message);
    message();

    assertThat(take(2, A_MORNING))
        .extracting(OutboxMessage::trace)
        .containsExactly(span.traceparent(), Optional.empty());
  }

  private JobId message() {
    Requested requested =
        jobs()
            .request(Videos.newJob(owner(), A_MORNING), VideoJobsContract.MANY, Deadlines.ample());
    return ((Requested.Created) requested).job();
  }

  private List<OutboxMessage> take(int limit, Instant now) {
    return outbox().take(Topic.RENDER, limit, now, now.plus(BACK), Deadlines.ample());
  }
}
