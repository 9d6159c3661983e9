package app.oddiya.domain.testkit.contract;

import static app.oddiya.domain.testkit.time.SettableClock.A_MORNING;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import app.oddiya.domain.shared.AccountDeleted;
import app.oddiya.domain.shared.Tombstones;
import app.oddiya.domain.shared.UserId;
import app.oddiya.domain.testkit.story.Together;
import app.oddiya.domain.testkit.story.Videos;
import app.oddiya.domain.video.job.FileUrl;
import app.oddiya.domain.video.job.Leftovers;
import app.oddiya.domain.video.job.Leftovers.Leftover;
import app.oddiya.domain.video.job.Uploads;
import app.oddiya.domain.video.job.Uploads.Permission;
import app.oddiya.domain.video.job.Uploads.Sized;
import app.oddiya.domain.video.job.VideoJobs;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// What every [Uploads] does. The store may hold others.
public interface UploadsContract {

  Uploads uploads();

  /// Of the same store.
  Leftovers leftovers();

  /// Of the same store.
  VideoJobs jobs();

  /// Of the same store.
  Tombstones tombstones();

  /// Somebody who has nothing yet.
  UserId owner();

  @Test
  default void bytesAreGivenUpToTheDaysAndNotOneMore() {
    UserId owner = owner();

    assertThat(permit(owner, 60, A_MORNING)).isEqualTo(new Permission.Given());
    assertThat(permit(owner, 41, A_MORNING.plusSeconds(1))).isInstanceOf(Permission.TooMuch.class);
    assertThat(permit(owner, 40, A_MORNING.plusSeconds(1))).isEqualTo(new Permission.Given());
    assertThat(permit(owner, 1, A_MORNING.plusSeconds(2))).isInstanceOf(Permission.TooMuch.class);
    assertThat(permit(owner(), 100, A_MORNING)).isEqualTo(new Permission.Given());
  }

  @Test
  default void whoAskedForTooMuchIsToldWhenThereIsRoom() {
    UserId owner = owner();
    permit(owner, 30, A_MORNING);
    permit(owner, 30, A_MORNING.plusSeconds(10));
    permit(owner, 30, A_MORNING.plusSeconds(20));
    Instant now = A_MORNING.plusSeconds(30);

    assertThat(permit(owner, 50, now))
        .isEqualTo(new Permission.TooMuch(A_MORNING.plusSeconds(10).plus(Uploads.KEPT)));
    assertThat(permit(owner, 101, now)).isEqualTo(new Permission.TooMuch(now.plus(Uploads.KEPT)));
    assertThat(permit(owner, 50, A_MORNING.plusSeconds(10).plus(Uploads.KEPT)))
        .isEqualTo(new Permission.Given());
  }

  @Test
  default void ofManyAtOnceNoMoreAreGivenThanThereIsRoomFor() {
    UserId owner = owner();

    List<Permission> answers = Together.run(30, () -> permit(owner, 10, A_MORNING));

    assertThat(answers).filteredOn(Permission.Given.class::isInstance).hasSize(10);
  }

  @Test
  default void whatNobodyHasUsedWithinADayIsALeftoverAndWhatAJobUsesIsNot() {
    UserId owner = owner();
    FileUrl used = Videos.upload(owner);
    FileUrl unused = Videos.upload(owner);
    FileUrl young = Videos.upload(owner);
    uploads()
        .permit(
            owner,
            List.of(new Sized(used, 1), new Sized(unused, 1)),
            100,
            A_MORNING,
            Deadlines.ample());
    uploads()
        .permit(
            owner, List.of(new Sized(young, 1)), 100, A_MORNING.plusSeconds(1), Deadlines.ample());
    jobs()
        .request(
            Videos.newJob(
                owner,
                UUID.randomUUID(),
                Videos.plain(List.of(used, Videos.upload(owner))),
                A_MORNING),
            VideoJobsContract.MANY,
            Deadlines.ample());
    Instant now = A_MORNING.plus(Uploads.KEPT).plusMillis(1);

    assertThat(letGo(A_MORNING)).isZero();
    assertThat(letGo(now.minus(Uploads.KEPT))).isPositive();

    assertThat(of(owner))
        .singleElement()
        .satisfies(
            left -> {
              assertThat(left.uploads()).containsExactly(unused);
              assertThat(left.films()).isEqualTo(Optional.empty());
            });
    assertThat(letGo(now.minus(Uploads.KEPT))).isZero();
  }

  @Test
  default void aDeletedOwnerSendsNothingMore() {
    UserId owner = owner();
    permit(owner, 1, A_MORNING);

    tombstones().bury(owner, A_MORNING, Deadlines.ample());

    assertThatThrownBy(() -> permit(owner, 1, A_MORNING)).isInstanceOf(AccountDeleted.class);
    letGo(A_MORNING.plusSeconds(1));
    assertThat(of(owner)).isEmpty();
  }

  private Permission permit(UserId owner, long bytes, Instant now) {
    List<Sized> files = List.of(new Sized(Videos.upload(owner), bytes));
    return uploads().permit(owner, files, 100, now, Deadlines.ample());
  }

  private int letGo(Instant moment) {
    return uploads().letGo(moment, moment, 1_000, Deadlines.ample());
  }

  private List<Leftover> of(UserId owner) {
    return leftovers().due(A_MORNING.plusSeconds(90_000), 10_000, Deadlines.ample()).stream()
        .filter(left -> left.owner().equals(owner))
        .toList();
  }
}
