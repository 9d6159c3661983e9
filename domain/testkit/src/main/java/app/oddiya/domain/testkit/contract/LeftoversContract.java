package app.oddiya.domain.testkit.contract;

import static app.oddiya.domain.testkit.time.SettableClock.A_MORNING;
import static org.assertj.core.api.Assertions.assertThat;

import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.video.job.Failure;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.Film;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.Leftovers;
import app.oddiya.domain.video.job.Leftovers.Films;
import app.oddiya.domain.video.job.Leftovers.Leftover;
import app.oddiya.domain.video.job.NewJob;
import app.oddiya.domain.video.job.Outbox;
import app.oddiya.domain.video.job.OutboxMessage.Topic;
import app.oddiya.domain.video.job.Requested;
import app.oddiya.domain.video.job.VideoJob;
import app.oddiya.domain.video.job.VideoJob.Pending;
import app.oddiya.domain.video.job.VideoJob.Processing;
import app.oddiya.domain.video.job.VideoJobs;
import app.oddiya.domain.video.job.VideoRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What every [Leftovers] does, and what [VideoJobs] of the same store writes down there: the end
/// of a claim that came to nothing, and the deletion of a job. The store may hold others.
public interface LeftoversContract {

  Failure BROKEN = Failure.of("encoder_failed", "x");

  Leftovers leftovers();

  VideoJobs jobs();

  Outbox outbox();

  Tombstones tombstones();

  /// Somebody who has no jobs yet.
  UserId owner();

  @Test
  default void whatAClaimHasMadeInVainIsALeftoverAtOnce() {
    for (int way = 0; way < 4; way++) {
      Processing claimed = claimed(Videos.newJob(owner(), A_MORNING));
      Instant later = claimed.lease().until();
      VideoJob after =
          switch (way) {
            case 0 -> claimed.giveBack(later);
            case 1 -> claimed.takeBack(later);
            case 2 -> claimed.fail(BROKEN, List.of(), later);
            default -> claimed.refuse(BROKEN, List.of(), later);
          };

      replace(claimed, after);

      assertThat(of(claimed.brief().owner(), later))
          .singleElement()
          .satisfies(
              left -> {
                assertThat(left.films()).contains(Films.of(claimed));
                assertThat(left.uploads()).isEmpty();
                assertThat(left.since()).isEqualTo(later);
              });
    }
  }

  @Test
  default void whatCountsIsNoLeftover() {
    Processing claimed = claimed(Videos.newJob(owner(), A_MORNING));
    UserId owner = claimed.brief().owner();
    replace(claimed, claimed.extend(A_MORNING.plusSeconds(15)));
    FileUrl film = FileUrl.film(Videos.BUCKET, owner, claimed.id(), claimed.fence());
    replace(
        claimed,
        claimed.complete(
            new Film(film, film, Optional.empty(), Duration.ofSeconds(30)), List.of(), A_MORNING));

    assertThat(of(owner, A_MORNING.plus(Leftovers.KEPT))).isEmpty();
  }

  @Test
  default void whoComesTooLateLeavesNothingMore() {
    Processing claimed = claimed(Videos.newJob(owner(), A_MORNING));
    replace(claimed, claimed.giveBack(A_MORNING));

    jobs().replace(claimed, claimed.giveBack(A_MORNING), Deadlines.ample());

    assertThat(of(claimed.brief().owner(), A_MORNING)).hasSize(1);
  }

  @Test
  default void aDeletedJobIsGoneWithItsMessagesAndLeavesAllItsFiles() {
    NewJob asked = Videos.newJob(owner(), A_MORNING);
    Processing claimed = claimed(asked);

    Optional<Leftover> left = delete(asked.owner(), claimed.id());

    assertThat(left).isPresent();
    assertThat(left.get().films()).contains(new Films(claimed.id(), Optional.empty()));
    assertThat(left.get().uploads()).hasSameElementsAs(asked.request().photos());
    assertThat(left.get().since()).isEqualTo(A_MORNING);
    assertThat(of(asked.owner(), A_MORNING)).containsExactly(left.get());
    assertThat(jobs().find(claimed.id(), Deadlines.ample())).isEmpty();
    assertThat(Outboxes.drained(outbox(), Topic.RENDER))
        .noneMatch(message -> message.job().equals(claimed.id()));
    assertThat(delete(asked.owner(), claimed.id())).isEmpty();
  }

  @Test
  default void whoHoldsADeletedJobCanStoreNothing() {
    NewJob asked = Videos.newJob(owner(), A_MORNING);
    Processing claimed = claimed(asked);
    delete(asked.owner(), claimed.id());

    assertThat(jobs().replace(claimed, claimed.advance(50), Deadlines.ample())).isFalse();
    assertThat(jobs().replace(claimed, claimed.giveBack(A_MORNING), Deadlines.ample())).isFalse();
    assertThat(of(asked.owner(), A_MORNING)).hasSize(1);
  }

  @Test
  default void aJobIsDeletedByItsOwnerAlone() {
    JobId id = created(Videos.newJob(owner(), A_MORNING));

    assertThat(delete(owner(), id)).isEmpty();

    assertThat(jobs().find(id, Deadlines.ample())).isPresent();
  }

