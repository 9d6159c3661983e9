package app.oddiya.domain.testkit.contract;

import static app.oddiya.domain.testkit.time.SettableClock.A_MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.Page;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.video.film.PhotoRefusal;
import app.oddiya.domain.video.film.PhotoUse;
import app.oddiya.domain.video.job.Attempts;
import app.oddiya.domain.video.job.Failure;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.Film;
import app.oddiya.domain.video.job.JobId;
import app.oddiya.domain.video.job.NewJob;
import app.oddiya.domain.video.job.Outbox;
import app.oddiya.domain.video.job.OutboxMessage.Topic;
import app.oddiya.domain.video.job.PhotoReport;
import app.oddiya.domain.video.job.Requested;
import app.oddiya.domain.video.job.VideoJob;
import app.oddiya.domain.video.job.VideoJob.Completed;
import app.oddiya.domain.video.job.VideoJob.Pending;
import app.oddiya.domain.video.job.VideoJob.Processing;
import app.oddiya.domain.video.job.VideoJobs;
import app.oddiya.domain.video.job.VideoRequest;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/// What every [VideoJobs] does. The store may hold other jobs.
public interface VideoJobsContract {

  /// As many jobs at once as anybody wants.
  int MANY = 1_000;

  VideoJobs jobs();

  /// The outbox that its messages go to.
  Outbox outbox();

  /// Of the same store.
  Tombstones tombstones();

  /// Somebody who has no jobs yet.
  UserId owner();

  @Test
  default void aRequestMakesAPendingJobThatKeepsAllThatWasAskedFor() {
    UserId owner = owner();
    VideoRequest request = Videos.rich(List.of(Videos.upload(owner), Videos.upload(owner)));
    NewJob asked = Videos.newJob(owner, UUID.randomUUID(), request, A_MORNING);

    JobId id = created(asked);

    assertThat(jobs().find(owner, id, Deadlines.ample())).contains(asked.pending(id));
    assertThat(jobs().find(id, Deadlines.ample())).contains(asked.pending(id));
  }

  @Test
  default void aRequestLeavesOneMessageForTheWorkers() {
    JobId id = created(Videos.newJob(owner(), A_MORNING));

    assertThat(messages(id, Topic.RENDER)).isOne();
    assertThat(messages(id, Topic.ANNOUNCE)).isZero();
  }

  @Test
  default void aJobIsFoundByItsOwnerAlone() {
    JobId id = created(Videos.newJob(owner(), A_MORNING));

    assertThat(jobs().find(owner(), id, Deadlines.ample())).isEmpty();
    assertThat(jobs().find(new JobId(Long.MAX_VALUE / 2), Deadlines.ample())).isEmpty();
  }

  @Test
  default void theSameRequestUnderOneKeyIsOneJobWithOneMessage() {
    UserId owner = owner();
    NewJob first = Videos.newJob(owner, A_MORNING);
    JobId id = created(first);
    Instant later = A_MORNING.plusSeconds(60);
    NewJob again = Videos.newJob(owner, first.idempotencyKey(), first.request(), later);

    assertThat(jobs().request(again, MANY, Deadlines.ample())).isEqualTo(new Requested.Same(id));
    assertThat(known(again)).contains(new Requested.Same(id));
    assertThat(messages(id, Topic.RENDER)).isOne();
  }

  @Test
  default void aKeyStillStandsForItsJobWhenTheJobHasEnded() {
    NewJob asked = Videos.newJob(owner(), A_MORNING);
    Processing claimed = claimed(asked);
    replace(claimed, film(claimed));

    assertThat(known(asked)).contains(new Requested.Same(claimed.id()));
  }

  @Test
  default void anotherRequestUnderAUsedKeyIsToldSo() {
    UserId owner = owner();
    NewJob first = Videos.newJob(owner, A_MORNING);
    JobId id = created(first);
    VideoRequest otherRequest = Videos.plain(List.of(Videos.upload(owner), Videos.upload(owner)));
    NewJob other = Videos.newJob(owner, first.idempotencyKey(), otherRequest, A_MORNING);

    assertThat(jobs().request(other, MANY, Deadlines.ample()))
        .isEqualTo(new Requested.DifferentBody());
    assertThat(known(other)).contains(new Requested.DifferentBody());
    assertThat(jobs().find(id, Deadlines.ample())).contains(first.pending(id));
  }

  @Test
  default void anUnusedKeyStandsForNothing() {
    assertThat(known(Videos.newJob(owner(), A_MORNING))).isEmpty();
  }

  @Test
  default void aKeyBelongsToItsUser() {
    NewJob hers = Videos.newJob(owner(), A_MORNING);
    created(hers);
    NewJob his = Videos.newJob(owner(), hers.idempotencyKey(), hers.request(), A_MORNING);

    assertThat(jobs().request(his, MANY, Deadlines.ample())).isInstanceOf(Requested.Created.class);
  }

  @Test
  default void aHundredEqualRequestsAtOnceMakeOneJobWithOneMessage() {
    NewJob asked = Videos.newJob(owner(), A_MORNING);

    List<Requested> answers =
        Together.run(100, () -> jobs().request(asked, MANY, Deadlines.ample()));

    assertThat(answers).filteredOn(Requested.Created.class::isInstance).hasSize(1);
    JobId id = ((Requested.Same) known(asked).orElseThrow()).job();
    assertThat(answers)
        .allMatch(it -> it.equals(new Requested.Created(id)) || it.equals(new Requested.Same(id)));
    assertThat(messages(id, Topic.RENDER)).isOne();
    assertThat(list(asked.owner(), 100, Optional.empty()).items()).hasSize(1);
  }

  @Test
  default void ofTwoThatClaimAtOnceOneWins() {
    NewJob asked = Videos.newJob(owner(), A_MORNING);
    Pending pending = asked.pending(created(asked));
    Processing claimed = pending.claim(A_MORNING);

    List<Boolean> won = Together.run(8, () -> replace(pending, claimed));

    assertThat(won).containsOnlyOnce(true);
    assertThat(jobs().find(pending.id(), Deadlines.ample())).contains(claimed);
  }

  @Test
  default void theHolderExtendsTheLeaseAndTellsProgressWithoutAMessage() {
    Processing claimed = claimed(Videos.newJob(owner(), A_MORNING));
    Processing later = claimed.advance(40).preview().extend(A_MORNING.plusSeconds(15));
    drain();

    assertThat(replace(claimed, later)).isTrue();

    assertThat(jobs().find(claimed.id(), Deadlines.ample())).contains(later);
    assertThat(messages(claimed.id(), Topic.RENDER)).isZero();
  }

  @Test
  default void theHolderMayRepeatAWriteWhoseAnswerWasLost() {
    Processing claimed = claimed(Videos.newJob(owner(), A_MORNING));
    Processing extended = claimed.extend(A_MORNING.plusSeconds(15));

    assertThat(replace(claimed, extended)).isTrue();
    assertThat(replace(claimed, extended)).isTrue();
  }

  @Test
  default void aCompletedJobKeepsItsFilmAndPhotosAndIsAnnounced() {
    Processing claimed = claimed(Videos.newJob(owner(), A_MORNING));
    Completed completed = film(claimed);

    assertThat(replace(claimed, completed)).isTrue();

    assertThat(jobs().find(claimed.id(), Deadlines.ample())).contains(completed);
    assertThat(messages(claimed.id(), Topic.ANNOUNCE)).isOne();
  }

  @Test
  default void aFailedJobKeepsItsReasonAndIsAnnounced() {
    Processing claimed = claimed(Videos.newJob(owner(), A_MORNING));
    FileUrl photo = claimed.brief().photos().getFirst().url();
    VideoJob failed =
        claimed.refuse(
            new Failure("too_few_photos", "사진이 모자라요", Optional.of(photo)),
            List.of(new PhotoReport(photo, new PhotoUse.LeftOut(PhotoRefusal.UNREADABLE))),
            A_MORNING.plusSeconds(9));

    assertThat(replace(claimed, failed)).isTrue();

    assertThat(jobs().find(claimed.id(), Deadlines.ample())).contains(failed);
    assertThat(messages(claimed.id(), Topic.ANNOUNCE)).isOne();
  }