  @Test
  default void anUploadThatAnotherJobUsesStaysUntilThatIsDeletedAsWell() {
    UserId owner = owner();
    FileUrl both = Videos.upload(owner);
    FileUrl one = Videos.upload(owner);
    FileUrl other = Videos.upload(owner);
    JobId first = created(asking(owner, both, one));
    JobId second = created(asking(owner, both, other));

    assertThat(delete(owner, first).orElseThrow().uploads()).containsExactly(one);
    assertThat(delete(owner, second).orElseThrow().uploads())
        .containsExactlyInAnyOrder(both, other);
  }

  @Test
  default void theKeyOfADeletedJobIsRememberedForADay() {
    NewJob asked = Videos.newJob(owner(), A_MORNING);
    delete(asked.owner(), created(asked));
    NewJob again = asking(asked, A_MORNING.plus(Leftovers.KEPT).minusMillis(1));
    NewJob later = asking(asked, A_MORNING.plus(Leftovers.KEPT));

    assertThat(known(again)).contains(new Requested.Deleted());
    assertThat(request(again)).isEqualTo(new Requested.Deleted());
    assertThat(known(later)).isEmpty();
    leftovers().forget(of(asked.owner(), A_MORNING).getFirst(), Deadlines.ample());
    assertThat(request(later)).isInstanceOf(Requested.Created.class);
  }

  @Test
  default void whatIsBeingRemovedCannotBeOrdered() {
    UserId owner = owner();
    FileUrl gone = Videos.upload(owner);
    delete(owner, created(asking(owner, gone, Videos.upload(owner))));

    assertThat(request(asking(owner, gone, Videos.upload(owner))))
        .isEqualTo(new Requested.FilesRemoved(Set.of(gone)));
  }

  @Test
  default void ofAnOrderAndADeletionAtOnceNeitherTakesThePhotosFromTheOther() {
    for (int round = 0; round < 10; round++) {
      UserId owner = owner();
      FileUrl both = Videos.upload(owner);
      JobId first = created(asking(owner, both, Videos.upload(owner)));
      NewJob second = asking(owner, both, Videos.upload(owner));

      var turn = new AtomicInteger();
      List<Boolean> kept =
          Together.run(
              2,
              () ->
                  turn.getAndIncrement() == 0
                      ? request(second) instanceof Requested.Created
                      : !delete(owner, first).orElseThrow().uploads().contains(both));

      assertThat(new HashSet<>(kept)).as("ordered, and kept; or neither").hasSize(1);
    }
  }

  @Test
  default void aLeftoverIsDueAgainAtItsTimeUntilItIsForgotten() {
    UserId owner = owner();
    delete(owner, created(Videos.newJob(owner, A_MORNING)));
    Leftover left = of(owner, A_MORNING).getFirst();

    leftovers().sweepAgain(left, A_MORNING.plusSeconds(60), Deadlines.ample());
    assertThat(of(owner, A_MORNING.plusSeconds(59))).isEmpty();
    assertThat(of(owner, A_MORNING.plusSeconds(60))).containsExactly(left);

    leftovers().forget(left, Deadlines.ample());
    assertThat(of(owner, A_MORNING.plusSeconds(60))).isEmpty();
  }

  @Test
  default void nothingIsLeftOfADeletedOwner() {
    NewJob asked = Videos.newJob(owner(), A_MORNING);
    delete(asked.owner(), created(asked));

    tombstones().bury(asked.owner(), A_MORNING, Deadlines.ample());

    assertThat(of(asked.owner(), A_MORNING)).isEmpty();
    assertThat(known(asked)).isEmpty();
  }

  /// What is due of one user.
  private List<Leftover> of(UserId owner, Instant now) {
    return leftovers().due(now, 10_000, Deadlines.ample()).stream()
        .filter(left -> left.owner().equals(owner))
        .toList();
  }

  private static NewJob asking(UserId owner, FileUrl... photos) {
    VideoRequest request = Videos.plain(List.of(photos));
    return Videos.newJob(owner, UUID.randomUUID(), request, A_MORNING);
  }

  /// The same at another time.
  private static NewJob asking(NewJob as, Instant now) {
    UserId owner = as.owner();
    VideoRequest request = Videos.plain(List.of(Videos.upload(owner), Videos.upload(owner)));
    return Videos.newJob(owner, as.idempotencyKey(), request, now);
  }

  private Optional<Requested> known(NewJob job) {
    return jobs()
        .known(
            job.owner(), job.idempotencyKey(), job.request(), job.createdAt(), Deadlines.ample());
  }

  private Requested request(NewJob job) {
    return jobs().request(job, VideoJobsContract.MANY, Deadlines.ample());
  }

  private JobId created(NewJob job) {
    return ((Requested.Created) request(job)).job();
  }

  private Processing claimed(NewJob asked) {
    Pending pending = asked.pending(created(asked));
    Processing claimed = pending.claim(asked.createdAt());
    replace(pending, claimed);
    return claimed;
  }

  private void replace(VideoJob.Open before, VideoJob after) {
    assertThat(jobs().replace(before, after, Deadlines.ample())).isTrue();
  }

  private Optional<Leftover> delete(UserId owner, JobId id) {
    return jobs().delete(owner, id, A_MORNING, Deadlines.ample());
  }
}