  @Test
  default void aJobGivenBackIsPendingWithItsCountsAndANewMessage() {
    Processing claimed = claimed(Videos.newJob(owner(), A_MORNING));
    drain();
    VideoJob back = claimed.fail(Failure.of("encoder_failed", "x"), List.of(), A_MORNING);

    assertThat(replace(claimed, back)).isTrue();

    assertThat(jobs().find(claimed.id(), Deadlines.ample())).contains(back);
    assertThat(((Pending) back).attempts()).isEqualTo(new Attempts(1, 0));
    assertThat(messages(claimed.id(), Topic.RENDER)).isOne();
  }

  @Test
  default void whoLostTheLeaseCanStoreNothingAnyMore() {
    Processing slow = claimed(Videos.newJob(owner(), A_MORNING));
    Pending back = slow.giveBack(A_MORNING);
    replace(slow, back);
    Processing quick = back.claim(A_MORNING.plusSeconds(60));
    replace(back, quick);

    assertThat(replace(slow, film(slow))).isFalse();
    assertThat(replace(slow, slow.extend(A_MORNING.plusSeconds(60)))).isFalse();
    assertThat(replace(slow, slow.giveBack(A_MORNING.plusSeconds(60)))).isFalse();

    assertThat(jobs().find(slow.id(), Deadlines.ample())).contains(quick);
  }

  @Test
  default void whatHasEndedStaysAsItIs() {
    Processing claimed = claimed(Videos.newJob(owner(), A_MORNING));
    Completed completed = film(claimed);
    replace(claimed, completed);

    assertThat(replace(claimed, claimed.giveBack(A_MORNING))).isFalse();

    assertThat(jobs().find(claimed.id(), Deadlines.ample())).contains(completed);
  }

  @Test
  default void jobsAreOverdueFromTheMomentTheyAreDue() {
    Pending pending = pending(Videos.newJob(owner(), A_MORNING));
    Processing claimed = claimed(Videos.newJob(owner(), A_MORNING));
    Instant leaseOver = claimed.lease().until();

    assertThat(overdue(leaseOver.minusMillis(1))).doesNotContain(pending, claimed);
    assertThat(overdue(leaseOver)).contains(claimed).doesNotContain(pending);
    assertThat(overdue(pending.dueAt())).contains(claimed, pending);
  }

  @Test
  default void whatIsOverdueCanBeTakenBackWhateverTheFractionOfTheSecond() {
    for (int nanos : new int[] {999, 499, 500, 501}) {
      Instant before = A_MORNING.plusNanos(123_456_000L + nanos);
      Processing claimed = claimed(Videos.newJob(owner(), before));
      Instant now = claimed.lease().until();

      VideoJob.Open found =
          overdue(now).stream()
              .filter(job -> job.id().equals(claimed.id()))
              .findFirst()
              .orElseThrow();

      assertThat(((Processing) found).lease().isOver(now)).isTrue();
      assertThat(replaceOverdue(found, ((Processing) found).takeBack(now))).isTrue();
    }
  }

  @Test
  default void theLongestOverdueComeFirst() {
    Processing second = claimed(Videos.newJob(owner(), A_MORNING.minusSeconds(1)));
    Processing first = claimed(Videos.newJob(owner(), A_MORNING.minusSeconds(2)));

    assertThat(overdue(A_MORNING.plus(Duration.ofHours(1)))).containsSubsequence(first, second);
  }

  @Test
  default void whatHasEndedIsNeverOverdue() {
    Processing claimed = claimed(Videos.newJob(owner(), A_MORNING));
    replace(claimed, film(claimed));

    assertThat(overdue(A_MORNING.plus(Duration.ofDays(365))))
        .extracting(VideoJob::id)
        .doesNotContain(claimed.id());
  }

  @Test
  default void aHeartbeatSavesTheJobFromASweeperThatCameLate() {
    Processing claimed = claimed(Videos.newJob(owner(), A_MORNING));
    Instant leaseOver = claimed.lease().until();
    Processing extended = claimed.extend(leaseOver);
    replace(claimed, extended);

    assertThat(replaceOverdue(claimed, claimed.takeBack(leaseOver))).isFalse();

    assertThat(jobs().find(claimed.id(), Deadlines.ample())).contains(extended);
  }

  @Test
  default void ofManySweepersOneTakesAJobBackAndLeavesOneMessage() {
    Processing claimed = claimed(Videos.newJob(owner(), A_MORNING));
    VideoJob back = claimed.takeBack(claimed.lease().until());
    drain();

    List<Boolean> done = Together.run(8, () -> replaceOverdue(claimed, back));

    assertThat(done).containsOnlyOnce(true);
    assertThat(messages(claimed.id(), Topic.RENDER)).isOne();
  }

  @Test
  default void aUsersJobsAreListedNewestFirstPageByPage() {
    UserId owner = owner();
    List<JobId> newestFirst = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      newestFirst.addFirst(created(Videos.newJob(owner, A_MORNING)));
    }
    created(Videos.newJob(owner(), A_MORNING));

    Page<VideoJob> first = list(owner, 2, Optional.empty());
    Page<VideoJob> second = list(owner, 2, first.next());
    Page<VideoJob> third = list(owner, 2, second.next());

    List<VideoJob> all = new ArrayList<>(first.items());
    all.addAll(second.items());
    all.addAll(third.items());
    assertThat(all).extracting(VideoJob::id).isEqualTo(newestFirst);
    assertThat(third.next()).isEmpty();
  }

  @Test
  default void aFullLastPageHasNoNext() {
    UserId owner = owner();
    created(Videos.newJob(owner, A_MORNING));
    created(Videos.newJob(owner, A_MORNING));

    assertThat(list(owner, 2, Optional.empty()).next()).isEmpty();
  }

  @Test
  default void aCursorThatWasNotMadeHereFindsNothing() {
    UserId owner = owner();
    created(Videos.newJob(owner, A_MORNING));

    assertThat(list(owner, 2, Optional.of(new Page.Cursor("'; --"))).items()).isEmpty();
  }

  @Test
  default void nothingIsLeftOfADeletedOwnerNotEvenMessages() {
    NewJob asked = Videos.newJob(owner(), A_MORNING);
    JobId gone = created(asked);
    JobId kept = created(Videos.newJob(owner(), A_MORNING));

    tombstones().bury(asked.owner(), A_MORNING, Deadlines.ample());

    assertThat(jobs().find(gone, Deadlines.ample())).isEmpty();
    assertThat(list(asked.owner(), 20, Optional.empty()).items()).isEmpty();
    assertThat(known(asked)).isEmpty();
    assertThat(messages(gone, Topic.RENDER)).isZero();
    assertThat(jobs().find(kept, Deadlines.ample())).isPresent();
  }

  @Test
  default void aDeletedOwnersWorkerCanStoreNothing() {
    NewJob asked = Videos.newJob(owner(), A_MORNING);
    Processing claimed = claimed(asked);

    tombstones().bury(asked.owner(), A_MORNING, Deadlines.ample());

    assertThat(replace(claimed, claimed.extend(A_MORNING.plusSeconds(15)))).isFalse();
    assertThat(replace(claimed, film(claimed))).isFalse();
    assertThat(messages(claimed.id(), Topic.ANNOUNCE)).isZero();
  }

  @Test
  default void aDeletedOwnerAsksInVain() {
    NewJob asked = Videos.newJob(owner(), A_MORNING);
    created(asked);

    tombstones().bury(asked.owner(), A_MORNING, Deadlines.ample());

    assertThatThrownBy(() -> jobs().request(asked, MANY, Deadlines.ample()))
        .isInstanceOf(AccountDeleted.class);
    assertThat(list(asked.owner(), 20, Optional.empty()).items()).isEmpty();
  }

  @Test
  default void whoeverAsksBesideADeletionIsRefusedOrTheirJobIsGoneWithIt() {
    UserId owner = owner();
    var turn = new AtomicInteger();
    Together.run(
        12,
        () -> {
          if (turn.getAndIncrement() == 6) {
            tombstones().bury(owner, A_MORNING, Deadlines.ample());
            return 0;
          }
          int stored = 0;
          try {
            for (; stored < 40; stored++) {
              jobs().request(Videos.newJob(owner, A_MORNING), MANY, Deadlines.ample());
            }
          } catch (AccountDeleted gone) {
            // Those that were stored are gone as well.
          }
          return stored;
        });

    assertThat(list(owner, 20, Optional.empty()).items()).isEmpty();
  }

  @Test
  default void nobodyHasMoreJobsWithoutAnEndThanAllowed() {
    UserId owner = owner();
    Processing claimed = claimed(Videos.newJob(owner, A_MORNING));
    NewJob second = Videos.newJob(owner, A_MORNING);
    jobs().request(second, 2, Deadlines.ample());
    NewJob third = Videos.newJob(owner, A_MORNING);

    assertThat(jobs().request(third, 2, Deadlines.ample()))
        .isEqualTo(new Requested.TooManyAtOnce());
    assertThat(jobs().request(second, 2, Deadlines.ample())).isInstanceOf(Requested.Same.class);
    replace(claimed, film(claimed));
    assertThat(jobs().request(third, 2, Deadlines.ample())).isInstanceOf(Requested.Created.class);
  }

  @Test
  default void ofManyRequestsAtOnceNoMoreAreTakenThanAllowed() {
    UserId owner = owner();

    List<Requested> answers =
        Together.run(
            30, () -> jobs().request(Videos.newJob(owner, A_MORNING), 5, Deadlines.ample()));

    assertThat(answers).filteredOn(Requested.Created.class::isInstance).hasSize(5);
    assertThat(answers).filteredOn(Requested.TooManyAtOnce.class::isInstance).hasSize(25);
  }

  private JobId created(NewJob job) {
    Requested requested = jobs().request(job, MANY, Deadlines.ample());
    assertThat(requested).isInstanceOf(Requested.Created.class);
    return ((Requested.Created) requested).job();
  }

  private Pending pending(NewJob asked) {
    return asked.pending(created(asked));
  }

  private Processing claimed(NewJob asked) {
    Pending pending = pending(asked);
    Processing claimed = pending.claim(asked.createdAt());
    assertThat(replace(pending, claimed)).isTrue();
    return claimed;
  }

  private static Completed film(Processing job) {
    UserId owner = job.brief().owner();
    List<FileUrl> photos = job.brief().request().photos();
    return job.complete(
        new Film(
            FileUrl.film(Videos.BUCKET, owner, job.id(), job.fence()),
            FileUrl.poster(Videos.BUCKET, owner, job.id(), job.fence()),
            Optional.of(FileUrl.preview(Videos.BUCKET, owner, job.id(), job.fence())),
            Duration.ofMillis(30_033)),
        List.of(
            new PhotoReport(photos.getFirst(), new PhotoUse.Used(Optional.of("s1"))),
            new PhotoReport(photos.getLast(), new PhotoUse.Used(Optional.empty()))),
        A_MORNING.plusSeconds(40));
  }

  private Optional<Requested> known(NewJob job) {
    return jobs()
        .known(
            job.owner(), job.idempotencyKey(), job.request(), job.createdAt(), Deadlines.ample());
  }

  private boolean replace(VideoJob.Open before, VideoJob after) {
    return jobs().replace(before, after, Deadlines.ample());
  }

  private boolean replaceOverdue(VideoJob.Open before, VideoJob after) {
    return jobs().replaceOverdue(before, after, Deadlines.ample());
  }

  private List<VideoJob.Open> overdue(Instant now) {
    return jobs().overdue(now, 10_000, Deadlines.ample());
  }

  private Page<VideoJob> list(UserId owner, int limit, Optional<Page.Cursor> after) {
    return jobs().list(owner, new Page.Request(limit, after), Deadlines.ample());
  }

  private void drain() {
    messages(new JobId(1), Topic.RENDER);
  }

  /// How many messages of `topic` about `id` there are; all of the topic are gone afterwards.
  private long messages(JobId id, Topic topic) {
    return Outboxes.drained(outbox(), topic).stream()
        .filter(message -> message.job().equals(id))
        .count();
  }
}
